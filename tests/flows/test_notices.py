"""What the notice bar says of what was done, and for how long."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from wa_composer.ui.log_model import DELIVERY, OUTCOME

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_an_outcome_names_who_it_is_about_and_stays(desk: Any) -> None:
    desk.send()
    number = desk.log_row()["Recipient"]
    assert desk.notice().startswith(f"Accepted for {number}: whatsapp-")
    desk.click("Image")
    assert "whatsapp-" in desk.notice()


def test_many_recipients_are_named_by_the_first(desk: Any) -> None:
    desk.type_into("Recipients", "+12025550121 +12025550122 +12025550123 +12025550124")
    desk.send()
    said = "Accepted: 4 messages, to +1 202 555 0121, +1 202 555 0122 and 2 more"
    assert desk.notice() == said


@pytest.mark.parametrize("number", ["+12025550105", "+12025550106"])
def test_a_reason_and_what_to_do_are_two_sentences(desk: Any, number: str) -> None:
    desk.type_into("Recipients", number)
    desk.send()
    assert desk.notice().startswith(desk.log_row()["Recipient"] + ": ")
    reason, _, action = desk.notice().rpartition(". ")
    assert reason
    assert action.endswith(".")
    assert "error Correct" not in desk.notice()


def test_copying_a_key_from_the_log_says_so_and_gives_way(desk: Any) -> None:
    desk.send()
    desk.click("Copy key")
    desk.window.log.table.setFocus()
    desk.qtbot.mouseClick(desk.window.log.copy_key, Qt.MouseButton.LeftButton)
    assert desk.notice() == "The key was copied."
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_2, CONTROL)
    assert desk.notice().startswith("Accepted for")


def test_what_was_done_is_not_said_any_more_on_another_page_or_type(desk: Any) -> None:
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_N, CONTROL)
    assert desk.notice() == "A new message."
    desk.click("Image")
    assert desk.notice() == ""
    desk.type_into("Caption", "x")
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_N, CONTROL)
    assert desk.notice() == "A new message."
    desk.window.show_page("help")
    desk.window.show_page("compose")
    assert desk.notice() == ""


@pytest.mark.logs_warnings
def test_at_a_bad_start_each_failure_can_be_read(open_desk: Any, private_home: Path) -> None:
    (private_home / "templates.json").mkdir(parents=True)
    (private_home / "log.sqlite3").write_bytes(b"no database" * 500)
    desk = open_desk()
    desk.until(lambda: "log.sqlite3" in desk.notice() or "templates.json" in desk.notice())
    desk.until(lambda: desk.control("1 more") is not None)
    first = desk.notice()
    desk.click("1 more")
    both = {first, desk.notice()}
    assert any("templates.json" in said for said in both)
    assert any("log.sqlite3" in said for said in both)


def test_what_a_refusal_says_is_whole_in_details_and_in_the_log(desk: Any) -> None:
    desk.type_into("Recipients", "+12025550101")
    desk.send()
    desk.answer("Details")
    shown = desk.window.notice.findChild(QPlainTextEdit).toPlainText()
    assert "The server answered HTTP 401." in shown
    assert "It said: unauthorized" in shown
    assert "What to do: Ask an administrator" in shown
    model = desk.window.log.model
    tip = model.index(0, OUTCOME).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[0].startswith("✕ Refused: The key is wrong")
    assert "HTTP 401" in tip
    desk.type_into("Recipients", "+12025550106")
    desk.send()
    tip = model.index(0, OUTCOME).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[0] == "? Unknown: may have gone out"
    assert "The server failed" in tip


def test_delivery_says_what_is_known_of_it(desk: Any) -> None:
    desk.send()
    model = desk.window.log.model
    cell = model.index(0, DELIVERY).data(Qt.ItemDataRole.ToolTipRole)
    head = model.headerData(DELIVERY, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert cell == head
    assert "not known here" in head


def test_an_acceptance_does_not_come_back_under_another_message(desk: Any) -> None:
    desk.send()
    assert desk.notice().startswith("Accepted for")
    desk.type_into("Recipients", "+12025550123")
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_N, CONTROL)
    assert desk.notice() == "A new message."
    desk.click("Image")  # ends what is said of that
    assert desk.notice() == ""


def test_a_failure_stays_under_another_message(desk: Any) -> None:
    desk.type_into("Recipients", "+12025550101")
    desk.send()
    said = desk.notice()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_N, CONTROL)
    assert desk.notice() == "A new message."
    desk.click("Image")
    assert desk.notice() == said
