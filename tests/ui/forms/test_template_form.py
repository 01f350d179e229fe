"""The template form, driven by keys and clicks."""

from __future__ import annotations

import pytest
from form_driver import WORDING, body, components, message, named, press, type_into
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from wa_composer.ui.forms import TemplateForm


def test_typing_fills_the_message(qtbot: QtBot, form: TemplateForm) -> None:
    with qtbot.waitSignal(form.edited):
        type_into(qtbot, form, "Template name", "order_update")
    type_into(qtbot, form, "Language", "tr")
    press(qtbot, form, "Add body value")
    type_into(qtbot, form, "Body value 1", "Ada")
    press(qtbot, form, "Add button")
    type_into(qtbot, form, "Button 1 value", "YES")
    assert form.raw() == {
        "type": "template",
        "template": {
            "name": "order_update",
            "language": {"code": "tr", "policy": "deterministic"},
            "components": [
                body("Ada"),
                {
                    "type": "button",
                    "sub_type": "quick_reply",
                    "index": "0",
                    "parameters": [{"type": "payload", "payload": "YES"}],
                },
            ],
        },
    }


def test_every_control_bears_its_name(form: TemplateForm) -> None:
    header = {"type": "header", "parameters": [{"type": "document", "document": {"link": "x"}}]}
    button = {"type": "button", "sub_type": "url", "index": "0", "parameters": []}
    form.load(message(header, body("Ada"), button))
    for name in (
        "Template name",
        "Language",
        "Write its text",
        "Header",
        "Header link",
        "Header media ID",
        "File name",
        "Body value 1",
        "Add body value",
        "Remove body value 1",
        "Button 1 kind",
        "Button 1 index",
        "Button 1 value",
        "Add button",
        "Remove button 1",
    ):
        control = named(form, name)
        spoken = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert spoken == name
    inner = named(form, "Language").lineEdit()  # type: ignore[attr-defined]
    assert inner.accessibleName() == "Language"
    form.load(message({"type": "header", "parameters": [{"type": "text", "text": ""}]}))
    assert named(form, "Header text")


@pytest.mark.parametrize(
    "typed", ["pt_BR", "Portuguese (Brazil)", "portuguese (brazil) (pt_BR)", " pt_BR "]
)
def test_language_takes_name_or_code(qtbot: QtBot, form: TemplateForm, typed: str) -> None:
    type_into(qtbot, form, "Language", typed)
    assert form.raw()["template"]["language"]["code"] == "pt_BR"


def test_language_is_shown_by_name(form: TemplateForm) -> None:
    form.load(message())
    assert named(form, "Language").currentText() == "English (en)"  # type: ignore[attr-defined]


def test_header_values_come_back_with_their_kind(qtbot: QtBot, form: TemplateForm) -> None:
    form.load(message(body("Ada")))
    kind = named(form, "Header")
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert components(form)[0] == {"type": "header", "parameters": [{"type": "text", "text": ""}]}
    type_into(qtbot, form, "Header text", "Sale")
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    image = {"type": "image", "image": {"link": "", "id": ""}}
    assert components(form)[0]["parameters"] == [image]
    type_into(qtbot, form, "Header link", "https://example.com/a.png")
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Up)
    assert components(form)[0]["parameters"] == [{"type": "text", "text": "Sale"}]
    qtbot.keyClick(kind, Qt.Key.Key_Up)
    assert components(form) == [body("Ada")]
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert components(form)[0]["parameters"][0]["image"]["link"] == "https://example.com/a.png"


def test_the_text_of_the_template_is_written_elsewhere(qtbot: QtBot, form: TemplateForm) -> None:
    form.load(message())
    for known, button in ((False, "Write its text"), (True, "Edit template")):
        form.show_origin("From offers.json", known)
        assert named(form, "From offers.json")
        with qtbot.waitSignal(form.text_requested) as told:
            press(qtbot, form, button)
        assert told.args == ["order_update", "en"]


def test_known_template_brings_rows_and_language(qtbot: QtBot, form: TemplateForm) -> None:
    form.set_templates([("spring_sale", "tr", WORDING), ("other", "en", "No values")])
    box = named(form, "Template name")
    assert isinstance(box, QComboBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert form.raw()["template"]["name"] == "spring_sale"
    assert form.raw()["template"]["language"]["code"] == "tr"
    assert components(form) == [body("", "")]


def test_loading_never_adds_rows(form: TemplateForm) -> None:
    form.set_templates([("order_update", "en", WORDING)])
    form.load(message())
    assert components(form) == []


def test_gaps_between_indexes_are_kept(qtbot: QtBot, form: TemplateForm) -> None:
    form.load(message())
    for _ in range(3):
        press(qtbot, form, "Add button")
    assert [one["index"] for one in components(form)] == ["0", "1", "2"]
    press(qtbot, form, "Remove button 2")
    assert [one["index"] for one in components(form)] == ["0", "2"]
    press(qtbot, form, "Add button")
    assert [one["index"] for one in components(form)] == ["0", "2", "3"]
    spin = named(form, "Button 3 index")
    spin.setFocus()
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    assert components(form)[2]["index"] == "4"
