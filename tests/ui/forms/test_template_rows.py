"""The template form: rows, undo, faults and counters, driven by keys and clicks."""

from __future__ import annotations

from form_driver import body, components, message, named, press, type_into
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wa_composer.ui.forms import TemplateForm


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
    named(form, "Write its text").setFocus()
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
        "Write its text",
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
