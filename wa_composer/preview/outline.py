"""The outline of a bubble in pieces: its corners and its tail, for the tail at the left.

The curves are small paths and the rest is left to rectangles, since a path costs by its area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from wa_composer.preview.shapes import Bubble

_KAPPA = 0.5523
"""How far the handles of a quarter circle reach, in radii."""


class Corner(NamedTuple):
    """A curve at a corner; as wide as the bubble's `radius`, as high as that or the tail."""

    path: QPainterPath
    right: bool = False
    foot: bool = False


def curves(item: Bubble) -> Iterator[Corner]:
    """The four corners in their places, the one with the tail among them, the upper left first."""
    for path, right, foot in _SHAPES[item.tail](item.radius, item.tail_width, item.tail_height):
        x, y = item.width if right else 0.0, item.height if foot else 0.0
        yield Corner(path.translated(x, y), right, foot)


@cache
def _top(r: float, tail: float, drop: float) -> tuple[Corner, ...]:
    """A wedge at the upper corner."""
    path = QPainterPath(QPointF(2.2 - tail, 0))
    for x, y in ((r, 0.0), (r, max(drop, r)), (0.0, max(drop, r)), (0.0, drop)):
        path.lineTo(x, y)
    path.cubicTo(-1.4, drop - 3.4, -3.6, drop - 6.4, 0.9 - tail, 3.0)
    path.cubicTo(-tail - 0.7, 1.2, 0.3 - tail, 0, 2.2 - tail, 0)
    path.closeSubpath()
    return Corner(path), *_round(r, (True, False), (True, True), (False, True))


@cache
def _bottom(r: float, tail: float, rise: float) -> tuple[Corner, ...]:
    """A hook that swings out of the lower corner."""
    path = QPainterPath(QPointF(0, -max(rise, r)))
    path.lineTo(0, -11)
    path.cubicTo(0, -5.5, -2, -2, 0.5 - tail, -0.9)
    path.quadTo(-tail - 0.5, -0.2, 0.6 - tail, 0)
    path.cubicTo(-1, 0.4, 4, -1, 7.2, -3.8)
    path.cubicTo(10, -1.3, 13, 0, r, 0)
    path.lineTo(r, -max(rise, r))
    path.closeSubpath()
    return *_round(r, (False, False), (True, False), (True, True)), Corner(path, foot=True)


def _round(r: float, *places: tuple[bool, bool]) -> Iterator[Corner]:
    for right, foot in places:
        yield Corner(_corner(r, -1 if right else 1, -1 if foot else 1), right, foot)


def _corner(r: float, right: int, down: int) -> QPainterPath:
    """A quarter disc at a corner, and a pixel more on its straight sides."""
    rest = r * (1 - _KAPPA)
    path = QPainterPath(QPointF(0, r * down))
    path.cubicTo(0, rest * down, rest * right, 0, r * right, 0)
    path.lineTo((r + 1) * right, 0)
    path.lineTo((r + 1) * right, (r + 1) * down)
    path.lineTo(0, (r + 1) * down)
    path.closeSubpath()
    return path


_SHAPES: dict[str, Callable[[float, float, float], tuple[Corner, ...]]] = {
    "top": _top,
    "bottom": _bottom,
}
