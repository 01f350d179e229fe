"""Our own line icons for the picture, drawn on a 24 grid with round strokes of 1.8."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

GRID = 24.0
STROKE = 1.8


def draw(painter: QPainter, name: str, x: float, y: float, size: float, colour: QColor) -> None:
    """Draws the icon `name` into a square. An unknown name draws the plain button's dot."""
    painter.save()
    painter.translate(x, y)
    painter.scale(size / GRID, size / GRID)
    pen = QPen(colour, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _ICONS.get(name, _dot)(painter, colour)
    painter.restore()


def _lines(painter: QPainter, *strokes: tuple[tuple[float, float], ...]) -> None:
    for stroke in strokes:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in stroke]))


def _reply(painter: QPainter, _: QColor) -> None:
    _lines(painter, ((9, 6), (4, 11), (9, 16)))
    path = QPainterPath(QPointF(4, 11))
    path.lineTo(13, 11)
    path.cubicTo(17.5, 11, 20, 13.5, 20, 18.5)
    painter.drawPath(path)


def _link(painter: QPainter, _: QColor) -> None:
    _lines(painter, ((14, 4.5), (19.5, 4.5), (19.5, 10)), ((19, 5), (11, 13)))
    _lines(painter, ((10, 6), (4.5, 6), (4.5, 19.5), (18, 19.5), (18, 14)))


def _phone(painter: QPainter, _: QColor) -> None:
    path = QPainterPath(QPointF(5.2, 4))
    path.lineTo(8.6, 4)
    path.lineTo(10.4, 8.6)
    path.lineTo(8.2, 10.3)
    path.cubicTo(9.3, 12.8, 11.2, 14.7, 13.7, 15.8)
    path.lineTo(15.4, 13.6)
    path.lineTo(20, 15.4)
    path.lineTo(20, 18.8)
    path.cubicTo(20, 19.5, 19.5, 20, 18.8, 20)
    path.cubicTo(10.8, 19.6, 4.4, 13.2, 4, 5.2)
    path.cubicTo(4, 4.5, 4.5, 4, 5.2, 4)
    painter.drawPath(path)


def _copy(painter: QPainter, _: QColor) -> None:
    painter.drawRoundedRect(QRectF(8.5, 8.5, 11, 11), 2, 2)
    _lines(painter, ((5.5, 15.5), (4.5, 15.5), (4.5, 4.5), (15.5, 4.5), (15.5, 5.5)))


def _list(painter: QPainter, _: QColor) -> None:
    for y in (6.5, 12, 17.5):
        _lines(painter, ((9, y), (20, y)), ((4.5, y), (5, y)))


def _picture(painter: QPainter, colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(3, 4.5, 18, 15), 2.5, 2.5)
    _lines(painter, ((3.5, 17), (9, 11.5), (13, 15.5), (15.5, 13), (20.5, 17.5)))
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(15.6, 9), 1.1, 1.1)


def _play(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    ground = QColor(colour)
    ground.setAlpha(round(colour.alpha() * 0.18))
    painter.setBrush(ground)
    painter.drawEllipse(QPointF(12, 12), 11, 11)
    path = QPainterPath(QPointF(9.6, 7.6))
    path.lineTo(16.6, 12)
    path.lineTo(9.6, 16.4)
    path.closeSubpath()
    painter.setBrush(colour)
    painter.setPen(QPen(colour, 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)


def _document(painter: QPainter, _: QColor) -> None:
    _lines(painter, ((13.5, 3), (6, 3), (6, 21), (18, 21), (18, 7.5), (13.5, 3), (13.5, 7.5)))
    _lines(painter, ((13.5, 7.5), (18, 7.5)), ((9, 12), (15, 12)), ((9, 16), (15, 16)))


def _ticks(painter: QPainter, _: QColor) -> None:
    _lines(painter, ((1.5, 13), (6, 17.5), (15, 6.5)), ((11, 16.5), (12, 17.5), (21.5, 6.5)))


def _dot(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(12, 12), 2.5, 2.5)


_ICONS: dict[str, Callable[[QPainter, QColor], None]] = {
    "reply": _reply,
    "quick_reply": _reply,
    "url": _link,
    "phone_number": _phone,
    "copy_code": _copy,
    "see_all": _list,
    "image": _picture,
    "video": _play,
    "document": _document,
    "ticks": _ticks,
}
