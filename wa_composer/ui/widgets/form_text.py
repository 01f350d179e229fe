"""What every text in a form leaves to others: Undo and Redo to the form, files to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    _Text = QWidget
else:
    _Text = object


def is_undo(event: QEvent) -> bool:
    """Whether a key event asks for Undo or Redo."""
    return isinstance(event, QKeyEvent) and (
        event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    )


def brings_files(event: QDropEvent) -> bool:
    """Whether files are dragged here: they are for the window, and no text to be put in."""
    return any(url.isLocalFile() for url in event.mimeData().urls())


class FormText(_Text):
    """Stands before Qt's class among the bases of a text widget."""

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
        """The usual menu without its own Undo and Redo, which know this text only."""
        menu = self._standard_menu()
        for action in menu.actions()[:3]:  # Undo, Redo and the line under them
            menu.removeAction(action)
        menu.popup(event.globalPos())

    def _standard_menu(self) -> QMenu:
        """Qt's own menu."""
        raise NotImplementedError
