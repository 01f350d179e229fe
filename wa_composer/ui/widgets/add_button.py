"""The quiet button that adds one more row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from wa_composer.ui import icons
from wa_composer.ui.theme import palette_in_use

_ICON = 16


class AddButton(QPushButton):
    """A plus and a few words; the words are its name."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setProperty("role", "add")
        self.setIconSize(QSize(_ICON, _ICON))
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._tint()

    def _tint(self) -> None:
        colours = palette_in_use()
        colour = colours.accent if self.isEnabled() else colours.muted
        self.setIcon(icons.icon("plus", colour, _ICON))
