"""Our own line icons for the picture, drawn on a 24 grid with round strokes of 1.8."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

GRID = 24.0
STROKE = 1.8
Shapes = tuple[QPainterPath, QPainterPath | None, QPainterPath | None]
"""What is stroked, what is filled, and what is filled faintly under both."""


def draw(painter: QPainter, name: str, x: float, y: float, size: float, colour: QColor) -> None:
    """Draws the icon `name` into a square. An unknown name draws a dot."""
    strokes, filled, ground = _shapes(name)
    painter.save()
    painter.translate(x, y)
    painter.scale(size / GRID, size / GRID)
    if ground is not None:
        faint = QColor(colour)
        faint.setAlpha(round(colour.alpha() * 0.18))
        painter.fillPath(ground, faint)
    painter.strokePath(strokes, _pen(colour))
    if filled is not None:
        painter.fillPath(filled, colour)
    painter.restore()


def _pen(colour: QColor) -> QPen:
    pen = QPen(colour, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


@cache
def _shapes(name: str) -> Shapes:
    return _ICONS.get(name, _dot)()


def _lines(*strokes: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for first, *rest in strokes:
        path.moveTo(*first)
        for point in rest:
            path.lineTo(*point)
    return path


def _reply() -> Shapes:
    path = _lines(((9, 6), (4, 11), (9, 16)), ((4, 11), (13, 11)))
    path.cubicTo(17.5, 11, 20, 13.5, 20, 18.5)
    return path, None, None


def _link() -> Shapes:
    arrow = ((14.0, 4.5), (19.5, 4.5), (19.5, 10.0))
    frame = ((10.0, 6.0), (4.5, 6.0), (4.5, 19.5), (18.0, 19.5), (18.0, 14.0))
    return _lines(arrow, ((19, 5), (11, 13)), frame), None, None


def _phone() -> Shapes:
    path = _lines(((5.2, 4), (8.6, 4), (10.4, 8.6), (8.2, 10.3)))
    path.cubicTo(9.3, 12.8, 11.2, 14.7, 13.7, 15.8)
    for point in ((15.4, 13.6), (20, 15.4), (20, 18.8)):
        path.lineTo(*point)
    path.cubicTo(20, 19.5, 19.5, 20, 18.8, 20)
    path.cubicTo(10.8, 19.6, 4.4, 13.2, 4, 5.2)
    path.cubicTo(4, 4.5, 4.5, 4, 5.2, 4)
    return path, None, None


def _copy() -> Shapes:
    path = _lines(((5.5, 15.5), (4.5, 15.5), (4.5, 4.5), (15.5, 4.5), (15.5, 5.5)))
    path.addRoundedRect(QRectF(8.5, 8.5, 11, 11), 2, 2)
    return path, None, None


def _list() -> Shapes:
    rows = [((x, y), (end, y)) for y in (6.5, 12.0, 17.5) for x, end in ((9.0, 20.0), (4.5, 5.0))]
    return _lines(*rows), None, None


def _picture() -> Shapes:
    path = _lines(((3.5, 17), (9, 11.5), (13, 15.5), (15.5, 13), (20.5, 17.5)))
    path.addRoundedRect(QRectF(3, 4.5, 18, 15), 2.5, 2.5)
    return path, _disc(15.6, 9, 1.7), None


def _play() -> Shapes:
    path = _lines(((9.6, 7.6), (16.6, 12), (9.6, 16.4)))
    path.closeSubpath()
    return path, path, _disc(12, 12, 11)


def _document() -> Shapes:
    sheet = ((13.5, 3.0), (6.0, 3.0), (6.0, 21.0), (18.0, 21.0), (18.0, 7.5), (13.5, 3.0))
    corner = ((13.5, 3.0), (13.5, 7.5), (18.0, 7.5))
    return _lines(sheet, corner, ((9, 12), (15, 12)), ((9, 16), (15, 16))), None, None


def _bag() -> Shapes:
    path = _lines(((5, 8), (19, 8), (20, 20.5), (4, 20.5), (5, 8)))
    path.moveTo(8.5, 11)
    path.cubicTo(8.5, 2, 15.5, 2, 15.5, 11)
    return path, None, None


def _form() -> Shapes:
    path = _lines(((8, 9), (16, 9)), ((8, 13), (16, 13)), ((8, 17), (12, 17)))
    path.addRoundedRect(QRectF(4, 3.5, 16, 17.5), 2.5, 2.5)
    return path, None, None


def _sheet() -> Shapes:
    path = QPainterPath(QPointF(5.5, 1.5))
    for point in ((14.5, 1.5), (19.5, 6.5), (19.5, 20.8)):
        path.lineTo(*point)
    path.quadTo(19.5, 22.5, 17.8, 22.5)
    path.lineTo(6.2, 22.5)
    path.quadTo(4.5, 22.5, 4.5, 20.8)
    path.lineTo(4.5, 2.8)
    path.quadTo(4.5, 1.5, 5.5, 1.5)
    path.closeSubpath()
    return _lines(((14.5, 1.8), (14.5, 6.5), (19.2, 6.5))), path, None


def _handset() -> Shapes:
    path = _lines(((10.5, 18.2), (13.5, 18.2)))
    path.addRoundedRect(QRectF(6.5, 2.5, 11, 19), 2.5, 2.5)
    return path, None, None


def _ticks() -> Shapes:
    return (
        _lines(((1.2, 12.4), (5.6, 17), (14.6, 6.6)), ((10.4, 15.4), (12, 17), (21.6, 6.6))),
        None,
        None,
    )


def _dot() -> Shapes:
    return QPainterPath(), _disc(12, 12, 3), None


def _disc(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


_ICONS: dict[str, Callable[[], Shapes]] = {
    "reply": _reply,
    "quick_reply": _reply,
    "url": _link,
    "phone_number": _phone,
    "copy_code": _copy,
    "otp": _copy,
    "flow": _form,
    "catalog": _bag,
    "mpm": _bag,
    "spm": _bag,
    "see_all": _list,
    "image": _picture,
    "video": _play,
    "document": _document,
    "handset": _handset,
    "sheet": _sheet,
    "ticks": _ticks,
}
