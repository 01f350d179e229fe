"""Values longer than Qt's lines hold by themselves, from a file or pasted: nothing is cut off."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from form_hand import Hand
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot
from template_library import offer

from wa_composer.ui.account_editor import AccountEditor
from wa_composer.ui.forms import FORMS, TemplateForm
from wa_composer.ui.forms.fields import ComboField, Field, LineField, TextField
from wa_composer.ui.templates.definition_form import DefinitionForm

LONG = "0123456789" * 4000
CONTROL = Qt.KeyboardModifier.ControlModifier


def of(kind: str, form: Any = None) -> dict[str, Any]:
    """A message with a long value wherever the form has a line for one."""
    header = {"type": "document", "document": {"link": LONG, "caption": LONG, "filename": LONG}}
    if kind == "image":
        return {"type": kind, kind: {"link": LONG, "caption": LONG}}
    if kind == "interactive":
        reply = {"type": "reply", "reply": {"id": LONG, "title": LONG}}
        parts = {"body": {"text": LONG}, "footer": {"text": LONG}, "action": {"buttons": [reply]}}
        return {"type": kind, kind: {"type": "button", "header": header, **parts}}
    text = {"type": "text", "text": LONG}
    components = [
        {"type": "header", "parameters": [text]},
        {"type": "body", "parameters": [text]},
        *(
            {"type": "button", "sub_type": sub, "index": str(at), "parameters": [value]}
            for at, (sub, value) in enumerate(
                (("url", text), ("quick_reply", {"type": "payload", "payload": LONG}))
            )
        ),
    ]
    language = {"policy": "deterministic", "code": "en"}
    return {"type": kind, kind: {"name": LONG, "language": language, "components": components}}


def lines(widget: QWidget) -> list[Field]:
    """The fields in view that text is typed into."""
    found = [one for one in widget.findChildren(Field) if one.isVisible()]
    return [one for one in found if isinstance(one, LineField | TextField | ComboField)]


def paste(qtbot: QtBot, editor: QWidget) -> None:
    """Replace a text by the long one, as a person does."""
    QGuiApplication.clipboard().setText(LONG)
    box: Any = editor
    line = box.lineEdit() if isinstance(editor, QComboBox) else box
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_V, CONTROL)


@pytest.mark.parametrize("kind", ["template", "interactive", "image"])
def test_what_a_file_holds_is_whole_after_a_letter_more(
    qtbot: QtBot, show: Callable[[QWidget], Hand], kind: str
) -> None:
    form = show(FORMS[kind]()).widget
    form.load(of(kind))
    fields = [one for one in lines(form) if one.text() == LONG]
    assert len(fields) >= {"template": 5, "interactive": 5, "image": 2}[kind]
    for field in fields:
        editor: Any = field.editor
        line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
        field.focus()
        if isinstance(editor, QComboBox):
            line.end(False)
        qtbot.keyClicks(line, "x")
        assert field.text() == LONG + "x", field.name()
    count = json.dumps(of(kind)).count(LONG)
    assert json.dumps(form.raw()).count(LONG) == count


@pytest.mark.parametrize("kind", ["template", "interactive", "image"])
def test_what_is_pasted_is_whole(qtbot: QtBot, show: Callable[[QWidget], Hand], kind: str) -> None:
    form = show(FORMS[kind]()).widget
    form.load(of(kind))
    for field in lines(form):
        paste(qtbot, field.editor)
        assert field.text() == LONG, field.name()
        assert LONG in json.dumps(form.raw())


def test_the_fields_of_a_known_template_hold_it_too(qtbot: QtBot, form: TemplateForm) -> None:
    offer(form)
    form.choose("welcome", "en")
    names = []
    for field in lines(form)[2:]:  # name and language apart, which make it another template
        paste(qtbot, field.editor)
        assert field.text() == LONG, field.name()
        names.append(field.name())
    assert json.dumps(form.raw()).count(LONG) == len(names) >= 3


def test_the_texts_of_a_template_hold_it_too(qtbot: QtBot, show: Callable[[QWidget], Hand]) -> None:
    form = show(DefinitionForm()).widget
    buttons = [{"type": "URL", "text": "Go", "url": "https://example.com/{{1}}", "example": ["a"]}]
    header = {"type": "HEADER", "format": "TEXT", "text": "Hi"}
    parts = [header, {"type": "BODY", "text": "Hello"}, {"type": "BUTTONS", "buttons": buttons}]
    form.load({"name": "a", "language": "en", "category": "UTILITY", "components": parts})
    fields = lines(form)
    assert len(fields) > 5
    for field in fields:
        if field.isVisible():  # a link without a placeholder has no example any more
            paste(qtbot, field.editor)
            assert field.text() == LONG, field.name()


def test_a_key_is_not_cut_off(qtbot: QtBot) -> None:
    editor = AccountEditor()
    qtbot.addWidget(editor)
    editor.show()
    for field in editor.fields.values():
        paste(qtbot, field.line)
        assert field.line.text() == LONG
