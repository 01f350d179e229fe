"""The parts of the picture, for pointer, keys and assistive tools; and the light on one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from wa_composer.ui.outlines import Dress, Outline, unlike
from wa_composer.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from wa_composer.preview.placed import Placed
    from wa_composer.preview.scene import Scene

_ON = (Qt.Key.Key_Down, Qt.Key.Key_Right)
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_Left)
_PRESS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PictureParts(QWidget):
    """Lies over the picture and paints nothing but outlines, so that nothing shifts.

    A click on a part, or Enter on the one that the arrow keys have come to, emits `chosen` with
    its id. `light` outlines the part of the field that has the cursor. `wanted` is what should
    be scrolled into sight.
    """

    chosen = Signal(str)
    wanted = Signal(QRect)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._placed: Sequence[Placed] = ()
        self._scenes: Sequence[Scene] = ()
        self._lit = self._under = self._pressed = self._current = ""
        self._wish: tuple[str, ...] = ()
        self._dark = False
        self._zoom = 1.0
        self._outlines: list[Outline] = []
        self.setAccessibleName(self.tr("Parts of the picture"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def show_placed(
        self, scenes: Sequence[Scene], placed: Sequence[Placed], zoom: float = 1.0
    ) -> None:
        """The picture changed; its parts are looked up anew when they are needed."""
        self._scenes, self._placed, self._zoom = scenes, placed, zoom
        self._lit = self._first_there(self._wish)
        if self.hasFocus():
            self._say_current()
        self._renew()

    def show_dark(self, dark: bool) -> None:
        """Outline as fits a phone in dark or light mode."""
        self._dark = dark
        self.update()

    def light(self, ids: Sequence[str]) -> None:
        """Outline the first of these parts that is in the picture, now and while it changes."""
        if tuple(ids) == self._wish:
            return
        self._wish = tuple(ids)
        self._lit = self._first_there(self._wish)
        self._want(self._lit)
        self._renew()

    def lit(self) -> str:
        """The id of the part that is outlined, "" for none."""
        return self._lit

    def ids(self) -> list[str]:
        """The parts in reading order."""
        from wa_composer.preview.touch import parts

        return [one for placed in self._placed for one in parts(placed)]

    def places(self, identity: str) -> list[QRectF]:
        """Where a part is drawn; several boxes for a value that goes over several lines."""
        from wa_composer.preview.touch import outlines

        zoom = self._zoom
        return [
            QRectF(box.x() * zoom, (box.y() + top) * zoom, box.width() * zoom, box.height() * zoom)
            for top, placed in self._stack()
            for box in outlines(placed, identity)
        ]

    # Pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._part_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._part_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, self._pressed = self._pressed, ""
        if pressed and pressed == self._part_at(event.position()):
            self.chosen.emit(pressed)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at("")

    # Keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say_current()
        self._want(self._current)
        self._renew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go through the parts; Enter goes to the field of one."""
        ids, key = self.ids(), event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not ids or not plain:
            super().keyPressEvent(event)
            return
        at = ids.index(self._current) if self._current in ids else 0
        if key in _PRESS:
            self.chosen.emit(ids[at])
        elif key in _ON:
            self._move_to(ids[min(at + 1, len(ids) - 1)])
        elif key in _BACK:
            self._move_to(ids[max(at - 1, 0)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_to(ids[0 if key == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = DARK if self._dark else LIGHT
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for outline in self._outlines:
            outline.draw(painter, QRectF(event.rect()), colours)
        painter.end()

    # Private

    def _shown(self) -> Iterator[tuple[str, Dress]]:
        """What is outlined, and how."""
        if self._lit:
            yield self._lit, Dress("accent", 0.6, 0.13)
        if self._under and self._under != self._lit:
            yield self._under, Dress("accent", 0.35, 0.05)
        if self.hasFocus() and self._current:
            yield self._current, Dress("focus", 0.8, 0.0)

    def _renew(self) -> None:
        """Paint again where an outline was or will be, and nowhere else."""
        before = self._outlines
        self._outlines = [
            Outline(dress, tuple(self.places(identity))) for identity, dress in self._shown()
        ]
        self.update(unlike(before, self._outlines))

    def _stack(self) -> Iterator[tuple[int, Placed]]:
        top = 0
        for placed in self._placed:
            yield top, placed
            top += placed.height

    def _part_at(self, point: QPointF) -> str:
        from wa_composer.preview.touch import part_at

        x, y = point.x() / self._zoom, point.y() / self._zoom
        for top, placed in self._stack():
            if top <= y < top + placed.height:
                return part_at(placed, x, y - top)
        return ""

    def _first_there(self, wish: Sequence[str]) -> str:
        if not wish or not self._placed:
            return ""
        ids = set(self.ids())
        return next((one for one in wish if one in ids), "")

    def _point_at(self, identity: str) -> None:
        if identity != self._under:
            self._under = identity
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if identity else Qt.CursorShape.ArrowCursor)
            self._renew()

    def _move_to(self, identity: str) -> None:
        self._current = identity
        self._say_current()
        self._want(identity)
        self._renew()

    def _say_current(self) -> None:
        """Begin with the lit part, and let assistive tools read the one that is pointed at."""
        from wa_composer.preview.scene import part_text

        ids = self.ids()
        if self._current not in ids:
            self._current = self._lit or (ids[0] if ids else "")
        texts = (part_text(scene, self._current) for scene in self._scenes)
        self.setAccessibleDescription(next((text for text in texts if text), ""))

    def _want(self, identity: str) -> None:
        boxes = self.places(identity) if identity else []
        if boxes:
            whole = boxes[0]
            for box in boxes[1:]:
                whole = whole.united(box)
            self.wanted.emit(whole.toAlignedRect())
