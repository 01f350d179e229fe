"""What a list offers comes and goes behind the text that a person works on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from wa_composer.ui.widgets.combo import EditableCombo


@pytest.mark.parametrize("backwards", [False, True])
def test_what_is_marked_stays_marked_when_the_list_changes(qtbot: QtBot, backwards: bool) -> None:
    combo = EditableCombo()
    qtbot.addWidget(combo)
    combo.show_text("order_update")
    combo.line.setSelection(*((5, -5) if backwards else (0, 5)))
    at = combo.line.cursorPosition()
    combo.offer(["offer", "order_update"])
    assert (combo.line.selectedText(), combo.line.cursorPosition()) == ("order", at)
    qtbot.keyClicks(combo.line, "bill")
    assert combo.line.text() == "bill_update"


def test_where_nothing_is_marked_the_cursor_stays(qtbot: QtBot) -> None:
    combo = EditableCombo()
    qtbot.addWidget(combo)
    combo.show_text("order_update")
    combo.line.setCursorPosition(5)
    combo.offer(["offer"])
    assert not combo.line.hasSelectedText()
    qtbot.keyClick(combo.line, Qt.Key.Key_S)
    assert combo.line.text() == "orders_update"
