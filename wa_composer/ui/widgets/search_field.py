"""A line to search in, with a magnifier and, once there is a text, a button that empties it."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QWidget


class SearchField(QLineEdit):
    """Named `words`; the button waits for the first text, as making it loads a theme of icons."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self._magnifier = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self._offer_to_clear)

    def show_magnifier(self, icon: QIcon) -> None:
        """Draw the magnifier, in the colours of the window."""
        self._magnifier.setIcon(icon)

    def _offer_to_clear(self) -> None:
        self.textChanged.disconnect(self._offer_to_clear)
        self.setClearButtonEnabled(True)
