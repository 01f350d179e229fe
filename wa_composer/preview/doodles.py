"""Small things drawn in a line, for the chat's ground. Each lies around the origin, 24 wide."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from wa_composer.preview import doodles_more as more
from wa_composer.preview.doodles_more import strokes


@cache
def _cup() -> QPainterPath:
    path = strokes(((-8, -4), (-6, 9), (4, 9), (6, -4), (-8, -4)))
    path.moveTo(5.6, -1)
    path.cubicTo(12, -2, 12, 6, 4.8, 5)
    path.moveTo(-3, -7)
    path.cubicTo(-5, -9, -1, -10, -3, -12)
    path.moveTo(2, -7)
    path.cubicTo(0, -9, 4, -10, 2, -12)
    return path


@cache
def _leaf() -> QPainterPath:
    path = QPainterPath(QPointF(-9, 9))
    path.cubicTo(-12, -4, -2, -11, 10, -10)
    path.cubicTo(11, 2, 4, 12, -9, 9)
    path.moveTo(-11, 11)
    path.lineTo(3, -3)
    path.moveTo(-4, 4)
    path.lineTo(2, 4)
    path.moveTo(-3.5, 3.5)
    path.lineTo(-3.5, -2)
    return path


@cache
def _envelope() -> QPainterPath:
    path = strokes(((-11, -6), (0, 2), (11, -6)), ((-4, 0), (-10, 7)), ((4, 0), (10, 7)))
    path.addRoundedRect(QRectF(-11, -7.5, 22, 15), 2.5, 2.5)
    return path


@cache
def _star() -> QPainterPath:
    points = ((0, -10), (2.9, -3.2), (10, -2.8), (4.4, 1.8), (6.3, 9), (0, 5),
              (-6.3, 9), (-4.4, 1.8), (-10, -2.8), (-2.9, -3.2), (0, -10))  # fmt: skip
    return strokes(points)


@cache
def _plane() -> QPainterPath:
    return strokes(
        ((-11, -1), (11, -10), (4, 10), (-1, 3), (-11, -1)), ((11, -10), (-1, 3), (-2, 9), (1, 6))
    )


@cache
def _cloud() -> QPainterPath:
    path = QPainterPath(QPointF(-7, 6))
    path.cubicTo(-13, 6, -13, -2, -7, -2)
    path.cubicTo(-6, -10, 5, -10, 6, -3)
    path.cubicTo(12, -4, 13, 6, 7, 6)
    path.closeSubpath()
    return path


@cache
def _flower() -> QPainterPath:
    path = QPainterPath()
    for x, y in ((0, -5.6), (5.3, -1.7), (3.3, 4.5), (-3.3, 4.5), (-5.3, -1.7)):
        path.addEllipse(QPointF(x, y), 3.4, 3.4)
    path.addEllipse(QPointF(0, 0), 2, 2)
    return path


@cache
def _balloon() -> QPainterPath:
    path = QPainterPath(QPointF(0, 5))
    path.cubicTo(-10, -1, -7, -12, 0, -12)
    path.cubicTo(7, -12, 10, -1, 0, 5)
    path.cubicTo(3, 8, -3, 10, 0, 13)
    return path


@cache
def _house() -> QPainterPath:
    return strokes(
        ((-10, 0), (0, -9), (10, 0)),
        ((-7, -2), (-7, 9), (7, 9), (7, -2)),
        ((-2, 9), (-2, 3), (2, 3), (2, 9)),
    )


@cache
def _moon() -> QPainterPath:
    path = QPainterPath(QPointF(3, -10))
    path.cubicTo(-14, -8, -12, 14, 7, 8)
    path.cubicTo(-4, 7, -5, -5, 3, -10)
    return path


@cache
def _note() -> QPainterPath:
    path = strokes(((-4, 7), (-4, -8), (8, -10), (8, 5)), ((-4, -4), (8, -6)))
    path.addEllipse(QPointF(-6.4, 7), 2.6, 2.2)
    path.addEllipse(QPointF(5.6, 5), 2.6, 2.2)
    return path


@cache
def _fish() -> QPainterPath:
    path = QPainterPath(QPointF(-11, -5))
    path.cubicTo(-6, 2, 2, 9, 11, 0)
    path.cubicTo(2, -9, -6, -2, -11, 5)
    path.closeSubpath()
    path.addEllipse(QPointF(6, -1.4), 0.9, 0.9)
    return path


@cache
def _waves() -> QPainterPath:
    path = QPainterPath()
    for y in (-4.0, 3.0):
        path.moveTo(-10, y)
        path.cubicTo(-6, y - 6, -4, y - 6, 0, y)
        path.cubicTo(4, y + 6, 6, y + 6, 10, y)
    return path


DOODLES: tuple[Callable[[], QPainterPath], ...] = (
    _cup,
    _leaf,
    more.heart,
    _envelope,
    _star,
    more.bulb,
    _plane,
    _waves,
    more.parcel,
    _cloud,
    more.umbrella,
    _flower,
    _balloon,
    more.camera,
    _house,
    more.cherries,
    _moon,
    more.boat,
    _note,
    more.bell,
    _fish,
    more.sun,
)
