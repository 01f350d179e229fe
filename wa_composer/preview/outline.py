"""The outline of a bubble in pieces: its corners and its tail, for the tail at the left.

The curves are small paths and the rest is left to rectangles, since a path costs by its area.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from wa_composer.preview.placed import Bubble

_KAPPA = 0.5523
"""How far the handles of a quarter circle reach, in radii."""


def curves(item: Bubble) -> tuple[QPainterPath, ...]:
    """The four corners, the one with the tail among them; each covers its `radius` square."""
    return _SHAPES[item.tail](item)


def _top(item: Bubble) -> tuple[QPainterPath, ...]:
    """A wedge at the upper corner."""
    tail, drop = item.tail_width, item.tail_height
    r, width, height = item.radius, item.width, item.height
    path = QPainterPath(QPointF(2.2 - tail, 0))
    for x, y in ((r, 0.0), (r, max(drop, r)), (0.0, max(drop, r)), (0.0, drop)):
        path.lineTo(x, y)
    path.cubicTo(-1.4, drop - 3.4, -3.6, drop - 6.4, 0.9 - tail, 3.0)
    path.cubicTo(-tail - 0.7, 1.2, 0.3 - tail, 0, 2.2 - tail, 0)
    path.closeSubpath()
    return (
        path,
        _corner(r, width, 0, -1, 1),
        _corner(r, width, height, -1, -1),
        _corner(r, 0, height, 1, -1),
    )


def _bottom(item: Bubble) -> tuple[QPainterPath, ...]:
    """A hook that swings out of the lower corner."""
    tail, rise = item.tail_width, item.tail_height
    r, width, height = item.radius, item.width, item.height
    path = QPainterPath(QPointF(0, height - max(rise, r)))
    path.lineTo(0, height - 11)
    path.cubicTo(0, height - 5.5, -2, height - 2, 0.5 - tail, height - 0.9)
    path.quadTo(-tail - 0.5, height - 0.2, 0.6 - tail, height)
    path.cubicTo(-1, height + 0.4, 4, height - 1, 7.2, height - 3.8)
    path.cubicTo(10, height - 1.3, 13, height, r, height)
    path.lineTo(r, height - max(rise, r))
    path.closeSubpath()
    return (
        _corner(r, 0, 0, 1, 1),
        _corner(r, width, 0, -1, 1),
        _corner(r, width, height, -1, -1),
        path,
    )


def _corner(r: float, x: float, y: float, right: int, down: int) -> QPainterPath:
    """A quarter disc at a corner, and a pixel more on its straight sides."""
    rest = r * (1 - _KAPPA)
    path = QPainterPath(QPointF(x, y + r * down))
    path.cubicTo(x, y + rest * down, x + rest * right, y, x + r * right, y)
    path.lineTo(x + (r + 1) * right, y)
    path.lineTo(x + (r + 1) * right, y + (r + 1) * down)
    path.lineTo(x, y + (r + 1) * down)
    path.closeSubpath()
    return path


_SHAPES: dict[str, Callable[[Bubble], tuple[QPainterPath, ...]]] = {"top": _top, "bottom": _bottom}
