"""A line of text that leaves Undo and Redo to the form it stands in."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from wa_composer.ui.widgets.form_text import FormText

_NO_LIMIT = 10_000_000


class LineEdit(FormText, QLineEdit):
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

    def _standard_menu(self) -> QMenu:
        return self.createStandardContextMenu()
