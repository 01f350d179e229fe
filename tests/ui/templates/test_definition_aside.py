"""What was typed under another kind, or for a placeholder that went, comes back in the editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from form_driver import named, type_into
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from wa_composer.ui.templates.definition_form import DefinitionForm

Choose = Callable[[str, str], None]


def _body(form: DefinitionForm) -> dict[str, Any]:
    return next(part for part in form.raw()["components"] if part["type"] == "BODY")


def _examples(form: DefinitionForm) -> dict[str, str]:
    given = _body(form)["example"]["body_text_named_params"]
    return {one["param_name"]: one["example"] for one in given}


@pytest.fixture
def two(form: DefinitionForm, qtbot: QtBot) -> DefinitionForm:
    """Two placeholders with examples, the cursor at the end of the first one's name."""
    type_into(qtbot, form, "Template text", "Hi {{first}} and {{second}} x")
    type_into(qtbot, form, "Example for {{first}}", "Ada")
    type_into(qtbot, form, "Example for {{second}}", "Bob")
    box = named(form, "Template text")
    assert isinstance(box, QPlainTextEdit)
    box.setFocus()
    cursor = box.textCursor()
    cursor.setPosition(len("Hi {{first"))
    box.setTextCursor(cursor)
    return form


def test_an_example_goes_along_with_its_placeholders_name(
    two: DefinitionForm, qtbot: QtBot
) -> None:
    box = named(two, "Template text")
    qtbot.keyClicks(box, "_one")
    type_into(qtbot, two, "Example for {{second}}", "by")
    assert _examples(two) == {"first_one": "Ada", "second": "Bobby"}
    box.setFocus()
    for _ in "_one":
        qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert _examples(two) == {"first": "Ada", "second": "Bobby"}


def test_an_example_waits_for_its_placeholder(two: DefinitionForm, qtbot: QtBot) -> None:
    box = named(two, "Template text")
    assert isinstance(box, QPlainTextEdit)
    qtbot.keyClick(box, Qt.Key.Key_Delete)  # "{{first}" is none
    type_into(qtbot, two, "Example for {{second}}", "by")
    assert _examples(two) == {"second": "byBob"}
    box.setFocus()
    qtbot.keyClicks(box, "}")
    assert _examples(two) == {"first": "Ada", "second": "byBob"}
    box.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(box, "{{0")
    type_into(qtbot, two, "Example for {{second}}", "")
    assert _examples(two) == {"first": "Ada", "second": "byBob"}


def test_an_emptied_example_stays_empty(two: DefinitionForm, qtbot: QtBot) -> None:
    box = named(two, "Example for {{first}}")
    box.setFocus()
    for _ in "Ada":
        qtbot.keyClick(box, Qt.Key.Key_Backspace)
    text = named(two, "Template text")
    assert isinstance(text, QPlainTextEdit)
    text.moveCursor(QTextCursor.MoveOperation.End)
    type_into(qtbot, two, "Template text", " {{third}} x")
    assert _examples(two) == {"first": "", "second": "Bob", "third": ""}


def test_numbers_keep_their_rows(form: DefinitionForm, qtbot: QtBot) -> None:
    body = {"type": "BODY", "text": "{{1}} {{2}} x", "example": {"body_text": [["a", "b"]]}}
    form.load({"name": "x", "language": "en", "components": [body]})
    box = named(form, "Template text")
    assert isinstance(box, QPlainTextEdit)
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    for _ in "}} x":
        qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert _body(form)["example"] == {"body_text": [["a"]]}
    qtbot.keyClicks(box, "}} x")
    assert _body(form)["example"] == {"body_text": [["a", "b"]]}
    box.selectAll()
    qtbot.keyClicks(box, "none")
    assert "example" not in _body(form)


def test_a_file_cannot_bring_what_waits_aside(form: DefinitionForm, choose: Choose) -> None:
    button = {"type": "URL", "text": "x", "\0aside": 5}
    parts = [{"type": "HEADER", "text": "x"}, {"type": "BUTTONS", "buttons": [button]}]
    form.load({"name": "x", "language": "en", "components": parts, "\0aside": []})
    choose("Header", "image")
    choose("Button 1 kind", "copy_code")
    assert "\0aside" not in str(form.raw())
