"""A long paragraph broken in pieces of some lines, so that a keystroke breaks one piece anew.

Each piece begins at a line, and where its lines end depends on nothing before it: after a change
the pieces that follow are the same again as soon as one line ends where it did.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from wa_composer.preview.broken import Flow
from wa_composer.preview.dress import Face
from wa_composer.preview.flow import flow, is_plain
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.nodes import Span, Value

LINES = 9
"""Lines of a piece. Fewer make a keystroke cheaper, and a whole new text dearer."""
_LETTER = 0.38
"""Width of a letter in sizes, rather too little: a piece takes a little more text than it needs."""


def pieces(spans: Sequence[Span], width: float, face: Face, fonts: Fonts) -> list[Flow]:
    """The paragraph as flows that stand one under the other; just one where it is short.

    Text that is not plain (see `Flow`) is always whole: its lines depend on each other.
    """
    ends = _ends(spans)
    enough = round(LINES * max(width, 1.0) / (face.size * _LETTER))
    found: list[Flow] = []
    start, end = 0, ends[-1]
    if end > enough and is_plain("".join(span.text for span in spans)):
        while end - start > enough:
            taken = _between(spans, ends, start, start + enough)
            piece = flow(taken, width, face, fonts, stop_after=LINES)
            if piece.letters > enough - 2:  # it may go on: its last line is not known to be whole
                break
            found.append(piece)
            start += piece.letters
    return [*found, flow(_between(spans, ends, start, end), width, face, fonts)]


def further(values: Sequence[Value], letters: int) -> tuple[Value, ...]:
    """The values of a paragraph as the piece sees them that follows `letters` characters."""
    if not values:
        return ()
    moved = ((start - letters, start + length - letters, one) for start, length, one in values)
    return tuple(
        Value(max(0, start), end - max(0, start), one) for start, end, one in moved if end > 0
    )


def first(spans: Sequence[Span], letters: int) -> Sequence[Span]:
    """So many letters from the beginning."""
    return _between(spans, _ends(spans), 0, max(0, letters))


def _ends(spans: Sequence[Span]) -> list[int]:
    return list(accumulate([len(span.text) for span in spans]))


def _between(spans: Sequence[Span], ends: list[int], start: int, end: int) -> Sequence[Span]:
    """The letters from `start` up to `end`, where the spans end at `ends`."""
    place, last = bisect_right(ends, start), bisect_left(ends, end)
    found = list(spans[place : last + 1])
    if found and start:
        found[0] = Span(found[0].text[start - ends[place] :], *found[0][1:])
    if found and end < ends[-1]:
        text = found[-1].text
        found[-1] = Span(text[: len(text) - (ends[last] - end)], *found[-1][1:])
    return found
