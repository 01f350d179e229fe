"""Labels that show text as it is and never guess rich text in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def text_label(text: str, role: str, parent: QWidget | None = None) -> QLabel:
    """A plain-text label dressed by its role ("title", "label", "hint", ...)."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("role", role)
    return label
