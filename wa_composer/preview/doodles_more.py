"""More of the small things for the chat's ground, and the smaller ones between them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath


def strokes(*strokes: tuple[tuple[float, float], ...]) -> QPainterPath:
    """Lines from point to point, as one path."""
    path = QPainterPath()
    for first, *rest in strokes:
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
    return path


@cache
def heart() -> QPainterPath:
    path = QPainterPath(QPointF(0, 9))
    path.cubicTo(-16, -2, -7, -12, 0, -4.5)
    path.cubicTo(7, -12, 16, -2, 0, 9)
    return path


@cache
def bulb() -> QPainterPath:
    path = QPainterPath(QPointF(-3.5, 6))
    path.cubicTo(-3.5, 2, -8, 0, -7.5, -4.5)
    path.cubicTo(-7, -13, 7, -13, 7.5, -4.5)
    path.cubicTo(8, 0, 3.5, 2, 3.5, 6)
    path.lineTo(-3.5, 6)
    path.moveTo(-2.5, 9)
    path.lineTo(2.5, 9)
    return path


@cache
def camera() -> QPainterPath:
    path = strokes(((-5, -6), (-3.4, -9), (3.4, -9), (5, -6)))
    path.addRoundedRect(QRectF(-10.5, -6, 21, 14), 3, 3)
    path.addEllipse(QPointF(0, 1), 4, 4)
    return path


@cache
def umbrella() -> QPainterPath:
    path = QPainterPath(QPointF(-10.5, 0))
    path.cubicTo(-9, -13, 9, -13, 10.5, 0)
    path.cubicTo(8, -2.6, 5.5, -2.6, 3.5, 0)
    path.cubicTo(1.6, -2.6, -1.6, -2.6, -3.5, 0)
    path.cubicTo(-5.5, -2.6, -8, -2.6, -10.5, 0)
    path.moveTo(0, -2)
    path.lineTo(0, 7)
    path.cubicTo(0, 11, 5, 11, 5, 7.5)
    return path


@cache
def parcel() -> QPainterPath:
    return strokes(
        ((-9, -6), (0, -10), (9, -6), (9, 5), (0, 10), (-9, 5), (-9, -6), (0, -2), (9, -6)),
        ((0, -2), (0, 10)),
        ((-4.5, -8), (4.5, -4)),
    )


@cache
def sun() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 4.6, 4.6)
    for x, y in ((0, 1), (0.71, 0.71), (1, 0), (0.71, -0.71)):
        for side in (-1, 1):
            path.moveTo(x * side * 7.4, y * side * 7.4)
            path.lineTo(x * side * 10, y * side * 10)
    return path


@cache
def cherries() -> QPainterPath:
    path = QPainterPath(QPointF(-5, 2))
    path.cubicTo(-4, -4, 0, -8, 5, -10)
    path.cubicTo(3, -5, 4, -1, 5.4, 2.6)
    path.addEllipse(QPointF(-5.4, 5.6), 3.7, 3.7)
    path.addEllipse(QPointF(5.6, 6.2), 3.7, 3.7)
    return path


@cache
def boat() -> QPainterPath:
    path = strokes(((-1, 3), (-1, -11), (9, 1), (-1, 1)), ((-3, 1), (-3, -6), (-9, 1), (-3, 1)))
    path.moveTo(-10.5, 4.5)
    path.lineTo(10.5, 4.5)
    path.cubicTo(8, 10, 4, 10, 0, 10)
    path.cubicTo(-4, 10, -8, 10, -10.5, 4.5)
    return path


@cache
def bell() -> QPainterPath:
    path = QPainterPath(QPointF(-9, 6))
    path.cubicTo(-5, 2, -7, -9, 0, -9)
    path.cubicTo(7, -9, 5, 2, 9, 6)
    path.closeSubpath()
    path.moveTo(-2.4, 8.6)
    path.cubicTo(-1.6, 10.6, 1.6, 10.6, 2.4, 8.6)
    return path


@cache
def small_plus() -> QPainterPath:
    return strokes(((-3, 0), (3, 0)), ((0, -3), (0, 3)))


@cache
def small_dots() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(-2.4, 1.4), 1.2, 1.2)
    path.addEllipse(QPointF(3, -1.8), 0.9, 0.9)
    return path


@cache
def small_leaf() -> QPainterPath:
    path = QPainterPath(QPointF(-3, 3))
    path.cubicTo(-4, -1, -1, -4, 4, -4)
    path.cubicTo(4, 1, 1, 4, -3, 3)
    return path


@cache
def small_ring() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), 2.2, 2.2)
    return path


FILLERS = (small_plus, small_ring, small_dots, small_leaf)
"""Smaller things, for the room between."""
