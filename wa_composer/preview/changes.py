"""What differs between two pictures, so that only that is painted again.

A keystroke changes a line or two of a paragraph; the rest of the window keeps its pixels. Where
that is not certain (scripts that reach out of their line or run both ways) more is painted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from PySide6.QtCore import QRectF

from wa_composer.preview.broken import Words
from wa_composer.preview.placed import Item, Placed
from wa_composer.preview.shapes import Bubble

_BESIDE, _ABOVE = 6.0, 3.0
"""How far letters, shadows and tails reach out of their boxes."""
_MANY = 3
"""Where more items differ all of them are painted: telling their lines apart takes longer."""
_APART = 12_000.0
"""Px that are painted in the time that an area takes for being one of its own."""


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
    gone, come = _unlike(old.items[1:], new.items[1:])
    if any(isinstance(item, Words) and not item.flow.plain for item in (*gone, *come)):
        return None
    was, now = old.items[0], new.items[0]
    assert isinstance(was, Bubble) and isinstance(now, Bubble)
    if was.grown(now.height) != now:
        return [_area(one.x, one.y, one.width, one.height, one.tail_width) for one in (was, now)]
    pairs = [(one, other) for one, other in zip_longest(gone, come) if one != other]
    areas = [area for pair in pairs[:_MANY] for area in _pair(*pair)]
    if rest := [item for pair in pairs[_MANY:] for item in pair if item is not None]:
        top, foot = min(one.y for one in rest), max(one.y + one.height for one in rest)
        areas.append(_area(now.x, top, now.width, foot - top))
    low, high = sorted((was.height, now.height))
    edge = low - now.radius - now.tail_height if low < high else high
    inside = QRectF(now.x, now.y, now.width, edge)
    areas = [area & inside for area in areas if area.intersects(inside)]
    if low < high:
        areas.append(_area(now.x, now.y + edge, now.width, high - edge, now.tail_width))
    return areas


def _unlike(old: Sequence[Item], new: Sequence[Item]) -> tuple[Sequence[Item], Sequence[Item]]:
    """Both without what they begin and end with alike."""
    common = min(len(old), len(new))
    first = last = 0
    while first < common and old[first] == new[first]:
        first += 1
    while last < common - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return old[first : len(old) - last], new[first : len(new) - last]


def _pair(old: Item | None, new: Item | None) -> Iterator[QRectF]:
    """The areas of an item that became another one; where they have nothing in common, both."""
    if isinstance(old, Words) and isinstance(new, Words) and _same_place(old, new):
        yield from _lines(old, new)
        return
    for item in (old, new):
        if isinstance(item, Words):
            lines = map(item.layout.lineAt, range(item.layout.lineCount()))
            left = min((line.x() for line in lines), default=0.0)
            yield _area(item.x + left, item.y, item.flow.wide, item.height)
        elif item is not None:
            yield _area(item.x, item.y, getattr(item, "width", item.height), item.height)


def _same_place(old: Words, new: Words) -> bool:
    """Whether the lines of both begin at the same place (centred ones do not)."""
    before, after = (old.x, old.y, old.flow.face), (new.x, new.y, new.flow.face)
    return before == after and old.flow.align == new.flow.align == "start"


def _lines(old: Words, new: Words) -> Iterator[QRectF]:
    """From the first line that looks different to the last."""
    before, after = old.flow, new.flow
    count = max(len(before.lines), len(after.lines))
    differing = (n for n in range(count) if not after.same_line(before, n))
    first = next(differing, None)
    if first is None:
        return
    backwards = range(count - 1, first, -1)
    last = next((n for n in backwards if not after.same_line(before, n)), first)
    lines = [
        one.lines[min(n, len(one.lines) - 1)] for one in (before, after) for n in (first, last)
    ]
    top, foot = min(line[1] for line in lines), max(line[1] + line[2] for line in lines)
    yield _area(new.x, new.y + top, max(before.wide, after.wide), foot - top)


def _area(x: float, y: float, width: float, height: float, reach: float = 0.0) -> QRectF:
    reach += _BESIDE
    return QRectF(x - reach, y - _ABOVE, width + 2 * reach, height + 2 * _ABOVE)


def _joined(areas: list[QRectF]) -> list[QRectF]:
    """The areas with those near each other made one, so that no letter is painted twice."""
    found: list[QRectF] = []
    for area in sorted(areas, key=QRectF.top):
        both = found[-1].united(area) if found else area
        apart = _size(found[-1]) + _size(area) - _size(area & found[-1]) if found else 0.0
        if found and _size(both) <= apart + _APART:
            found[-1] = both
        else:
            found.append(area)
    return [QRectF(area.toAlignedRect()) for area in found]


def _size(area: QRectF) -> float:
    return area.width() * area.height()
