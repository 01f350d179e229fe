"""The ways in which definitions come into the library, as a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QPushButton


def offer_ways(
    button: QPushButton, from_file: Callable[[], None], paste: Callable[[], None], *, below: bool
) -> None:
    """Open the menu at a button, beneath or above it."""
    menu = QMenu(button)
    menu.addAction(_tr("From a file…"), from_file)
    menu.addAction(_tr("From the clipboard"), paste)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    above = QPoint(0, 0 if below else -menu.sizeHint().height())
    menu.popup(button.mapToGlobal(above))


def _tr(text: str) -> str:
    return QCoreApplication.translate("TemplatesPage", text)
