"""What is acted on is in sight: nothing cut off, and a form seen from its beginning."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

CONTROL = Qt.KeyboardModifier.ControlModifier


def in_viewport(desk: Any, widget: QWidget) -> bool:
    """Whether the whole of a control of the form can be seen."""
    view = desk.window.form_area().viewport()
    place = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())
    return bool(view.rect().contains(place))


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_with_two_messages_nothing_is_cut_off_at_the_side(desk: Any, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    desk.click("Add message")
    view = desk.window.form_area().viewport()
    desk.until(lambda: desk.pane.mapTo(view, QPoint(desk.pane.width(), 0)).x() <= view.width())
    for name in ("Previous message", "Remove message", "Add message", "From"):
        control = desk.control(name)
        assert in_viewport(desk, control), name
        assert control.width() >= control.minimumSizeHint().width(), name
    assert desk.control("Message 2 of 2").isVisible()


def test_another_type_is_seen_from_its_beginning_and_as_long_as_it_is(desk: Any) -> None:
    desk.window.resize(1024, 640)
    bar = desk.window.form_area().verticalScrollBar()
    desk.until(lambda: bar.maximum() > 200)
    long = bar.maximum()
    bar.setValue(long)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_3, CONTROL)
    desk.until(lambda: bar.maximum() < long / 2)
    assert in_viewport(desk, desk.control("Image link"))
    assert in_viewport(desk, desk.pane.kinds)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_2, CONTROL)
    desk.until(lambda: bar.maximum() > long)
    bar.setValue(bar.maximum())
    desk.control("Button 1 ID").setFocus()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_1, CONTROL)
    desk.until(lambda: bar.maximum() <= long)
    assert in_viewport(desk, desk.control("Template name"))
    # What is typed next goes to a field in sight.
    assert in_viewport(desk, desk.window.focusWidget())
    assert desk.pane.form.isAncestorOf(desk.window.focusWidget())
