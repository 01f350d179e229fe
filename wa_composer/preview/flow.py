"""Breaks paragraphs into lines: one QTextLayout each, lines placed here and not by Qt.

Qt's own line heights differ by script; ours are fixed, and grow only where a line's letters are
taller than they allow. Direction is each paragraph's own, from its first strong character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from wa_composer.preview.broken import Align, Flow, Line
from wa_composer.preview.dress import Face, dress, units
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.nodes import Paragraph, Span

_ISOLATES = ("LRI", "RLI", "FSI")
_SPACES = str.maketrans("\t", " ")
_TALLER = 0.25  # of what a script is taller than a line: its boxes hold much air, as phones know
_ASCENT, _DESCENT = 1.12, 0.34  # in sizes: of Noto Sans, with some room


# Scripts whose letters stay within their line and look the same whatever the lines around hold:
# first and last of each row of characters. An expression of all of them takes 2 ms to compile.
_PLAIN = (
    ("\t", "\t"),
    ("\x20", "\u02ff"),
    ("\u0370", "\u0482"),
    ("\u048a", "\u052f"),
    ("\u1e00", "\u1fff"),
    ("\u200d", "\u200d"),
    ("\u2010", "\u2027"),
    ("\u2030", "\u205e"),
    ("\u20a0", "\u20bf"),
    ("\u2100", "\u2bff"),
    ("\u3000", "\u3029"),
    ("\u3030", "\u9fff"),
    ("\uac00", "\ud7a3"),
    ("\ufe0f", "\ufe0f"),
    ("\uff00", "\uff65"),
    ("\U0001f000", "\U0001faff"),
)


def is_plain(text: str) -> bool:
    """Whether all its letters stay within their line, and look the same in any company."""
    return all(map(_stays, set(text)))


@lru_cache(maxsize=4096)
def _stays(character: str) -> bool:
    return any(first <= character <= last for first, last in _PLAIN)


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
    spans: Sequence[Span],
    width: float,
    face: Face,
    fonts: Fonts,
    *,
    lines_most: int = 0,
    stop_after: int = 0,
    align: Align = "start",
) -> Flow:
    """Breaks `spans` at `width`; with `lines_most` the rest is left out and marked with "…".

    `stop_after` breaks so many lines only, and the rest is another's business. What was broken
    the same way for this or the last picture is not broken again.
    """
    most = (lines_most, stop_after)
    key = (tuple(spans), width, face, most, align)
    return fonts.kept(key, lambda: _flow(spans, width, face, fonts, most, align))


def _flow(
    spans: Sequence[Span],
    width: float,
    face: Face,
    fonts: Fonts,
    most: tuple[int, int],
    align: Align,
) -> Flow:
    text = "".join([span.text for span in spans]).translate(_SPACES)
    layout = QTextLayout(text, fonts.font(face.size, face.styles))
    layout.setCacheEnabled(True)  # else the shaping is thrown away and done again to draw
    rtl = is_rtl(text)
    layout.setTextOption(_option(rtl))
    dressed = dress(layout, spans, face, fonts)
    broken_at = max(width, 1.0)
    lines_most, stop_after = most
    lines, breaks = _break(
        layout, broken_at, face, stop_after or lines_most + 1 if any(most) else 0
    )
    if lines_most and len(lines) > lines_most:
        kept = units(text, 0, breaks[lines_most]).rstrip()
        cut = Span(kept[: max(0, len(kept) - 2)] + "…")
        return _flow((cut,), width, face, fonts, most, align)
    if rtl or align == "centre":
        _align(layout, lines, broken_at, 0.5 if align == "centre" else 1.0)
    plain = is_plain(text)
    wide = max([width for width, _, _ in lines])
    letters = len(units(text, 0, breaks[-1])) if stop_after else len(text)
    return Flow(
        layout, face, rtl, align, broken_at, spans, lines, breaks, *dressed, plain, letters, wide
    )


def _align(layout: QTextLayout, lines: list[Line], width: float, share: float) -> None:
    for number, (wide, _, _) in enumerate(lines[: layout.lineCount()]):
        line = layout.lineAt(number)
        line.setPosition(QPointF((width - wide) * share, line.y()))


def one_line(text: str, width: float, face: Face, fonts: Fonts, align: Align = "start") -> Flow:
    """A text in one line, its middle left out where it is too long."""
    metrics = QFontMetricsF(fonts.font(face.size, face.styles))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, max(width, 1.0))
    return flow((Span(shown),), width + 8, face, fonts, align=align)


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
    layout: QTextLayout, width: float, face: Face, stop_after: int
) -> tuple[list[Line], list[int]]:
    """The lines; and where each begins and the last one ends, in UTF-16 units."""
    lines: list[Line] = []
    breaks: list[int] = []
    last: QTextLine | None = None
    top = 0.0
    baseline = face.line * 0.76  # where Noto Sans stands in the middle of its line
    usual_ascent, usual_descent = face.size * _ASCENT, face.size * _DESCENT
    alike = layout.text().isascii()  # then all lines stand as the first one does
    ascent = descent = above = 0.0
    height = float(face.line)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if not (alike and lines):
            ascent, descent, height, above = line.ascent(), line.descent(), float(face.line), 0.0
            if ascent > usual_ascent:
                above = (ascent - usual_ascent) * _TALLER
                height += above
            if descent > usual_descent:
                height += (descent - usual_descent) * _TALLER
        line.setPosition(QPointF(0, top + above + baseline - ascent))
        lines.append((line.naturalTextWidth(), top, height))
        breaks.append(line.textStart())
        last = line
        top += height
        if len(lines) == stop_after:
            break
    layout.endLayout()
    if last is None:
        return [(0.0, 0.0, float(face.line))], [0, 0]
    return lines, [*breaks, last.textStart() + last.textLength()]
