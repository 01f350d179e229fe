"""A hand on a widget: types and clicks in it by accessible names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot


@dataclass
class Hand:
    """Types and clicks in one widget."""

    qtbot: QtBot
    widget: Any

    def find(self, name: str) -> Any:
        """The visible control with an accessible name; a combo box rather than its line."""
        found = [
            one
            for one in self.widget.findChildren(QWidget)
            if one.accessibleName() == name and one.isVisible()
        ]
        assert found, name
        return next((one for one in found if isinstance(one, QComboBox)), found[0])

    def there(self, name: str) -> bool:
        """Whether a visible control has this name."""
        children = self.widget.findChildren(QWidget)
        return any(one.accessibleName() == name and one.isVisible() for one in children)

    def type(self, name: str, text: str) -> None:
        """Put the cursor into a control and type."""
        control = self.find(name)
        control.setFocus()
        self.qtbot.keyClicks(control, text)

    def press(self, name: str) -> None:
        """Click a button."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def key(self, name: str, key: Qt.Key) -> None:
        """Press one key in a control."""
        control = self.find(name)
        control.setFocus()
        self.qtbot.keyClick(control, key)

    def key_here(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press one key where the cursor is."""
        both = Qt.KeyboardModifier.NoModifier
        for one in modifiers:
            both |= one
        self.qtbot.keyClick(
            QApplication.activePopupWidget() or QApplication.focusWidget(), key, both
        )

    def here(self) -> str:
        """The name of the control that has the cursor."""
        return QApplication.focusWidget().accessibleName()
