"""A button that brings another thing into the place of the one it acted upon."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton


class OnceButton(QPushButton):
    """A double click is one click: the second was not meant for what stands there since then."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
