"""The exact request as JSON, to read and to copy; nothing is edited here."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wa_composer.ui.theme import LIGHT, Palette, fixed_family

TOKEN = re.compile(r'"(?:\\.|[^"\\])*"(\s*:)?|-?\b\d[\d.eE+-]*\b|\b(?:true|false|null)\b')


class RequestPane(QWidget):
    """Shows the request in the fixed face with a light tint; Copy JSON takes the whole."""

    copied = Signal()

    def __init__(self, palette: Palette = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = QPlainTextEdit(self)
        self.view.setObjectName("requestText")
        self.view.setReadOnly(True)
        self.view.setAccessibleName(self.tr("Request"))
        self.view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.view.setTabChangesFocus(True)
        font = QFont(self.font())
        font.setFamilies([fixed_family()])
        self.view.setFont(font)
        self._tint = _Tint(self.view, palette)
        self.copy = QPushButton(self.tr("Copy JSON"), self)
        self.copy.setAccessibleName(self.tr("Copy JSON"))
        self.copy.setProperty("role", "plain")
        self.copy.setAutoDefault(False)
        hint = QLabel(self.tr("The key is never part of it."), self)
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self.copy.clicked.connect(self.copy_json)
        self.copy.setEnabled(False)

    def show_request(self, text: str) -> None:
        """Show `text`, the pretty-printed request; the place read at is kept."""
        if text == self.view.toPlainText():
            return
        bar = self.view.verticalScrollBar()
        place = bar.value()
        self.view.setPlainText(text)
        bar.setValue(place)
        self.copy.setEnabled(bool(text))

    def show_palette(self, palette: Palette) -> None:
        """Tint with other colours."""
        self._tint.show_palette(palette)

    def copy_json(self) -> None:
        """Put the whole request on the clipboard."""
        if self.view.toPlainText():
            QGuiApplication.clipboard().setText(self.view.toPlainText())
            self.copied.emit()


class _Tint(QSyntaxHighlighter):
    """Names muted, texts in the accent, numbers and words of JSON in the warning colour."""

    def __init__(self, view: QPlainTextEdit, palette: Palette) -> None:
        super().__init__(view.document())
        self._colours = palette

    def show_palette(self, palette: Palette) -> None:
        self._colours = palette
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for found in TOKEN.finditer(text):
            shape = QTextCharFormat()
            shape.setForeground(QColor(self._colour(found)))
            self.setFormat(_utf16(text, found.start()), _utf16(found.group(), None), shape)
            if found.group(1):
                break_at = found.end() - len(found.group(1))
                shape.setForeground(QColor(self._colours.text))
                self.setFormat(_utf16(text, break_at), len(found.group(1)), shape)

    def _colour(self, found: re.Match[str]) -> str:
        if not found.group().startswith('"'):
            return self._colours.warning
        return self._colours.muted if found.group(1) else self._colours.accent


def _utf16(text: str, end: int | None) -> int:
    """Length of `text[:end]` in the UTF-16 units Qt counts in."""
    return len(text[:end].encode("utf-16-le", "surrogatepass")) // 2
