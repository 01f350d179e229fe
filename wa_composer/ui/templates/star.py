"""The star of a favourite: painted in the list, pressed in the detail."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from wa_composer.ui.theme import palette_in_use
from wa_composer.ui.widgets.labels import grown

INNER = 0.42


def draw_star(painter: QPainter, box: QRectF, colour: str, *, filled: bool) -> None:
    """Draw a star of five points into `box`."""
    centre, radius = box.center(), box.width() / 2
    points = []
    for step in range(10):
        length = radius * (INNER if step % 2 else 1.0)
        angle = math.pi * (step / 5 - 0.5)
        points.append(centre + QPointF(math.cos(angle), math.sin(angle)) * length)
    pen = QPen(QColor(colour), max(1.2, box.width() / 13))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(colour) if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(points))


class StarButton(QToolButton):
    """Checked for a favourite; its name says what it is, also to assistive tools."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Favourite"))
        self.setToolTip(self.tr("Favourite: stands first in the list"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square as high as a field."""
        side = round(grown(self, 34))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button's ground by the style sheet, then the star."""
        super().paintEvent(event)
        colours = palette_in_use()
        side = grown(self, 17.0)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = colours.warning if self.isChecked() else colours.muted
        draw_star(painter, box, colour, filled=self.isChecked())
        painter.end()
