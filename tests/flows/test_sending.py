"""Stories of sending, in the real window against the practice account."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt

ADA = "+12025550123"


def test_the_first_window_shows_a_sample_that_can_be_sent_at_once(desk: Any) -> None:
    assert desk.window.action_bar.send.accessibleName() == "Send 1 message"
    desk.send()
    row = desk.log_row()
    assert row["Account"] == "Practice"
    assert "Accepted" in row["Outcome"]
    assert row["Key"].startswith("whatsapp-")
    assert "whatsapp-" in desk.notice()


def test_after_accepted_values_are_emptied_and_can_be_brought_back(desk: Any) -> None:
    before = desk.program.composer.raw()
    desk.send()
    after = desk.program.composer.raw()["messages"][0]
    assert after["phoneNumber"] == ""
    assert after["message"]["template"]["name"] == "order_update"
    texts = [p["text"] for c in after["message"]["template"]["components"] for p in c["parameters"]]
    assert texts and not any(texts)
    assert desk.window.focusWidget() is not None
    assert desk.window.focusWidget().accessibleName() == "Recipients"
    desk.answer("Copy key")
    assert desk.clipboard().startswith("whatsapp-")
    desk.answer("Bring back")
    assert desk.program.composer.raw() == before


@pytest.mark.parametrize(
    ("number", "outcome", "words"),
    [
        ("+12025550101", "Refused", "key"),
        ("+12025550102", "Refused", "internet address"),
        ("+12025550103", "Refused", ""),
        ("+12025550105", "Refused", "2002"),
        ("+12025550106", "Unknown", ""),
        ("+12025550108", "Unknown", ""),
        ("+12025550109", "Unknown", ""),
        ("+12025550110", "Unknown", ""),
    ],
)
def test_each_misbehaving_recipient_leaves_everything_in_the_form(
    desk: Any, number: str, outcome: str, words: str
) -> None:
    desk.type_into("Recipients", number)
    before = desk.program.composer.raw()
    desk.send()
    assert outcome in desk.log_row()["Outcome"]
    assert words in desk.log_row()["Outcome"] + desk.notice()
    assert desk.log_row()["Key"] in ("", "–")
    assert desk.program.composer.raw() == before


def test_a_rate_limited_request_is_repeated_and_accepted(desk: Any) -> None:
    desk.type_into("Recipients", "+12025550104")
    desk.send()
    assert "Accepted" in desk.log_row()["Outcome"]


def test_enter_held_down_and_double_clicks_send_once(desk: Any) -> None:
    send = desk.window.action_bar.send
    send.setFocus()
    for _ in range(5):
        desk.qtbot.keyClick(send, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.mouseDClick(send, Qt.MouseButton.LeftButton)
    desk.until(lambda: not desk.program.composing.busy)
    desk.until(lambda: desk.window.log.model.rowCount() > 0)
    assert desk.window.log.model.rowCount() == 1


def test_enter_in_a_field_never_sends(desk: Any) -> None:
    for name in ("Body value 1", "Recipients", "Template name"):
        field = desk.control(name)
        field.setFocus()
        desk.qtbot.keyClick(field, Qt.Key.Key_Return)
        assert not desk.program.composing.busy


def test_the_same_content_to_the_same_number_asks_once_in_the_bar(desk: Any) -> None:
    desk.send()
    desk.answer("Bring back")
    desk.qtbot.mouseClick(desk.window.action_bar.send, Qt.MouseButton.LeftButton)
    desk.until(lambda: "Send it again" in desk.notice())
    desk.until(lambda: not desk.program.composing.busy)
    assert desk.window.log.model.rowCount() == 1
    desk.answer("Send again")
    desk.until(lambda: desk.window.log.model.rowCount() == 2)


def test_pressing_send_with_a_fault_goes_to_the_field_and_says_it(desk: Any) -> None:
    desk.type_into("Body value 2", "")
    desk.control("Recipients").setFocus()
    desk.qtbot.mouseClick(desk.window.action_bar.send, Qt.MouseButton.LeftButton)
    focus = desk.window.focusWidget()
    assert focus.accessibleName() == "Body value 2"
    assert "Body value 2" in desk.window.action_bar.fix.accessibleDescription() + (
        desk.window.action_bar.fix.text()
    )
    assert desk.window.log.model.rowCount() == 0


def test_the_request_pane_shows_exactly_what_was_sent(desk: Any) -> None:
    shown = json.loads(desk.window.request.text())
    desk.send()
    row = desk.program.services.log.rows("", 1)[0]
    assert json.loads(row.request) == shown


def test_use_again_puts_the_message_back(desk: Any) -> None:
    before = desk.program.composer.raw()
    desk.send()
    desk.window.log.table.selectRow(0)
    desk.click("Use again")
    desk.until(lambda: desk.program.composer.raw() == before)


def test_a_message_that_is_not_ready_is_not_begun(open_desk: Any) -> None:
    """However Send is asked for: while the program starts, the bar knows no faults yet."""
    desk = open_desk()
    desk.window.new_requested.emit()
    desk.window.notice.dismiss()
    rows = desk.window.log.model.rowCount()
    desk.window.send_requested.emit()
    assert not desk.program.composing.busy
    assert desk.notice() == ""
    assert desk.window.log.model.rowCount() == rows


def test_a_number_that_stands_there_twice_gets_the_message_once(desk: Any) -> None:
    desk.type_into("Recipients", f"{ADA}, +1 (202) 555-0123")
    assert desk.window.action_bar.send.accessibleName() == "Send 1 message"
    field = desk.control("Recipients")
    assert desk.pane.recipients_field._box._rule == "1 without repeats"
    before = desk.window.log.model.rowCount()
    assert field.toPlainText() == f"{ADA}, +1 (202) 555-0123"  # what was typed stays
    desk.send()
    assert desk.window.log.model.rowCount() == before + 1


def test_a_request_with_the_same_message_twice_waits_for_one_to_be_removed(desk: Any) -> None:
    raw = desk.program.composer.raw()
    desk.program.composer.load({**raw, "messages": raw["messages"] * 2})
    desk.program.composing.show_composer()
    assert desk.program.composer.raw()["messages"] == raw["messages"] * 2
    assert desk.window.action_bar.fix.accessibleName() == "1 thing to fix"
    desk.click("1 thing to fix")
    assert "same message twice" in desk.control("Recipients").accessibleDescription()
    desk.click("Remove message")
    assert desk.window.action_bar.send.accessibleName() == "Send 1 message"
