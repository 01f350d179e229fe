"""Where filled-in values stand in a text as it is shown, after marks are gone and lines broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from wa_composer.preview.nodes import Span, Value


class Range(NamedTuple):
    """Characters from `start` up to `end`, and the part they belong to."""

    start: int
    end: int
    id: str


def as_shown(sought: Iterable[Range], stretches: Sequence[tuple[int, int]]) -> list[Range]:
    """Ranges of a text, in their order, as ranges of what is shown of it.

    `stretches` are what is shown, as `message.markup.parse_placed` tells. What a range holds
    beside marks stays together, since only marks are left out.
    """
    found = []
    number, before = 0, 0  # the stretch looked at, and the characters shown before it
    for start, end, identity in sought:
        while number < len(stretches) and stretches[number][1] <= start:
            before += stretches[number][1] - stretches[number][0]
            number += 1
        here, shown, first, last = number, before, -1, -1
        while here < len(stretches) and stretches[here][0] < end:
            begin, finish = stretches[here]
            if first < 0:
                first = shown + max(start, begin) - begin
            last = shown + min(end, finish) - begin
            shown += finish - begin
            here += 1
        if first < last:
            found.append(Range(first, last, identity))
    return found


class _Piece(NamedTuple):
    line: int
    at: int  # in the line
    length: int
    shown: int  # in the whole text
    taken: int  # 1 for a stand-in, which is shown as a name


class Tracker:
    """Notes which characters of the shown text each line got, to find ranges there again."""

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []
        self._line, self._at = 0, 0

    def note(self, line: int, shown: int, spans: Iterable[Span]) -> None:
        """Spans were added to a line; `shown` is where their text begins in the whole."""
        if line != self._line:
            self._line, self._at = line, 0
        for span in spans:
            length = len(span.text)
            taken = 1 if span.mark == "missing" else length
            self._pieces.append(_Piece(line, self._at, length, shown, taken))
            self._at += length
            shown += taken

    def values(self, ranges: Sequence[Range]) -> dict[int, tuple[Value, ...]]:
        """For each line, the values in it; `ranges` in the order of the text."""
        found: dict[int, list[Value]] = {}
        pieces, number = self._pieces, 0
        for start, end, identity in ranges:
            while number < len(pieces) and pieces[number].shown + pieces[number].taken <= start:
                number += 1
            here = number
            while here < len(pieces) and pieces[here].shown < end:
                piece = pieces[here]
                begin, length = piece.at, piece.length
                if piece.taken == length:
                    begin += max(start - piece.shown, 0)
                    length = piece.at + min(end - piece.shown, length) - begin
                _add(found.setdefault(piece.line, []), Value(begin, length, identity))
                here += 1
        return {line: tuple(values) for line, values in found.items()}


def _add(values: list[Value], value: Value) -> None:
    last = values[-1] if values else None
    if last is not None and last.id == value.id and last.start + last.length == value.start:
        values[-1] = Value(last.start, last.length + value.length, value.id)
    else:
        values.append(value)
