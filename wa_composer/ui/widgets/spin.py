"""A small number with chevrons, which can also show a value that is no such number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from wa_composer.ui import icons
from wa_composer.ui.theme import palette_in_use
from wa_composer.ui.widgets.labels import grown

_ARROW = 12
_ROOM = 24
_INSET = 8


class IndexSpin(QSpinBox):
    """0 to `most`; an odd value from a file is shown as it is until another one is chosen."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)
        self.valueChanged.connect(self._leave_odd)

    def show_text(self, text: str) -> None:
        """Show a number's text without a signal; anything else is shown as it stands."""
        blocked = self.blockSignals(True)
        if text in {str(number) for number in range(self.maximum() + 1)}:
            self.setMinimum(0)
            self.setSpecialValueText("")
            self.setValue(int(text))
        else:
            self.setMinimum(-1)
            self.setSpecialValueText(text or "–")
            self.setValue(-1)
        self.blockSignals(blocked)

    def _leave_odd(self, value: int) -> None:
        if value >= 0 and self.minimum() < 0:
            self.setSpecialValueText("")
            self.setMinimum(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page rather than change a number nobody looks at."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chevrons, which the style sheet could only take from files."""
        super().paintEvent(event)
        side, room = grown(self, _ARROW), grown(self, _ROOM)
        x = self.width() - (room + side) / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = (room - side) / 2
        middle = self.height() / 2
        painter = QPainter(self)
        colour = palette_in_use().muted
        icons.draw(painter, "chevron_up", colour, QRectF(x, middle - side, side, side))
        icons.draw(painter, "chevron_down", colour, QRectF(x, middle, side, side))
