"""The one line icon that only the window's frame needs, beside the shared set."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from wa_composer.ui import icons

GRID = 24.0
STROKE = 1.8


def shell_icon(name: str, colour: str, size: int = 18) -> QIcon:
    """The icon `name` in `colour` ("#RRGGBB"), `size` device-independent pixels wide."""
    path = _PATHS.get(name)
    if path is None:
        return icons.icon(name, colour, size)
    icon = QIcon()
    for scale in (1, 2, 3):
        icon.addPixmap(_drawn(path(), colour, size, scale))
    return icon


def _drawn(path: QPainterPath, colour: str, size: int, scale: int) -> QPixmap:
    pixmap = QPixmap(size * scale, size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / GRID, size / GRID)
    pen = QPen(QColor(colour), STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.end()
    return pixmap


def _help() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(3.5, 3.5, 17, 17))
    path.moveTo(9.6, 9.8)
    path.cubicTo(QPointF(9.7, 6.6), QPointF(14.5, 6.7), QPointF(14.4, 9.8))
    path.cubicTo(QPointF(14.3, 11.8), QPointF(12.0, 11.8), QPointF(12.0, 13.8))
    path.moveTo(12.0, 16.6)
    path.lineTo(12.0, 16.7)
    return path


_PATHS = {"help": _help}
