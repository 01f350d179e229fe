"""Small pieces the window's panes share: texts that give way, a confirmed copy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from wa_composer.ui.theme import palette_in_use

COLUMN = 680
"""The widest a form or a page of text may be, in device-independent pixels."""


class ElidedLabel(QLabel):
    """A line of plain text that ends in "…" where there is no room; its name stays whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""

    def show_text(self, text: str) -> None:
        """Show `text`, a single line."""
        self._whole = text
        self.setAccessibleName(text)
        self._elide()

    def whole(self) -> str:
        """The text before it was shortened."""
        return self._whole

    def _elide(self) -> None:
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()


class ElidedButton(QPushButton):
    """A link-like button whose text ends in "…" where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""

    def show_text(self, text: str) -> None:
        """Show `text`, a single line."""
        self._whole = text
        self.setText(text.replace("&", "&&"))

    def whole(self) -> str:
        """The text before it was shortened."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setPen(option.palette.buttonText().color())
        painter.setFont(self.font())
        text = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, self.width() - 2
        )
        lead = QStyle.visualAlignment(
            self.layoutDirection(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(self.rect(), lead, text)
        painter.end()


class Column(QScrollArea):
    """A page of the window: a heading over cards, at most 680 wide, centred, scrolling."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setObjectName("formArea")
        self.setAccessibleName(heading)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._heading = heading
        self.clear()

    def clear(self) -> None:
        """Begin anew with the heading alone; what was in the page goes with `finish`."""
        self._inner = QWidget()
        self._cards = QVBoxLayout(self._inner)
        self._cards.setSpacing(16)
        title = QLabel(self._heading)
        title.setProperty("role", "heading")
        self._cards.addWidget(title)

    def add(self, card: QWidget) -> None:
        """Add a card beneath the others."""
        self._cards.addWidget(card)

    def finish(self) -> None:
        """Put the cards into the page; called once, after the last was added."""
        self._cards.addStretch(1)
        self.setWidget(centred(self._inner))


class _Page(QWidget):
    """Says of itself that it is opaque: what lies beneath is not painted when a cursor blinks."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(palette_in_use().background))
        painter.end()


def centred(inner: QWidget, widest: int = COLUMN) -> QWidget:
    """A page that holds `inner` in its middle, at most `widest` pixels wide."""
    page = _Page()
    inner.setMaximumWidth(widest)
    row = QHBoxLayout(page)
    row.setContentsMargins(28, 20, 28, 20)
    row.addStretch(1)
    row.addWidget(inner, 1000)
    row.addStretch(1)
    return page


def note(text: str, role: str = "") -> QLabel:
    """A wrapping label of plain text, dressed by its role."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def row_of(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None stands for the free space, else it is at the end."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    if None not in widgets:
        row.addStretch(1)
    return row
