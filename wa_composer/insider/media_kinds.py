"""What a file is by its own bytes, whatever its server calls it. Pure, bounded, decodes nothing."""

from __future__ import annotations

import struct
from dataclasses import dataclass

PIECES_MOST = 20_000
"""Chunks or segments of a file that are walked through; a real picture has far fewer."""
SNIFF_BYTES = 512
"""So many first bytes decide what a file is."""

JPEG, PNG = "image/jpeg", "image/png"
NAMES = {
    JPEG: "JPEG",
    PNG: "PNG",
    "image/gif": "GIF",
    "image/webp": "WebP",
    "image/bmp": "BMP",
    "image/tiff": "TIFF",
    "image/heic": "HEIC",
    "image/avif": "AVIF",
    "image/svg+xml": "SVG",
    "application/pdf": "PDF",
    "application/zip": "ZIP",
    "application/gzip": "GZIP",
    "application/msword": "Word",
    "application/vnd.ms-excel": "Excel",
    "application/vnd.ms-powerpoint": "PowerPoint",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
    "video/mp4": "MP4",
    "video/3gpp": "3GP",
    "video/webm": "WebM",
    "video/quicktime": "QuickTime",
    "text/html": "HTML",
    "text/plain": "TXT",
}
"""Short names of media types, as people know the files."""

_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x1aE\xdf\xa3", "video/webm"),
)
_BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"avif": "image/avif",
    b"qt  ": "video/quicktime",
    b"3gp4": "video/3gpp",
    b"3gp5": "video/3gpp",
}
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers that begin a picture
_ALONE = frozenset(range(0xD0, 0xD9)) | {0x01}  # markers without a length
_END = b"\xff\xd9"


@dataclass(frozen=True, slots=True)
class Shape:
    """Width and height as the file's head tells them; zeros when it does not."""

    width: int = 0
    height: int = 0
    whole: bool = False


def found_type(data: bytes) -> str:
    """The media type by the first bytes; "" when they are of no kind that is known here."""
    head = data[:SNIFF_BYTES]
    for sign, kind in _SIGNS:
        if head.startswith(sign):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    return _written(head)


def _written(head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script")):
        return "text/html"
    if text.startswith(b"<") and b"svg" in text:
        return "image/svg+xml"
    return ""


def shape(data: bytes) -> Shape:
    """Size of a JPEG or PNG, and whether the file goes on to its own end."""
    if data.startswith(b"\x89PNG"):
        return _png(data)
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    return Shape()


def _png(data: bytes) -> Shape:
    if len(data) < 24 or data[12:16] != b"IHDR":
        return Shape()
    width, height = struct.unpack(">II", data[16:24])
    return Shape(width, height, _png_ends(data))


def _png_ends(data: bytes) -> bool:
    at = 8
    for _ in range(PIECES_MOST):
        if at + 12 > len(data):
            break
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IEND":
            return True
        at += 12 + length
    return False


def _jpeg(data: bytes) -> Shape:
    """Walks the segments before the first scan; the letters of a scan never spell the end mark."""
    width = height = 0
    at = 2
    for _ in range(PIECES_MOST):
        if at + 4 > len(data) or data[at] != 0xFF:
            break
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _ALONE:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in _FRAMES and at + 9 <= len(data):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
        if marker == 0xDA:
            return Shape(width, height, data.find(_END, at + 2 + length) >= 0)
        at += 2 + max(2, length)
    return Shape(width, height, False)
