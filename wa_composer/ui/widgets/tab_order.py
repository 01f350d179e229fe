"""Tab goes through controls in the order in which layouts show them, whenever they were made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def controls(layout: QLayout) -> Iterator[QWidget]:
    """The controls within a layout that take the focus, in the order of the layout."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        elif widget is not None:
            inner = widget.layout()
        if inner is not None:
            yield from controls(inner)


def put_in_order(layout: QLayout) -> None:
    """Let Tab follow the layout."""
    before: QWidget | None = None
    for control in controls(layout):
        if before is not None:
            QWidget.setTabOrder(before, control)
        before = control
