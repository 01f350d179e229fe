"""Which message of how many is on the screen, and the stack that shows one form at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wa_composer.ui.widgets.icon_button import IconButton
from wa_composer.ui.widgets.labels import text_label

ARROW = 28


class Stepper(QWidget):
    """ "Message 1 of 2" with a step to either side and Remove message; a line of its own."""

    moved = Signal(int)
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = self._arrow(self.tr("Previous message"), "chevron_left", -1)
        self._place = text_label("", "title", self)
        self._forward = self._arrow(self.tr("Next message"), "chevron_right", 1)
        self._remove = QPushButton(self.tr("Remove message"), self)
        self._remove.setAccessibleName(self._remove.text())
        self._remove.setProperty("role", "quiet")
        self._remove.clicked.connect(self.remove_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._back, self._place, self._forward):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._remove)
        self.hide()

    def show_place(self, index: int, count: int) -> None:
        """Show message `index` (from 0) of `count`."""
        text = self.tr("Message {number} of {count}").format(number=index + 1, count=count)
        self._place.setText(text)
        self.setAccessibleName(text)
        self._back.setEnabled(index > 0)
        self._forward.setEnabled(index + 1 < count)

    def _arrow(self, name: str, icon: str, by: int) -> IconButton:
        button = IconButton(name, icon, ARROW, self)
        button.clicked.connect(lambda: self.moved.emit(by))
        return button


class FormStack(QWidget):
    """Shows one form and is as long as that one; a QStackedWidget is as long as the longest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget | None = None

    def add(self, form: QWidget) -> None:
        """Take in a form; it is hidden until it is shown."""
        form.hide()
        self._column.addWidget(form)

    def show_form(self, form: QWidget) -> None:
        """Show this form instead of the other."""
        before, self._shown = self._shown, form
        if before is not None and before is not form:
            before.hide()
        form.show()

    def shown(self) -> QWidget | None:
        """The form that is shown; None before the first."""
        return self._shown
