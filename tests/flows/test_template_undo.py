"""Removals and imports are taken back one after the other, whatever is said in between."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from wa_composer.message.library import Entry

LEFT = Qt.MouseButton.LeftButton
NAMES = ("aa", "bb", "cc", "dd")


def raw(name: str, text: str = "Hello") -> dict[str, Any]:
    body = {"type": "BODY", "text": text}
    return {"name": name, "language": "en", "category": "UTILITY", "components": [body]}


@pytest.fixture
def shelf(desk: Any) -> Any:
    """The templates page with four of our own, `bb` chosen."""
    desk.program.templates.library.change([Entry(name, "en", raw(name)) for name in NAMES])
    go(desk, "bb")
    return desk


def go(desk: Any, name: str) -> None:
    desk.program.templates.list.go_to((name, "en"))
    desk.until(lambda: desk.window.templates.key() == (name, "en"))


def there(desk: Any) -> list[str]:
    library = desk.program.templates.library
    return [name for name in (*NAMES, "new") if library.entry(name, "en") is not None]


def press(desk: Any, label: str) -> None:
    bar = desk.window.templates.notice
    button = next(each for each in bar.buttons() if each.text() == label)
    desk.qtbot.mouseClick(button, LEFT)


def test_removals_come_back_in_steps_by_the_button(shelf: Any) -> None:
    for name in ("aa", "cc", "bb"):
        go(shelf, name)
        shelf.click("Remove template")
    assert there(shelf) == ["dd"]
    bar = shelf.window.templates.notice
    press(shelf, "Undo")
    assert (there(shelf), bar.text()) == (
        ["bb", "dd"],
        "Undone. Before that: cc (en) was removed.",
    )
    press(shelf, "Undo removal")
    press(shelf, "Undo removal")
    assert there(shelf) == list(NAMES)
    assert bar.isHidden()


def test_removals_and_imports_come_back_in_steps_by_the_key(shelf: Any) -> None:
    shelf.program.templates.importing.take_text(json.dumps(raw("new")), "a.json")
    shelf.until(lambda: shelf.window.templates.review is not None)
    shelf.click("Import 1")
    shelf.click("Remove template")  # what was just imported
    assert there(shelf) == list(NAMES)
    shelf.window.keys.undo.trigger()
    assert there(shelf) == [*NAMES, "new"]
    shelf.window.keys.undo.trigger()
    assert there(shelf) == list(NAMES)
    assert shelf.window.templates.notice.isHidden()


@pytest.mark.parametrize("level", ["ok", "error"])
def test_nothing_else_that_is_said_drops_the_way_back(shelf: Any, level: str) -> None:
    shelf.click("Remove template")
    shelf.program.templates.list.say(level, "Something else.")
    if level == "ok":
        press(shelf, "Undo removal")
    else:
        shelf.window.keys.undo.trigger()
    assert there(shelf) == list(NAMES)


def test_the_neighbour_of_what_was_removed_is_chosen(shelf: Any) -> None:
    page = shelf.window.templates
    shelf.click("Remove template")
    assert page.key() == page.detail.key() == ("cc", "en")
    last = page.browser.found()[-1].name
    before = page.browser.found()[-2].name
    shelf.program.templates.list.go_to(page.browser.found()[-1].members[0].key)
    shelf.until(lambda: page.key()[0] == last)
    shelf.click("Remove template")
    assert page.key()[0] == before


def test_a_double_click_removes_one(shelf: Any) -> None:
    button = shelf.control("Remove template")
    shelf.qtbot.mouseClick(button, LEFT)
    shelf.qtbot.mouseDClick(button, LEFT)
    assert there(shelf) == ["aa", "cc", "dd"]


def test_a_delete_key_held_down_removes_one(shelf: Any) -> None:
    key = Qt.Key.Key_Delete
    for held in (False, True, True):
        plain = Qt.KeyboardModifier.NoModifier
        event = QKeyEvent(QEvent.Type.KeyPress, key, plain, "", held)
        QApplication.sendEvent(shelf.window.templates.browser.list, event)
    assert there(shelf) == ["aa", "cc", "dd"]


def test_an_import_is_not_told_again_after_another_template_was_edited(shelf: Any) -> None:
    bar = shelf.window.templates.notice
    shelf.program.templates.importing.take_text(json.dumps(raw("new")), "a.json")
    shelf.until(lambda: shelf.window.templates.review is not None)
    shelf.click("Import 1")
    assert "was imported" in bar.text()
    go(shelf, "aa")
    shelf.click("Edit template")
    shelf.click("Done")
    assert bar.isHidden()
    shelf.window.keys.undo.trigger()
    assert there(shelf) == list(NAMES)
