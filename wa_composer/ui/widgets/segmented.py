"""A segmented control: radio buttons to assistive tools and arrow keys, one bar to the eye."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from wa_composer.ui.icons import draw
from wa_composer.ui.theme import RADIUS, palette_in_use

_PAD = 3
_ICON = 16
_ROOM, _LITTLE_ROOM = 30, 20


class Segmented(QFrame):
    """One choice among a few words; `chosen` tells only what the user chose."""

    chosen = Signal(str)

    def __init__(
        self, options: Sequence[tuple[str, str]], name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        row.setSpacing(0)
        for key, text in options:
            segment = _Segment(text, self)
            self._segments[key] = segment
            self._group.addButton(segment)
            row.addWidget(segment)
            segment.toggled.connect(lambda on, key=key: self._toggled(key, on))
        if options:
            self.select(options[0][0])

    def current(self) -> str:
        """The key of the chosen option, or "" for none."""
        return next((key for key, one in self._segments.items() if one.isChecked()), "")

    def options(self) -> tuple[str, ...]:
        """The keys that can be chosen."""
        return tuple(self._segments)

    def select(self, key: str) -> None:
        """Choose an option without a signal; a key that is not offered chooses none."""
        blocked = [segment.blockSignals(True) for segment in self._segments.values()]
        self._group.setExclusive(False)
        for each, segment in self._segments.items():
            segment.setChecked(each == key)
        self._group.setExclusive(True)
        for segment, was in zip(self._segments.values(), blocked, strict=True):
            segment.blockSignals(was)
            segment.update()
        self._let_tab_to(key)

    def button(self, key: str) -> QRadioButton:
        """The radio button of an option."""
        return self._segments[key]

    def show_icons(self, icons: Mapping[str, str]) -> None:
        """Draw these icons (by option) in place of the words, which stay names and tool tips."""
        for key, icon in icons.items():
            self._segments[key].show_icon(icon)

    def tighten(self) -> None:
        """Take less room, where many controls stand in a row."""
        for segment in self._segments.values():
            segment.tighten()

    def _toggled(self, key: str, on: bool) -> None:
        if on:
            self._let_tab_to(key)
            self.chosen.emit(key)

    def _let_tab_to(self, key: str) -> None:
        """Qt lets Tab go to the segment that had the focus last, whichever is chosen now."""
        focus = Qt.FocusPolicy
        into = key if key in self._segments else next(iter(self._segments), "")
        for each, segment in self._segments.items():
            segment.setFocusPolicy(focus.StrongFocus if each == into else focus.ClickFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the trough."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette_in_use().track))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.button, RADIUS.button)


class _Segment(QRadioButton):
    """One word of the bar."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon = ""
        self._pad = _ROOM

    def tighten(self) -> None:
        """Take less room beside the word."""
        self._pad = _LITTLE_ROOM
        self.updateGeometry()

    def show_icon(self, name: str) -> None:
        """Draw the icon `name` instead of the word."""
        self._icon = name
        self.setToolTip(self.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the word in bold, so that nothing moves when it is chosen."""
        font = self.font()
        font.setBold(True)
        metrics = self.fontMetrics()
        if self._icon:
            return QSize(_ICON + 18, metrics.height() + 12)
        wide = type(metrics)(font).horizontalAdvance(self.text())
        return QSize(wide + self._pad, metrics.height() + 12)

    def minimumSizeHint(self) -> QSize:
        """The same; words are never cut off."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """The whole segment can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the thumb under the chosen word, and the word."""
        colours = palette_in_use()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ring = self.hasFocus()
        if self.isChecked() or ring:
            painter.setPen(QColor(colours.focus if ring else colours.thumb))
            painter.setBrush(QColor(colours.thumb if self.isChecked() else colours.track))
            painter.drawRoundedRect(box, RADIUS.button - 2, RADIUS.button - 2)
        font = self.font()
        font.setWeight(font.Weight.Bold if self.isChecked() else font.Weight.Normal)
        painter.setFont(font)
        strong = self.isChecked() or self.underMouse()
        ink = colours.text if strong else colours.muted
        if self._icon:
            place = QRectF(0, 0, _ICON, _ICON)
            place.moveCenter(QRectF(self.rect()).center())
            draw(painter, self._icon, ink, place)
            return
        painter.setPen(QColor(ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
