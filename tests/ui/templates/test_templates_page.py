"""The page of templates: the list, one template beside it, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from form_driver import named
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wa_composer.message.definition import read_definition
from wa_composer.message.library import Entry, Key
from wa_composer.ui.templates.grouping import Grouping
from wa_composer.ui.templates.page import TemplatesPage
from wa_composer.ui.templates.rows import shown
from wa_composer.ui.theme import DARK


def _entry(name: str, language: str = "en", text: str = "Hello {{1}}", **more: Any) -> Entry:
    body = {"type": "BODY", "text": text, "example": {"body_text": [["Ada"]]}}
    raw = {"name": name, "language": language, "category": "UTILITY", "components": [body]}
    raw["components"] = [body, *more.pop("parts", [])]
    return Entry(name, language, raw, **more)


ENTRIES = [
    _entry("order"),
    _entry("order", "tr", "Merhaba {{1}}"),
    _entry("sale", favourite=True, parts=[{"type": "CAROUSEL", "cards": []}]),
    _entry("<NAME>"),
]


class Shelf:
    """Answers what the page wants, as the program does."""

    def __init__(self, page: TemplatesPage) -> None:
        self.page = page
        self.entries = {entry.key: entry for entry in ENTRIES}
        page.wanted.connect(self.show)

    def show(self, key: Key) -> None:
        entry = self.entries[key]
        self.page.show_entry(entry, read_definition(entry.definition), "Somewhere")

    def fill(self, chosen: Key | None = None) -> None:
        rows = [shown(e, read_definition(e.definition)) for e in self.entries.values()]
        self.page.show_all(Grouping(rows), chosen)


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[TemplatesPage]:
    made = TemplatesPage()
    qtbot.addWidget(made)
    made.resize(1000, 640)
    shelf = Shelf(made)
    shelf.fill()
    with qtbot.waitExposed(made):
        made.show()
    yield made
    assert shelf.page is made  # it lives as long as the page


def _names(page: TemplatesPage) -> list[str]:
    return [group.name for group in page.browser.found()]


def _said(page: TemplatesPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_favourites_first_and_the_first_is_in_sight(page: TemplatesPage) -> None:
    assert _names(page) == ["sale", "<NAME>", "order"]
    assert page.key() == ("sale", "en")
    picture = page.detail.picture.phone.canvas.accessibleDescription()
    assert "Its carousel of cards is not drawn here." in picture
    assert "Somewhere" in _said(page)
    assert page.detail.star.isChecked()


def test_the_picture_has_the_example_values(page: TemplatesPage) -> None:
    assert "Hello Ada" in page.detail.picture.phone.canvas.accessibleDescription()


def test_search_and_going_through_the_list_by_keys(page: TemplatesPage, qtbot: QtBot) -> None:
    page.focus_search()
    qtbot.keyClicks(page.browser.search, "hello")
    qtbot.keyClick(page.browser.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.browser.list, Qt.Key.Key_End)
    assert page.key() == ("order", "en")
    with qtbot.waitSignal(page.use_requested) as told:
        qtbot.keyClick(page.browser.list, Qt.Key.Key_Return)
    assert told.args == [("order", "en")]
    page.focus_search()
    qtbot.keyClicks(page.browser.search, "zzz")
    assert _names(page) == []
    assert "No template fits" in _said(page)


def test_the_languages_of_a_name(page: TemplatesPage, qtbot: QtBot) -> None:
    page.browser.list.setCurrentIndex(page.browser.list.rows.index(2, 0))
    assert page.key() == ("order", "en")
    page.detail.language_chosen.emit("tr")
    assert page.key() == ("order", "tr")
    assert "Merhaba" in page.detail.picture.phone.canvas.accessibleDescription()


def test_each_wish_names_the_template(page: TemplatesPage, qtbot: QtBot) -> None:
    for button, signal in (
        (page.detail.use, page.use_requested),
        (page.detail.edit, page.edit_requested),
        (page.detail.more[0], page.duplicate_requested),
        (page.detail.more[1], page.export_requested),
        (page.detail.more[2], page.remove_requested),
    ):
        with qtbot.waitSignal(signal) as told:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.args == [("sale", "en")]
    with qtbot.waitSignal(page.favourite_changed) as told:
        qtbot.mouseClick(page.detail.star, Qt.MouseButton.LeftButton)
    assert told.args == [("sale", "en"), False]


def test_a_draft_cannot_be_used_and_says_why(page: TemplatesPage, qtbot: QtBot) -> None:
    page.browser.list.setCurrentIndex(page.browser.list.rows.index(1, 0))
    assert not page.detail.use.isEnabled()
    qtbot.waitUntil(lambda: "This is a draft" in _said(page))
    assert "small letters" in _said(page)


def test_an_empty_library_says_what_to_do(page: TemplatesPage, qtbot: QtBot) -> None:
    page.show_all(Grouping([]))
    assert "No templates yet" in _said(page)
    with qtbot.waitSignal(page.new_requested):
        named(page, "Write a template").click()  # type: ignore[attr-defined]


def test_what_is_gone_gives_way_to_another(page: TemplatesPage) -> None:
    rows = [shown(e, read_definition(e.definition)) for e in ENTRIES[:2]]
    page.show_all(Grouping(rows))
    assert page.key() == ("order", "en")
    page.show_all(Grouping(rows), ("order", "tr"))
    assert page.key() == ("order", "tr")


def test_every_row_is_named_for_those_who_cannot_see_it(page: TemplatesPage) -> None:
    model = page.browser.list.rows
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(role) == "sale. en. favourite"
    assert model.index(2, 0).data(role) == "order. en, tr"


def test_dark(page: TemplatesPage) -> None:
    page.show_palette(DARK)
    assert page.grab().width() > 0


def test_favourites_only_shows_no_others_and_a_star_taken_away_leaves(page: TemplatesPage) -> None:
    box = page.browser.filters.favourites
    assert (box.accessibleName(), box.isVisible()) == ("Favourites only", True)
    box.click()
    assert _names(page) == ["sale"]
    order = shown(ENTRIES[0], read_definition(ENTRIES[0].definition))
    page.change({order.key: replace(order, favourite=True)})
    assert _names(page) == ["order", "sale"]
    page.change({order.key: order})
    assert _names(page) == ["sale"]
    assert page.key() == ("sale", "en")
    page.change({order.key: order}, ("order", "en"))  # what is asked for is shown
    assert _names(page) == ["sale", "<NAME>", "order"]
    assert not box.isChecked()
    assert page.key() == ("order", "en")


def test_single_templates_come_and_go_without_the_others(page: TemplatesPage) -> None:
    resets: list[int] = []
    page.browser.list.rows.modelReset.connect(lambda: resets.append(1))
    first, tr, sale, _draft = (shown(e, read_definition(e.definition)) for e in ENTRIES)
    page.change({sale.key: None})
    assert _names(page) == ["<NAME>", "order"]
    assert page.key() == ("<NAME>", "en")
    page.change({first.key: None, tr.key: None})
    assert _names(page) == ["<NAME>"]
    page.change({tr.key: tr}, tr.key)
    assert page.key() == ("order", "tr")
    assert page.browser.list.currentIndex().row() == 1
    assert not resets


def test_all_can_be_exported_from_beside_the_import(page: TemplatesPage, qtbot: QtBot) -> None:
    button = page.browser.give_out
    assert (button.accessibleName(), button.isVisible()) == ("Export all…", True)
    assert button.visibleRegion().boundingRect().width() == button.sizeHint().width()
    with qtbot.waitSignal(page.export_all_requested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
