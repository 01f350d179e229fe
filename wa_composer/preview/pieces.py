"""A long paragraph broken in pieces of some lines, so that a keystroke breaks one piece anew.

Each piece begins at a line, and where its lines end depends on nothing before it: after a change
the pieces that follow are the same again as soon as one line ends where it did.
"""

from __future__ import annotations

from collections.abc import Sequence

from wa_composer.preview.broken import Flow
from wa_composer.preview.dress import Face
from wa_composer.preview.flow import PLAIN, flow
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.nodes import Span, Value

LINES = 6
"""Lines of a piece. Fewer make a keystroke cheaper, and a whole new text dearer."""
_LETTER = 0.42
"""Width of a letter in sizes, rather too little: a piece takes a little more text than it needs."""


def pieces(spans: Sequence[Span], width: float, face: Face, fonts: Fonts) -> list[Flow]:
    """The paragraph as flows that stand one under the other; just one where it is short.

    Text that is not plain (see `Flow`) is always whole: its lines depend on each other.
    """
    rest, length = list(spans), sum(len(span.text) for span in spans)
    enough = round((LINES + 1) * max(width, 1.0) / (face.size * _LETTER))
    found: list[Flow] = []
    if length > 2 * enough and all(PLAIN.fullmatch(span.text) for span in spans):
        while length > enough:
            piece = flow(first(rest, enough), width, face, fonts, stop_after=LINES)
            if piece.letters > enough - 2:  # it may go on: its last line is not known to be whole
                break
            found.append(piece)
            rest = _after(rest, piece.letters)
            length -= piece.letters
    return [*found, flow(rest, width, face, fonts)]


def further(values: Sequence[Value], letters: int) -> tuple[Value, ...]:
    """The values of a paragraph as the piece sees them that follows `letters` characters."""
    if not values:
        return ()
    moved = ((start - letters, start + length - letters, one) for start, length, one in values)
    return tuple(
        Value(max(0, start), end - max(0, start), one) for start, end, one in moved if end > 0
    )


def first(spans: Sequence[Span], letters: int) -> list[Span]:
    """So many letters from the beginning."""
    found: list[Span] = []
    for span in spans:
        if letters <= len(span.text):
            found.append(Span(span.text[:letters], span.styles, span.mark))
            break
        found.append(span)
        letters -= len(span.text)
    return found


def _after(spans: Sequence[Span], letters: int) -> list[Span]:
    for place, span in enumerate(spans):
        if letters < len(span.text):
            return [Span(span.text[letters:], span.styles, span.mark), *spans[place + 1 :]]
        letters -= len(span.text)
    return []
