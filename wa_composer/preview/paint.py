"""Paints what layout has placed. Knows colours by role only; scale the painter, not the sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from wa_composer.preview import icons, photos
from wa_composer.preview.broken import Words
from wa_composer.preview.outline import curves
from wa_composer.preview.photos import NO_IMAGES, Images
from wa_composer.preview.placed import Item, Placed
from wa_composer.preview.shapes import Bubble, Hatching, Icon, Medium, Photo, Shade, Shape
from wa_composer.preview.theme import Colours
from wa_composer.preview.wallpaper import wallpaper

_HATCH_STEP = 9.0
_OVERHANG = 24.0  # how far above and below its box anything is drawn


def paint(
    painter: QPainter,
    placed: Placed,
    colours: Colours,
    images: Images = NO_IMAGES,
    within: QRectF | None = None,
) -> None:
    """Paints the scene with the column's top left corner at the painter's origin.

    `within` leaves out what lies wholly above or below it.
    """
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    items: Iterable[Item] = placed.items
    if within is not None:
        top, foot = within.top(), within.bottom()
        items = [
            item
            for item in placed.items
            if (item.y - _OVERHANG < foot and item.y + item.height + _OVERHANG > top)
            or (isinstance(item, Words) and not item.flow.plain)
        ]
    for item in items:
        if isinstance(item, Photo):
            photos.draw(painter, item, images)
        else:
            _PAINTERS[type(item)](painter, item, colours, within)
    painter.restore()


def chat(
    painter: QPainter,
    rect: QRectF,
    stack: Sequence[Placed],
    colours: Colours,
    images: Images = NO_IMAGES,
) -> None:
    """Paints a whole chat: the ground over `rect`, and scenes from the origin downwards.

    Only what meets `rect` is painted, and the ground only where no bubble covers it. `images`
    holds the decoded pictures by the keys that the scenes name; one that is not there is left out.
    """
    seen: list[tuple[float, Placed]] = []
    top = 0.0
    for placed in stack:
        if top < rect.bottom() and top + placed.height > rect.top():
            seen.append((top, placed))
        top += placed.height
    wallpaper(painter, rect, colours, [_covered(placed, top) for top, placed in seen])
    for top, placed in seen:
        painter.save()
        painter.translate(0, top)
        paint(painter, placed, colours, images, rect.translated(0, -top))
        painter.restore()


def renew(
    painter: QPainter,
    areas: Iterable[QRectF],
    stack: Sequence[Placed],
    colours: Colours,
    images: Images = NO_IMAGES,
) -> None:
    """Paints a chat anew in some areas only, over what was painted there before."""
    for area in areas:
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        chat(painter, area, stack, colours, images)
        painter.restore()


def _covered(placed: Placed, top: float) -> QRectF:
    """What a bubble hides of the ground for certain: its box without the corners."""
    box, edge = placed.box("bubble"), 20
    return QRectF(box.x, top + box.y + edge, box.width, max(0.0, box.height - 2 * edge))


def _colour(colours: Colours, role: str) -> QColor:
    return QColor(*getattr(colours, role))


def _words(painter: QPainter, item: Words, colours: Colours, within: QRectF | None) -> None:
    place = QPointF(item.x, item.y)
    painter.setPen(_colour(colours, item.role))
    if within is None or not item.flow.plain:  # it may reach far out of its lines
        within = None
        item.layout.draw(painter, place)
    else:
        item.layout.draw(painter, place, (), within)
    for ink in item.inks:
        if within is None or (ink.top < within.bottom() and ink.top + ink.height > within.top()):
            painter.setPen(_colour(colours, ink.role))
            painter.drawGlyphRun(place, ink.glyphs)


def _shape(painter: QPainter, item: Shape, colours: Colours, _: QRectF | None) -> None:
    rect = QRectF(item.x, item.y, item.width, item.height)
    if not item.radius:
        painter.fillRect(rect, _colour(colours, item.role))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(colours, item.role))
    painter.drawRoundedRect(rect, item.radius, item.radius)


def _icon(painter: QPainter, item: Icon, colours: Colours, _: QRectF | None) -> None:
    icons.draw(painter, item.name, item.x, item.y, item.size, _colour(colours, item.role))


def _medium(painter: QPainter, item: Medium, colours: Colours, _: QRectF | None) -> None:
    shade = QLinearGradient(item.x, item.y, item.x + item.width * 0.4, item.y + item.height)
    shade.setColorAt(0, QColor(*colours.media))
    shade.setColorAt(1, QColor(*colours.media_end))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(shade))
    rect = QRectF(item.x, item.y, item.width, item.height)
    painter.drawRoundedRect(rect, item.radius, item.radius)


def _hatching(painter: QPainter, item: Hatching, colours: Colours, _: QRectF | None) -> None:
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


def _bubble(painter: QPainter, item: Bubble, colours: Colours, within: QRectF | None) -> None:
    """The outline's curves are small paths, the rest rectangles: a path costs by its area."""
    fill = QColor(*(colours.outgoing if item.outgoing else colours.incoming))
    r, width, height = item.radius, item.width, item.height
    edge = r + item.tail_height
    if within is not None and item.y + edge < within.top() < within.bottom() < item.y + height - r:
        painter.fillRect(QRectF(item.x, within.y() - 1, width, within.height() + 2), fill)
        return
    shadow = QColor(*colours.shadow)
    painter.save()
    painter.translate(item.x + width if item.outgoing else item.x, item.y)
    if item.outgoing:
        painter.scale(-1, 1)  # everything below is as for incoming, the tail at the left
    corners = list(curves(item))
    for corner in corners:
        if corner.foot or corner is corners[0]:
            painter.fillPath(corner.path.translated(0, 1), shadow)
    start, end = corners[3].path.boundingRect().right(), corners[2].path.boundingRect().left()
    painter.fillRect(QRectF(start, height, end - start, 1), shadow)
    for corner in corners:
        painter.fillPath(corner.path, fill)
    painter.fillRect(QRectF(0, r, width, height - 2 * r), fill)
    inner = width - 2 * r + 2  # a pixel over each corner, so that no seam shows
    painter.fillRect(QRectF(r - 1, 0, inner, r + 1), fill)
    painter.fillRect(QRectF(r - 1, height - r - 1, inner, r + 1), fill)
    painter.restore()


def _shade(painter: QPainter, item: Shade, colours: Colours, _: QRectF | None) -> None:
    foot = item.y + item.height
    fade = QLinearGradient(0, foot - item.depth, 0, foot)
    clear = QColor(*colours.scrim)
    clear.setAlpha(0)
    fade.setColorAt(0, clear)
    fade.setColorAt(1, QColor(*colours.scrim))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(fade))
    rect = QRectF(item.x, item.y, item.width, item.height)
    painter.drawRoundedRect(rect, item.radius, item.radius)


_PAINTERS: dict[type, Callable[[QPainter, Any, Colours, QRectF | None], None]] = {
    Bubble: _bubble,
    Words: _words,
    Shape: _shape,
    Icon: _icon,
    Medium: _medium,
    Hatching: _hatching,
    Shade: _shade,
}
