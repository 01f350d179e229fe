"""What differs between two pictures, so that only that is painted again.

A keystroke changes a line or two of a paragraph; the rest of the window keeps its pixels. Where
that is not certain (scripts that reach out of their line or run both ways) more is painted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from PySide6.QtCore import QRectF

from wa_composer.preview.placed import Bubble, Item, Placed, Words

_BESIDE, _ABOVE = 6.0, 3.0
"""How far letters, shadows and tails reach out of their boxes."""
_MANY = 16
"""Where more items differ all from the first on is painted: telling them apart takes longer."""
_TAIL = 12.0
_APART = 44.0
"""Areas nearer than this are painted as one: each costs as much as some lines of text."""


def changed(before: Sequence[Placed], after: Sequence[Placed]) -> list[QRectF] | None:
    """The areas that look different, in the chat's own px; None when it may be anywhere."""
    if [one.width for one in before] != [one.width for one in after]:
        return None
    areas: list[QRectF] = []
    top = 0.0
    for old, new in zip(before, after, strict=True):
        found = _of(old, new)
        if found is None:
            return None
        areas.extend(area.translated(0, top) for area in found)
        if old.height != new.height and new is not after[-1]:
            return None  # all that is below has moved
        top += new.height
    return _joined(areas)


def _of(old: Placed, new: Placed) -> list[QRectF] | None:
    gone, come = _unlike(old.items, new.items)
    if any(isinstance(item, Words) and not item.flow.plain for item in (*gone, *come)):
        return None
    if len(gone) + len(come) > _MANY:
        return [_from_the_first(old, new, (*gone, *come))]
    areas: list[QRectF] = []
    for one, other in zip_longest(gone, come):
        if one != other:
            areas.extend(_pair(one, other))
    return areas


def _unlike(old: Sequence[Item], new: Sequence[Item]) -> tuple[Sequence[Item], Sequence[Item]]:
    """Both without the bubble, where it is the same, and what both begin and end with."""
    common = min(len(old), len(new))
    first = 1
    while first < common and old[first] == new[first]:
        first += 1
    last = 0
    while last < common - first and old[-1 - last] == new[-1 - last]:
        last += 1
    bubble = 1 if old[0] == new[0] else 0
    return (
        (*old[bubble:1], *old[first : len(old) - last]),
        (*new[bubble:1], *new[first : len(new) - last]),
    )


def _from_the_first(old: Placed, new: Placed, items: Sequence[Item]) -> QRectF:
    """All of the bubble from the first of these items on; whole when it is as wide no more."""
    one, other = old.box("bubble"), new.box("bubble")
    left, right = min(one.x, other.x), max(one.right, other.right)
    top, foot = min(one.y, other.y), max(one.bottom, other.bottom)
    if (one.x, one.y, one.width) == (other.x, other.y, other.width):
        top = min(item.y for item in items if not isinstance(item, Bubble))
    return _area(left, top, right - left, foot - top, _TAIL)


def _pair(old: Item | None, new: Item | None) -> Iterator[QRectF]:
    """The areas of an item that became another one; where they have nothing in common, both."""
    if isinstance(old, Bubble) and isinstance(new, Bubble) and old.grown(new.height) == new:
        edge = new.radius + new.tail_height
        top, foot = min(old.height, new.height) - edge, max(old.height, new.height)
        yield _area(new.x, new.y + top, new.width, foot - top, new.tail_width)
        return
    if isinstance(old, Words) and isinstance(new, Words) and _same_place(old, new):
        yield _lines(old, new)
        return
    for item in (old, new):
        if isinstance(item, Words):
            lines = map(item.layout.lineAt, range(item.layout.lineCount()))
            left = min((line.x() for line in lines), default=0.0)
            yield _area(item.x + left, item.y, item.flow.wide, item.height)
        elif isinstance(item, Bubble):
            yield _area(item.x, item.y, item.width, item.height, item.tail_width)
        elif item is not None:
            yield _area(item.x, item.y, getattr(item, "width", item.height), item.height)


def _same_place(old: Words, new: Words) -> bool:
    """Whether the lines of both begin at the same place (centred ones do not)."""
    before, after = (old.x, old.y, old.flow.face), (new.x, new.y, new.flow.face)
    return before == after and old.flow.align == new.flow.align == "start"


def _lines(old: Words, new: Words) -> QRectF:
    """From the first line that looks different to the last."""
    before, after = old.flow, new.flow
    count = max(len(before.lines), len(after.lines))
    first = next((n for n in range(count) if not after.same_line(before, n)), 0)
    backwards = range(count - 1, first, -1)
    last = next((n for n in backwards if not after.same_line(before, n)), first)
    top = min(one.lines[first][1] for one in (before, after) if first < len(one.lines))
    foot = max(sum(one.lines[min(last, len(one.lines) - 1)][1:]) for one in (before, after))
    return _area(new.x, new.y + top, max(before.wide, after.wide), foot - top)


def _area(x: float, y: float, width: float, height: float, reach: float = 0.0) -> QRectF:
    reach += _BESIDE
    return QRectF(x - reach, y - _ABOVE, width + 2 * reach, height + 2 * _ABOVE)


def _joined(areas: list[QRectF]) -> list[QRectF]:
    """The areas with those near each other made one, so that no letter is painted twice."""
    found: list[QRectF] = []
    for area in sorted(areas, key=lambda one: one.top()):
        if found and found[-1].bottom() + _APART >= area.top():
            found[-1] = found[-1].united(area)
        else:
            found.append(area)
    return [QRectF(area.toAlignedRect()) for area in found]
