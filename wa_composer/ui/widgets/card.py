"""A card: one framed group of fields with a title and room for something at its end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wa_composer.ui.style import set_state
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.labels import text_label

_ROOMY = SPACE.m
_UNDER_TITLE = SPACE.xs
_INSET = 6


class Card(QFrame):
    """Groups what belongs to one part of a message; its content goes into `body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.end_with(_ROOMY)
        self.body.setSpacing(SPACE.xs)
        self.title = text_label(title, "title", self)
        self.aside = text_label("", "hint", self)
        self._head = QHBoxLayout()
        self._head.setSpacing(SPACE.m)
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self._head.addWidget(self.aside)
        if title:
            self.body.addLayout(self._head)
            self.body.addSpacing(_UNDER_TITLE)
        else:
            self.title.hide()
            self.aside.hide()

    def end_with(self, px: int = SPACE.s) -> None:
        """Room under the last widget: little beneath a foot line, which is mostly empty."""
        self.body.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, px)

    def add_foot(self, button: QWidget) -> None:
        """Put a quiet button last, its words in line with the fields."""
        line = QHBoxLayout()
        line.setContentsMargins(-_INSET, 0, 0, 0)
        line.addWidget(button)
        line.addStretch(1)
        self.body.addLayout(line)
        self.end_with(SPACE.s)

    def put_aside(self, widget: QWidget) -> None:
        """Put a widget at the end of the title's line."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_aside(self, text: str, state: str = "") -> None:
        """Say something at the end of the title's line; `state` is "", "warning" or "danger"."""
        self.aside.setText(text)
        set_state(self.aside, "state", state)
