"""A line that is shortened in its middle where there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from wa_composer.ui.widgets.labels import text_label


class ElidedLine(QWidget):
    """Shows `text` in one line; the whole of it is the tool tip and the accessible name."""

    def __init__(self, role: str = "hint", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._label: QLabel = text_label("", role, self)
        self._label.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self._label.setAccessibleName(text)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(40, self._label.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._label.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label.setGeometry(self.rect())
        self._fit()

    def _fit(self) -> None:
        metrics = self._label.fontMetrics()
        shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideMiddle, self.width())
        self._label.setText(shown)
        self._label.setToolTip(self._text if shown != self._text else "")
