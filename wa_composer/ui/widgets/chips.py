"""Plain text whose pieces are drawn as chips; to copy, paste and assistive tools it is text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from wa_composer.ui.theme import palette_in_use
from wa_composer.ui.widgets.text_edit import GrowingEdit

_GAP = 5.0
_PAD = 5.0


@dataclass(frozen=True, slots=True)
class Chip:
    """A piece of one line: where it starts and ends, and whether something is wrong with it."""

    start: int
    end: int
    wrong: bool = False


Finder = Callable[[str], list[Chip]]


class ChipEdit(GrowingEdit):
    """Draws what `find` finds in each line as chips; a wrong one not while it is typed."""

    def __init__(self, find: Finder, most: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(1, most, parent)
        self._find = find
        self._colours = _Colours(self.document(), find)
        self.cursorPositionChanged.connect(self.viewport().update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chips, then the text over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > self.viewport().height():
                break
            for chip in self._find(block.text()):
                if not (chip.wrong and self._typing_in(block, chip)):
                    self._draw(painter, block, chip, box)
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colours.rehighlight()

    def _typing_in(self, block: QTextBlock, chip: Chip) -> bool:
        at = self.textCursor().position() - block.position()
        return self.hasFocus() and chip.start <= at <= chip.end

    def _draw(self, painter: QPainter, block: QTextBlock, chip: Chip, box: QRectF) -> None:
        colours = palette_in_use()
        painter.setPen(QColor(colours.danger if chip.wrong else colours.accent_soft))
        painter.setBrush(QColor(colours.danger_soft if chip.wrong else colours.accent_soft))
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(chip.start, line.textStart())
            end = min(chip.end, line.textStart() + line.textLength())
            if start < end:
                left, right = _x(line.cursorToX(start)), _x(line.cursorToX(end))
                if left > right:
                    left, right = right, left
                spot = QRectF(box.left() + left, box.top() + line.y(), right - left, line.height())
                spot = spot.adjusted(-_PAD, 0.5, _PAD - _GAP if end == chip.end else 0, -0.5)
                painter.drawRoundedRect(spot, 4, 4)


class _Colours(QSyntaxHighlighter):
    """Colours the chips' text and gives the signs between them room; the text stays as it is."""

    def __init__(self, document: QTextDocument, find: Finder) -> None:
        super().__init__(document)
        self._find = find

    def highlightBlock(self, text: str) -> None:
        """Dress one line."""
        colours = palette_in_use()
        end = 0
        for chip in self._find(text):
            self._space(end, chip.start)
            good = QTextCharFormat()
            good.setForeground(QColor(colours.danger if chip.wrong else colours.accent))
            self.setFormat(chip.start, chip.end - chip.start - 1, good)
            self.setFormat(chip.end - 1, 1, _spaced(good))
            end = chip.end
        self._space(end, len(text))

    def _space(self, start: int, end: int) -> None:
        between = QTextCharFormat()
        between.setForeground(QColor(palette_in_use().muted))
        if end > start > 0:
            self.setFormat(start, end - start, _spaced(between))


def _spaced(form: QTextCharFormat) -> QTextCharFormat:
    """The same with room after each letter."""
    result = QTextCharFormat(form)
    result.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    result.setFontLetterSpacing(_GAP)
    return result


def _x(found: object) -> float:
    """The x of `QTextLine.cursorToX`, which hands out a pair."""
    return float(found[0]) if isinstance(found, tuple) else float(str(found))
