"""A sized part of a bubble: what every measure gives and layout puts in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wa_composer.preview.fonts import Fonts
from wa_composer.preview.placed import Item
from wa_composer.preview.theme import Metrics

Place = Callable[[float, float, float], list[Item]]


@dataclass(frozen=True, slots=True)
class Block:
    """A sized part. `wide` is its natural width; `fills` asks for the bubble's whole width.

    `edge` blocks keep the narrow distance of media to the bubble's edge. `tail` is the width of
    the last line where the time may stand beside it, else None.
    """

    id: str
    wide: float
    height: float
    place: Place
    fills: bool = False
    edge: bool = False
    tail: float | None = None
    overlay: bool = False  # the time may stand on it (a picture)


Measure = Callable[[Any, float, Fonts, Metrics], Block]
