"""A line of text that leaves Undo and Redo to the form it stands in."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QWidget

_NO_LIMIT = 10_000_000


def is_undo(event: QEvent) -> bool:
    """Whether a key event asks for Undo or Redo."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


def brings_files(event: QDropEvent) -> bool:
    """Whether files are dragged here: they are for the window, and no text to be put in."""
    return any(url.isLocalFile() for url in event.mimeData().urls())


class LineEdit(QLineEdit):
    """One line; too long text is kept whole, since faults are said and never cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_NO_LIMIT)

    def show_text(self, text: str) -> None:
        """Put text there without a signal, seen from its beginning; the cursor stays if equal."""
        if self.text() == text:
            return
        blocked = self.blockSignals(True)
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)
        self.blockSignals(blocked)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the window."""
        if brings_files(event):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def event(self, event: QEvent) -> bool:
        """Pass Undo and Redo on to the form."""
        if event.type() == QEvent.Type.ShortcutOverride and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, except Undo and Redo."""
        if is_undo(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu without its own Undo and Redo, which know this line only."""
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:  # Undo, Redo and the line under them
            menu.removeAction(action)
        menu.popup(event.globalPos())
