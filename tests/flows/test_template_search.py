"""What is looked for is what is acted upon: the selection follows what is found."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from wa_composer.message.library import Entry

DOWN, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Return


def one(name: str, text: str = "Hello") -> Entry:
    body = {"type": "BODY", "text": text}
    raw = {"name": name, "language": "en", "category": "UTILITY", "components": [body]}
    return Entry(name, "en", raw)


@pytest.fixture
def shelf(desk: Any) -> Any:
    """The templates page with `aa`, `bb`, `tuscan_a` and `tuscan_b`, and `bb` chosen."""
    names = ("aa", "bb", "tuscan_a", "tuscan_b")
    desk.program.templates.library.change([one(name) for name in names])
    desk.program.templates.list.go_to(("bb", "en"))
    desk.until(lambda: desk.window.templates.key() == ("bb", "en"))
    desk.window.activateWindow()
    return desk


def look_for(desk: Any, text: str) -> None:
    desk.window.templates.focus_search()
    desk.qtbot.keyClicks(desk.window.templates.browser.search, text)


def marked(desk: Any) -> str:
    return str(desk.window.templates.browser.list.currentIndex().data())


def test_the_first_that_is_found_is_chosen_and_shown(shelf: Any) -> None:
    page = shelf.window.templates
    look_for(shelf, "tuscan")
    assert page.key() == ("tuscan_a", "en")
    assert page.detail.key() == ("tuscan_a", "en")
    assert marked(shelf) == "tuscan_a"
    shelf.qtbot.keyClick(page.browser.search, DOWN)
    shelf.qtbot.keyClick(shelf.window.focusWidget(), ENTER)
    assert shelf.window.page() == "compose"
    assert shelf.pane.message()["template"]["name"] == "tuscan_a"


def test_one_that_is_found_as_well_stays_chosen(shelf: Any) -> None:
    look_for(shelf, "b")
    assert shelf.window.templates.key() == ("bb", "en")
    assert marked(shelf) == "bb"


def test_where_nothing_is_found_there_is_nothing_to_act_upon(shelf: Any) -> None:
    page = shelf.window.templates
    look_for(shelf, "tuscanx")
    assert not any(button.isVisible() for button in (page.detail.use, *page.detail.more))
    shelf.qtbot.keyClick(page.browser.search, Qt.Key.Key_Backspace)
    assert page.detail.use.isVisible()
    assert page.key() == page.detail.key() == ("tuscan_a", "en")


def test_delete_removes_what_is_marked(shelf: Any) -> None:
    page, library = shelf.window.templates, shelf.program.templates.library
    look_for(shelf, "tuscan")
    shelf.qtbot.keyClick(page.browser.search, DOWN)
    shelf.qtbot.keyClick(page.browser.list, Qt.Key.Key_Delete)
    assert library.entry("tuscan_a", "en") is None
    assert library.entry("bb", "en") is not None
    assert page.key() == ("tuscan_b", "en")


@pytest.mark.parametrize("wish", ["", "name_1"])
def test_a_copy_stands_where_its_original_was_looked_at(desk: Any, wish: str) -> None:
    names = [f"name_{number:03}" for number in range(200)]
    desk.program.templates.library.change([one(name) for name in names])
    desk.program.templates.list.go_to(("name_120", "en"))
    desk.until(lambda: desk.window.templates.key() == ("name_120", "en"))
    look_for(desk, wish)
    listed = desk.window.templates.browser.list
    bar, row = listed.verticalScrollBar(), listed.visualRect(listed.currentIndex())
    bar.setValue(bar.value() + row.top() - row.height())
    at = bar.value()
    assert 0 < at < bar.maximum()
    desk.click("Duplicate")
    desk.click("Done")
    desk.until(lambda: desk.window.templates.key() == ("name_120_copy", "en"))
    assert marked(desk) == "name_120_copy"
    assert (desk.window.templates.browser.search.text(), bar.value()) == (wish, at)


def test_a_template_that_is_to_be_seen_is_found_whatever_was_looked_for(shelf: Any) -> None:
    look_for(shelf, "tuscan")
    shelf.program.templates.list.go_to(("bb", "en"))
    shelf.until(lambda: marked(shelf) == "bb")
    assert not shelf.window.templates.browser.search.text()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)], ids=str)
def test_the_head_of_the_list_stays_where_it_is_when_nothing_is_found(
    shelf: Any, size: tuple[int, int]
) -> None:
    browser = shelf.window.templates.browser
    shelf.window.resize(*size)
    head = (browser.search, browser.filters, browser.filters.favourites, browser.new)
    shelf.until(lambda: shelf.window.width() == size[0])
    shelf.qtbot.wait(0)
    before = [each.geometry() for each in head]
    look_for(shelf, "tuscanx")
    shelf.until(lambda: not browser.list.isVisible())
    browser.layout().activate()
    assert [each.geometry() for each in head] == before


def test_one_click_leads_from_nothing_found_back_to_all(shelf: Any) -> None:
    page = shelf.window.templates
    page.browser.filters.favourites.setChecked(True)
    look_for(shelf, "tuscanx")
    shelf.click("Show all templates")
    assert not page.browser.search.text()
    assert not page.browser.filters.favourites.isChecked()
    assert page.key() == page.detail.key() == ("bb", "en")
    assert page.detail.use.isVisible()
    assert marked(shelf) == "bb"
    assert shelf.window.focusWidget() is page.browser.list
