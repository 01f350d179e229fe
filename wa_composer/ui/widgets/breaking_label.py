"""A label that wraps within words no line could hold, and gives its text out as it is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLabel, QMenu, QWidget

LONGEST_WORD, PIECE = 48, 8
_BREAK = "\u200b"
_AS_TYPED = {ord(_BREAK): None, 0x2028: "\n", 0x2029: "\n"}


class BreakingLabel(QLabel):
    """Plain text in lines; what is read from it or copied is without the places to wrap.

    Words of more than `longest` letters get such places. Qt knows no other way to wrap a label
    within words than signs that are not seen.
    """

    def __init__(
        self,
        text: str = "",
        *,
        longest: int = LONGEST_WORD,
        selectable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._longest = longest
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(breakable(text, self._longest))
        self.setAccessibleName(text)

    def text(self) -> str:
        """The text as it was given."""
        return super().text().translate(_AS_TYPED)

    def selectedText(self) -> str:
        """What is marked of the text."""
        return super().selectedText().translate(_AS_TYPED)

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def copy(self) -> None:
        """Put what is marked onto the clipboard."""
        if self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.selectedText())

    def select_all(self) -> None:
        """Mark the whole text."""
        self.setSelection(0, len(super().text().encode("utf-16-le")) // 2)
        self._offer_marked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and mark all; Qt's own way would take the places to wrap along."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the same by the mouse."""
        if self.textInteractionFlags():
            self.menu().popup(event.globalPos())
        else:
            event.ignore()

    def menu(self) -> QMenu:
        """What can be done with the text, made anew."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        copy.setEnabled(self.hasSelectedText())
        menu.addAction(self.tr("Select all"), self.select_all)
        return menu

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to mark anew: what is marked would be dragged away with the places to wrap."""
        extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() == Qt.MouseButton.LeftButton and not extends and self.hasSelectedText():
            self.setSelection(0, 0)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._offer_marked()

    def _offer_marked(self) -> None:
        """On X11 what is marked can be put elsewhere by the middle button."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.supportsSelection() and self.hasSelectedText():
            clipboard.setText(self.selectedText(), QClipboard.Mode.Selection)


def breakable(text: str, longest: int = LONGEST_WORD) -> str:
    """`text` with places to wrap within words of more letters than a line could hold."""
    return " ".join(
        word if len(word) <= longest else _BREAK.join(_pieces(word)) for word in text.split(" ")
    )


def _pieces(word: str) -> Iterator[str]:
    """A word in pieces of `PIECE` letters or a little more.

    What is seen as one sign stays whole: a letter with its marks, a family in one emoji.
    """
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, word)
    stored, begin = word.encode("utf-16-le", "surrogatepass"), 0
    while (end := finder.toNextBoundary()) >= 0:
        if end - begin >= PIECE or 2 * end == len(stored):
            yield stored[2 * begin : 2 * end].decode("utf-16-le", "surrogatepass")
            begin = end
