"""The exact request as JSON, to read and to copy; nothing is edited here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QShowEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from wa_composer.ui.theme import LIGHT, Palette, fixed_family

TOKEN = re.compile(r'"(?:\\.|[^"\\])*"(\s*:)?|-?\b\d[\d.eE+-]*\b|\b(?:true|false|null)\b')

KEEP = QTextCursor.MoveMode.KeepAnchor
LONG = 1000
"""Lines from which on the text waits for a rest of REST_MS in the typing."""
REST_MS = 200


class RequestPane(QWidget):
    """Shows the request in the fixed face with a light tint; Copy JSON takes the whole.

    It is written out only when somebody looks at it or takes it, a long one when the typing rests.
    """

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
        self._make: Callable[[], str] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._catch_up)
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

    def follow(self, make: Callable[[], str]) -> None:
        """Show what `make` gives from now on; it is called when the text is wanted."""
        self._make = make
        if self.isVisible():
            self._rest.start(REST_MS if self.view.blockCount() > LONG else 0)

    def text(self) -> str:
        """The request as it is now."""
        self._catch_up()
        return self.view.toPlainText()

    def show_palette(self, palette: Palette) -> None:
        """Tint with other colours."""
        self._tint.show_palette(palette)

    def copy_json(self) -> None:
        """Put the whole request on the clipboard."""
        text = self.text()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit()

    def showEvent(self, event: QShowEvent) -> None:
        self._catch_up()
        super().showEvent(event)

    def _catch_up(self) -> None:
        self._rest.stop()
        make, self._make = self._make, None
        if make is not None:
            self.show_request(make())


class _Tint(QObject):
    """Names muted, texts in the accent, numbers and words of JSON in the warning colour.

    Only the lines in sight are tinted: a request to a thousand numbers has tens of thousands.
    """

    def __init__(self, view: QPlainTextEdit, palette: Palette) -> None:
        super().__init__(view)
        self._view = view
        self._colours = palette
        self._done: tuple[int, int, int] | None = None
        view.updateRequest.connect(self._tint)
        view.textChanged.connect(self._renew)

    def show_palette(self, palette: Palette) -> None:
        self._colours = palette
        self._renew()

    def _renew(self) -> None:
        self._done = None
        self._tint()

    def _tint(self) -> None:
        view = self._view
        first, high = view.firstVisibleBlock(), view.height()
        seen = (view.document().revision(), first.blockNumber(), high)
        if seen == self._done:
            return
        self._done = seen
        marks: list[QTextEdit.ExtraSelection] = []
        block, lines = first, high // max(1, view.fontMetrics().lineSpacing()) + 2
        while block.isValid() and lines > 0:
            marks += self._marks(block)
            block, lines = block.next(), lines - 1
        view.setExtraSelections(marks)

    def _marks(self, block: QTextBlock) -> Iterator[QTextEdit.ExtraSelection]:
        text = block.text()
        for found in TOKEN.finditer(text):
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(block)
            end = found.start(1) if found.group(1) else found.end()
            cursor.setPosition(block.position() + _utf16(text[: found.start()]))
            cursor.setPosition(block.position() + _utf16(text[:end]), KEEP)
            mark.cursor = cursor
            mark.format.setForeground(QColor(self._colour(found)))
            yield mark

    def _colour(self, found: re.Match[str]) -> str:
        if not found.group().startswith('"'):
            return self._colours.warning
        return self._colours.muted if found.group(1) else self._colours.accent


def _utf16(text: str) -> int:
    """The length in the UTF-16 units that Qt counts in."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
