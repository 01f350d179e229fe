"""Which part of a picture lies at a point, and where a part lies, down to single values.

A part is what has an id in the scene; within a body's text each value is a part of its own
("body:0", "body:1"...). Worked out only when asked for, so that drawing does without.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from wa_composer.preview.broken import Words
from wa_composer.preview.dress import utf16
from wa_composer.preview.nodes import Value
from wa_composer.preview.placed import Placed

_NO_PARTS = ("bubble", "time")
_ROUND = 1.0
"""Room around a value, so that narrow ones can be hit."""
_AROUND = 5.0


def part_at(placed: Placed, x: float, y: float) -> str:
    """The part at a point, "" where there is none. A value goes before the text it stands in."""
    found = placed.part_at(x, y)
    if found == "body":
        found = next((one for one, box in _values(placed, y) if box.contains(x, y)), found)
    return "" if found in _NO_PARTS else found


def outlines(placed: Placed, identity: str) -> tuple[QRectF, ...]:
    """Where to draw around a part: once, or once a line of a value in the text; () if not there.

    A part's outline keeps a little distance to its text and stays within the bubble.
    """
    bubble = placed.box("bubble")
    most = QRectF(bubble.x + 2, bubble.y + 2, bubble.width - 4, bubble.height - 4)
    found = [
        QRectF(box.x - _AROUND, box.y, box.width + 2 * _AROUND, box.height) & most
        for box in placed.boxes
        if box.id == identity
    ]
    return tuple(found or (box for one, box in _values(placed) if one == identity))


def parts(placed: Placed) -> tuple[str, ...]:
    """The ids of all parts in reading order, each once; values follow the text they stand in."""
    found: list[str] = []
    for box in placed.boxes:
        found.append(box.id)
        if box.id == "body":
            found += [value.id for words in _with_values(placed) for value in words.values]
    return tuple(one for one in dict.fromkeys(found) if one not in _NO_PARTS)


def _with_values(placed: Placed) -> Iterator[Words]:
    return (item for item in placed.items if isinstance(item, Words) and item.values)


def _values(placed: Placed, y: float | None = None) -> Iterator[tuple[str, QRectF]]:
    """Each value with its boxes; with `y` only those of the lines at that height."""
    for words in _with_values(placed):
        text = words.layout.text()
        for value in words.values:
            for box in _boxes(words, text, value, y):
                yield value.id, box


def _boxes(words: Words, text: str, value: Value, y: float | None) -> Iterator[QRectF]:
    first = utf16(text[: value.start])
    last = first + utf16(text[value.start : value.start + value.length])
    for number in range(words.layout.lineCount()):
        line = words.layout.lineAt(number)
        begin, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        top, foot = words.y + line.y(), words.y + line.y() + line.height()
        if begin >= end or (y is not None and not top - _ROUND <= y < foot + _ROUND):
            continue
        wide = QRectF()
        for run in line.glyphRuns(begin, end - begin):
            box = run.boundingRect()
            wide |= QRectF(box.x(), 0, box.width(), 1)
        if wide.width() > 0:
            yield QRectF(
                words.x + wide.x() - _ROUND,
                top - _ROUND,
                wide.width() + 2 * _ROUND,
                foot - top + 2 * _ROUND,
            )
