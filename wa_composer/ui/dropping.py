"""Files and text that are dropped on the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """`files` tells the paths of dropped files, `text` a dropped text.

    A field of text that is dropped on takes text itself.
    """

    files = Signal(list)
    text = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped on the window."""
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = _paths(event)
            if paths:
                self.files.emit(paths)
            elif event.mimeData().hasText():
                self.text.emit(event.mimeData().text())
            event.acceptProposedAction()
            return True
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if _paths(event) or event.mimeData().hasText():
                event.acceptProposedAction()
            return True
        return False


def _paths(event: QDropEvent) -> list[str]:
    urls = event.mimeData().urls()
    return [url.toLocalFile() for url in urls if url.isLocalFile()]
