"""The chat's ground: one colour and a faint pattern of small things, our own drawing."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor
from typing import cast

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache, QRegion, QTransform

from wa_composer.preview.doodles import DOODLES
from wa_composer.preview.doodles_more import FILLERS
from wa_composer.preview.theme import Colours

_CELL, _ROW = 46.0, 31.0
_COLUMNS, _ROWS = 8, 12  # an even number of rows: every second one is moved by half a cell
_TILE_WIDE, _TILE_HIGH = _COLUMNS * _CELL, _ROWS * _ROW


def wallpaper(
    painter: QPainter, rect: QRectF, colours: Colours, hidden: Iterable[QRectF] = ()
) -> None:
    """Fills `rect` with the chat's ground, but for the points that lie wholly in `hidden`.

    The pattern starts at the painter's origin wherever `rect` lies. It is drawn once per theme and
    density, kept in Qt's own cache of pixmaps, and laid out point for point, so nothing is scaled.
    """
    device = painter.deviceTransform()
    density = device.m11()
    wide, high = max(1, round(_TILE_WIDE * density)), max(1, round(_TILE_HIGH * density))
    tile = _kept_tile(colours, wide, high)
    free = QRegion(device.mapRect(rect).toAlignedRect())
    for each in hidden:
        free -= _whole_points(device.mapRect(each))
    painter.save()
    painter.setWorldTransform(device.inverted()[0] * painter.worldTransform())  # now in points
    start = QPoint(round(device.dx()), round(device.dy()))
    areas = cast("Iterable[QRect]", free)  # it is one; the stubs do not say so
    for area in areas:  # one by one: a clip of many rectangles slows down all that follows
        painter.drawTiledPixmap(area, tile, area.topLeft() - start)
    painter.restore()


def _whole_points(rect: QRectF) -> QRect:
    left, top = ceil(rect.left()), ceil(rect.top())
    return QRect(left, top, floor(rect.right()) - left, max(0, floor(rect.bottom()) - top))


def _kept_tile(colours: Colours, wide: int, high: int) -> QPixmap:
    key = f"wa-composer-wallpaper-{colours.dark}-{wide}-{high}"
    tile = QPixmap()
    if not QPixmapCache.find(key, tile):
        tile = _tile(colours, wide, high)
        QPixmapCache.insert(key, tile)
    return tile


def _tile(colours: Colours, wide: int, high: int) -> QPixmap:
    tile = QPixmap(wide, high)
    tile.fill(QColor(*colours.wallpaper))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(*colours.wallpaper_mark)
    pen = QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    scale = QTransform.fromScale(wide / _TILE_WIDE, high / _TILE_HIGH)
    for place in range(_COLUMNS * _ROWS):
        for dx in (-_TILE_WIDE, 0.0, _TILE_WIDE):  # what goes over an edge comes in at the other
            for dy in (-_TILE_HIGH, 0.0, _TILE_HIGH):
                _doodle(painter, place, dx, dy, scale, pen)
    painter.end()
    return tile


def _doodle(
    painter: QPainter, place: int, dx: float, dy: float, scale: QTransform, pen: QPen
) -> None:
    """One small thing on the grid, a little aside, turned and sized by its place."""
    row, column = divmod(place, _COLUMNS)
    x = dx + (column + 0.5 * (row % 2) + 0.5) * _CELL
    y = dy + (row + 0.5) * _ROW
    if not (-_CELL < x < _TILE_WIDE + _CELL / 2 and -_CELL < y < _TILE_HIGH + _CELL / 2):
        return
    aside, down = (place * 37 % 11 - 5) * 0.7, (place * 53 % 13 - 6) * 0.8
    size = 0.84 + (place * 29 % 7) * 0.04
    turn = QTransform(scale).translate(x + aside, y + down).rotate(place * 71 % 90 - 45)
    painter.setTransform(turn.scale(size, size))
    painter.strokePath(DOODLES[(place * 5 + row * 3) % len(DOODLES)](), pen)
    painter.setTransform(QTransform(scale).translate(x + _CELL / 2, y + place * 31 % 13 - 6))
    painter.strokePath(FILLERS[(place * 3 + row) % len(FILLERS)](), pen)
