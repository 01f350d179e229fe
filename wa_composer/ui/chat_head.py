"""What stands above and below the chat: who it is with, and the field for an answer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QPainter

from wa_composer.ui import icons
from wa_composer.ui.device import (
    AVATAR_COLOUR,
    FIELD,
    HEAD,
    HEAD_LINE,
    HEAD_TEXT,
    WALLPAPER,
    Device,
)

_AVATAR, _ICON, _GAP = 32, 20, 10


def paint_head(
    painter: QPainter,
    head: QRect,
    device: Device,
    words: tuple[str, str],
    *,
    dark: bool,
    mirror: bool,
) -> None:
    """Draws name and kind beside an initial, between the icons that this device has there.

    `mirror` draws it from right to left. The painter's font is the window's.
    """
    painter.fillRect(head, QColor(HEAD[dark]))
    painter.fillRect(head.adjusted(0, head.height() - 1, 0, 0), QColor(HEAD_LINE[dark]))
    middle = head.center().y()

    def place(x: int, side: int) -> QRect:
        left = head.right() + 1 - x - side if mirror else head.left() + x
        return QRect(left, middle - side // 2, side, side)

    strong, quiet = HEAD_TEXT[dark]
    x = _GAP if device.before else 14
    if device.before:
        icons.draw(painter, device.before, strong, QRectF(place(x, _ICON)))
        x += _ICON + 6
    _avatar(painter, place(x, _AVATAR), words[0], dark)
    x += _AVATAR + _GAP
    end = _GAP
    for name in reversed(device.after):
        icons.draw(painter, name, strong, QRectF(place(head.width() - end - _ICON, _ICON)))
        end += _ICON + _GAP
    room = max(0, head.width() - x - end)
    left = head.left() + end if mirror else head.left() + x
    side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
    font = painter.font()
    line = painter.fontMetrics().height()
    bold = QFont(font)
    bold.setBold(True)
    small = QFont(font)
    small.setPixelSize(max(10, round(QFontInfo(font).pixelSize() * 0.85)))
    for text, face, colour, top in (
        (words[0], bold, strong, middle - line + 1),
        (words[1], small, quiet, middle + 1),
    ):
        painter.setFont(face)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, top, room, line), side | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.setFont(font)


def paint_foot(
    painter: QPainter, foot: QRect, device: Device, word: str, *, dark: bool, mirror: bool
) -> None:
    """Draws the field for an answer, which is part of the device and not of the picture."""
    painter.fillRect(foot, QColor(WALLPAPER[dark]))
    quiet = HEAD_TEXT[dark][1]
    middle = foot.center().y()
    before, after = (QRect(0, 0, _ICON + 2, _ICON + 2) for _ in range(2))
    before.moveCenter(QPoint(foot.left() + 24, middle))
    after.moveCenter(QPoint(foot.right() - 24, middle))
    field = QRect(before.right() + 12, middle - 18, after.left() - before.right() - 24, 36)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(FIELD[dark]))
    painter.drawRoundedRect(field, 18, 18)
    for name, place in zip(device.foot[:: -1 if mirror else 1], (before, after), strict=True):
        icons.draw(painter, name, quiet, QRectF(place))
    painter.setPen(QColor(quiet))
    side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
    painter.drawText(field.adjusted(14, 0, -14, 0), side | Qt.AlignmentFlag.AlignVCenter, word)


def _avatar(painter: QPainter, disc: QRect, name: str, dark: bool) -> None:
    ground, ink = AVATAR_COLOUR[dark]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(disc)
    bold = QFont(painter.font())
    bold.setBold(True)
    painter.save()
    painter.setFont(bold)
    painter.setPen(QColor(ink))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, name[:1].upper())
    painter.restore()
