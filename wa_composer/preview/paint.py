"""Paints what layout has placed. Knows colours by role only; scale the painter, not the sizes."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
    QTransform,
)

from wa_composer.preview import icons
from wa_composer.preview.placed import Bubble, Hatching, Icon, Medium, Placed, Shape, Words
from wa_composer.preview.theme import Colours

_HATCH_STEP = 9.0
_PATTERN = 56.0
_TILE_WIDE, _TILE_HIGH = 3 * _PATTERN, 6 * _PATTERN  # where its rows and columns begin anew


def paint(painter: QPainter, placed: Placed, colours: Colours) -> None:
    """Paints the scene with the column's top left corner at the painter's origin."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for item in placed.items:
        _PAINTERS[type(item)](painter, item, colours)
    painter.restore()


def wallpaper(painter: QPainter, rect: QRectF, colours: Colours) -> None:
    """Fills `rect` with the chat's ground: one colour and a faint pattern of our own.

    The pattern is drawn once per theme and density and kept in Qt's own cache of pixmaps.
    """
    density = max(1.0, painter.deviceTransform().m11())
    key = f"wa-composer-wallpaper-{colours.dark}-{density:g}"
    tile = QPixmap()
    if not QPixmapCache.find(key, tile):
        tile = _tile(colours, density)
        QPixmapCache.insert(key, tile)
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    for row in range(ceil(rect.height() / _TILE_HIGH)):  # quicker than drawTiledPixmap
        for column in range(ceil(rect.width() / _TILE_WIDE)):
            left, top = rect.x() + column * _TILE_WIDE, rect.y() + row * _TILE_HIGH
            painter.drawPixmap(QPointF(left, top), tile)
    painter.restore()


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


def _colour(colours: Colours, role: str) -> QColor:
    return QColor(*getattr(colours, role))


def _words(painter: QPainter, item: Words, colours: Colours) -> None:
    place = QPointF(item.x, item.y)
    painter.setPen(_colour(colours, item.role))
    item.layout.draw(painter, place)
    for ink in item.inks:
        painter.setPen(_colour(colours, ink.role))
        for run in ink.glyphs:
            painter.drawGlyphRun(place, run)


def _shape(painter: QPainter, item: Shape, colours: Colours) -> None:
    rect = QRectF(item.x, item.y, item.width, item.height)
    if not item.radius:
        painter.fillRect(rect, _colour(colours, item.role))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(colours, item.role))
    painter.drawRoundedRect(rect, item.radius, item.radius)


def _icon(painter: QPainter, item: Icon, colours: Colours) -> None:
    icons.draw(painter, item.name, item.x, item.y, item.size, _colour(colours, item.role))


def _medium(painter: QPainter, item: Medium, colours: Colours) -> None:
    shade = QLinearGradient(item.x, item.y, item.x + item.width * 0.4, item.y + item.height)
    shade.setColorAt(0, QColor(*colours.media))
    shade.setColorAt(1, QColor(*colours.media_end))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(shade))
    rect = QRectF(item.x, item.y, item.width, item.height)
    painter.drawRoundedRect(rect, item.radius, item.radius)


def _hatching(painter: QPainter, item: Hatching, colours: Colours) -> None:
    painter.save()
    path = QPainterPath()
    rect = QRectF(item.x, item.y, item.width, item.height)
    path.addRoundedRect(rect, item.radius, item.radius)
    painter.fillPath(path, QColor(*colours.hatch_ground))
    painter.setClipPath(path)
    painter.setPen(QPen(QColor(*colours.hatch), 3))
    lines = QPainterPath()
    offset = -item.height
    while offset < item.width:
        lines.moveTo(item.x + offset, item.y + item.height + 2)
        lines.lineTo(item.x + offset + item.height + 4, item.y - 2)
        offset += _HATCH_STEP
    painter.drawPath(lines)
    painter.restore()


def _bubble(painter: QPainter, item: Bubble, colours: Colours) -> None:
    """Only the strips with curves are drawn as paths: filling a path costs by its area."""
    fill = QColor(*(colours.outgoing if item.outgoing else colours.incoming))
    shadow = QColor(*colours.shadow)
    foot = item.y + item.height - item.radius
    top, bottom = _top(item), _bottom(item)
    painter.fillPath(top.translated(0, 1), shadow)
    painter.fillPath(bottom.translated(0, 1), shadow)
    painter.fillPath(top, fill)
    painter.fillPath(bottom, fill)
    head = item.y + item.tail_height - 1  # a pixel over each strip, so that no seam shows
    painter.fillRect(QRectF(item.x, head, item.width, foot - head + 1), fill)


def _top(item: Bubble) -> QPainterPath:
    """The upper strip: a round corner, and at the other side a tail of our own."""
    tail, drop, width = item.tail_width, item.tail_height, item.width
    path = QPainterPath(QPointF(1.5 - tail, 0))
    path.lineTo(width - item.radius, 0)
    path.quadTo(width, 0, width, item.radius)
    path.lineTo(width, drop)
    path.lineTo(0, drop)
    path.quadTo(-1, drop - 5, 0.4 - tail, 2.6)
    path.quadTo(-tail - 0.8, 0, 1.5 - tail, 0)
    path.closeSubpath()
    if item.outgoing:
        path = QTransform(-1, 0, 0, 1, width, 0).map(path)
    return path.translated(item.x, item.y)


def _bottom(item: Bubble) -> QPainterPath:
    """The lower strip: two round corners."""
    r, width = item.radius, item.width
    path = QPainterPath(QPointF(0, 0))
    path.lineTo(width, 0)
    path.quadTo(width, r, width - r, r)
    path.lineTo(r, r)
    path.quadTo(0, r, 0, 0)
    path.closeSubpath()
    return path.translated(item.x, item.y + item.height - r)


_PAINTERS: dict[type, Callable[[QPainter, Any, Colours], None]] = {
    Bubble: _bubble,
    Words: _words,
    Shape: _shape,
    Icon: _icon,
    Medium: _medium,
    Hatching: _hatching,
}
