"""Pictures of scenes without a window: for the command line, for files, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSaveFile, QSize
from PySide6.QtGui import QImage, QPainter

from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.nodes import Scene
from wa_composer.preview.paint import chat
from wa_composer.preview.photos import NO_IMAGES, Images
from wa_composer.preview.placed import Placed
from wa_composer.preview.theme import Colours, look_of

WIDTH_LEAST, WIDTH_MOST = 160, 2000
SCALE_LEAST, SCALE_MOST = 0.5, 8.0
SIDE_MOST = 30_000
"""Pixels on a side that Qt's painter can still address."""
MEMORY_MOST = 256 * 1024 * 1024
MARGIN = 6
"""Ground above the first and below the last message, beside what the look keeps free."""
Theme = Literal["light", "dark"]


class PictureProblem(OSError):
    """The picture could not be made or written; the text says why."""


class PictureTooLarge(PictureProblem):
    """The picture would have more points than can be drawn; `most` is how high it may be."""

    def __init__(self, most: int) -> None:
        super().__init__(f"it would be more than {most} points high")
        self.most = most


def colours_of(theme: Theme, look: str = "android") -> Colours:
    """The colours of a look's theme by their names."""
    return look_of(look).colours(theme == "dark")


def render(
    scenes: Sequence[Scene],
    *,
    theme: Theme = "light",
    width: int = 360,
    scale: float = 2.0,
    fonts: Fonts | None = None,
    images: Images = NO_IMAGES,
) -> QImage:
    """The scenes one under the other on the chat's ground, `width` px wide, times `scale`.

    Needs a QGuiApplication (the platform "offscreen" will do). Nothing is cut off. Raises
    ValueError for a width or scale outside the bounds above, PictureTooLarge when the scenes take
    more room than can be drawn, PictureProblem when there is no memory for the picture.
    """
    if not WIDTH_LEAST <= width <= WIDTH_MOST:
        raise ValueError(f"the width is to be from {WIDTH_LEAST} to {WIDTH_MOST}")
    if not SCALE_LEAST <= scale <= SCALE_MOST:
        raise ValueError(f"the scale is to be from {SCALE_LEAST:g} to {SCALE_MOST:g}")
    placed = stacked(scenes, width, scale, fonts or Fonts())
    height = sum(one.height for one in placed) + 2 * MARGIN
    image = blank(width, height, scale)
    colours = colours_of(theme, scenes[0].look if scenes else "android")
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(0, MARGIN)
    chat(painter, QRectF(0, -MARGIN, width, height), placed, colours, images)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def stacked(scenes: Sequence[Scene], width: int, scale: float, fonts: Fonts) -> list[Placed]:
    """The scenes laid out. Raises PictureTooLarge as soon as they are."""
    highest = int(min(SIDE_MOST, MEMORY_MOST / 4 / (width * scale)))
    placed: list[Placed] = []
    height = 2 * MARGIN
    for scene in scenes:
        placed.append(layout(scene, width, fonts))
        height += placed[-1].height
        if height * scale > highest:
            raise PictureTooLarge(highest)
    return placed


def blank(width: float, height: float, scale: float) -> QImage:
    """An image to draw on. Raises PictureProblem when there is no memory for it."""
    size = QSize(max(1, round(width * scale)), max(1, round(height * scale)))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise PictureProblem("there is not enough memory for this picture")
    return image


def png(image: QImage) -> bytes:
    """The image as the bytes of a PNG file."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise PictureProblem("the picture could not be turned into PNG")
    return bytes(store.data())


def save_png(image: QImage, path: Path | str) -> None:
    """Writes the image whole or not at all. Raises PictureProblem where it cannot be written."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise PictureProblem(file.errorString())
    file.write(png(image))
    if not file.commit():
        raise PictureProblem(file.errorString())
