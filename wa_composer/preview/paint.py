"""Paints what layout has placed. Knows colours by role only; scale the painter, not the sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import ceil, floor
from typing import Any, cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
    QRegion,
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


def chat(painter: QPainter, rect: QRectF, stack: Sequence[Placed], colours: Colours) -> None:
    """Paints a whole chat: the ground over `rect`, and scenes from the origin downwards.

    Only what meets `rect` is painted, and the ground only where no bubble covers it.
    """
    seen: list[tuple[float, Placed]] = []
    top, free = 0.0, QRegion(rect.toAlignedRect())
    for placed in stack:
        if top < rect.bottom() and top + placed.height > rect.top():
            seen.append((top, placed))
            free -= _covered(placed, top)
        top += placed.height
    areas = cast("Iterable[QRect]", free)  # it is one; the stubs do not say so
    for area in areas:  # one by one: a clip of many rectangles slows down all that follows
        wallpaper(painter, QRectF(area), colours)
    for top, placed in seen:
        painter.save()
        painter.translate(0, top)
        paint(painter, placed, colours)
        painter.restore()


def _covered(placed: Placed, top: float) -> QRegion:
    """What a bubble hides of the ground for certain: its box without the corners."""
    box, edge = placed.box("bubble"), 16
    return QRegion(
        ceil(box.x) + 1,
        ceil(top + box.y) + edge,
        int(box.width) - 2,
        max(0, int(box.height) - 2 * edge),
    )


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
    """The outline's curves are small paths, the rest rectangles: a path costs by its area."""
    fill = QColor(*(colours.outgoing if item.outgoing else colours.incoming))
    shadow = QColor(*colours.shadow)
    r, width, height = item.radius, item.width, item.height
    painter.save()
    painter.translate(item.x + width if item.outgoing else item.x, item.y)
    if item.outgoing:
        painter.scale(-1, 1)  # everything below is as for incoming, the tail at the left
    tail, corners = _tail(item), _corners(r, width, height)
    painter.fillPath(tail.translated(0, 1), shadow)
    for corner in corners[1:]:
        painter.fillPath(corner.translated(0, 1), shadow)
    painter.fillRect(QRectF(r, height, width - 2 * r, 1), shadow)
    for path in (tail, *corners):
        painter.fillPath(path, fill)
    painter.fillRect(QRectF(0, r, width, height - 2 * r), fill)
    inner = width - 2 * r + 2  # a pixel over each corner, so that no seam shows
    painter.fillRect(QRectF(r - 1, 0, inner, r + 1), fill)
    painter.fillRect(QRectF(r - 1, height - r - 1, inner, r + 1), fill)
    painter.restore()


def _tail(item: Bubble) -> QPainterPath:
    """The upper left corner with a tail of our own."""
    tail, drop, r = item.tail_width, item.tail_height, item.radius
    path = QPainterPath(QPointF(1.5 - tail, 0))
    for x, y in ((r, 0.0), (r, drop), (0.0, drop)):
        path.lineTo(x, y)
    path.quadTo(-1, drop - 5, 0.4 - tail, 2.6)
    path.quadTo(-tail - 0.8, 0, 1.5 - tail, 0)
    path.closeSubpath()
    return path


def _corners(r: float, width: float, height: float) -> tuple[QPainterPath, ...]:
    """The upper right, lower right and lower left corner, each a pixel larger than its curve."""
    found = []
    for x, y, right, down in (
        (width, 0.0, -1, 1),
        (width, height, -1, -1),
        (0.0, height, 1, -1),
    ):
        path = QPainterPath(QPointF(x, y + r * down))
        path.quadTo(x, y, x + r * right, y)
        path.lineTo(x + r * right, y + (r + 1) * down)
        path.lineTo(x, y + (r + 1) * down)
        path.closeSubpath()
        found.append(path)
    return tuple(found)


_PAINTERS: dict[type, Callable[[QPainter, Any, Colours], None]] = {
    Bubble: _bubble,
    Words: _words,
    Shape: _shape,
    Icon: _icon,
    Medium: _medium,
    Hatching: _hatching,
}
