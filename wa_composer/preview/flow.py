"""Breaks paragraphs into lines: one QTextLayout each, lines placed here and not by Qt.

Qt's own line heights differ by script; ours are fixed, and grow only where a line's letters are
taller than they allow. Direction is each paragraph's own, from its first strong character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from wa_composer.preview import emoji
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.nodes import Paragraph, Span
from wa_composer.preview.placed import Ink, Item, Shape, Words

_ISOLATES = ("LRI", "RLI", "FSI")
_FACES = ("bold", "italic", "strike")
_PLAIN: frozenset[str] = frozenset()
_SPACES = str.maketrans("\t", " ")
_UNSEEN = QColor(0, 0, 0, 0)
_EMOJI_SHARE = 1.24
_ASCENT, _DESCENT = 1.12, 0.34  # of Noto Sans, with some room
_MARK_ROLES = {"missing": "missing", "link": "link", "note": "meta"}


@dataclass(frozen=True, slots=True)
class Face:
    """How a text is set: size and line height in px, its base styles and its colour's role."""

    size: int
    line: int
    role: str = "text"
    styles: frozenset[str] = _PLAIN


class _Reach(NamedTuple):
    """Characters of a text, in UTF-16 units, and the role of what is drawn for them."""

    start: int
    length: int
    role: str


@dataclass(slots=True)
class Flow:
    """A paragraph broken at a width. Lines are (width, top, height), tops from the paragraph's."""

    layout: QTextLayout
    face: Face
    rtl: bool
    lines: list[tuple[float, float, float]]
    inks: Sequence[_Reach] = ()
    grounds: Sequence[_Reach] = ()

    @property
    def wide(self) -> float:
        """The widest line's natural width."""
        return max((width for width, _, _ in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """From the first line's top to the last one's foot."""
        _, top, height = self.lines[-1]
        return top + height

    def place(self, x: float, y: float, width: float, align: str = "start") -> list[Item]:
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
        items.append(Words(self.layout, x, y, self.face.role, tuple(inks)))
        return items

    def _ground(self, x: float, y: float, reach: _Reach) -> Iterator[Item]:
        for number, run in self._glyphs(reach):
            _, top, height = self.lines[number]
            box = run.boundingRect()
            left, wide = x + box.x() - 2, box.width() + 4
            yield Shape(reach.role, left, y + top + 1, wide, height - 2, 4)

    def _glyphs(self, reach: _Reach) -> Iterator[tuple[int, QGlyphRun]]:
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
    inks, grounds = _dress(layout, spans, face, fonts)
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


def _option(rtl: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    )
    return option


def _dress(
    layout: QTextLayout, spans: Sequence[Span], face: Face, fonts: Fonts
) -> tuple[list[_Reach], list[_Reach]]:
    """Sets the fonts of styled spans; answers their inks and grounds."""
    formats: list[QTextLayout.FormatRange] = []
    inks: list[_Reach] = []
    grounds: list[_Reach] = []
    start = 0
    for span in spans:
        length = utf16(span.text)
        styles = _styles(span, face)
        if span.styles or span.mark:
            formats.append(_format(span, start, length, fonts.font(face.size, styles)))
        if not span.text.isascii() and "emoji" not in styles:
            formats.extend(_emoji(span, start, face, styles, fonts))
        if span.mark:
            inks.append(_Reach(start, length, _MARK_ROLES[span.mark]))
        if span.mark == "missing":
            grounds.append(_Reach(start, length, "missing_ground"))
        elif "mono" in span.styles:
            grounds.append(_Reach(start, length, "code"))
        start += length
    if formats:
        layout.setFormats(formats)
    return inks, grounds


def _styles(span: Span, face: Face) -> frozenset[str]:
    styles = {style for style in span.styles if style in _FACES}
    if "mono" in span.styles or "monoblock" in span.styles:
        styles.add("mono")
    return face.styles | styles


def _format(span: Span, start: int, length: int, font: QFont) -> QTextLayout.FormatRange:
    made = QTextCharFormat()
    made.setFont(font)
    if span.mark:
        made.setForeground(_UNSEEN)  # its ink is laid over it, and must not be drawn twice
    return _range(start, length, made)


def _emoji(
    span: Span, start: int, face: Face, styles: frozenset[str], fonts: Fonts
) -> Iterator[QTextLayout.FormatRange]:
    """Emoji in a text are bigger than its letters: 20 px wide in 15 px text."""
    font = None
    for first, last in emoji.runs(span.text):
        font = font or fonts.font(round(face.size * _EMOJI_SHARE), styles | {"emoji"})
        made = QTextCharFormat()
        made.setFont(font)
        begin = start + utf16(span.text[:first])
        yield _range(begin, utf16(span.text[first:last]), made)


def _range(start: int, length: int, made: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, made
    return found


def utf16(text: str) -> int:
    """Length of `text` in UTF-16 units, which Qt counts in."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _break(
    layout: QTextLayout, width: float, face: Face, fonts: Fonts, lines_most: int
) -> list[tuple[float, float, float]]:
    lines: list[tuple[float, float, float]] = []
    top = 0.0
    baseline = face.line * 0.76  # where Noto Sans stands in the middle of its line
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        ascent, descent = line.ascent(), line.descent()
        above = max(0.0, ascent - face.size * _ASCENT) / 2  # half: their boxes hold much air
        below = max(0.0, descent - face.size * _DESCENT) / 2
        line.setPosition(QPointF(0, top + above + baseline - ascent))
        height = face.line + above + below
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
