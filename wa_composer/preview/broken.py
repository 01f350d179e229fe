"""A paragraph broken into lines: how wide and high it is, and what is drawn for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtGui import QGlyphRun, QTextLayout

from wa_composer.preview.dress import Face, Reach, units
from wa_composer.preview.nodes import Span, Value
from wa_composer.preview.shapes import Shape

Align = Literal["start", "centre"]
Line = tuple[float, float, float]
"""Width, top (from the paragraph's) and height of a line."""


@dataclass(slots=True, eq=False)
class Flow:
    """A paragraph broken at a width.

    Nothing of it changes once it is made, so equal paragraphs share one. `plain` text stays within
    its lines, and each line looks the same whatever the others hold.
    """

    layout: QTextLayout
    face: Face
    rtl: bool
    align: Align
    broken_at: float
    spans: Sequence[Span]
    lines: Sequence[Line]
    breaks: Sequence[int]  # in UTF-16 units: where each line begins, and the last one ends
    ends: Sequence[int]  # in UTF-16 units: where each span ends
    inks: Sequence[Reach] = ()
    grounds: Sequence[Reach] = ()
    plain: bool = True
    letters: int = 0  # how many characters of its text stand in its lines
    wide: float = 0.0  # the widest line's natural width

    @property
    def height(self) -> float:
        """From the first line's top to the last one's foot."""
        _, top, height = self.lines[-1]
        return top + height

    def place(
        self, x: float, y: float, width: float, values: tuple[Value, ...] = ()
    ) -> list[Words | Shape]:
        """The items of this paragraph in a box of `width` whose top left corner is (x, y)."""
        spare = width - self.broken_at
        if self.align == "centre":
            x += spare / 2
        elif self.rtl:
            x += spare
        items: list[Words | Shape] = []
        for reach in self.grounds:
            items.extend(self._ground(x, y, reach))
        inks = [
            Ink(reach.role, y + self.lines[number][1], self.lines[number][2], run)
            for reach in self.inks
            for number, run in self._glyphs(reach)
        ]
        items.append(Words(self, x, y, tuple(inks), values))
        return items

    def same_line(self, other: Flow, number: int) -> bool:
        """Whether a line of a plain text looks the same in another one at the same place."""
        if number >= min(len(self.lines), len(other.lines)):
            return False
        same = self.lines[number] == other.lines[number]
        return same and self._line(number) == other._line(number)

    def _line(self, number: int) -> object:
        start, end = self.breaks[number : number + 2]
        first, last = bisect_right(self.ends, start), bisect_left(self.ends, end)
        dress = [
            (reach - start, span.styles, span.mark)
            for reach, span in zip(self.ends[first:last], self.spans[first:], strict=False)
        ]
        return units(self.layout.text(), start, end), dress, self.spans[last][1:]

    def _ground(self, x: float, y: float, reach: Reach) -> Iterator[Shape]:
        for number, run in self._glyphs(reach):
            _, top, height = self.lines[number]
            box = run.boundingRect()
            pad = 1 if reach.role == "missing_ground" else 2  # a space is left between words
            left, wide = x + box.x() - pad, box.width() + 2 * pad
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


@dataclass(frozen=True, slots=True)
class Ink:
    """Letters of one line drawn in another role's colour than the rest, relative to its text."""

    role: str
    top: float
    height: float
    glyphs: QGlyphRun


@dataclass(frozen=True, slots=True)
class Words:
    """Laid out text at a place, in the colour of its face; `values` are a paragraph's.

    Two are equal if they look the same.
    """

    flow: Flow
    x: float
    y: float
    inks: tuple[Ink, ...] = field(default=(), compare=False)  # they follow from the flow
    values: tuple[Value, ...] = field(default=(), compare=False)

    @property
    def layout(self) -> QTextLayout:
        """The text with its broken lines."""
        return self.flow.layout

    @property
    def height(self) -> float:
        """From the first line's top to the last one's foot."""
        return self.flow.height

    @property
    def role(self) -> str:
        """The colour of most of the letters."""
        return self.flow.face.role
