"""Plain text laid out so that a line never ends within a chip that would fit into the next one."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine
from PySide6.QtWidgets import QPlainTextDocumentLayout


@dataclass(frozen=True, slots=True)
class Chip:
    """A piece of one line: where it starts and ends, and whether something is wrong with it."""

    start: int
    end: int
    wrong: bool = False


Finder = Callable[[str], Sequence[Chip]]


class ChipLayout(QPlainTextDocumentLayout):
    """Qt's own layout, after which the lines that cut a chip are laid out once more.

    Qt breaks a line at any blank, and the text with its blanks is the user's.
    """

    def __init__(self, document: QTextDocument, find: Finder) -> None:
        super().__init__(document)
        self._find = find
        self._right: dict[int, tuple[object, ...]] = {}

    def documentChanged(self, at: int, removed: int, added: int) -> None:
        """Lay out what changed."""
        self._right.clear()
        super().documentChanged(at, removed, added)
        before = self.documentSize()
        block, end = self.document().findBlock(at), at + added
        while block.isValid() and block.position() <= end:
            self._mend(block)
            block = block.next()
        if self.documentSize() != before:
            self.documentSizeChanged.emit(self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where a block lies; Qt lays it out for this where that was not done yet."""
        box = super().blockBoundingRect(block)
        return super().blockBoundingRect(block) if self._mend(block) else box

    def _mend(self, block: QTextBlock) -> bool:
        """Lay a block out anew where one of its lines ends within a chip; whether that was so."""
        layout = block.layout()
        count = layout.lineCount()
        # Asked many times for each letter: what was looked through and stands as it stood is right.
        if count < 2 or self._right.get(block.blockNumber()) == _marks(block):
            return False
        chips = self._find(block.text())
        lines = [layout.lineAt(number) for number in range(count)]
        if not any(_cut(line, chips) for line in lines[:-1]):
            self._right[block.blockNumber()] = _marks(block)
            return False
        width, y = lines[0].width(), 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(width)
            if fits := _cut(line, chips):
                line.setNumColumns(fits, width)
            line.setPosition(QPointF(self.document().documentMargin(), y))
            y += line.height() + (math.ceil(line.leading()) if line.leading() < 0 else 0)
        layout.endLayout()
        block.setLineCount(layout.lineCount() if block.isVisible() else 0)
        self._right[block.blockNumber()] = _marks(block)
        return True


def _marks(block: QTextBlock) -> tuple[object, ...]:
    """What differs between two ways to lay out a block."""
    layout = block.layout()
    count = layout.lineCount()
    starts = [layout.lineAt(number).textStart() for number in (1, count // 2, count - 1)]
    return block.revision(), layout.lineAt(0).width(), count, *starts


def _cut(line: QTextLine, chips: Sequence[Chip]) -> int:
    """How much of a line stands before the chip that its end cuts; 0 where it cuts none.

    A chip that begins the line is longer than a whole one.
    """
    start = line.textStart()
    end = start + line.textLength()
    chip = chips[found - 1] if (found := bisect_left(chips, end, key=_start)) else None
    return chip.start - start if chip is not None and start < chip.start < end < chip.end else 0


def _start(chip: Chip) -> int:
    return chip.start
