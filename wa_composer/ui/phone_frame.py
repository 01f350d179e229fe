"""The device around the picture: bezel, heading, and a screen that scrolls within it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QSizePolicy, QWidget

from wa_composer.ui.chat_head import paint_foot, paint_head
from wa_composer.ui.device import DEVICES, WALLPAPER, Device
from wa_composer.ui.preview_canvas import PreviewCanvas
from wa_composer.ui.theme import palette_in_use

_BAR = 8
_FOOT, _TALL = 54, 560
"""Height of the field for an answer, and of the screen that has room for it."""


class PhoneFrame(QWidget):
    """Holds the canvas; takes the room it gets, never less than shows a bubble's width.

    The chat is as wide as on the real device. Where there is less room all of it is drawn smaller;
    a zoom of the user's choice is kept to, and what does not fit is scrolled. `zoom_stepped` tells
    of the wheel turned with Ctrl held: whether up.
    """

    zoom_stepped = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dark = False
        self._device = DEVICES["android"]
        self._zoom = 0.0
        self._outgoing = False
        self._words = (self.tr("Your business"), self.tr("Business account"))
        self.canvas = PreviewCanvas()
        self.screen_area = _Screen(self)
        self.screen_area.zoom_stepped.connect(self.zoom_stepped)
        self.screen_area.setObjectName("phoneScroll")
        self.screen_area.setFrameShape(QFrame.Shape.NoFrame)
        self.screen_area.setWidgetResizable(True)
        self.screen_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.screen_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.screen_area.setAccessibleName(self.tr("Phone"))
        self.screen_area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor be
        self.screen_area.setWidget(self.canvas)
        self.screen_area.horizontalScrollBar().rangeChanged.connect(self._show_bubble)
        self._glass = _Glass(self)
        self.bar = _bar_over(self.screen_area, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(self._device.tallest)

    def show_dark(self, dark: bool) -> None:
        """Draw as in dark or light mode."""
        self._dark = dark
        self.canvas.show_dark(dark)
        self._glass.show_around(self._device, dark)
        self.update()

    def show_look(self, look: str) -> None:
        """Draw the device of a look: "android", "ios" or "web"."""
        self._device = DEVICES[look]
        self.setMaximumHeight(self._device.tallest)
        self._glass.show_around(self._device, self._dark)
        self.updateGeometry()
        self._arrange()

    def show_zoom(self, zoom: float) -> None:
        """Draw the chat so many times its real size; 0 for as large as fits, at most real."""
        self._zoom = zoom
        self._arrange()

    def show_chat(self, name: str, kind: str, *, outgoing: bool) -> None:
        """Say in the heading who the chat is with, and whether the bubbles are at the right."""
        if (name, kind) != self._words:
            self._words = (name, kind)
            self.update()
        if outgoing != self._outgoing:
            self._outgoing = outgoing
            bar = self.screen_area.horizontalScrollBar()
            self._show_bubble(bar.minimum(), bar.maximum())

    def sizeHint(self) -> QSize:
        return QSize(self._device.column + 2 * self._device.bezel, self._device.tallest)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def body(self) -> QRect:
        """The device's outline within the room there is: centred, at the top."""
        width = min(self.width(), round(self._drawn_zoom() * self._column()) + 2 * self._bezel())
        height = min(self._device.tallest, self.height())
        return QRect((self.width() - width) // 2, 0, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = self._screen()
        screen = _rounded(inner, self._device.radius - self._bezel())
        painter.fillPath(screen, QColor(WALLPAPER[self._dark]))
        painter.setClipPath(screen)
        head = QRect(inner.left(), inner.top(), inner.width(), self._head_height())
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_head(painter, head, self._device, self._words, dark=self._dark, mirror=mirror)
        if high := self._foot_height():
            foot = QRect(inner.left(), inner.bottom() + 1 - high, inner.width(), high)
            word = self.tr("Message")
            paint_foot(painter, foot, self._device, word, dark=self._dark, mirror=mirror)
        painter.end()

    def _bezel(self) -> int:
        return self._device.bezel

    def _fitting(self) -> float:
        """The zoom at which the whole width fits: real size at most."""
        return min(1.0, max(1, self.width() - 2 * self._bezel()) / self._device.column)

    def _drawn_zoom(self) -> float:
        return self._zoom or max(self._fitting(), self._device.least_zoom)

    def _column(self) -> int:
        """Px of the chat: the device's, or what is left where smaller letters were unreadable."""
        if self._zoom or self._fitting() >= self._device.least_zoom:
            return self._device.column
        return int((self.width() - 2 * self._bezel()) / self._device.least_zoom)

    def _screen(self) -> QRect:
        bezel = self._bezel()
        return self.body().adjusted(bezel, bezel, -bezel, -bezel)

    def _arrange(self) -> None:
        inner = self._screen()
        head, foot = self._head_height(), self._foot_height()
        self.screen_area.setGeometry(inner.adjusted(0, head, 0, -foot))
        wide = round(self._drawn_zoom() * self._column())
        over = wide > inner.width() + 1
        self.canvas.setMinimumWidth(wide if over else 0)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if over else _NEVER
        self.screen_area.setHorizontalScrollBarPolicy(policy)
        self.canvas.show_column(self._column())
        self._glass.setGeometry(self.rect())
        self._glass.show_body(self.body())
        self._glass.raise_()
        place = self.screen_area.geometry()
        inset = 0 if foot else self._device.radius // 2
        self.bar.setGeometry(
            place.right() - _BAR - 1, place.top() + 4, _BAR, place.height() - 8 - inset
        )
        self.bar.raise_()
        self.update()

    def _show_bubble(self, least: int, most: int) -> None:
        """Where the chat is wider than the screen, begin at the side where the bubbles are."""
        self.screen_area.horizontalScrollBar().setValue(most if self._outgoing else least)

    def _foot_height(self) -> int:
        return _FOOT if self._screen().height() >= _TALL else 0

    def _head_height(self) -> int:
        return max(48, 2 * self.fontMetrics().height() + 12)


_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _bar_over(area: QScrollArea, parent: QWidget) -> QScrollBar:
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


class _Screen(QScrollArea):
    """What is on the screen; the wheel turned with Ctrl held zooms instead of scrolling."""

    zoom_stepped = Signal(bool)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
        elif event.angleDelta().y():
            self.zoom_stepped.emit(event.angleDelta().y() > 0)


class _Glass(QWidget):
    """The bezel, drawn over the screen so that the screen's corners are round."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._body = QRect()
        self._device: Device = DEVICES["android"]
        self._dark = False

    def show_body(self, body: QRect) -> None:
        self._body = body
        self.update()

    def show_around(self, device: Device, dark: bool) -> None:
        self._device, self._dark = device, dark
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bezel, radius = self._device.bezel, self._device.radius
        inner = self._body.adjusted(bezel, bezel, -bezel, -bezel)
        outer = _rounded(self._body, radius)
        corners = QPainterPath()
        corners.addRect(QRectF(self._body))
        painter.fillPath(corners.subtracted(outer), QColor(palette_in_use().surface))
        ring = outer.subtracted(_rounded(inner, radius - bezel))
        painter.fillPath(ring, QColor(self._device.edge[self._dark]))
        painter.end()


def _rounded(rect: QRect, radius: int) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    return path
