"""Outlines over parts of the picture: how they look, and what of them to paint when they change."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QRegion

from wa_composer.ui.theme import Palette

_RADIUS = 5.0
_REACH = 2
"""How far the line reaches out of its box."""
_FRAME = 9
"""What the line takes of each side, its corners included."""


class Dress(NamedTuple):
    """The role of an outline's colour, and the strength of its line and ground."""

    colour: str
    line: float
    ground: float


class Outline(NamedTuple):
    """An outline around the boxes of a part."""

    dress: Dress
    boxes: tuple[QRectF, ...]

    def draw(self, painter: QPainter, within: QRectF, palette: Palette) -> None:
        """Draw what of it meets `within`."""
        pen, fill = (QColor(getattr(palette, self.dress.colour)) for _ in range(2))
        pen.setAlphaF(self.dress.line)
        fill.setAlphaF(self.dress.ground)
        painter.setPen(QPen(pen, 1.5))
        painter.setBrush(fill)
        for box in self.boxes:
            if within.intersects(box.adjusted(-_REACH, -_REACH, _REACH, _REACH)):
                painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def region(self) -> QRegion:
        """Where it is drawn."""
        found = QRegion()
        for box in self.boxes:
            found += _around(box)
        return found

    def frame(self) -> QRegion:
        """Where its line is drawn, or the ground of more than one box."""
        drawn, found = QRegion(), QRegion()
        for box in self.boxes:
            around = _around(box)
            inner = box.toAlignedRect().adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
            found += (around - QRegion(inner)) + (around & drawn)
            drawn += around
        return found


def _around(box: QRectF) -> QRegion:
    return QRegion(box.toAlignedRect().adjusted(-_REACH, -_REACH, _REACH, _REACH))


def unlike(before: Iterable[Outline], after: Iterable[Outline]) -> QRegion:
    """What looks different; of an outline that only grew not what both are the ground of."""
    found = QRegion()
    for one, other in zip_longest(before, after):
        if one == other:
            continue
        if one and other and one.dress == other.dress:
            found += one.frame() + other.frame() + one.region().xored(other.region())
        else:
            found += sum((each.region() for each in (one, other) if each), QRegion())
    return found
