"""What layout hands to paint: boxes that say which part lies where, and items to draw in order.

Coordinates are device-independent px from the top left corner of the column.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QGlyphRun, QTextLayout

from wa_composer.preview.nodes import Value

if TYPE_CHECKING:
    from wa_composer.preview.broken import Flow


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
class Ink:
    """Letters of one line drawn in another role's colour than the rest, relative to its text."""

    role: str
    top: float
    height: float
    glyphs: QGlyphRun


@dataclass(frozen=True, slots=True)
class Words:
    """Laid out text at a place, in the colour of its face; `values` are a paragraph's.

    Two are equal if they look the same.
    """

    flow: Flow
    x: float
    y: float
    inks: tuple[Ink, ...] = field(default=(), compare=False)  # they follow from the flow
    values: tuple[Value, ...] = field(default=(), compare=False)

    @property
    def layout(self) -> QTextLayout:
        """The text with its broken lines."""
        return self.flow.layout

    @property
    def height(self) -> float:
        """From the first line's top to the last one's foot."""
        return self.flow.height

    @property
    def role(self) -> str:
        """The colour of most of the letters."""
        return self.flow.face.role


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled rectangle with round corners, in the colour of `role`."""

    role: str
    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Hatching:
    """A rectangle with round corners, hatched: words that are not known here."""

    x: float
    y: float
    width: float
    height: float
    radius: float


@dataclass(frozen=True, slots=True)
class Medium:
    """The calm ground that stands where a picture or video will be."""

    x: float
    y: float
    width: float
    height: float
    radius: float


@dataclass(frozen=True, slots=True)
class Photo:
    """A decoded picture, cut to the box around its middle; `key` finds it among those at hand."""

    key: str
    x: float
    y: float
    width: float
    height: float
    radius: float


@dataclass(frozen=True, slots=True)
class Shade:
    """A darkening over the foot of a picture, `depth` high, so that the time can be read on it."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    depth: float


@dataclass(frozen=True, slots=True)
class Icon:
    """One of our own line icons (see `icons.py`), in the colour of `role`."""

    name: str
    x: float
    y: float
    size: float
    role: str

    @property
    def height(self) -> float:
        """As high as wide."""
        return self.size


@dataclass(frozen=True, slots=True)
class Bubble:
    """The ground of a message, with its tail at a corner of its side, and its shadow."""

    x: float
    y: float
    width: float
    height: float
    radius: float
    tail: str
    tail_width: float
    tail_height: float
    outgoing: bool

    def grown(self, height: float) -> Bubble:
        """The same bubble of another height."""
        return replace(self, height=height)


Item = Bubble | Words | Shape | Hatching | Medium | Photo | Shade | Icon


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
