"""The template form, driven by keys and clicks."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from wa_composer.ui.forms import TemplateForm
from wa_composer.ui.widgets import access

LANGUAGE = {"code": "en", "policy": "deterministic"}
WORDING = "Hi {{1}}, our sale is on. Use {{2}} before Friday."


def message(*components: dict[str, Any], name: str = "order_update") -> dict[str, Any]:
    template = {"name": name, "language": dict(LANGUAGE), "components": list(components)}
    return {"type": "template", "template": template}


def body(*values: str) -> dict[str, Any]:
    return {"type": "body", "parameters": [{"type": "text", "text": one} for one in values]}


@pytest.fixture(autouse=True, scope="module")
def named_as_in_the_program() -> None:
    """The program lets combo boxes bear their own name; see `access`."""
    access.install()


@pytest.fixture
def form(qtbot: QtBot) -> TemplateForm:
    made = TemplateForm()
    qtbot.addWidget(made)
    made.resize(680, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def named(form: QWidget, name: str) -> QWidget:
    """The visible control with an accessible name."""
    found = [
        one
        for one in form.findChildren(QWidget)
        if one.accessibleName() == name and one.isVisible()
    ]
    assert found, name
    return next((one for one in found if isinstance(one, QComboBox)), found[0])


def type_into(qtbot: QtBot, form: QWidget, name: str, text: str) -> None:
    control = named(form, name)
    control.setFocus()
    qtbot.keyClicks(control, text)


def press(qtbot: QtBot, form: QWidget, name: str) -> None:
    button = named(form, name)
    assert isinstance(button, QAbstractButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def components(form: TemplateForm) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = form.raw()["template"]["components"]
    return found


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
        "Template text",
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


@pytest.mark.parametrize("typed", ["pt_BR", "Portuguese (Brazil) (pt_BR)", " pt_BR "])
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


def test_wording_offers_rows_and_never_takes_values(qtbot: QtBot, form: TemplateForm) -> None:
    form.load(message(body("Ada", "Bo", "Cy")))
    with qtbot.waitSignal(form.template_text_edited) as told:
        type_into(qtbot, form, "Template text", "x {{1}}")
    assert told.args == ["order_update", "en", "x"]
    assert components(form) == [body("Ada", "Bo", "Cy")]
    form.load(message())
    type_into(qtbot, form, "Template text", "Hi {{1}}, code {{2}}")
    assert components(form) == [body("", "")]


def test_wording_is_no_part_of_the_message(qtbot: QtBot, form: TemplateForm) -> None:
    form.load(message())
    type_into(qtbot, form, "Template text", "Secret wording")
    assert "Secret" not in str(form.raw())
    qtbot.keyClick(named(form, "Template text"), Qt.Key.Key_Return)
    assert form.template_text() == "Secret wording\n"


def test_known_template_brings_wording_rows_and_language(qtbot: QtBot, form: TemplateForm) -> None:
    form.set_templates([("spring_sale", "tr", WORDING), ("other", "en", "No values")])
    box = named(form, "Template name")
    assert isinstance(box, QComboBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert form.raw()["template"]["name"] == "spring_sale"
    assert form.raw()["template"]["language"]["code"] == "tr"
    assert form.template_text() == WORDING
    assert components(form) == [body("", "")]


def test_loading_never_adds_rows(form: TemplateForm) -> None:
    form.set_templates([("order_update", "en", WORDING)])
    form.load(message())
    assert components(form) == []
    assert form.template_text() == WORDING


def test_wording_of_an_unknown_template_is_empty(qtbot: QtBot, form: TemplateForm) -> None:
    form.set_templates([("order_update", "en", WORDING)])
    form.load(message())
    type_into(qtbot, form, "Template name", "2")
    assert form.template_text() == ""


def test_wording_typed_first_waits_for_its_template(qtbot: QtBot, form: TemplateForm) -> None:
    told: list[tuple[str, str, str]] = []
    form.template_text_edited.connect(lambda *args: told.append(args))
    type_into(qtbot, form, "Template text", "Hello")
    type_into(qtbot, form, "Template name", "hello")
    type_into(qtbot, form, "Language", "en")
    assert told == []
    qtbot.keyClick(QApplication.activePopupWidget() or named(form, "Language"), Qt.Key.Key_Tab)
    assert told == [("hello", "en", "Hello")]
    assert form.template_text() == "Hello"


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


def test_kind_of_a_button_carries_its_value(qtbot: QtBot, form: TemplateForm) -> None:
    form.load(message())
    press(qtbot, form, "Add button")
    type_into(qtbot, form, "Button 1 value", "abc")
    kind = named(form, "Button 1 kind")
    kind.setFocus()
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert components(form)[0]["sub_type"] == "url"
    assert components(form)[0]["parameters"] == [{"type": "text", "text": "abc"}]
    qtbot.keyClick(kind, Qt.Key.Key_Down)
    assert components(form)[0]["sub_type"] == "phone_number"
    assert components(form)[0]["parameters"] == [{"type": "payload", "payload": "abc"}]
    value = named(form, "Button 1 value")
    value.setFocus()
    for _ in "abc":
        qtbot.keyClick(value, Qt.Key.Key_Backspace)
    assert components(form)[0]["parameters"] == []


def test_removed_row_comes_back_with_undo(qtbot: QtBot, form: TemplateForm) -> None:
    form.load(message(body("Ada", "SPRING")))
    press(qtbot, form, "Remove body value 1")
    assert components(form) == [body("SPRING")]
    with qtbot.waitSignal(form.edited):
        qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
        )
    assert components(form) == [body("Ada", "SPRING")]
    assert named(form, "Body value 2").text() == "SPRING"  # type: ignore[attr-defined]


def test_undo_crosses_fields_and_goes_word_by_word(qtbot: QtBot, form: TemplateForm) -> None:
    form.load(message(body("", "")))
    type_into(qtbot, form, "Body value 1", "Ada Lovelace")
    type_into(qtbot, form, "Body value 2", "X")
    undo = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), *undo)
        seen.append([one["text"] for one in components(form)[0]["parameters"]])
    assert seen == [["Ada Lovelace", ""], ["Ada ", ""], ["", ""]]
    assert QApplication.focusWidget() is named(form, "Body value 1")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, both)
    assert components(form) == [body("Ada ", "")]


def test_last_value_takes_the_body_component_along(qtbot: QtBot, form: TemplateForm) -> None:
    form.load(message(body("Ada")))
    press(qtbot, form, "Remove body value 1")
    assert components(form) == []
    assert form.undo()
    assert components(form) == [body("Ada")]
    assert form.redo()
    assert not form.redo()


def test_fault_waits_until_the_field_was_left(qtbot: QtBot, form: TemplateForm) -> None:
    form.load(message(body("")))
    path = "template.components[0].parameters[0].text"
    fault = "Body value 1 is empty."
    row = form.field("body.0")
    assert row is not None
    value = named(form, "Body value 1")
    value.setFocus()
    form.show_problems([(path, "error", fault)])
    assert row.foot.text() == ""
    assert value.accessibleDescription() == ""
    qtbot.keyClick(value, Qt.Key.Key_Tab)
    assert row.foot.text() == fault
    assert value.accessibleDescription() == fault
    assert value.property("fault") == "error"
    form.show_problems([])
    assert row.foot.text() == ""
    assert value.property("fault") == ""


def test_reveal_goes_there_and_says_it(form: TemplateForm) -> None:
    form.load(message(body("Ada", "")))
    path = "template.components[0].parameters[1].text"
    form.show_problems([(path, "error", "Body value 2 is empty.")])
    assert form.reveal(path)
    assert QApplication.focusWidget() is named(form, "Body value 2")
    assert named(form, "Body value 2").accessibleDescription() == "Body value 2 is empty."
    assert not form.reveal("image.link")


def test_problem_without_a_field_is_said_at_the_end(form: TemplateForm) -> None:
    form.load(message(body("Ada"), body("Bo")))
    form.show_problems([("template.components[1]", "error", "There are two bodies.")])
    said = [one.text() for one in form.findChildren(type(form._rest)) if one.isVisible()]
    assert "There are two bodies." in said or named(form, "Template name")


def test_counter_turns_near_and_over_the_limit(form: TemplateForm) -> None:
    row_states = []
    for length in (10, 55, 60, 61):
        form.load(
            message({"type": "header", "parameters": [{"type": "text", "text": "é" * length}]})
        )
        field = form.field("header.text")
        assert field is not None
        row_states.append((field.aside.text(), field.aside.property("state") or ""))
    assert row_states == [
        ("10 / 60", ""),
        ("55 / 60", "warning"),
        ("60 / 60", "warning"),
        ("61 / 60", "danger"),
    ]


def test_clear_values_keeps_the_shape(form: TemplateForm) -> None:
    header = {"type": "header", "parameters": [{"type": "image", "image": {"link": "x"}}]}
    button = {
        "type": "button",
        "sub_type": "url",
        "index": "4",
        "parameters": [{"type": "text", "text": "abc"}],
    }
    phone = {"type": "button", "sub_type": "phone_number", "index": "5", "parameters": []}
    form.load(message(header, body("Ada", "Bo"), button, phone))
    form.clear_values()
    emptied = {"type": "header", "parameters": [{"type": "image", "image": {"link": ""}}]}
    no_value = button | {"parameters": [{"type": "text", "text": ""}]}
    assert form.raw() == message(emptied, body("", ""), no_value, phone)


def test_wheel_leaves_choices_alone(form: TemplateForm) -> None:
    form.load(message({"type": "button", "sub_type": "url", "index": "3", "parameters": []}))
    named(form, "Template text").setFocus()
    before = form.raw()
    for name in ("Header", "Button 1 kind", "Button 1 index", "Language", "Template name"):
        control = named(form, name)
        wheel = QWheelEvent(
            QPointF(5, 5),
            QPointF(control.mapToGlobal(QPoint(5, 5))),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(control, wheel)
    assert form.raw() == before


def test_tab_goes_through_the_form_in_order(qtbot: QtBot, form: TemplateForm) -> None:
    form.load(message({"type": "header", "parameters": [{"type": "text", "text": "x"}]}))
    press(qtbot, form, "Add body value")
    press(qtbot, form, "Add button")
    named(form, "Template name").setFocus()
    order = []
    for _ in range(13):
        order.append(QApplication.focusWidget().accessibleName())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert order[:12] == [
        "Template name",
        "Language",
        "Template text",
        "Header",
        "Header text",
        "Body value 1",
        "Remove body value 1",
        "Add body value",
        "Button 1 kind",
        "Button 1 index",
        "Button 1 value",
        "Remove button 1",
    ]


def test_odd_index_is_shown_and_kept(form: TemplateForm) -> None:
    button = {"type": "button", "sub_type": "url", "index": "12", "parameters": []}
    form.load(message(button))
    spin = named(form, "Button 1 index")
    assert spin.text() == "12"  # type: ignore[attr-defined]
    assert form.raw() == message(button)
    spin.stepUp()  # type: ignore[attr-defined]
    assert components(form)[0]["index"] == "0"
