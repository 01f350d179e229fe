"""Several lines of text in a box that grows with them."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import (
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from wa_composer.ui.widgets.form_text import FormText

# toPlainText would also turn no-break spaces into plain ones, and so change what was pasted.
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n", 0xFDD0: "\n", 0xFDD1: "\n"}
_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class GrowingEdit(FormText, QPlainTextEdit):
    """Between `least` and `most` lines high, then it scrolls.

    Tab goes on to the next field, Enter makes a new line, Undo and Redo belong to the form.
    """

    def __init__(self, least: int = 2, most: int = 9, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        made = self._make_document()
        if made is not None:
            self.setDocument(made)
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Blanks that hang over the end of a line would bring a bar that takes room from the lines.
        self.setHorizontalScrollBarPolicy(_OFF)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """The text, its lines ended by newlines."""
        return self.document().toRawText().translate(_LINE_ENDS)

    def show_text(self, text: str) -> None:
        """Put other text there without a signal, with the cursor at its end if it is here."""
        if self.text() == text:
            return
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        if self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.blockSignals(blocked)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as the text asks for, within the bounds."""
        lines = math.ceil(self.document().size().height())  # a plain text document counts lines
        lines = max(self._least, min(self._most, lines))
        first = self.document().firstBlock()
        # Qt counts a last line that ends less than a pixel above the edge as cut off, and scrolls.
        around = 2 * self.document().documentMargin() + 1
        # Asked for its own sake: this lays the block out.
        line = self.blockBoundingRect(first).height() and first.layout().boundingRect().height()
        wrapped = first.layout().lineCount()
        high = line / wrapped if wrapped else self.fontMetrics().lineSpacing()
        return QSize(240, math.ceil(lines * high + around) + self._frame())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than a few words."""
        return QSize(80, self.sizeHint().height())

    def _make_document(self) -> QTextDocument | None:
        """Another document than Qt's own, or None."""
        return None

    def _frame(self) -> int:
        """Borders and padding above and below the text, as the style sheet has them."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, 200, 200)
        inner = self.style().subElementRect(QStyle.SubElement.SE_ShapedFrameContents, option, self)
        return 200 - inner.height()

    def _fit(self) -> None:
        over = self.document().size().height() > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else _OFF
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        high = self.sizeHint().height()
        if high != self.height():
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew at another width."""
        super().resizeEvent(event)
        self._fit()

    def _standard_menu(self) -> QMenu:
        return self.createStandardContextMenu()
