"""Breaks paragraphs into lines: one QTextLayout each, lines placed here and not by Qt.

Qt's own line heights differ by script; ours are fixed, and grow only where a line's letters are
taller than they allow. Direction is each paragraph's own, from its first strong character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QGlyphRun,
    QTextLayout,
    QTextOption,
)

from wa_composer.preview.dress import Face, Reach, dress
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.nodes import Paragraph, Span, Value
from wa_composer.preview.placed import Ink, Item, Shape, Words

_ISOLATES = ("LRI", "RLI", "FSI")
_SPACES = str.maketrans("\t", " ")
_ASCENT, _DESCENT = 1.12, 0.34  # in sizes: of Noto Sans, with some room


@dataclass(slots=True)
class Flow:
    """A paragraph broken at a width. Lines are (width, top, height), tops from the paragraph's."""

    layout: QTextLayout
    face: Face
    rtl: bool
    lines: list[tuple[float, float, float]]
    inks: Sequence[Reach] = ()
    grounds: Sequence[Reach] = ()

    @property
    def wide(self) -> float:
        """The widest line's natural width."""
        return max((width for width, _, _ in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """From the first line's top to the last one's foot."""
        _, top, height = self.lines[-1]
        return top + height

    def place(
        self,
        x: float,
        y: float,
        width: float,
        align: str = "start",
        values: tuple[Value, ...] = (),
    ) -> list[Item]:
        """The items of this paragraph in a box of `width` whose top left corner is (x, y)."""
        if align != "start" or self.rtl:
            for number, (wide, _, _) in enumerate(self.lines):
                line = self.layout.lineAt(number)
                free = max(0.0, width - wide)
                left = free / 2 if align == "centre" else free if self.rtl else 0.0
                line.setPosition(QPointF(left, line.y()))
        items: list[Item] = []
        for reach in self.grounds:
            items.extend(self._ground(x, y, reach))
        inks = [Ink(one.role, tuple(run for _, run in self._glyphs(one))) for one in self.inks]
        items.append(Words(self.layout, x, y, self.face.role, tuple(inks), values))
        return items

    def _ground(self, x: float, y: float, reach: Reach) -> Iterator[Item]:
        for number, run in self._glyphs(reach):
            _, top, height = self.lines[number]
            box = run.boundingRect()
            left, wide = x + box.x() - 2, box.width() + 4
            yield Shape(reach.role, left, y + top + 1, wide, height - 2, 4)

    def _glyphs(self, reach: Reach) -> Iterator[tuple[int, QGlyphRun]]:
        """The glyphs of a stretch of the text, each run with the number of its line."""
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            begin = max(reach.start, line.textStart())
            end = min(reach.start + reach.length, line.textStart() + line.textLength())
            if begin < end:
                for run in line.glyphRuns(begin, end - begin):
                    yield number, run


def is_rtl(text: str) -> bool:
    """Whether the first strong character outside isolates is written from right to left."""
    depth = 0
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def flow(
    spans: Sequence[Span], width: float, face: Face, fonts: Fonts, *, lines_most: int = 0
) -> Flow:
    """Breaks `spans` at `width`; with `lines_most` the rest is left out and marked with "…"."""
    text = "".join(span.text for span in spans).translate(_SPACES)
    layout = QTextLayout(text, fonts.font(face.size, face.styles))
    layout.setCacheEnabled(True)  # else the shaping is thrown away and done again to draw
    rtl = is_rtl(text)
    layout.setTextOption(_option(rtl))
    inks, grounds = dress(layout, spans, face, fonts)
    lines = _break(layout, max(width, 1.0), face, fonts, lines_most)
    if lines_most and len(lines) > lines_most:
        return flow(_cut(layout, text, lines_most), width, face, fonts, lines_most=lines_most)
    return Flow(layout, face, rtl, lines, inks, grounds)


def one_line(text: str, width: float, face: Face, fonts: Fonts) -> Flow:
    """A text in one line, its middle left out where it is too long."""
    metrics = QFontMetricsF(fonts.font(face.size, face.styles))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, max(width, 1.0))
    return flow((Span(shown),), width + 8, face, fonts)


def paragraph_spans(paragraph: Paragraph) -> Sequence[Span]:
    """The spans to break; an empty line keeps its height."""
    return paragraph.spans or (Span(""),)


@cache
def _option(rtl: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    return option


def _break(
    layout: QTextLayout, width: float, face: Face, fonts: Fonts, lines_most: int
) -> list[tuple[float, float, float]]:
    lines: list[tuple[float, float, float]] = []
    top = 0.0
    baseline = face.line * 0.76  # where Noto Sans stands in the middle of its line
    usual_ascent, usual_descent = face.size * _ASCENT, face.size * _DESCENT
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        ascent, descent, height = line.ascent(), line.descent(), float(face.line)
        above = 0.0
        if ascent > usual_ascent:
            above = (ascent - usual_ascent) / 2  # half: the boxes of tall scripts hold much air
            height += above
        if descent > usual_descent:
            height += (descent - usual_descent) / 2
        line.setPosition(QPointF(0, top + above + baseline - ascent))
        lines.append((line.naturalTextWidth(), top, height))
        top += height
        if lines_most and len(lines) > lines_most:
            break
    layout.endLayout()
    return lines or [(0.0, 0.0, float(face.line))]


def _cut(layout: QTextLayout, text: str, lines_most: int) -> tuple[Span]:
    last = layout.lineAt(lines_most - 1)
    units = last.textStart() + last.textLength()
    kept = text.encode("utf-16-le")[: units * 2].decode("utf-16-le", errors="ignore").rstrip()
    return (Span(kept[: max(0, len(kept) - 2)] + "…"),)
