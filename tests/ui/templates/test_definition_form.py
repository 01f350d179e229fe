"""The editor's form: each part of a definition by keys and clicks, nothing else changed."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from form_driver import named, press, type_into
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from wa_composer.message.definition_rules import check_definition
from wa_composer.message.definition_shape import blank_definition
from wa_composer.ui.templates.definition_form import DefinitionForm

Choose = Callable[[str, str], None]


def _part(form: DefinitionForm, kind: str) -> Any:
    return next((p for p in form.raw()["components"] if p["type"].lower() == kind), None)


def test_a_template_is_written(form: DefinitionForm, qtbot: QtBot, choose: Choose) -> None:
    type_into(qtbot, form, "Template name", "offer")
    choose("Category", "MARKETING")
    choose("Header", "text")
    type_into(qtbot, form, "Header text", "For {{1}}")
    type_into(qtbot, form, "Example for {{1}}", "Ada")
    type_into(qtbot, form, "Template text", "Hello, it ends {{1}} at {{2}}.")
    type_into(qtbot, form, "Example for {{2}}", "noon")
    type_into(qtbot, form, "Footer", "Bye")
    press(qtbot, form, "Add button")
    type_into(qtbot, form, "Button 1 text", "Stop")
    assert form.raw() == {
        "name": "offer",
        "language": "en",
        "category": "MARKETING",
        "components": [
            {
                "type": "HEADER",
                "format": "TEXT",
                "text": "For {{1}}",
                "example": {"header_text": ["Ada"]},
            },
            {
                "type": "BODY",
                "text": "Hello, it ends {{1}} at {{2}}.",
                "example": {"body_text": [["", "noon"]]},
            },
            {"type": "FOOTER", "text": "Bye"},
            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Stop"}]},
        ],
    }


def test_named_placeholders_keep_their_form(form: DefinitionForm, qtbot: QtBot) -> None:
    type_into(qtbot, form, "Template text", "Hi {{first_name}}, it is {{day}}.")
    type_into(qtbot, form, "Example for {{day}}", "Friday")
    assert _part(form, "body")["example"] == {
        "body_text_named_params": [
            {"param_name": "first_name", "example": ""},
            {"param_name": "day", "example": "Friday"},
        ]
    }


def test_a_placeholder_is_added_at_the_cursor(form: DefinitionForm, qtbot: QtBot) -> None:
    type_into(qtbot, form, "Template text", "Hi ")
    press(qtbot, form, "Add placeholder")
    type_into(qtbot, form, "Template text", ", see ")
    press(qtbot, form, "Add placeholder")
    assert _part(form, "body")["text"] == "Hi {{1}}, see {{2}}"


def test_undo_goes_across_the_whole_form(
    form: DefinitionForm, qtbot: QtBot, choose: Choose
) -> None:
    type_into(qtbot, form, "Template text", "Hello")
    choose("Header", "image")
    press(qtbot, form, "Add button")
    while form.undo():
        pass
    assert form.raw() == blank_definition()


def test_an_emptied_footer_is_none(form: DefinitionForm, qtbot: QtBot) -> None:
    type_into(qtbot, form, "Footer", "B")
    qtbot.keyClick(named(form, "Footer"), Qt.Key.Key_Backspace)
    assert _part(form, "footer") is None


ODD = {
    "name": "odd",
    "language": "en",
    "category": "MARKETING",
    "id": "17",
    "components": [
        {"type": "body", "text": "Hi {{1}}", "example": {"body_text": ["Ada"], "more": 1}},
        {"type": "CAROUSEL", "cards": [{"components": []}]},
        {"type": "BUTTONS", "buttons": [{"type": "FLOW", "text": "Go", "flow_id": "1"}]},
    ],
}


def test_what_the_form_does_not_know_stays(form: DefinitionForm, qtbot: QtBot) -> None:
    form.load(deepcopy(ODD))
    assert form.raw() == ODD
    type_into(qtbot, form, "Button 1 text", "!")
    changed: Any = deepcopy(ODD)
    changed["components"][2]["buttons"][0]["text"] = "!Go"
    assert form.raw() == changed
    type_into(qtbot, form, "Example for {{1}}", "+")
    changed["components"][0]["example"] = {"more": 1, "body_text": [["+Ada"]]}
    assert form.raw() == changed


def test_faults_stand_beside_their_fields(form: DefinitionForm, qtbot: QtBot) -> None:
    raw = blank_definition("Bad Name")
    raw["components"].append({"type": "BUTTONS", "buttons": [{"type": "URL", "text": ""}]})
    form.load(raw)
    form.show_problems([(f.path, f.level, str(f.words)) for f in check_definition(raw)])
    assert "small letters" in named(form, "Template name").accessibleDescription()
    for path, name in (
        ("components[0].text", "Template text"),
        ("components[1].buttons[0].text", "Button 1 text"),
        ("components[1].buttons[0].url", "Button 1 link"),
    ):
        assert form.reveal(path)
        field = form.window().focusWidget()
        assert isinstance(field, QWidget)
        assert field.accessibleName() == name
        assert field.accessibleDescription(), name


def test_text_of_any_script_is_pasted_whole(form: DefinitionForm, qtbot: QtBot) -> None:
    text = "שלום {{1}} 👩‍👩‍👧\nनमस्ते"
    field = named(form, "Template text")
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert _part(form, "body")["text"] == text
    assert isinstance(named(form, "Example for {{1}}"), QLineEdit)


def test_a_header_comes_back_with_its_format(
    form: DefinitionForm, qtbot: QtBot, choose: Choose
) -> None:
    choose("Header", "text")
    type_into(qtbot, form, "Header text", "For {{1}}")
    type_into(qtbot, form, "Example for {{1}}", "Ada")
    typed = _part(form, "header")
    choose("Header", "image")
    assert _part(form, "header") == {"type": "HEADER", "format": "IMAGE"}
    choose("Header", "none")
    choose("Header", "text")
    assert _part(form, "header") == typed
    form.load(blank_definition())
    choose("Header", "text")
    assert _part(form, "header")["text"] == ""
