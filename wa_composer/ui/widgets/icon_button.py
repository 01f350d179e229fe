"""A button that is one icon, with a name for those who cannot see it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from wa_composer.ui import icons
from wa_composer.ui.theme import palette_in_use
from wa_composer.ui.widgets.labels import grown


class IconButton(QToolButton):
    """Square; its icon takes the colours in use each time it is drawn."""

    def __init__(self, name: str, icon: str, side: int = 34, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.rename(name)

    def rename(self, name: str) -> None:
        """Give it another name, also shown as its tool tip."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """A square as high as a field."""
        side = round(grown(self, self._side))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button's ground by the style sheet, then the icon."""
        super().paintEvent(event)
        colours = palette_in_use()
        colour = colours.text if self.underMouse() or self.hasFocus() else colours.muted
        side = min(grown(self, 18.0), self.width() - 8.0)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        icons.draw(painter, self._icon, colour if self.isEnabled() else colours.edge, box)
