"""Plain text whose pieces are drawn as chips; to copy, paste and assistive tools it is text."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLine,
)
from PySide6.QtWidgets import QWidget

from wa_composer.ui.theme import CHIP_MARGIN, Palette, palette_in_use
from wa_composer.ui.widgets.chip_layout import Chip, ChipLayout, Finder
from wa_composer.ui.widgets.text_edit import GrowingEdit

__all__ = ["Chip", "ChipEdit", "Finder"]

_GAP = 5.0
_PAD = 5.0
_APART = 1.5


class ChipEdit(GrowingEdit):
    """Draws what `find` finds in each line as chips; a wrong one not while it is typed."""

    def __init__(self, find: Finder, most: int = 6, parent: QWidget | None = None) -> None:
        self._find = find
        super().__init__(1, most, parent)
        self._make_viewport()
        self.setProperty("role", "chips")  # the padding that the document takes over
        self.document().setDocumentMargin(CHIP_MARGIN)
        self._colours = _Colours(self.document(), find)
        self.cursorPositionChanged.connect(self._draw_again)

    def _make_viewport(self) -> None:
        """One like Qt's own, for which PySide would look through all kinds of widgets: 5 ms."""
        made = QWidget()
        made.setObjectName("qt_scrollarea_viewport")
        made.setCursor(Qt.CursorShape.IBeamCursor)
        made.setBackgroundRole(QPalette.ColorRole.Base)
        made.setAutoFillBackground(True)
        made.setAcceptDrops(True)
        made.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setViewport(made)

    def _make_document(self) -> QTextDocument:
        made = QTextDocument(self)
        self._layout = ChipLayout(made, self._find)  # Qt alone does not keep what Python adds
        made.setDocumentLayout(self._layout)
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chips, then the text over them."""
        if not self.document().isEmpty():
            self._draw_chips(event)
        super().paintEvent(event)

    def _draw_chips(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > event.rect().bottom():
                break
            self._draw_block(painter, block, box, event.rect())
            block = block.next()
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colours.follow_theme()

    def _draw_again(self) -> None:
        self.viewport().update()

    def _typing_in(self, block: QTextBlock, chip: Chip) -> bool:
        at = self.textCursor().position() - block.position()
        return self.hasFocus() and chip.start <= at <= chip.end

    def _draw_block(self, painter: QPainter, block: QTextBlock, box: QRectF, area: QRect) -> None:
        """Draw the chips of those lines that are in sight; one block may have hundreds."""
        layout, chips = block.layout(), self._find(block.text())
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            top = box.top() + line.y()
            if top > area.bottom():
                return
            if top + line.height() < area.top():
                continue
            end = line.textStart() + line.textLength()
            for chip in chips[bisect_right(chips, line.textStart(), key=lambda chip: chip.end) :]:
                if chip.start >= end:
                    break
                if not (chip.wrong and self._typing_in(block, chip)):
                    self._draw(painter, line, chip, box)

    def _draw(self, painter: QPainter, line: QTextLine, chip: Chip, box: QRectF) -> None:
        colours = palette_in_use()
        painter.setPen(QColor(colours.danger if chip.wrong else colours.accent_soft))
        painter.setBrush(QColor(colours.danger_soft if chip.wrong else colours.accent_soft))
        start = max(chip.start, line.textStart())
        end = min(chip.end, line.textStart() + line.textLength())
        left, right = _x(line.cursorToX(start)), _x(line.cursorToX(end))
        if left > right:
            left, right = right, left
        spot = QRectF(box.left() + left, box.top() + line.y(), right - left, line.height())
        # The room after the last letter is the chip's, but for what parts it from a comma.
        spot = spot.adjusted(-_PAD, 0.5, _PAD - _GAP - _APART if end == chip.end else 0, -0.5)
        painter.drawRoundedRect(spot, 4, 4)


class _Colours(QSyntaxHighlighter):
    """Colours the chips' text and gives the signs between them room; the text stays as it is."""

    def __init__(self, document: QTextDocument, find: Finder) -> None:
        super().__init__(document)
        self._find = find
        self._theme = palette_in_use()
        self._forms = _forms(self._theme)

    def follow_theme(self) -> None:
        """Dress all lines anew where the theme is another one now."""
        theme = palette_in_use()
        if theme != self._theme:
            self._theme, self._forms = theme, _forms(theme)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Dress one line."""
        end = 0
        for chip in self._find(text):
            self._space(end, chip.start)
            good, last = self._forms[chip.wrong]
            self.setFormat(chip.start, chip.end - chip.start - 1, good)
            self.setFormat(chip.end - 1, 1, last)
            end = chip.end
        self._space(end, len(text))

    def _space(self, start: int, end: int) -> None:
        if end > start > 0:
            self.setFormat(start, end - start, self._forms[None][1])


Forms = dict[bool | None, tuple[QTextCharFormat, QTextCharFormat]]


def _forms(theme: Palette) -> Forms:
    """For good and wrong chips and the signs between (None): plain, and with room after."""
    colours = {False: theme.accent, True: theme.danger, None: theme.muted}
    made: Forms = {}
    for which, colour in colours.items():
        form = QTextCharFormat()
        form.setForeground(QColor(colour))
        made[which] = (form, _spaced(form))
    return made


def _spaced(form: QTextCharFormat) -> QTextCharFormat:
    """The same with room after each letter."""
    result = QTextCharFormat(form)
    result.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    result.setFontLetterSpacing(_GAP)
    return result


def _x(found: object) -> float:
    """The x of `QTextLine.cursorToX`, which hands out a pair."""
    return float(found[0]) if isinstance(found, tuple) else float(str(found))
