"""What stands above and below the chat: who it is with, and the field for an answer.

All is drawn in px of the chat; the painter is scaled as the chat is. `mirror` draws from right to
left. Letters are the device's own, where they are known, else the window's.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from wa_composer.ui import icons
from wa_composer.ui.device import (
    AVATAR_COLOUR,
    BAR,
    DISC,
    FIELD,
    HEAD,
    HEAD_LINE,
    HEAD_TEXT,
    Device,
)

_ICON, _GAP = 22.0, 12.0


def letters(painter: QPainter, device: Device, size: int, *, bold: bool = False) -> QFont:
    """The device's letters in a size."""
    font = QFont(painter.font())
    if device.face:
        font.setFamilies([device.face, *font.families()])
    font.setPixelSize(size)
    font.setBold(bold)
    return font


def paint_head(
    painter: QPainter,
    head: QRectF,
    device: Device,
    words: tuple[str, str],
    *,
    dark: bool,
    mirror: bool,
) -> None:
    """Draws name and kind beside an initial, between the icons that this device has there."""
    painter.fillRect(head, QColor(HEAD[dark]))
    line = QRectF(head.left(), head.bottom() - 1, head.width(), 1)
    painter.fillRect(line, QColor(HEAD_LINE[dark]))
    strong, quiet = HEAD_TEXT[dark]
    x = _GAP if device.before else 16.0
    if device.before:
        _back(painter, device.before, strong, _square(head, x, _ICON, mirror), mirror)
        x += _ICON + 6
    _avatar(painter, _square(head, x, device.avatar, mirror), device, words[0], dark)
    x += device.avatar + 10
    end = 10.0
    for name in reversed(device.after):
        place = _square(head, head.width() - end - _ICON, _ICON, mirror)
        icons.draw(painter, name, strong, place)
        end += _ICON + _GAP
    room = max(0.0, head.width() - x - end)
    left = head.left() + end if mirror else head.left() + x
    name_font = letters(painter, device, device.name, bold=True)
    kind_font = letters(painter, device, 13)
    tall, small = QFontMetricsF(name_font).height(), QFontMetricsF(kind_font).height()
    top = head.center().y() - (tall + small) / 2
    for text, font, colour, high in (
        (words[0], name_font, strong, tall),
        (words[1], kind_font, quiet, small),
    ):
        _line(painter, text, QRectF(left, top, room, high), font, colour, mirror)
        top += high


def paint_foot(
    painter: QPainter, foot: QRectF, device: Device, word: str, *, dark: bool, mirror: bool
) -> None:
    """Draws the field for an answer, which is part of the device and not of the picture."""
    made = device.foot
    if made.bar:
        painter.fillRect(foot, QColor(BAR[dark]))
        line = QRectF(foot.left(), foot.top(), foot.width(), 1)
        painter.fillRect(line, QColor(HEAD_LINE[dark]))
    row = QRectF(foot.left(), foot.top(), foot.width(), made.height)
    strong, quiet = HEAD_TEXT[dark]
    beside = strong if made.bar else quiet
    x, end = 8.0, 8.0
    for name in made.before:
        icons.draw(painter, name, beside, _square(row, x + 2, _ICON + 2, mirror))
        x += _ICON + _GAP
    for name in reversed(made.after):
        end += _ICON + 4
        icons.draw(painter, name, beside, _square(row, row.width() - end, _ICON, mirror))
        end += 8
    if made.round:
        end += made.field
        _disc(painter, _square(row, row.width() - end, made.field, mirror), made.round, dark)
        end += 6
    field = QRectF(0, row.center().y() - made.field / 2, row.width() - x - end, made.field)
    field.moveLeft(row.right() - x - field.width() if mirror else row.left() + x)
    painter.setPen(QColor(HEAD_LINE[dark]) if made.bar else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(FIELD[dark]))
    painter.drawRoundedRect(field, made.field / 2, made.field / 2)
    inner, last = 12.0, 12.0
    for name in made.within[0]:
        icons.draw(painter, name, quiet, _square(field, inner, _ICON, mirror))
        inner += _ICON + _GAP
    for name in reversed(made.within[1]):
        last += _ICON
        icons.draw(painter, name, quiet, _square(field, field.width() - last, _ICON, mirror))
        last += _GAP
    rest = field.adjusted(last, 0, -inner, 0) if mirror else field.adjusted(inner, 0, -last, 0)
    _line(painter, word, rest, letters(painter, device, 15), quiet, mirror)
    if made.home:
        _thumb(painter, QRectF(foot.left(), row.bottom(), foot.width(), made.home), strong)


def _square(box: QRectF, x: float, side: float, mirror: bool) -> QRectF:
    """A square in the middle of a line's height, `x` from its beginning."""
    left = box.right() - x - side if mirror else box.left() + x
    return QRectF(left, box.center().y() - side / 2, side, side)


def _line(
    painter: QPainter, text: str, box: QRectF, font: QFont, colour: str, mirror: bool
) -> None:
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # a number begins with +
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
    where = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, where, shown)
    painter.restore()


def _back(painter: QPainter, name: str, colour: str, box: QRectF, mirror: bool) -> None:
    """An arrow that points to where one came from."""
    painter.save()
    if mirror:
        painter.translate(2 * box.center().x(), 0)
        painter.scale(-1, 1)
    icons.draw(painter, name, colour, box)
    painter.restore()


def _disc(painter: QPainter, disc: QRectF, name: str, dark: bool) -> None:
    ground, ink = DISC[dark]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(disc)
    inset = (disc.width() - _ICON) / 2
    icons.draw(painter, name, ink, disc.adjusted(inset, inset, -inset, -inset))


def _thumb(painter: QPainter, below: QRectF, colour: str) -> None:
    wide = below.width() * 0.34
    line = QRectF(below.center().x() - wide / 2, below.bottom() - 8, wide, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(line, 2, 2)


def _avatar(painter: QPainter, disc: QRectF, device: Device, name: str, dark: bool) -> None:
    ground, ink = AVATAR_COLOUR[dark]
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(disc)
    painter.setFont(letters(painter, device, round(disc.width() * 0.44), bold=True))
    painter.setPen(QColor(ink))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, name[:1].upper())
    painter.restore()
