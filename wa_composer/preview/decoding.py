"""Bytes of a picture to pixels, within bounds; for a thread beside the window's."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from wa_composer.message.limits import PICTURE_PIXELS_MOST, PICTURE_SIDE_MOST
from wa_composer.preview.quiet import quiet

WIDE_MOST = 1280
"""More points in a row than a phone's bubble has at its sharpest."""
PIXELS_MOST = 3_000_000
MEMORY_MOST = 256
"""Megabytes that one picture may take while it is decoded."""

_FORMATS = ((b"\xff\xd8\xff", b"jpeg"), (b"\x89PNG\r\n\x1a\n", b"png"))


class UndecodablePicture(ValueError):
    """The bytes are no picture that can be drawn."""


def decode(data: bytes) -> QImage:
    """A JPEG or PNG, upright, scaled down to what the preview needs.

    Its size is read from the head and judged before anything is decoded. Raises
    UndecodablePicture for anything else, for damage, and for a size above the limits.
    """
    kind = next((kind for sign, kind in _FORMATS if data.startswith(sign)), None)
    if kind is None:
        raise UndecodablePicture("neither JPEG nor PNG")
    quiet()
    store = QByteArray(data)
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(MEMORY_MOST)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)  # these two decoders and no other, whatever comes
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty() or not fits(size.width(), size.height()):
        raise UndecodablePicture("its size")
    reader.setScaledSize(reduced(size))
    image = reader.read()
    if image.isNull():
        raise UndecodablePicture(reader.errorString())
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def fits(width: int, height: int) -> bool:
    """Whether a picture of so many points is decoded at all."""
    return max(width, height) <= PICTURE_SIDE_MOST and width * height <= PICTURE_PIXELS_MOST


def reduced(size: QSize) -> QSize:
    """The size to decode to: never larger, of the same shape, at least a point."""
    width, height = size.width(), size.height()
    factor = min(1.0, WIDE_MOST / width, sqrt(PIXELS_MOST / (width * height)))
    return QSize(max(1, round(width * factor)), max(1, round(height * factor)))
