"""What the notice bar is made of: its buttons, and the way it has itself read out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from wa_composer.ui.widgets.once_button import OnceButton


class NoticeActions(QWidget):
    """The buttons of one notice; `chosen` tells the id of one, `details_wanted` needs none."""

    chosen = Signal(str)
    details_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)

    def offer(self, actions: Sequence[tuple[str, str]], details: bool) -> None:
        """Have these buttons (label, id) and no others."""
        for old in self.findChildren(QPushButton):
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        for label, name in actions:
            button = self._button(label)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
        if details:
            self._button(self.tr("Details")).clicked.connect(self.details_wanted)
        self.setVisible(bool(actions) or details)

    def shown(self) -> list[QPushButton]:
        """The buttons in order."""
        return [button for button in self.findChildren(QPushButton) if not button.isHidden()]

    def _button(self, label: str) -> QPushButton:
        button = OnceButton(label, self)
        button.setProperty("role", "plain")
        button.setAccessibleName(label)
        button.setAutoDefault(False)
        self._row.addWidget(button)
        button.show()
        return button


def announce(widget: QWidget, text: str, *, urgent: bool) -> None:
    """Have a text read out by whoever reads the screen."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
