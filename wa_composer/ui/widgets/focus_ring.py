"""The focus ring: a soft line outside the focused control, which no style sheet can draw."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from wa_composer.ui.theme import RADIUS, palette_in_use

_OUT = 3
_WIDE = 6
"""What the ring takes of each side, its corners included."""
_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
_RINGED = (*_FIELDS, QPushButton, QToolButton)


class FocusRing(QObject):
    """Follows the keyboard focus of the whole program; owned by the application object."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._halo: _Halo | None = None
        app.focusChanged.connect(self._move_to)

    def _move_to(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._drop()
        target = _ringed(now)
        if target is None or target.parentWidget() is None:
            return
        if isinstance(target, QAbstractButton) and QGuiApplication.mouseButtons():
            return  # pressed with the mouse: whoever clicks sees where the pointer is
        self._halo = _Halo(target)
        self._halo.destroyed.connect(self._forget)

    def _drop(self) -> None:
        if self._halo is not None:
            halo, self._halo = self._halo, None
            halo.hide()
            halo.deleteLater()

    def _forget(self) -> None:
        if self.sender() is self._halo:
            self._halo = None


class _Halo(QWidget):
    """The painted ring; a sibling of the control, so that it scrolls and clips with it.

    It is only where the ring is, so that a cursor that blinks within does not draw it anew.
    """

    def __init__(self, target: QWidget) -> None:
        super().__init__(target.parentWidget())
        self._target = target
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep beside the control when it moves, grows, shows or hides."""
        if watched is self._target and event.type() in (
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
        ):
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw two pixels around the control at 35 %."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(palette_in_use().focus)
        colour.setAlphaF(0.35)
        painter.setPen(QPen(colour, 2.0))
        radius = (RADIUS.field if isinstance(self._target, _FIELDS) else RADIUS.button) + 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)

    def _follow(self) -> None:
        self.setGeometry(self._target.geometry().adjusted(-_OUT, -_OUT, _OUT, _OUT))
        inside = self.rect().adjusted(_WIDE, _WIDE, -_WIDE, -_WIDE)
        self.setMask(QRegion(self.rect()) - QRegion(inside))
        self.setVisible(not self._target.isHidden())
        self.raise_()


def _ringed(widget: QWidget | None) -> QWidget | None:
    """The control that the ring goes around: a combo box rather than its inner line."""
    while widget is not None and not widget.isWindow():
        outer = widget.parentWidget()
        if isinstance(widget, _RINGED) and not isinstance(outer, QComboBox | QAbstractSpinBox):
            return widget
        widget = outer
    return None
