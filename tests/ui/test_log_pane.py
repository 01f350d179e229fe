"""The log pane driven by keys and clicks."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wa_composer.ui.log_pane import LogPane

QUICK = (
    '{"messages":[{"message":{"template":'
    '{"components":[{"type":"button","sub_type":"quick_reply"}]}}}]}'
)


@dataclass(frozen=True)
class Row:
    id: int
    key: str = ""
    request: str = "{}"
    type: str = "template"
    outcome: str = "accepted"
    time: str = "2024-03-05T10:21:00Z"
    account: str = "Practice"
    recipient: str = "+447700900123"
    summary: str = "Template order_update (en)"
    status: int | None = None
    code: str = ""
    reason: str = ""
    delivery: str = ""


ROWS = (Row(9, "whatsapp-nine", QUICK), Row(7, "whatsapp-seven"), Row(4, outcome="refused"))


@pytest.fixture
def pane(qtbot: QtBot) -> LogPane:
    pane = LogPane()
    qtbot.addWidget(pane)
    pane.resize(1024, 160)
    pane.show_rows(ROWS)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def click_line(pane: LogPane, qtbot: QtBot, line: int) -> None:
    place = pane.table.visualRect(pane.model.index(line, 1)).center()
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_table_and_search_bear_their_names(pane: LogPane) -> None:
    assert pane.table.accessibleName() == "Log"
    assert pane.search_field.accessibleName() == "Search log"


def test_nothing_can_be_done_until_a_row_is_chosen(pane: LogPane) -> None:
    assert not any(b.isEnabled() for b in (pane.copy_key, pane.use, pane.reply))


def test_use_again_names_the_row(pane: LogPane, qtbot: QtBot) -> None:
    click_line(pane, qtbot, 1)
    with qtbot.waitSignal(pane.use_again) as asked:
        qtbot.mouseClick(pane.use, Qt.MouseButton.LeftButton)
    assert asked.args == [7]


def test_enter_on_a_row_uses_it_again(pane: LogPane, qtbot: QtBot) -> None:
    pane.focus_table()
    with qtbot.waitSignal(pane.use_again) as asked:
        qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    assert asked.args == [9]


def test_only_quick_reply_templates_offer_an_answer(pane: LogPane, qtbot: QtBot) -> None:
    click_line(pane, qtbot, 1)
    assert not pane.reply.isEnabled()
    assert "quick replies" in pane.reply.toolTip()  # why it cannot be pressed
    click_line(pane, qtbot, 0)
    assert pane.reply.isEnabled()
    with qtbot.waitSignal(pane.answer) as asked:
        qtbot.mouseClick(pane.reply, Qt.MouseButton.LeftButton)
    assert asked.args == [9]


def test_the_key_is_copied_by_button_and_by_key(pane: LogPane, qtbot: QtBot) -> None:
    click_line(pane, qtbot, 1)
    qtbot.mouseClick(pane.copy_key, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "whatsapp-seven"
    click_line(pane, qtbot, 0)
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "whatsapp-nine"
    click_line(pane, qtbot, 2)
    assert not pane.copy_key.isEnabled()


def test_a_search_is_asked_for_once_typing_pauses(pane: LogPane, qtbot: QtBot) -> None:
    asked: list[str] = []
    pane.search.connect(asked.append)
    qtbot.keyClicks(pane.search_field, "order")
    qtbot.waitUntil(lambda: asked == ["order"])


def test_enter_searches_at_once(pane: LogPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.search_field, "x")
    with qtbot.waitSignal(pane.search, timeout=100) as asked:
        qtbot.keyClick(pane.search_field, Qt.Key.Key_Return)
    assert asked.args == ["x"]


def test_the_message_just_sent_is_in_sight_and_chosen(pane: LogPane, qtbot: QtBot) -> None:
    older = tuple(Row(number, f"whatsapp-{number}") for number in range(60, 9, -1)) + ROWS
    pane.show_rows(older)
    pane.table.scrollToBottom()
    click_line(pane, qtbot, len(older) - 2)
    pane.show_rows((Row(62, "whatsapp-new"), Row(61, "whatsapp-its-twin"), *older))
    assert pane.table.verticalScrollBar().value() == 0
    assert pane.table.selected_index().row() == 0
    qtbot.mouseClick(pane.copy_key, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "whatsapp-new"


def test_the_first_message_of_an_empty_log_is_chosen_as_any_other(qtbot: QtBot) -> None:
    pane = LogPane()
    qtbot.addWidget(pane)
    pane.show_rows(())
    pane.show_rows(ROWS[2:])
    assert pane.use.isEnabled()


def test_the_chosen_message_stays_chosen_while_nothing_is_sent(pane: LogPane, qtbot: QtBot) -> None:
    click_line(pane, qtbot, 1)
    pane.show_rows((Row(9, "whatsapp-nine", delivery="read"), *ROWS[1:]))
    assert pane.table.selected_index().row() == 1
    pane.show_rows(ROWS[1:])  # a search
    assert pane.table.selected_index().row() == 0
    pane.show_rows(ROWS)
    assert pane.table.selected_index().row() == 1


def test_nothing_is_said_of_a_log_that_was_not_read_yet(qtbot: QtBot) -> None:
    pane = LogPane()
    qtbot.addWidget(pane)
    pane.show()
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert not any("Nothing" in text for text in shown)
    assert not pane.table.isVisible()


def test_an_empty_log_says_what_will_be_there(pane: LogPane) -> None:
    pane.show_rows(())
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert any("Nothing sent yet" in text for text in shown)


def test_folded_it_still_says_the_last_outcome(pane: LogPane, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.fold_button, Qt.MouseButton.LeftButton)
    assert pane.is_folded()
    assert not pane.table.isVisible()
    assert pane.fold_button.accessibleName() == "Open log"
    shown = [label.accessibleName() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert any("✓ Accepted" in text for text in shown)
    pane.focus_table()
    assert not pane.is_folded()
