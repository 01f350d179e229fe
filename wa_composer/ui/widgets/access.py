"""Combo boxes as assistive tools are to see them: under their own name.

WORKAROUND Qt 6 (qcomboboxaccessible, text()): on Unix a combo box gives its current text for
its name, so that "Header" would be called "None". The name is given here; the current text
of a box without an inner line goes before its description. Qt's own selection of the list
inside a closed box changes nothing either; here it chooses.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox

_OPENS = ("ShowMenu", "Press")


def install() -> None:
    """Let the program's combo boxes be seen so; asked only while an assistive tool listens."""
    QAccessible.installFactory(_make)


class ComboAccess(QAccessibleWidget):
    """One combo box: its name, what it holds, and its list and line as children."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box, QAccessible.Role.ComboBox)

    def text(self, kind: QAccessible.Text) -> str:
        """Name, value or description."""
        box = self._box()
        if kind == QAccessible.Text.Value:
            return box.currentText()
        said = super().text(kind)
        if kind == QAccessible.Text.Description and not box.isEditable():
            return ". ".join(part for part in (box.currentText(), said) if part)
        return said

    def childCount(self) -> int:
        """The list, and the line of an editable box."""
        return 2 if self._box().isEditable() else 1

    def child(self, index: int) -> QAccessibleInterface:
        """The list first, then the line."""
        box = self._box()
        line = box.lineEdit()
        part = box.view() if index == 0 or line is None else line
        return QAccessible.queryAccessibleInterface(part)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Where a child stands, -1 for none of them."""
        box, part = self._box(), child.object()
        return 0 if part is box.view() else 1 if part is box.lineEdit() else -1

    def actionNames(self) -> list[str]:
        """Opening the list beside what every control can do."""
        return [*_OPENS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Open or close the list."""
        if name not in _OPENS:
            super().doAction(name)
        elif self._box().view().isVisible():
            self._box().hidePopup()
        else:
            self._box().showPopup()

    def _box(self) -> QComboBox:
        return cast(QComboBox, self.widget())


def _make(kind: str, watched: QObject) -> QAccessibleInterface | None:
    if kind == "QComboBox" and isinstance(watched, QComboBox):
        return ComboAccess(watched)
    return None
