"""A line of text that leaves Undo and Redo to the form it stands in."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from wa_composer.ui.widgets.form_text import FormText

NO_LIMIT = 2_147_483_647
"""Qt has a line end after 32,767 letters, and cuts off what is more without a word."""


class LineEdit(FormText, QLineEdit):
    """One line; too long text is kept whole, since faults are said and never cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(NO_LIMIT)

    def show_text(self, text: str) -> None:
        """Put text there without a signal, seen from its beginning; the cursor stays if equal."""
        if self.text() == text:
            return
        blocked = self.blockSignals(True)
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)
        self.blockSignals(blocked)

    def _standard_menu(self) -> QMenu:
        return self.createStandardContextMenu()
