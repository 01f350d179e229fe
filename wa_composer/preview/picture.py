"""Pictures of scenes without a window: for the command line, for files, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSaveFile
from PySide6.QtGui import QImage, QPainter

from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.nodes import Scene
from wa_composer.preview.paint import chat
from wa_composer.preview.photos import NO_IMAGES, Images
from wa_composer.preview.placed import Placed
from wa_composer.preview.theme import DARK, LIGHT, Colours

WIDTH_LEAST, WIDTH_MOST = 160, 2000
SCALE_LEAST, SCALE_MOST = 0.5, 8.0
SIDE_MOST = 30_000
"""Pixels on a side that Qt's painter can still address; what is below is not drawn."""
MEMORY_MOST = 256 * 1024 * 1024


class PictureProblem(OSError):
    """The picture could not be made or written; the text says why."""


def colours_of(theme: Literal["light", "dark"]) -> Colours:
    """The colours of a theme by its name."""
    return DARK if theme == "dark" else LIGHT


def render(
    scenes: Sequence[Scene],
    *,
    theme: Literal["light", "dark"] = "light",
    width: int = 360,
    scale: float = 2.0,
    fonts: Fonts | None = None,
    images: Images = NO_IMAGES,
) -> QImage:
    """The scenes one under the other on the chat's ground, `width` px wide, times `scale`.

    Needs a QGuiApplication (the platform "offscreen" will do). Raises ValueError for a width or
    scale outside the bounds above, PictureProblem when there is no memory for the picture.
    """
    if not WIDTH_LEAST <= width <= WIDTH_MOST:
        raise ValueError(f"the width is to be from {WIDTH_LEAST} to {WIDTH_MOST}")
    if not SCALE_LEAST <= scale <= SCALE_MOST:
        raise ValueError(f"the scale is to be from {SCALE_LEAST:g} to {SCALE_MOST:g}")
    faces = fonts or Fonts()
    highest = int(min(SIDE_MOST, MEMORY_MOST / 4 / (width * scale)) / scale)
    placed: list[Placed] = []
    height = 0
    for scene in scenes:
        if height >= highest:
            break
        placed.append(layout(scene, width, faces))
        height += placed[-1].height
    shown = max(1, min(height, highest))
    return _painted(placed, colours_of(theme), width, shown, scale, images)


def _painted(
    placed: Sequence[Placed],
    colours: Colours,
    width: int,
    height: int,
    scale: float,
    images: Images,
) -> QImage:
    image = QImage(
        round(width * scale), round(height * scale), QImage.Format.Format_ARGB32_Premultiplied
    )
    if image.isNull():
        raise PictureProblem("there is not enough memory for this picture")
    painter = QPainter(image)
    painter.scale(scale, scale)
    chat(painter, QRectF(0, 0, width, height), placed, colours, images)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_RGB32)


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
