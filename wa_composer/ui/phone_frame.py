"""The device around the picture: bezel, heading, and a screen that scrolls within it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from wa_composer.ui.chat_head import paint_foot, paint_head
from wa_composer.ui.device import DEVICES, WALLPAPER
from wa_composer.ui.phone_glass import Glass, Screen, bar_over, rounded
from wa_composer.ui.preview_canvas import PreviewCanvas
from wa_composer.ui.status_line import paint_status

_BAR = 8
_TALL, _TALLER = 440, 560
"""Heights of a screen with room for the line with the clock, and for the field for an answer."""
_SMALLEST = 0.8
"""Heading and field are drawn as large as the chat is, but no smaller."""


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
        self._time = ""
        self.canvas = PreviewCanvas()
        self.screen_area = Screen(self)
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
        for bar in (self.screen_area.verticalScrollBar(), self.screen_area.horizontalScrollBar()):
            bar.valueChanged.connect(self._scrolled)
        self._glass = Glass(self)
        self.bar = bar_over(self.screen_area, self)
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

    def show_chat(self, name: str, kind: str, time: str, *, outgoing: bool) -> None:
        """Say above the chat what the clock says and who it is with, and where the bubbles are."""
        if (name, kind, time) != (*self._words, self._time):
            self._words, self._time = (name, kind), time
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
        inner, foot, scale = self._screen(), self._foot(), self._scale()
        painter.setClipPath(rounded(inner, self._device.radius - self._bezel()))
        painter.fillRect(inner, QColor(WALLPAPER[self._dark]))
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        device, drawn = self._device, bool(self.canvas.scenes)
        if not drawn:  # neither its letters nor the chat's ground have been read yet
            device = replace(device, face="")
        elif foot.height() and not device.foot.bar:
            self._paint_ground(painter, foot)
        painter.translate(inner.topLeft())
        painter.scale(scale, scale)
        wide, status = inner.width() / scale, self._status_height() / scale
        if status:
            line = QRectF(0, 0, wide, status + 1)
            paint_status(painter, line, device, self._time, dark=self._dark)
        head = QRectF(0, status, wide, self._head_height() / scale)
        paint_head(painter, head, device, self._words, dark=self._dark, mirror=mirror)
        if foot.height():
            place = QRectF(0, (foot.top() - inner.top()) / scale, wide, foot.height() / scale)
            word = self._word_in_field()
            paint_foot(painter, place, device, word, dark=self._dark, mirror=mirror)
        painter.end()

    def _paint_ground(self, painter: QPainter, area: QRect) -> None:
        """The chat's ground goes on where the canvas ends."""
        from wa_composer.preview.theme import look_of
        from wa_composer.preview.wallpaper import wallpaper

        start, zoom = self.canvas.mapTo(self, QPoint(0, 0)), self.canvas.zoom
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        painter.translate(start)
        painter.scale(zoom, zoom)
        seen = area.translated(-start)
        ground = QRectF(seen.x() / zoom, seen.y() / zoom, seen.width() / zoom, seen.height() / zoom)
        wallpaper(painter, ground, look_of(self.canvas.scenes[0].look).colours(self._dark))
        painter.restore()

    def _word_in_field(self) -> str:
        if self._device.foot.bar:
            return ""
        return self.tr("Message") if self._device.foot.round else self.tr("Type a message")

    def _scrolled(self) -> None:
        if self._foot().height():
            self.update(self._foot())

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
        head, foot = self._status_height() + self._head_height(), self._foot().height()
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

    def _scale(self) -> float:
        """How large heading and field are drawn."""
        return max(_SMALLEST, min(1.0, self._drawn_zoom()))

    def _status_height(self) -> int:
        room = self._screen().height() >= _TALL
        return round(self._device.status * self._scale()) if room else 0

    def _head_height(self) -> int:
        return round(self._device.head * self._scale())

    def _foot(self) -> QRect:
        """Where the field for an answer is, without height where there is no room for it."""
        inner, foot = self._screen(), self._device.foot
        room = inner.height() >= _TALLER
        high = round((foot.height + foot.home) * self._scale()) if room else 0
        return QRect(inner.left(), inner.bottom() + 1 - high, inner.width(), high)


_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
