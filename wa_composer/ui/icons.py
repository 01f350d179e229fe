"""The program's own line icons: drawn on a 24 grid with a 1.8 stroke, tinted by role.

A shape is a list of strokes: M/L/C/Q/Z as in SVG paths (absolute, separated by spaces),
``O x y r`` a circle and ``R x y w h r`` a rounded rectangle. Written for this program.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

__all__ = ["NAMES", "draw", "icon", "pixmap"]

_GRID = 24.0
_STROKE = 1.8

_SHAPES: dict[str, str] = {
    "compose": "M 12 20 L 20 20 M 16 4.5 L 19.5 8 L 8.5 19 L 4 20 L 5 15.5 Z M 13.5 7 L 17 10.5",
    "templates": "R 4 4 16 7 2 R 4 14 16 6 2",
    "log": "M 9 6 L 20 6 M 9 12 L 20 12 M 9 18 L 20 18 "
    "M 4.5 6 L 4.51 6 M 4.5 12 L 4.51 12 M 4.5 18 L 4.51 18",
    "settings": (
        "O 12 12 3.2 M 12 3 L 12 5.6 M 12 18.4 L 12 21 M 3 12 L 5.6 12 M 18.4 12 L 21 12 "
        "M 5.6 5.6 L 7.5 7.5 M 16.5 16.5 L 18.4 18.4 M 5.6 18.4 L 7.5 16.5 M 16.5 7.5 L 18.4 5.6"
    ),
    "copy": "R 9 9 11 11 2 M 15 5.5 C 15 4.6 14.4 4 13.5 4 L 5.5 4 C 4.6 4 4 4.6 4 5.5 "
    "L 4 13.5 C 4 14.4 4.6 15 5.5 15",
    "search": "O 10.5 10.5 6 M 15 15 L 20 20",
    "close": "M 6 6 L 18 18 M 18 6 L 6 18",
    "menu": "M 4 7 L 20 7 M 4 12 L 20 12 M 4 17 L 20 17",
    "plus": "M 12 5 L 12 19 M 5 12 L 19 12",
    "minus": "M 5 12 L 19 12",
    "sun": (
        "O 12 12 4 M 12 2.5 L 12 4.5 M 12 19.5 L 12 21.5 M 2.5 12 L 4.5 12 M 19.5 12 L 21.5 12 "
        "M 5.3 5.3 L 6.7 6.7 M 17.3 17.3 L 18.7 18.7 M 5.3 18.7 L 6.7 17.3 M 17.3 6.7 L 18.7 5.3"
    ),
    "moon": "M 20 14.5 C 14.5 16.5 8 12.5 9.8 4 "
    "C 1.5 7 2 19.5 11.5 20.3 C 15.5 20.6 19 18 20 14.5 Z",
    "chevron_down": "M 6 9.5 L 12 15.5 L 18 9.5",
    "chevron_up": "M 6 14.5 L 12 8.5 L 18 14.5",
    "chevron_left": "M 14.5 6 L 8.5 12 L 14.5 18",
    "chevron_right": "M 9.5 6 L 15.5 12 L 9.5 18",
    "eye": "M 2.5 12 C 6 6.3 9 5.5 12 5.5 C 15 5.5 18 6.3 21.5 12 C 18 17.7 15 18.5 12 18.5 "
    "C 9 18.5 6 17.7 2.5 12 Z O 12 12 3",
    "code": "M 8.5 7 L 3.5 12 L 8.5 17 M 15.5 7 L 20.5 12 L 15.5 17",
    "link": "M 13.5 4.5 L 19.5 4.5 L 19.5 10.5 M 19.5 4.5 L 11.5 12.5 "
    "M 17.5 14 L 17.5 18 C 17.5 18.9 16.9 19.5 16 19.5 L 6 19.5 C 5.1 19.5 4.5 18.9 4.5 18 "
    "L 4.5 8 C 4.5 7.1 5.1 6.5 6 6.5 L 10 6.5",
    "reply": "M 9 6 L 4 11 L 9 16 M 4 11 L 14 11 C 18 11 20 13.5 20 18",
    "phone": "M 5 4 L 9 4 L 10.5 8.5 L 8.3 10.3 C 9.5 12.8 11.2 14.5 13.7 15.7 L 15.5 13.5 "
    "L 20 15 L 20 19 C 20 19.6 19.5 20 19 20 C 11 20 4 13 4 5 C 4 4.5 4.4 4 5 4 Z",
    "document": "M 6 3.5 L 14 3.5 L 18.5 8 L 18.5 20.5 L 6 20.5 Z M 13.5 3.5 L 13.5 8.5 L 18.5 8.5",
    "play": "M 8 5 L 19 12 L 8 19 Z",
    "image": "R 3.5 5 17 14 2 O 9 10 1.6 M 4 17 L 9 13.5 L 12.5 16 L 16 12.5 L 20.5 16.5",
    "check": "M 5 12.5 L 10 17.5 L 19 7",
    "warning": "M 12 4 L 21 19.5 L 3 19.5 Z M 12 10 L 12 14.2 M 12 17 L 12.01 17",
    "info": "O 12 12 8.5 M 12 11 L 12 16.5 M 12 7.8 L 12.01 7.8",
    "help": "O 12 12 8.5 M 9.6 9.8 C 9.7 6.6 14.5 6.7 14.4 9.8 C 14.3 11.8 12 11.8 12 13.8 "
    "M 12 16.8 L 12.01 16.8",
    "undo": "M 8 5 L 4 9 L 8 13 M 4 9 L 14 9 C 17.5 9 20 11.2 20 14 C 20 16.8 17.5 19 14 19 L 9 19",
    "back": "M 11 6 L 5 12 L 11 18 M 5 12 L 20 12",
    "reuse": "M 19.5 12 C 19.5 16.2 16.2 19.5 12 19.5 C 7.8 19.5 4.5 16.2 4.5 12 "
    "C 4.5 7.8 7.8 4.5 12 4.5 C 15 4.5 17.3 6 18.6 8.2 M 19 4 L 19 8.6 L 14.4 8.6",
    "person": "O 12 8 3.7 M 4.5 20 C 4.5 15.8 7.8 14.2 12 14.2 C 16.2 14.2 19.5 15.8 19.5 20",
    "shop": "M 4.5 9.5 L 5.5 4.5 L 18.5 4.5 L 19.5 9.5 C 19.5 13 14.5 13 14.5 9.8 "
    "C 14.5 13 9.5 13 9.5 9.8 C 9.5 13 4.5 13 4.5 9.5 Z M 6 12.5 L 6 20 L 18 20 L 18 12.5 "
    "M 10 20 L 10 15.5 L 14 15.5 L 14 20",
    "more": "O 5.5 12 0.6 O 12 12 0.6 O 18.5 12 0.6",
    "dots": "O 12 5.5 0.6 O 12 12 0.6 O 12 18.5 0.6",
    "video": "R 3 6.5 12 11 2.5 M 15 11 L 20.5 7.5 L 20.5 16.5 L 15 13",
    "smile": "O 12 12 8.5 M 9 9.6 L 9.01 9.6 M 15 9.6 L 15.01 9.6 "
    "M 8 13.6 C 9.4 16.8 14.6 16.8 16 13.6",
    "mic": "R 9 3.5 6 11 3 M 5.5 11.5 C 5.5 20 18.5 20 18.5 11.5 M 12 18 L 12 21",
    "clip": "M 19.5 11.5 L 12 19 C 7.5 23.4 1.2 17 5.6 12.6 L 13.4 4.8 C 16.4 1.8 20.6 6 17.6 9 "
    "L 10.2 16.4 C 8.6 18 6.4 15.8 8 14.2 L 14.6 7.6",
    "camera": "M 3.5 9 C 3.5 7.6 4.4 6.8 5.6 6.8 L 7.6 6.8 L 9 4.5 L 15 4.5 L 16.4 6.8 "
    "L 18.4 6.8 C 19.6 6.8 20.5 7.6 20.5 9 L 20.5 17.3 C 20.5 18.6 19.6 19.5 18.4 19.5 "
    "L 5.6 19.5 C 4.4 19.5 3.5 18.6 3.5 17.3 Z O 12 13 3.6",
    "sticker": "M 20.5 13 C 20.5 6 18 3.5 12 3.5 C 6 3.5 3.5 6 3.5 12 C 3.5 18 6 20.5 13 20.5 Z "
    "M 20.5 13 C 15 12.5 12.8 15 13 20.5",
    "key": "O 8 15.5 4 M 11 12.5 L 19.5 4 M 16 7.5 L 19 10.5",
    "globe": "O 12 12 8.5 M 3.5 12 L 20.5 12 M 12 3.5 C 8 8 8 16 12 20.5 M 12 3.5 "
    "C 16 8 16 16 12 20.5",
}

NAMES = tuple(_SHAPES)


def icon(name: str, colour: str, size: int = 18) -> QIcon:
    """An icon of `size` device-independent pixels in `colour`, sharp at 1x and 2x.

    Raises KeyError for a name that is not in `NAMES`.
    """
    result = QIcon()
    for ratio in (1, 2):
        result.addPixmap(pixmap(name, colour, size, ratio))
    return result


def pixmap(name: str, colour: str, size: int = 18, ratio: float = 1.0) -> QPixmap:
    """The icon as one picture for a screen of `ratio`."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    return picture


def draw(painter: QPainter, name: str, colour: str, box: QRectF) -> None:
    """Draw an icon into `box` with whatever painter is at work."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _GRID, box.height() / _GRID)
    pen = QPen(QColor(colour), _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(_SHAPES[name]))
    painter.restore()


def _path(strokes: str) -> QPainterPath:
    """The drawn path of a shape."""
    path = QPainterPath()
    words = strokes.split()
    at = 0
    while at < len(words):
        count = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0, "O": 3, "R": 5}[words[at]]
        numbers = [float(word) for word in words[at + 1 : at + 1 + count]]
        _stroke(path, words[at], numbers)
        at += 1 + count
    return path


def _stroke(path: QPainterPath, verb: str, n: list[float]) -> None:
    if verb == "M":
        path.moveTo(n[0], n[1])
    elif verb == "L":
        path.lineTo(n[0], n[1])
    elif verb == "Q":
        path.quadTo(n[0], n[1], n[2], n[3])
    elif verb == "C":
        path.cubicTo(n[0], n[1], n[2], n[3], n[4], n[5])
    elif verb == "O":
        path.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
    elif verb == "R":
        path.addRoundedRect(QRectF(n[0], n[1], n[2], n[3]), n[4], n[4])
    else:
        path.closeSubpath()
