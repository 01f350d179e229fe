"""A check box whose box and tick are drawn in the program's own colours."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from wa_composer.ui import icons
from wa_composer.ui.theme import palette_in_use
from wa_composer.ui.widgets.labels import grown

_SIDE = 18
_GAP = 8


class CheckBox(QCheckBox):
    """A box and a few words; the words are its name."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Box and words on one line."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + grown(self, _SIDE) + _GAP + 4
        return QSize(round(wide), max(metrics.height(), round(grown(self, _SIDE))) + 6)

    def minimumSizeHint(self) -> QSize:
        """The same; words are never cut off."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """The words can be pressed too."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the tick and the words."""
        colours = palette_in_use()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = grown(self, _SIDE) - 1
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        box.moveLeft(self.width() - side - 1.5 if mirrored else 1.5)
        edge = colours.focus if self.hasFocus() else colours.edge
        filled = self.isChecked() and not self.hasFocus()
        painter.setPen(QColor(colours.accent if filled else edge))
        painter.setBrush(QColor(colours.accent if self.isChecked() else colours.raised))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            icons.draw(painter, "check", colours.on_accent, box.adjusted(2, 2, -2, -2))
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.muted))
        words = self.rect().adjusted(0, 0, -round(side) - _GAP, 0)
        if not mirrored:
            words.translate(round(side) + _GAP, 0)
        near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, near | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
