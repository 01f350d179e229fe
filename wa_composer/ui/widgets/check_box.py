"""A tick box in the program's own colours, whose edge can be seen in light and dark."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from wa_composer.ui import icons
from wa_composer.ui.theme import palette_in_use
from wa_composer.ui.widgets.labels import grown

_SIDE, _GAP, _RADIUS = 17, 8, 4.0


def draw_box(painter: QPainter, box: QRectF, *, checked: bool) -> None:
    """Draw a box and its tick."""
    colours = palette_in_use()
    painter.setPen(QPen(QColor(colours.accent if checked else colours.edge), 1.2))
    painter.setBrush(QColor(colours.accent if checked else colours.surface))
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    if checked:
        icons.draw(painter, "check", colours.on_accent, box.adjusted(1.5, 1.5, -1.5, -1.5))


class CheckBox(QCheckBox):
    """As QCheckBox, drawn here; the text is plain."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Room for box and words, and for the ring around them."""
        metrics = self.fontMetrics()
        side = round(grown(self, _SIDE))
        wide = side + _GAP + metrics.horizontalAdvance(self.text()) + 6
        return QSize(wide, max(side, metrics.height()) + 6)

    def minimumSizeHint(self) -> QSize:
        """The same; words are never cut off."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """The words can be pressed as well."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, tick and words."""
        colours = palette_in_use()
        side = grown(self, _SIDE)
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - side - 2.5 if mirror else 2.5
        box = QRectF(left, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), _RADIUS + 2, _RADIUS + 2)
        draw_box(painter, box, checked=self.isChecked())
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.muted))
        start = 0.0 if mirror else side + _GAP + 2.5
        words = QRectF(start, 0, self.width() - side - _GAP - 2.5, self.height())
        align = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, align | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
