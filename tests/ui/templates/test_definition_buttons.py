"""The editor's buttons: kinds, places and values by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from form_driver import named, press, type_into
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wa_composer.ui.templates.definition_form import DefinitionForm

Choose = Callable[[str, str], None]


def _part(form: DefinitionForm, kind: str) -> Any:
    return next((p for p in form.raw()["components"] if p["type"].lower() == kind), None)


def test_each_kind_of_button(form: DefinitionForm, qtbot: QtBot, choose: Choose) -> None:
    for _ in range(3):
        press(qtbot, form, "Add button")
    choose("Button 1 kind", "url")
    type_into(qtbot, form, "Button 1 text", "Go")
    type_into(qtbot, form, "Button 1 link", "https://example.com/{{1}}")
    type_into(qtbot, form, "Button 1 example", "sale")
    choose("Button 2 kind", "phone_number")
    type_into(qtbot, form, "Button 2 text", "Call")
    type_into(qtbot, form, "Button 2 phone number", "+12025550140")
    choose("Button 3 kind", "copy_code")
    type_into(qtbot, form, "Button 3 example code", "SPRING")
    assert _part(form, "buttons")["buttons"] == [
        {
            "type": "URL",
            "text": "Go",
            "url": "https://example.com/{{1}}",
            "example": ["https://example.com/sale"],
        },
        {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+12025550140"},
        {"type": "COPY_CODE", "example": "SPRING"},
    ]
    press(qtbot, form, "Move button 3 up")
    kinds = [each["type"] for each in _part(form, "buttons")["buttons"]]
    assert kinds == ["URL", "COPY_CODE", "PHONE_NUMBER"]
    for _ in range(3):
        press(qtbot, form, "Remove button 1")
    assert _part(form, "buttons") is None


def _button(form: DefinitionForm, number: int = 0) -> dict[str, Any]:
    return dict(_part(form, "buttons")["buttons"][number])


def test_a_button_of_another_kind_has_all_of_its_own_when_it_is_of_this_kind_again(
    form: DefinitionForm, qtbot: QtBot, choose: Choose
) -> None:
    press(qtbot, form, "Add button")
    type_into(qtbot, form, "Button 1 text", "Go")
    choose("Button 1 kind", "url")
    type_into(qtbot, form, "Button 1 link", "https://example.com/{{1}}")
    type_into(qtbot, form, "Button 1 example", "sale")
    link = _button(form)
    choose("Button 1 kind", "phone_number")
    type_into(qtbot, form, "Button 1 phone number", "+12025550140")
    call = _button(form)
    assert call == {"type": "PHONE_NUMBER", "text": "Go", "phone_number": "+12025550140"}
    choose("Button 1 kind", "copy_code")
    type_into(qtbot, form, "Button 1 example code", "SPRING")
    code = _button(form)
    assert code == {"type": "COPY_CODE", "example": "SPRING"}
    press(qtbot, form, "Add button")
    press(qtbot, form, "Move button 1 down")
    for kind, whole in (("url", link), ("phone_number", call), ("copy_code", code)):
        choose("Button 2 kind", kind)
        assert _button(form, 1) == whole
        form.undo()
        form.redo()
        assert _button(form, 1) == whole
    choose("Button 2 kind", "quick_reply")
    assert _button(form, 1) == {"type": "QUICK_REPLY", "text": "Go"}


def test_buttons_change_places_by_mouse_and_by_keys_and_the_cursor_goes_along(
    form: DefinitionForm, qtbot: QtBot
) -> None:
    for number in range(3):
        press(qtbot, form, "Add button")
        type_into(qtbot, form, f"Button {number + 1} text", "abc"[number])

    def texts() -> str:
        return "".join(each["text"] for each in _part(form, "buttons")["buttons"])

    def focused() -> str:
        widget = form.window().focusWidget()
        return "" if widget is None else widget.accessibleName()

    assert not named(form, "Move button 1 up").isEnabled()
    assert not named(form, "Move button 3 down").isEnabled()
    named(form, "Move button 1 down").setFocus()
    qtbot.keyClick(named(form, "Move button 1 down"), Qt.Key.Key_Space)
    assert (texts(), focused()) == ("bac", "Move button 2 down")
    qtbot.keyClick(named(form, "Move button 2 down"), Qt.Key.Key_Space)
    assert (texts(), focused()) == ("bca", "Move button 3 up")
    named(form, "Button 3 text").setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(named(form, "Button 3 text"), Qt.Key.Key_Up, alt)
    assert (texts(), focused()) == ("bac", "Button 2 text")
    qtbot.keyClick(named(form, "Button 2 text"), Qt.Key.Key_Up, alt)
    qtbot.keyClick(named(form, "Button 1 text"), Qt.Key.Key_Up, alt)
    assert (texts(), focused()) == ("abc", "Button 1 text")
    qtbot.keyClick(named(form, "Button 1 text"), Qt.Key.Key_Down, alt)
    assert (texts(), focused()) == ("bac", "Button 2 text")
    form.undo()
    assert texts() == "abc"


def test_no_fault_of_a_field_is_left_behind_that_its_button_has_no_more(
    form: DefinitionForm, qtbot: QtBot, choose: Choose
) -> None:
    press(qtbot, form, "Add button")
    named(form, "Button 1 kind").setFocus()  # the text is left empty
    form.show_problems([("components[1].buttons[0].text", "error", "It needs a text.")])
    assert "It needs a text." in _said(form)
    choose("Button 1 kind", "copy_code")
    form.show_problems([])
    assert "It needs a text." not in _said(form)


def _said(form: DefinitionForm) -> str:
    return "\n".join(each.text() for each in form.findChildren(QLabel) if each.isVisible())
