"""A message to a thousand people is written as smoothly as one to a single person."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from steps import Steps

MANY = [f"+4477009{n:05}" for n in range(1000)]
STEPS_EACH = (150, 600)
"""Of a letter in a value, and of one among the numbers: to look at one and to count it."""


def keystroke(desk: Any, name: str) -> int:
    """The steps that a key takes in a field, with the painting after it."""
    field = desk.control(name)
    field.setFocus()
    counted = Steps()
    with counted.counting():
        desk.qtbot.keyClick(field, Qt.Key.Key_1)
        field.grab()
    desk.qtbot.keyClick(field, Qt.Key.Key_Backspace)
    return counted.taken


@pytest.mark.parametrize("page", ["preview", "request"])
@pytest.mark.parametrize("between", ["\n", ", "], ids=["lines", "one line"])
def test_a_keystroke_hardly_grows_with_the_recipients(desk: Any, page: str, between: str) -> None:
    desk.window.preview.show_page(page)
    names = ("Body value 1", "Recipients")
    for name in names:  # whatever is made when it is first needed
        keystroke(desk, name)
    one = [keystroke(desk, name) for name in names]
    desk.pane.recipients_field.load(between.join(MANY))
    desk.pane.edited.emit()
    assert desk.window.action_bar.send.accessibleName() == "Send 1000 messages"
    many = [keystroke(desk, name) for name in names]
    # Each number is looked at, and nothing else is done a thousand times over.
    for before, after, each in zip(one, many, STEPS_EACH, strict=True):
        assert after - before < each * len(MANY)


def test_the_request_to_all_of_them_is_there_whole_when_it_is_wanted(desk: Any) -> None:
    desk.pane.recipients_field.load("\n".join(MANY))
    desk.pane.edited.emit()
    desk.type_into("Body value 1", "Ada")
    desk.window.keys.copy_json.trigger()
    copied = json.loads(desk.clipboard())
    assert [message["phoneNumber"] for message in copied["messages"]] == MANY
    assert copied == desk.program.composer.raw()
    desk.window.preview.show_page("request")
    desk.type_into("Body value 1", "Grace")
    view = desk.window.request.view
    desk.until(lambda: view.toPlainText().count("Grace") == len(MANY))


def test_a_fault_of_the_message_is_said_once_and_each_number_s_own_at_it(desk: Any) -> None:
    desk.pane.recipients_field.load("\n".join([*MANY[:500], "+44770", *MANY[500:]]))
    desk.type_into("Body value 2", "")
    assert desk.window.action_bar.fix.accessibleName() == "2 things to fix"
    faults = [(f.recipient, f.path) for f in desk.program.composing.faults]
    assert faults == [(None, faults[0][1]), (500, "")]


@pytest.mark.parametrize("between", ["\n", ", "], ids=["lines", "one line"])
@pytest.mark.parametrize("place", [0, 700])
def test_send_goes_to_the_wrong_number_among_them(desk: Any, between: str, place: int) -> None:
    desk.pane.recipients_field.load(between.join([*MANY[:place], "12345", *MANY[place:]]))
    desk.pane.edited.emit()
    desk.window.action_bar.press()
    field = desk.control("Recipients")
    assert field.hasFocus()
    assert field.text()[: field.textCursor().position()].endswith("12345")
    assert field.viewport().rect().contains(field.cursorRect())
    assert "12345" in field.accessibleDescription()
