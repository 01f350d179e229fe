"""Shapes that a picture of a message is drawn with, each with its place. Without Qt.

Coordinates are device-independent px from the top left corner of the column.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


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
