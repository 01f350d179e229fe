"""A review that becomes ready takes the cursor from nobody who is writing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wa_composer.message.library import Entry

REVIEW = "Review the import"


def _one(name: str, text: str) -> dict[str, Any]:
    body = {"type": "BODY", "text": text}
    return {"name": name, "language": "en", "category": "UTILITY", "components": [body]}


@pytest.fixture
def writing(desk: Any) -> Any:
    """Somebody writes a template while an import of another one becomes ready."""
    desk.program.templates.library.change([Entry("offer", "en", _one("offer", "Old."))])
    desk.window.activateWindow()
    desk.program.templates.editing.begin()
    desk.type_into("Template name", "mine")
    desk.type_into("Template text", "Hello")
    desk.program.templates.importing.take_text(json.dumps(_one("offer", "New.")), "a.json")
    return desk


def _announced(bar: Any) -> list[str]:
    return [button.text() for button in bar.buttons()]


def test_what_is_typed_goes_on_into_the_editor(writing: Any) -> None:
    desk, page = writing, writing.window.templates
    desk.until(lambda: _announced(page.notice) == [REVIEW])
    assert page.notice.isVisible()
    desk.qtbot.keyClicks(desk.window.focusWidget(), " you")
    assert desk.program.templates.library.entry("mine", "en").definition == _one(
        "mine", "Hello you"
    )
    desk.qtbot.mouseClick(page.notice.buttons()[0], Qt.MouseButton.LeftButton)
    assert page.review is not None
    assert not page.review.model.replacing
    assert not page.notice.isVisible()
    desk.click("Cancel import")
    assert page.key() == ("mine", "en")


def test_it_is_shown_when_the_editor_is_left(writing: Any) -> None:
    desk, page = writing, writing.window.templates
    desk.until(lambda: _announced(page.notice) == [REVIEW])
    desk.click("Done")
    assert page.review is not None
    assert not page.notice.isVisible()


def test_nobody_is_called_back_from_a_message(writing: Any) -> None:
    desk = writing
    desk.window.show_page("compose")
    desk.control("Recipients").setFocus()
    desk.until(lambda: _announced(desk.window.notice) == [REVIEW])
    focus = desk.window.focusWidget()
    assert isinstance(focus, QWidget) and desk.pane.isAncestorOf(focus)
    desk.answer(REVIEW)
    assert (desk.window.page(), desk.window.templates.review is not None) == ("templates", True)
    assert not desk.window.notice.isVisible()


def test_a_file_that_is_no_import_leaves_the_editor_alone(writing: Any) -> None:
    desk, page = writing, writing.window.templates
    desk.until(lambda: _announced(page.notice) == [REVIEW])
    desk.program.templates.importing.take_text("no json", "b.json")
    desk.until(lambda: "This is not JSON" in page.notice.text())
    assert page.is_editing() and page.notice.isVisible()


def test_whoever_goes_back_to_a_message_is_told_of_the_review(desk: Any) -> None:
    desk.program.templates.library.change([Entry("offer", "en", _one("offer", "Old."))])
    desk.window.activateWindow()
    desk.type_into("Template name", "mine_own")
    desk.click("Write its text")
    desk.type_into("Template text", "Typed")
    desk.program.templates.importing.take_text(json.dumps(_one("offer", "New.")), "a.json")
    desk.until(lambda: _announced(desk.window.templates.notice) == [REVIEW])
    desk.click("Done")
    assert desk.window.page() == "compose"
    assert _announced(desk.window.notice) == [REVIEW]
    desk.answer(REVIEW)
    assert (desk.window.page(), desk.window.templates.review is not None) == ("templates", True)
    assert not desk.window.notice.isVisible()
    assert not desk.window.templates.notice.isVisible()
