"""The line above the chat's heading: the clock, and what a phone tells about itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from wa_composer.ui.chat_head import letters
from wa_composer.ui.device import HEAD, HEAD_TEXT, Device

_MIDDLE = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_ISLAND = 34
"""A line at least so high has an island in its middle, a lower one the eye of a camera."""


def paint_status(painter: QPainter, line: QRectF, device: Device, time: str, *, dark: bool) -> None:
    """Draws it into `line`, in px of the chat."""
    painter.save()
    painter.fillRect(line, QColor(HEAD[dark]))
    ink = QColor(HEAD_TEXT[dark][0])
    island = line.height() >= _ISLAND
    drop = 3.0 if island else 1.0
    middle = line.center().y() + drop
    edge = 26.0 if island else 16.0
    painter.setFont(letters(painter, device, 15 if island else 13, bold=island))
    painter.setPen(ink)
    clock = QRectF(line.left() + edge, line.top() + 2 * drop, 80, line.height() - 2 * drop)
    painter.drawText(clock, _MIDDLE, time)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#000000"))
    if island:
        pill = QRectF(line.center().x() - 48, middle - 13, 96, 26)
        painter.drawRoundedRect(pill, 13, 13)
    else:
        painter.drawEllipse(QPointF(line.center().x(), middle), 5.5, 5.5)
    right = line.right() - edge
    _battery(painter, QRectF(right - 23, middle - 5.5, 21, 11), ink)
    _waves(painter, QPointF(right - 37, middle + 5), ink)
    _bars(painter, QPointF(right - 65, middle + 5), ink)
    painter.restore()


def _battery(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(box.adjusted(2, 2, -6, -2), 1.5, 1.5)
    painter.drawRoundedRect(QRectF(box.right() + 1, box.center().y() - 2, 1.6, 4), 0.8, 0.8)


def _waves(painter: QPainter, foot: QPointF, ink: QColor) -> None:
    """A fan that opens upwards."""
    fan = QPainterPath(foot)
    box = QRectF(foot.x() - 12, foot.y() - 12, 24, 24)
    fan.arcTo(box, 48, 84)
    fan.closeSubpath()
    painter.fillPath(fan, ink)


def _bars(painter: QPainter, foot: QPointF, ink: QColor) -> None:
    for number in range(4):
        high = 3.5 + 2.4 * number
        bar = QRectF(foot.x() + number * 4, foot.y() - high, 2.8, high)
        painter.fillRect(bar, ink)
