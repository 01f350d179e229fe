"""Fixed lines that some kinds of message carry."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from wa_composer.ui.widgets.labels import text_label


def day_note(parent: QWidget) -> QLabel:
    """What holds for each message that is not a template (WhatsApp's customer service window)."""
    text = QCoreApplication.translate(
        "notes",
        "Arrives only if this customer wrote to you in the last 24 hours; otherwise use a template",
    )
    return _wrapped(text, "note", parent)


def hint_note(text: str, parent: QWidget) -> QLabel:
    """A muted line."""
    return _wrapped(text, "hint", parent)


def _wrapped(text: str, role: str, parent: QWidget) -> QLabel:
    label = text_label(text, role, parent)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
