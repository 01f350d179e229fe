"""Growth as a picture: both axes logarithmic, one line a name, drawn without further libraries."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from figures import Growth
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPen

WIDTH, HEIGHT, MARGIN = 720, 420, 64
COLOURS = ("#0B6E5F", "#8A5300", "#2563EB", "#B3261E")
INK, LINE = "#16191D", "#E2E5E9"


def save(growth: Growth, path: Path) -> None:
    """Draw a growth into a PNG."""
    _application = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(WIDTH * 2, HEIGHT * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont()
    font.setPixelSize(12)
    painter.setFont(font)
    _Plot(painter, growth).draw()
    painter.end()
    image.save(str(path))


class _Plot:
    def __init__(self, painter: QPainter, growth: Growth) -> None:
        self._painter = painter
        self._growth = growth
        points = [point for line in growth.lines.values() for point in line]
        self._across = _decades([x for x, _ in points])
        self._up = _decades([max(y, 1e-4) for _, y in points])
        self._area = QRectF(MARGIN, 48, WIDTH - MARGIN - 24, HEIGHT - 48 - 56)

    def draw(self) -> None:
        self._grid()
        for place, (name, points) in enumerate(self._growth.lines.items()):
            self._line(place, name, points)

    def _grid(self) -> None:
        area, painter = self._area, self._painter
        title = f"{self._growth.name} ({self._growth.unit}, by {self._growth.size})"
        painter.setPen(QColor(INK))
        painter.drawText(QPointF(area.left(), 26), title)
        for decade in range(self._across[0], self._across[1] + 1):
            x = self._at(10.0**decade, 1.0).x()
            painter.setPen(QPen(QColor(LINE), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(QColor(INK))
            box = QRectF(x - 40, area.bottom() + 6, 80, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{10.0**decade:,.0f}")
        for decade in range(self._up[0], self._up[1] + 1):
            y = self._at(1.0, 10.0**decade).y()
            painter.setPen(QPen(QColor(LINE), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(INK))
            box = QRectF(0, y - 9, MARGIN - 8, 18)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, side, f"{10.0**decade:g}")

    def _line(self, place: int, name: str, points: Sequence[tuple[float, float]]) -> None:
        colour = QColor(COLOURS[place % len(COLOURS)])
        self._painter.setPen(QPen(colour, 2))
        placed = [self._at(x, max(y, 1e-4)) for x, y in points]
        self._painter.drawPolyline(placed)
        for point in placed:
            self._painter.drawEllipse(point, 2.5, 2.5)
        left = self._area.left() + place * 170
        self._painter.drawText(QPointF(left, HEIGHT - 10), f"— {name}")

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF(
            self._area.left() + _share(x, self._across) * self._area.width(),
            self._area.bottom() - _share(y, self._up) * self._area.height(),
        )


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _share(value: float, decades: tuple[int, int]) -> float:
    return (math.log10(value) - decades[0]) / (decades[1] - decades[0])
