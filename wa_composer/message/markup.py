"""WhatsApp's text formatting: ``*bold*``, ``_italic_``, code, lists and quotes as styled runs.

WhatsApp publishes no grammar; these are the rules on which its clients and several independent
parsers agree, so the picture is a guide. Every step walks the text once: time grows with length.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from wa_composer.message.addresses import addresses
from wa_composer.message.emphasis import Pair, emphasis

_FENCE = "```"
_ANY_MARK = re.compile(r"[*_~`]")
_STYLES = ("bold", "italic", "strike", "mono")
_LINE_START = re.compile(r"(?:([-*])|([0-9]{1,2})\.|(>)) ")


class Run(NamedTuple):
    """A stretch of text and how it looks.

    ``styles`` holds the line's own style first (``number:N``, ``bullet`` or ``quote``), then
    those of bold, italic, strike and mono or monoblock that apply.
    """

    text: str
    styles: tuple[str, ...]


class _Code(NamedTuple):
    """Code in the text: ``start`` to ``end`` with its marks, ``mark`` characters each side."""

    start: int
    end: int
    mark: int
    style: str


def parse(text: str) -> tuple[Run, ...]:
    """Return a text as runs; neighbours never have equal styles, and empty runs are left out."""
    return parse_placed(text)[0]


def parse_placed(text: str) -> tuple[tuple[Run, ...], tuple[tuple[int, int], ...]]:
    """Return a text as runs, and from where in it their characters come.

    That is start and end of each stretch that is shown, in order and without gaps between the
    shown characters; what lies between two stretches are marks.
    """
    fences, literal = _fences(text)
    runs = _Runs(text)
    number = 0
    for start, end in _lines(text, fences):
        inside = []
        while number < len(fences) and fences[number].start < end:
            inside.append(fences[number])
            number += 1
        _line(text, start, end, inside, literal, runs)
        if end < len(text):
            runs.add(end, end + 1, ())
    return runs.done(), tuple(runs.shown)


class _Runs:
    """Collects runs, joining neighbours of equal styles."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[tuple[list[str], tuple[str, ...]]] = []
        self.shown: list[tuple[int, int]] = []

    def add(self, start: int, end: int, styles: tuple[str, ...]) -> None:
        text = self._text[start:end]
        if not text:
            return
        self.shown.append((start, end))
        if self._found and self._found[-1][1] == styles:
            self._found[-1][0].append(text)
        else:
            self._found.append(([text], styles))

    def done(self) -> tuple[Run, ...]:
        return tuple([Run("".join(texts), styles) for texts, styles in self._found])


def _fences(text: str) -> tuple[list[_Code], set[int]]:
    """Return the fenced code, and the places of backticks in fences that stay literal."""
    fences: list[_Code] = []
    literal: set[int] = set()
    at = text.find(_FENCE)
    while at >= 0:
        close = text.find(_FENCE, at + 3)
        if close < 0:
            literal.update(range(at, at + 3))
            break
        inside = text[at + 3 : close]
        if inside.strip():
            style = "monoblock" if "\n" in inside else "mono"
            fences.append(_Code(at, close + 3, 3, style))
        else:
            literal.update((*range(at, at + 3), *range(close, close + 3)))
        at = text.find(_FENCE, close + 3)
    return fences, literal


def _lines(text: str, fences: list[_Code]) -> list[tuple[int, int]]:
    """Return start and end of each line; a line break inside code ends no line."""
    lines = []
    start, number = 0, 0
    at = text.find("\n")
    while at >= 0:
        while number < len(fences) and fences[number].end <= at:
            number += 1
        if number < len(fences) and fences[number].start < at:
            at = text.find("\n", fences[number].end)
            continue
        lines.append((start, at))
        start = at + 1
        at = text.find("\n", start)
    lines.append((start, len(text)))
    return lines


def _line(
    text: str, start: int, end: int, fences: list[_Code], literal: set[int], runs: _Runs
) -> None:
    own: tuple[str, ...] = ()
    match = _LINE_START.match(text, start, end)
    if match and match.end() < end and not text[match.end() : end].isspace():
        own = (_line_style(match),)
        start = match.end()
    waiting: list[_Code] = []
    for fence in fences:
        if fence.style != "monoblock":
            waiting.append(fence)
            continue
        _stretch(text, (start, fence.start), waiting, literal, own, runs)
        runs.add(fence.start + 3, fence.end - 3, (*own, fence.style))
        start, waiting = fence.end, []
    _stretch(text, (start, end), waiting, literal, own, runs)


def _stretch(
    text: str,
    bounds: tuple[int, int],
    fences: list[_Code],
    literal: set[int],
    own: tuple[str, ...],
    runs: _Runs,
) -> None:
    """Add the runs of a stretch that no line break and no code block interrupts."""
    start, end = bounds
    if not _ANY_MARK.search(text, start, end):
        runs.add(start, end, own)
        return
    code = _inline_code(text, start, end, fences, literal)
    quiet = [(piece.start, piece.end) for piece in code] + addresses(text, start, end)
    pairs = emphasis(text, start, end, sorted(quiet))
    _emit(text, bounds, code, pairs, own, runs)


def _inline_code(
    text: str, start: int, end: int, fences: list[_Code], literal: set[int]
) -> list[_Code]:
    """Return all code of a stretch: its fences and what stands between single backticks."""
    found: list[_Code] = []
    at = start
    for fence in fences:
        _backticks(text, (start, at, fence.start, end), literal, found)
        found.append(fence)
        at = fence.end
    _backticks(text, (start, at, end, end), literal, found)
    return found


def _backticks(
    text: str, bounds: tuple[int, int, int, int], literal: set[int], found: list[_Code]
) -> None:
    """Pair up backticks from ``at`` to ``limit`` in the stretch that ``first`` and ``last`` bound.

    The first that can open does, and the first after it that can close closes.
    """
    first, at, limit, last = bounds
    opener, solid, previous = -1, False, at
    place = text.find("`", at, limit)
    while place >= 0:
        solid = solid or (place > previous and not text[previous:place].isspace())
        previous = place + 1
        beside = place + 1 < last and text[place + 1].isalnum()
        if opener >= 0 and solid and not beside:
            found.append(_Code(opener, place + 1, 1, "mono"))
            opener = -1
        elif opener < 0 and place not in literal and not _beside(text, first, place):
            opener, solid = place, False
        place = text.find("`", place + 1, limit)


def _beside(text: str, first: int, place: int) -> bool:
    return place > first and text[place - 1].isalnum()


def _emit(
    text: str,
    bounds: tuple[int, int],
    code: list[_Code],
    pairs: list[Pair],
    own: tuple[str, ...],
    runs: _Runs,
) -> None:
    """Add the runs between all places where a style begins or ends."""
    at, end = bounds
    marks: list[tuple[int, int, str, bool]] = []
    for start, close, style in pairs:
        marks += (start, 1, style, True), (close, 1, style, False)
    for start, close, mark, style in code:
        marks += (start, mark, style, True), (close - mark, mark, style, False)
    active: set[str] = set()
    for place, length, style, begins in sorted(marks):
        if at < place:
            runs.add(at, place, own + _ordered(active))
        if begins:
            active.add(style)
        else:
            active.discard(style)
        at = place + length
    runs.add(at, end, own + _ordered(active))


def _ordered(active: set[str]) -> tuple[str, ...]:
    if len(active) > 1:
        return tuple([style for style in _STYLES if style in active])
    return tuple(active)


def _line_style(match: re.Match[str]) -> str:
    bullet, number, _ = match.groups()
    if bullet:
        return "bullet"
    return f"number:{number}" if number else "quote"
