"""The picture itself: scenes laid out and painted, one under the other; empty until ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wa_composer.ui.device import WALLPAPER
from wa_composer.ui.picture_parts import PictureParts

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from wa_composer.preview.fonts import Fonts
    from wa_composer.preview.placed import Placed
    from wa_composer.preview.scene import Scene

COLUMN = 360


class PreviewCanvas(QWidget):
    """Draws what the customer will see; assistive tools read it as the element "Preview".

    Until the first scene is shown it is a calm empty ground, so that the window can be
    painted before the drawing code is imported. `parts` lies over it for pointer and keys.
    What is drawn is a chat of `column` px, made as wide as the widget is.
    """

    drawn = Signal()
    """The scenes lie where they are now: after a change of what is shown, or of the width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenes: tuple[Scene, ...] = ()
        self._placed: list[Placed] = []
        self.images: Mapping[str, QImage] = {}
        """Decoded pictures by the keys that the scenes name."""
        self._seen: tuple[list[str], dict[str, int]] = [], {}
        self._faces: Fonts | None = None
        self._dark = False
        self._height = 0
        self._column = COLUMN
        self.setAccessibleName(self.tr("Preview"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.parts = PictureParts(self)

    def show_scenes(self, scenes: Sequence[Scene], description: str) -> None:
        """Draw these scenes; `description` is their text in reading order."""
        self._scenes = tuple(scenes)
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)
        self._show_changes()

    def show_column(self, column: int) -> None:
        """Lay out for a chat of so many px; the widget's own width says how large it is drawn."""
        if column != self._column:
            self._column = column
            self._lay_out()
            self.update()

    @property
    def zoom(self) -> float:
        """How large a px of the chat is drawn."""
        return max(1, self.width()) / self._column

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """What is drawn."""
        return self._scenes

    def box_of(self, part: str) -> QRectF:
        """Where a part of the first scene lies in this widget; empty when there is none."""
        boxes = self._placed[0].boxes if self._placed else ()
        zoom = self.zoom
        for box in boxes:
            if box.id == part:
                return QRectF(box.x * zoom, box.y * zoom, box.width * zoom, box.height * zoom)
        return QRectF()

    def show_dark(self, dark: bool) -> None:
        """Draw as on a phone in dark or light mode."""
        self._dark = dark
        self.parts.show_dark(dark)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._scenes:
            self._paint_scenes(painter, event)
        else:
            painter.fillRect(event.rect(), QColor(WALLPAPER[self._dark]))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.parts.resize(event.size())
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def _paint_scenes(self, painter: QPainter, event: QPaintEvent) -> None:
        from wa_composer.preview.paint import renew
        from wa_composer.preview.theme import look_of

        colours = look_of(self._scenes[0].look).colours(self._dark)
        zoom = self.zoom
        painter.scale(zoom, zoom)
        rects = cast("Iterable[QRect]", event.region())  # it is one; the stubs do not say so
        # A little more than is asked for: on screens of 1.5 px a row would be left out else.
        grown = [QRectF(rect.adjusted(-1, -1, 1, 1)) for rect in rects]
        areas = [QRectF(one.topLeft() / zoom, one.size() / zoom) for one in grown]
        renew(painter, areas, self._placed, colours, self.images)

    def _show_changes(self) -> None:
        """Lay out anew, and ask only for what looks different to be painted."""
        before, placed = self._seen, self._placed
        pictures = {key: image.cacheKey() for key, image in self.images.items()}
        self._seen = [scene.look for scene in self._scenes], pictures
        self._lay_out()
        areas = None
        if placed and before == self._seen:
            from wa_composer.preview.changes import changed

            areas = changed(placed, self._placed)
        if areas is None:
            self.update()
            return
        zoom = self.zoom
        for area in areas:
            seen = QRectF(area.topLeft() * zoom, area.size() * zoom).toAlignedRect()
            self.update(seen.adjusted(-1, -1, 1, 1))

    def _lay_out(self) -> None:
        if not self._scenes or self.width() < 80:
            return
        from wa_composer.preview.layout import layout

        self._placed = [layout(scene, self._column, self._fonts()) for scene in self._scenes]
        self.parts.show_placed(self._scenes, self._placed, self.zoom)
        height = ceil(sum(placed.height for placed in self._placed) * self.zoom)
        if height != self._height:
            self._height = height
            self.updateGeometry()
        self.drawn.emit()

    def _fonts(self) -> Fonts:
        if self._faces is None:
            from wa_composer.preview.fonts import Fonts

            self._faces = Fonts()
        return self._faces
