"""Labels that show text as it is and never guess rich text in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from wa_composer.ui.theme import BASE_PX


def grown(widget: QWidget, px: float) -> float:
    """A measure drawn for 13 px text, at the size of the widget's text."""
    return px * max(1.0, widget.fontInfo().pixelSize() / BASE_PX)


def sides(widget: QWidget) -> tuple[Qt.AlignmentFlag, Qt.AlignmentFlag]:
    """Where a painted line begins and where it ends, in a window from right to left as well.

    Absolute: the painter would turn them round once more.
    """
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return (right, left) if mirrored else (left, right)


def text_label(text: str, role: str, parent: QWidget | None = None) -> QLabel:
    """A plain-text label dressed by its role ("title", "label", "hint", ...)."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("role", role)
    return label
