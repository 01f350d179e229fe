"""Renders the program's icon, drawn once as SVG, in every size and form that systems ask for.

python packaging/freeze/icons.py FOLDER    # FOLDER/16x16/wa-composer.png and so on
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

DRAWING = "resources/icons/wa-composer.svg"
SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_KINDS = (
    (b"icp4", 16),
    (b"icp5", 32),
    (b"icp6", 64),
    (b"ic07", 128),
    (b"ic08", 256),
    (b"ic09", 512),
    (b"ic10", 1024),
    (b"ic11", 32),
    (b"ic12", 64),
    (b"ic13", 256),
    (b"ic14", 512),
)


def png(root: Path, size: int) -> bytes:
    """The icon as a PNG of `size` by `size` pixels."""
    from PySide6.QtCore import QBuffer, QByteArray, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(str(root / DRAWING))
    if not drawing.isValid():
        raise SystemExit(f"{DRAWING} cannot be read")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise SystemExit(f"the icon of {size} pixels cannot be written")
    return bytes(data.data())


def write_ico(root: Path, path: Path) -> Path:
    """The icon for Windows: each size as a PNG in one file."""
    pictures = [(size, png(root, size)) for size in ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    for size, data in pictures:
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return _write(path, head + b"".join(data for _, data in pictures))


def write_icns(root: Path, path: Path) -> Path:
    """The icon for macOS: each kind as a PNG in one file."""
    parts = []
    for kind, size in ICNS_KINDS:
        data = png(root, size)
        parts.append(kind + struct.pack(">I", 8 + len(data)) + data)
    body = b"".join(parts)
    return _write(path, b"icns" + struct.pack(">I", 8 + len(body)) + body)


def write_theme(root: Path, folder: Path) -> None:
    """The icon as an icon theme holds it: a PNG for each size, and the drawing."""
    for size in SIZES:
        _write(folder / f"{size}x{size}" / "wa-composer.png", png(root, size))
    _write(folder / "scalable" / "wa-composer.svg", (root / DRAWING).read_bytes())


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    write_theme(Path(__file__).resolve().parents[2], Path(sys.argv[1]))
