"""Nothing is sent before it was in sight: what is pressed while the program opens does nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

pytestmark = pytest.mark.takes_a_look


def leave_a_ready_draft(desk: Any) -> None:
    desk.type_into("Recipients", "+12025550177")
    for name, text in (("Header text", "A-1042"), ("Body value 1", "Ada"), ("Body value 2", "Mo")):
        desk.type_into(name, text)
    assert desk.window.action_bar.send.accessibleName() == "Send 1 message"
    desk.finish(desk.program.close())
    desk.window.close()


@pytest.mark.parametrize("how", ["key", "button"])
def test_a_draft_that_comes_back_is_not_sent_before_it_is_seen(
    open_desk: Callable[..., Any], how: str
) -> None:
    leave_a_ready_draft(open_desk())
    desk = open_desk(unseen=True)
    bar = desk.window.action_bar

    def press() -> None:
        if how == "key":
            desk.qtbot.keyClick(desk.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            desk.qtbot.mouseClick(bar.send, Qt.MouseButton.LeftButton)

    assert bar.held and "until the message is shown" in bar.send.accessibleDescription()
    press()
    assert not desk.program.composing.busy
    desk.until(lambda: not bar.held)
    assert not desk.program.composing.busy and desk.window.log.model.rowCount() == 0
    assert bar.send.accessibleDescription() == ""
    press()
    desk.until(lambda: desk.window.log.model.rowCount() == 1)
    assert desk.log_row()["Recipient"].replace(" ", "").endswith("12025550177")


def test_it_is_held_from_the_first_paint_on(begin: Callable[..., Any], qtbot: Any) -> None:
    held: list[bool] = []
    begin(lambda window: held.append(window.action_bar.held))
    assert held == [True]
