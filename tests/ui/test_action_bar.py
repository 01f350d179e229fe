"""The bar under the form, pressed with real keys and clicks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from wa_composer.ui.action_bar import ActionBar

FAULT = "Body value 2 is empty"


@pytest.fixture
def bar(qtbot: QtBot) -> ActionBar:
    bar = ActionBar()
    qtbot.addWidget(bar)
    bar.resize(620, 60)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def heard(bar: ActionBar) -> list[str]:
    said: list[str] = []
    bar.send_requested.connect(lambda: said.append("send"))
    bar.fix_requested.connect(lambda: said.append("fix"))
    return said


@pytest.mark.parametrize(
    ("count", "label"), [(0, "Send"), (1, "Send 1 message"), (12, "Send 12 messages")]
)
def test_the_button_says_what_it_will_do(bar: ActionBar, count: int, label: str) -> None:
    bar.show_state(count, [], busy=False)
    assert bar.send.text() == label
    assert bar.send.accessibleName() == label
    assert bar.send.accessibleDescription() == ""


def test_a_click_sends_once(bar: ActionBar, qtbot: QtBot) -> None:
    bar.show_state(1, [], busy=False)
    said = heard(bar)
    qtbot.mouseClick(bar.send, Qt.MouseButton.LeftButton)
    assert said == ["send"]


def test_a_double_click_sends_once_even_if_the_first_send_has_ended(
    bar: ActionBar, qtbot: QtBot
) -> None:
    bar.show_state(1, [], busy=False)
    said = heard(bar)
    qtbot.mouseClick(bar.send, Qt.MouseButton.LeftButton)
    bar.show_state(1, [], busy=True)
    bar.show_state(1, [], busy=False)
    qtbot.mouseDClick(bar.send, Qt.MouseButton.LeftButton)
    assert said == ["send"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_held_down_sends_once(bar: ActionBar, qtbot: QtBot, key: Qt.Key) -> None:
    bar.show_state(1, [], busy=False)
    said = heard(bar)
    bar.send.setFocus()
    qtbot.keyPress(bar.send, key)
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress) * 5:
        again = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", autorep=True)
        QCoreApplication.sendEvent(bar.send, again)
    qtbot.keyRelease(bar.send, key)
    assert said == ["send"]


def test_with_faults_it_stays_focusable_and_leads_to_the_first(
    bar: ActionBar, qtbot: QtBot
) -> None:
    bar.show_state(1, [FAULT], busy=False)
    said = heard(bar)
    bar.send.setFocus()
    assert bar.send.hasFocus()
    assert FAULT in bar.send.accessibleDescription()
    qtbot.keyClick(bar.send, Qt.Key.Key_Return)
    qtbot.mouseClick(bar.fix, Qt.MouseButton.LeftButton)
    assert said == ["fix", "fix"]


def test_the_link_names_the_first_fault_and_their_number(bar: ActionBar) -> None:
    bar.show_state(1, [FAULT], busy=False)
    assert bar.fix.accessibleName() == "1 thing to fix"
    assert bar.fix.whole() == f"1 thing to fix: {FAULT}"
    bar.show_state(1, [FAULT, "Recipients is empty"], busy=False)
    assert bar.fix.accessibleName() == "2 things to fix"
    assert bar.fix.accessibleDescription() == FAULT
    bar.show_state(1, [], busy=False)
    assert not bar.fix.isVisible()


def test_while_busy_nothing_is_sent(bar: ActionBar, qtbot: QtBot) -> None:
    bar.show_state(1, [], busy=True)
    said = heard(bar)
    qtbot.mouseClick(bar.send, Qt.MouseButton.LeftButton)
    assert bar.send.text() == "Sending…"
    assert said == []


def test_the_button_keeps_its_width_while_busy(bar: ActionBar) -> None:
    bar.show_state(1, [], busy=False)
    width = bar.send.sizeHint().width()
    bar.show_state(1, [], busy=True)
    assert bar.send.sizeHint().width() == width


def test_doubts_are_said_quietly_and_do_not_hold_up(bar: ActionBar, qtbot: QtBot) -> None:
    bar.show_state(1, [], busy=False, warnings=["A first doubt", "A second"])
    said = heard(bar)
    assert bar.hint.whole() == "A first doubt (and 1 more)"
    qtbot.mouseClick(bar.send, Qt.MouseButton.LeftButton)
    assert said == ["send"]


def test_a_long_fault_never_pushes_send_out_of_sight(bar: ActionBar) -> None:
    bar.show_state(1, ["A very long sentence " * 30], busy=False)
    assert bar.minimumSizeHint().width() < 500
    assert bar.rect().contains(bar.send.geometry())
