"""What lies over the phone's screen: its bezel, and a bar to scroll with."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QRegion, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from wa_composer.ui.device import DEVICES, Device
from wa_composer.ui.theme import palette_in_use


def rounded(rect: QRect, radius: int) -> QPainterPath:
    """The outline of a rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    return path


def bar_over(area: QScrollArea, parent: QWidget) -> QScrollBar:
    """A bar that lies over the screen, as a phone's does: it takes no room from the chat."""
    real = area.verticalScrollBar()
    bar = QScrollBar(Qt.Orientation.Vertical, parent)
    bar.hide()

    def follow(least: int, most: int) -> None:
        bar.setRange(least, most)
        bar.setPageStep(real.pageStep())
        bar.setSingleStep(real.singleStep())
        bar.setVisible(most > least)

    real.rangeChanged.connect(follow)
    real.valueChanged.connect(bar.setValue)
    bar.valueChanged.connect(real.setValue)
    return bar


class Screen(QScrollArea):
    """What is on the screen; the wheel turned with Ctrl held zooms instead of scrolling."""

    zoom_stepped = Signal(bool)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            self.zoom_stepped.emit(event.angleDelta().y() > 0)


class Glass(QWidget):
    """The bezel, drawn over the screen so that the screen's corners are round.

    It is only where the bezel is, so that what changes within the screen does not draw it anew.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._body = QRect()
        self._device: Device = DEVICES["android"]
        self._dark = False

    def show_body(self, body: QRect) -> None:
        """Lie around a device's outline."""
        self._body = body
        self._cut_out()
        self.update()

    def show_around(self, device: Device, dark: bool) -> None:
        """Be the bezel of this device."""
        self._device, self._dark = device, dark
        self._cut_out()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bezel, radius = self._device.bezel, self._device.radius
        outer = rounded(self._body, radius)
        corners = QPainterPath()
        corners.addRect(QRectF(self._body))
        painter.fillPath(corners.subtracted(outer), QColor(palette_in_use().surface))
        ring = outer.subtracted(rounded(self._inner(), radius - bezel))
        painter.fillPath(ring, QColor(self._device.edge[self._dark]))
        painter.end()

    def _inner(self) -> QRect:
        bezel = self._device.bezel
        return self._body.adjusted(bezel, bezel, -bezel, -bezel)

    def _cut_out(self) -> None:
        if self._body.isEmpty():
            return
        inner, round_ = self._inner(), self._device.radius
        screen = QRegion(inner.adjusted(round_, 0, -round_, 0))
        screen += QRegion(inner.adjusted(0, round_, 0, -round_))
        self.setMask(QRegion(self._body) - screen)
