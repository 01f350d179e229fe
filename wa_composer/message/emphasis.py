"""Pairs up ``*``, ``_`` and ``~`` within one line, in one walk over it."""

from __future__ import annotations

import re
from typing import NamedTuple

STYLES = {"*": "bold", "_": "italic", "~": "strike"}
_MARK = re.compile(r"([*_~])")


class Pair(NamedTuple):
    """A matched pair: the places of its opening and closing mark, and the style between them."""

    start: int
    end: int
    style: str


def emphasis(text: str, start: int, end: int, quiet: list[tuple[int, int]]) -> list[Pair]:
    """Return the pairs between ``start`` and ``end``.

    Marks in ``quiet`` stretches (code, addresses; in order) stay literal, and count as something
    that a pair can hold. An opener has something after it that is no space, and neither a letter,
    a digit nor its own mark before it; a closer has no space before and neither letter nor digit
    after it. The first closer wins and cancels the openers inside.
    """
    open_at: dict[str, int] = {}
    pairs: list[Pair] = []
    held, place, number = -1, start - 1, 0
    parts = _MARK.split(text[start:end])  # text, mark, text, mark... text
    for gap, sign in zip(parts[::2], parts[1::2], strict=False):
        place += len(gap) + 1
        if gap and not gap.isspace():
            held = place - 1
        while number < len(quiet) and quiet[number][1] <= place:
            number += 1
        if number < len(quiet) and quiet[number][0] <= place:
            held = place
            continue
        before = text[place - 1] if place > start else ""
        after = text[place + 1] if place + 1 < end else ""
        opened = open_at.get(sign, -1)
        if opened >= 0 and held > opened and not before.isspace() and not after.isalnum():
            pairs.append(Pair(opened, place, STYLES[sign]))
            while open_at.popitem()[0] != sign:  # the last one opened comes first
                pass
        elif opened < 0 and after and not (after.isspace() or before == sign or before.isalnum()):
            open_at[sign] = place
    return pairs
