"""A sheet for sign-off: one message in several looks, themes and languages on one page.

Each picture stands under its name; what is not the message's own (sample values) and what is
missing in it is stamped on it, so that nobody approves what will not be sent.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPen

from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.nodes import Button, Chip, Document, Picture, Scene, Text
from wa_composer.preview.paint import chat
from wa_composer.preview.photos import NO_IMAGES, Images
from wa_composer.preview.picture import (
    MARGIN,
    MEMORY_MOST,
    SIDE_MOST,
    PictureTooLarge,
    Theme,
    blank,
)
from wa_composer.preview.placed import Placed
from wa_composer.preview.theme import look_of

_EDGE, _GAP, _HEAD, _FOOT, _LABEL, _STAMP, _NOTE = 32, 28, 64, 30, 26, 24, 22
_PAPER, _INK, _QUIET, _LINE = "#FFFFFF", "#16191D", "#5C6670", "#D5DADF"
_STAMP_INK, _STAMP_GROUND = "#7A4A00", "#FFE7BF"
_RADIUS = 12.0
_LEGEND, _LEGEND_LINE = 13, 22
_WRAPPED = int(
    Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
)
_BOLD = frozenset({"bold"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture of the sheet: `label` stands above it, `stamps` beside."""

    scene: Scene
    theme: Theme
    label: str
    stamps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Cells beside each other, with a quiet line under them that is about each of them."""

    cells: tuple[Cell, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under a heading, the lines of a legend, and a quiet line at the foot."""

    heading: str
    note: str
    foot: str
    rows: tuple[Row, ...]
    legend: tuple[str, ...] = ()


def unfilled(scene: Scene) -> int:
    """How many different values, media and labels are still missing in a scene."""
    found: set[str] = set()
    for part in (*scene.parts, *scene.buttons, *scene.more):
        match part:
            case Text():
                spans = [span for one in part.paragraphs for span in one.spans]
                found |= {f"{part.role}{one.text}" for one in spans if one.mark == "missing"}
            case Picture() | Document() | Chip() | Button() if part.missing:
                found.add(part.id)
    return len(found)


def render_sheet(
    sheet: Sheet, *, scale: float = 2.0, fonts: Fonts | None = None, images: Images = NO_IMAGES
) -> QImage:
    """The sheet as a picture. Raises PictureTooLarge when it takes more room than can be drawn."""
    steps = draw_sheet(sheet, scale=scale, fonts=fonts, images=images)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            image: QImage = end.value
            return image


def draw_sheet(
    sheet: Sheet, *, scale: float = 2.0, fonts: Fonts | None = None, images: Images = NO_IMAGES
) -> Generator[None, None, QImage]:
    """The same in steps of one cell, between which the GUI thread may do other things.

    On no other thread: what is painted again and again lies in Qt's cache of pixmaps.
    """
    faces = fonts or Fonts()
    placed: list[list[Placed]] = []
    for row in sheet.rows:
        placed.append([])
        for cell in row.cells:
            placed[-1].append(layout(cell.scene, look_of(cell.scene.look).column, faces))
            yield
    widths = [max(one.width for one in column) for column in _columns(placed)]
    heights = [
        _LABEL + max(one.height + 2 * MARGIN for one in ready) + (_NOTE if row.note else 0)
        for row, ready in zip(sheet.rows, placed, strict=True)
    ]
    width = max(480, sum(widths) + _GAP * (len(widths) - 1)) + 2 * _EDGE
    lines = [_line_height(line, width - 2 * _EDGE, faces) for line in sheet.legend]
    legend = sum(lines) + _GAP if lines else 0
    height = _HEAD + sum(heights) + _GAP * len(heights) + legend + _FOOT + 2 * _EDGE
    most = int(min(SIDE_MOST, MEMORY_MOST / 4 / (width * scale)))
    if height * scale > most:
        raise PictureTooLarge(most)
    image = blank(width, height, scale)
    yield
    painter = QPainter(image)
    try:
        painter.scale(scale, scale)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        page = _Page(painter, faces, images, width, height)
        yield from page.draw(sheet, placed, widths, heights)
    finally:
        painter.end()
    # The paper covers every point, so the points stay as they are; to convert them takes long.
    image.reinterpretAsFormat(QImage.Format.Format_RGB32)
    return image


def _line_height(line: str, width: int, fonts: Fonts) -> int:
    """An address is never cut off: it goes on in the next line."""
    metrics = QFontMetrics(fonts.font(_LEGEND))
    high = metrics.boundingRect(QRect(0, 0, width, 9999), _WRAPPED, line).height()
    return max(high, _LEGEND_LINE) + 2


def _columns(rows: Sequence[Sequence[Placed]]) -> list[list[Placed]]:
    most = max((len(row) for row in rows), default=0)
    return [[row[place] for row in rows if place < len(row)] for place in range(most)]


@dataclass
class _Page:
    painter: QPainter
    fonts: Fonts
    images: Images
    width: float
    height: float

    def draw(
        self, sheet: Sheet, placed: list[list[Placed]], widths: list[int], heights: list[int]
    ) -> Iterator[None]:
        self.painter.fillRect(QRectF(0, 0, self.width, self.height), QColor(_PAPER))
        wide = self.width - 2 * _EDGE
        self._text(sheet.heading, QRectF(_EDGE, _EDGE - 4, wide, 28), 20, _INK, bold=True)
        self._text(sheet.note, QRectF(_EDGE, _EDGE + 26, wide, 20), 13, _QUIET)
        y = float(_EDGE + _HEAD)
        for row, ready, high in zip(sheet.rows, placed, heights, strict=True):
            x = float(_EDGE)
            for cell, one, column in zip(row.cells, ready, widths, strict=False):
                yield
                self._cell(cell, one, max(each.height for each in ready), x, y)
                x += column + _GAP
            if row.note:
                self._text(row.note, QRectF(_EDGE, y + high - 16, wide, 16), 12, _QUIET)
            y += high + _GAP
        for line in sheet.legend:
            high = _line_height(line, int(wide), self.fonts)
            self.painter.setFont(self.fonts.font(_LEGEND))
            self.painter.setPen(QColor(_INK))
            self.painter.drawText(QRectF(_EDGE, y, wide, high), _WRAPPED, line)
            y += high
        foot = QRectF(_EDGE, self.height - _EDGE - 16, wide, 18)
        self._text(sheet.foot, foot, 12, _QUIET)

    def _cell(self, cell: Cell, placed: Placed, high: int, x: float, y: float) -> None:
        """All of a row are as high as the highest, so that the row has one edge."""
        right = x + placed.width
        for stamp in reversed(cell.stamps):
            right = self._stamp(stamp, right, y)
        self._text(cell.label, QRectF(x, y, right - x, _LABEL - 6), 13, _INK, bold=True)
        box = QRectF(x, y + _LABEL, placed.width, high + 2 * MARGIN)
        outline = QPainterPath()
        outline.addRoundedRect(box, _RADIUS, _RADIUS)
        painter = self.painter
        painter.save()
        painter.setClipPath(outline)
        painter.translate(box.x(), box.y() + MARGIN)
        colours = look_of(cell.scene.look).colours(cell.theme == "dark")
        chat(painter, QRectF(0, -MARGIN, box.width(), box.height()), [placed], colours, self.images)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(_LINE), 1))
        painter.drawPath(outline)

    def _stamp(self, text: str, right: float, y: float) -> float:
        """Draws a stamp that ends at `right`; answers where it begins."""
        self.painter.setFont(self.fonts.font(11, _BOLD))
        wide = self.painter.fontMetrics().horizontalAdvance(text) + 16
        box = QRectF(right - wide, y, wide, _STAMP - 4)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(_STAMP_GROUND))
        self.painter.drawRoundedRect(box, 6, 6)
        self.painter.setPen(QColor(_STAMP_INK))
        self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        return right - wide - 6

    def _text(self, text: str, box: QRectF, size: int, colour: str, *, bold: bool = False) -> None:
        painter = self.painter
        painter.setFont(self.fonts.font(size, _BOLD if bold else frozenset()))
        painter.setPen(QColor(colour))
        room = int(box.width())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side, shown)
