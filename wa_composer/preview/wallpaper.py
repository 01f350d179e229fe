"""The chat's ground: one colour and a faint pattern of our own."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from wa_composer.preview.theme import Colours

_PATTERN = 56.0
_TILE_WIDE, _TILE_HIGH = 3 * _PATTERN, 6 * _PATTERN  # where its rows and columns begin anew


def wallpaper(painter: QPainter, rect: QRectF, colours: Colours) -> None:
    """Fills `rect` with the chat's ground: one colour and a faint pattern of our own.

    The pattern starts at the painter's origin wherever `rect` lies. It is drawn once per theme
    and density and kept in Qt's own cache of pixmaps.
    """
    density = max(1.0, painter.deviceTransform().m11())
    key = f"wa-composer-wallpaper-{colours.dark}-{density:g}"
    tile = QPixmap()
    if not QPixmapCache.find(key, tile):
        tile = _tile(colours, density)
        QPixmapCache.insert(key, tile)
    for row in range(floor(rect.top() / _TILE_HIGH), ceil(rect.bottom() / _TILE_HIGH)):
        for column in range(floor(rect.left() / _TILE_WIDE), ceil(rect.right() / _TILE_WIDE)):
            place = QRectF(column * _TILE_WIDE, row * _TILE_HIGH, _TILE_WIDE, _TILE_HIGH)
            part = place.intersected(rect)
            inside = part.translated(-place.x(), -place.y())
            source = QRectF(inside.topLeft() * density, inside.size() * density)
            painter.drawPixmap(part, tile, source)  # quicker than drawTiledPixmap and than a clip


def _tile(colours: Colours, density: float) -> QPixmap:
    tile = QPixmap(round(_TILE_WIDE * density), round(_TILE_HIGH * density))
    tile.setDevicePixelRatio(density)
    tile.fill(QColor(*colours.wallpaper))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(*colours.wallpaper_mark), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPath(_pattern(_TILE_WIDE, _TILE_HIGH))
    painter.end()
    return tile


def _pattern(width: float, height: float) -> QPainterPath:
    """Rings, waves and crosses in turn on a shifted grid."""
    path = QPainterPath()
    for row in range(-1, int(height / _PATTERN) + 2):
        for column in range(-1, int(width / _PATTERN) + 2):
            x = column * _PATTERN + (row % 2) * _PATTERN / 2
            y = row * _PATTERN
            match (row * 2 + column) % 3:
                case 0:
                    path.addEllipse(QPointF(x, y + 14), 5, 5)
                case 1:
                    path.moveTo(x - 9, y + 14)
                    path.cubicTo(x - 5, y + 7, x - 3, y + 7, x, y + 14)
                    path.cubicTo(x + 3, y + 21, x + 5, y + 21, x + 9, y + 14)
                case _:
                    path.moveTo(x - 4, y + 14)
                    path.lineTo(x + 4, y + 14)
                    path.moveTo(x, y + 10)
                    path.lineTo(x, y + 18)
    return path
