"""The primary button: a label, a quiet key hint, and no way to press it twice by accident."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

GAP = 8
DOTS_MS = 400


class SendButton(QPushButton):
    """Always focusable; marked unavailable, rather than disabled, while there are faults.

    A disabled button cannot be reached by keyboard and cannot say what is missing.
    """

    pressed_once = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "primary")
        self.setAutoDefault(False)
        self.setAutoRepeat(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        native = QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText)
        self._hint = native.replace("Return", self.tr("Enter"))
        self._busy = False
        self._step = 0
        self._widest = ""
        self._timer = QTimer(self)
        self._timer.setInterval(DOTS_MS)
        self._timer.timeout.connect(self._tick)
        self.clicked.connect(self.pressed_once)

    def show_state(self, label: str, *, busy: bool, unavailable: str) -> None:
        """Show `label`, or "Sending…" while busy; `unavailable` says why pressing won't send."""
        self._busy = busy
        self._widest = label
        shown = self.tr("Sending…") if busy else label
        self.setText(shown)
        self.setAccessibleName(shown)
        self.setAccessibleDescription(unavailable)
        self.setProperty("unavailable", "true" if unavailable else "")
        self.setProperty("busy", busy)
        self._step = 0
        if busy:
            self._timer.start()
        else:
            self._timer.stop()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the label with its hint, so that "Sending…" does not move anything."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = max(self._widest, self.text(), key=self.fontMetrics().horizontalAdvance)
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(option.text) + GAP + self._hint_width()
        inner = QSize(width, metrics.height())
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, inner, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is not a second wish."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too; a key held down presses once."""
        if event.isAutoRepeat():
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        colour = QColor(option.palette.buttonText().color())
        painter.setPen(colour)
        painter.setFont(self.font())
        self._paint_label(painter, colour)
        painter.end()

    def _paint_label(self, painter: QPainter, colour: QColor) -> None:
        metrics = self.fontMetrics()
        text_width = metrics.horizontalAdvance(self.text())
        tail = self._hint_width() if not self._busy else metrics.horizontalAdvance("...")
        left = (self.width() - text_width - GAP - tail) // 2
        label = QRect(left, 0, text_width + 1, self.height())
        hint = QRect(left + text_width + GAP, 0, tail + 2, self.height())
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if mirror:
            label.moveLeft(self.width() - label.right())
            hint.moveLeft(self.width() - hint.right())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(label, middle, self.text())
        colour.setAlphaF(0.75)
        painter.setPen(colour)
        if self._busy:
            self._paint_dots(painter, hint, colour)
            return
        painter.setFont(self._hint_font())
        painter.drawText(hint, middle, self._hint)

    def _paint_dots(self, painter: QPainter, area: QRect, colour: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(3):
            colour.setAlphaF(0.95 if index == self._step else 0.4)
            painter.setBrush(colour)
            painter.drawEllipse(area.left() + index * 7, area.center().y(), 4, 4)

    def _tick(self) -> None:
        self._step = (self._step + 1) % 3
        self.update()

    def _hint_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(False)
        font.setPixelSize(max(9, round(self.fontInfo().pixelSize() * 0.85)))
        return font

    def _hint_width(self) -> int:
        return QFontMetrics(self._hint_font()).horizontalAdvance(self._hint)
