"""Bytes to pixels: within bounds, upright, and never by a decoder that nobody asked for."""

from __future__ import annotations

import random
import resource
import struct
import threading

import pytest
from link_server import SVG, png, png_head
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage

from wa_composer.preview.decoding import (
    PIXELS_MOST,
    WIDE_MOST,
    UndecodablePicture,
    decode,
    reduced,
)


def encoded(image: QImage, kind: str) -> bytes:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(store.data())


def noise(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPG"])
def test_both_kinds_are_decoded(kind: str) -> None:
    image = decode(encoded(noise(40, 20), kind))
    assert (image.width(), image.height()) == (40, 20)
    assert abs(image.pixelColor(5, 5).blue() - 0x99) < 4


def test_it_works_in_a_thread_beside_the_windows() -> None:
    found: list[QImage] = []
    thread = threading.Thread(target=lambda: found.append(decode(png(30, 10))))
    thread.start()
    thread.join()
    assert found[0].width() == 30


def test_a_large_picture_is_made_small_while_it_is_decoded() -> None:
    image = decode(encoded(noise(5000, 2500), "JPG"))
    assert (image.width(), image.height()) == (WIDE_MOST, WIDE_MOST // 2)


@pytest.mark.parametrize("size", [(1, 20_000), (20_000, 1), (7000, 7000), (3, 5)])
def test_what_is_kept_is_small_and_of_the_same_shape(size: tuple[int, int]) -> None:
    small = reduced(QSize(*size))
    assert small.width() * small.height() <= PIXELS_MOST * 1.01
    assert small.width() <= WIDE_MOST
    assert small.width() >= 1 and small.height() >= 1


@pytest.mark.parametrize("size", [(30_000, 30_000), (60_000, 2), (2**31 - 1, 1), (8000, 8000)])
def test_a_huge_size_is_refused_by_its_head_alone(size: tuple[int, int]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UndecodablePicture):
        decode(png_head(*size))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # kilobytes


@pytest.mark.parametrize(
    "data",
    [b"", SVG, b"GIF89a" + bytes(100), b"BM" + bytes(100), b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff",
     png()[:40]],
)  # fmt: skip
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(UndecodablePicture):
        decode(data)


def test_a_photo_lies_as_it_was_taken() -> None:
    plain = encoded(noise(40, 20), "JPG")
    tag = struct.pack("<HHII", 0x0112, 3, 1, 6)  # orientation: turn it a quarter to the right
    tiff = b"II*\x00\x08\x00\x00\x00" + struct.pack("<H", 1) + tag + bytes(4)
    exif = b"Exif\x00\x00" + tiff
    turned = plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:]
    image = decode(turned)
    assert (image.width(), image.height()) == (20, 40)


def test_damaged_bytes_bring_a_picture_or_the_one_error() -> None:
    chance = random.Random(5)
    whole = encoded(noise(60, 40), "PNG"), encoded(noise(60, 40), "JPG")
    for _ in range(60):
        data = bytearray(chance.choice(whole))
        for _ in range(6):
            data[chance.randrange(3, len(data))] = chance.randrange(256)
        try:
            assert not decode(bytes(data)).isNull()
        except UndecodablePicture:
            pass
