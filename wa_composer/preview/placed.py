"""What layout hands to paint: boxes that say which part lies where, and items to draw in order.

Coordinates are device-independent px from the top left corner of the column.
"""

from __future__ import annotations

from dataclasses import dataclass

from wa_composer.preview.broken import Words
from wa_composer.preview.shapes import Bubble, Hatching, Icon, Medium, Photo, Shade, Shape

Item = Bubble | Words | Shape | Hatching | Medium | Photo | Shade | Icon


@dataclass(frozen=True, slots=True)
class Box:
    """Where a part of the scene lies; `id` as in the scene, or "bubble" and "time"."""

    id: str
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The box's right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The box's lower edge."""
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Placed:
    """A laid out scene. `height` includes the free space above and below the bubble."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    items: tuple[Item, ...]

    def box(self, identity: str) -> Box:
        """The box of a part. Raises KeyError when the scene has no such part."""
        for box in self.boxes:
            if box.id == identity:
                return box
        raise KeyError(identity)

    def part_at(self, x: float, y: float) -> str:
        """The id of the part at a point; "" where there is none (the bubble itself included)."""
        for box in self.boxes:
            if box.id != "bubble" and box.holds(x, y):
                return box.id
        return ""
