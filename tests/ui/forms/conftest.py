"""Forms shown in a window, and their controls found as an assistive tool finds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from wa_composer.ui.widgets import access


@pytest.fixture(autouse=True, scope="session")
def named_as_in_the_program() -> None:
    """The program lets combo boxes bear their own name; see `access`."""
    access.install()


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


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], Hand]:
    """Show a widget and get a hand on it."""

    def shown(widget: QWidget) -> Hand:
        qtbot.addWidget(widget)
        widget.resize(680, 900)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return Hand(qtbot, widget)

    return shown
