"""Gives a text its faces: which font, colour and ground each stretch of it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QTextCharFormat, QTextLayout

from wa_composer.preview import emoji
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.nodes import Span

_FACES = ("bold", "italic", "strike")
_PLAIN: frozenset[str] = frozenset()
_MARK_ROLES = {"missing": "missing", "link": "link", "note": "meta"}
_EMOJI_SHARE = 1.24


class Face(NamedTuple):
    """How a text is set: size and line height in px, its base styles and its colour's role."""

    size: int
    line: int
    role: str = "text"
    styles: frozenset[str] = _PLAIN


class Reach(NamedTuple):
    """Characters of a text, in UTF-16 units, and the role of what is drawn for them."""

    start: int
    length: int
    role: str


class Dressed(NamedTuple):
    """Where each span ends in UTF-16 units, and what is drawn for some in colours of their own."""

    ends: list[int]
    inks: list[Reach]
    grounds: list[Reach]


def dress(layout: QTextLayout, spans: Sequence[Span], face: Face, fonts: Fonts) -> Dressed:
    """Sets the fonts of styled spans."""
    formats: list[QTextLayout.FormatRange] = []
    ends: list[int] = []
    inks: list[Reach] = []
    grounds: list[Reach] = []
    start = 0
    for span in spans:
        text, own, mark = span
        ascii = text.isascii()
        length = len(text) if ascii else utf16(text)
        styles = _styles(own, face.styles) if own else face.styles
        if mark or styles != face.styles:  # what is marked is drawn as ink, not twice
            made = fonts.format(face.size, styles, unseen=bool(mark))
            formats.append(_range(start, length, made))
        if not ascii and "emoji" not in styles:
            formats.extend(_emoji(span, start, face, styles, fonts))
        if mark:
            inks.append(Reach(start, length, _MARK_ROLES[mark]))
        if mark == "missing":
            grounds.append(Reach(start, length, "missing_ground"))
        elif "mono" in own:
            grounds.append(Reach(start, length, "code"))
        start += length
        ends.append(start)
    if formats:
        layout.setFormats(formats)
    return Dressed(ends, inks, grounds)


@lru_cache(maxsize=256)
def _styles(own: tuple[str, ...], base: frozenset[str]) -> frozenset[str]:
    styles = {style for style in own if style in _FACES}
    if "mono" in own or "monoblock" in own:
        styles.add("mono")
    return base | styles if styles else base


def _emoji(
    span: Span, start: int, face: Face, styles: frozenset[str], fonts: Fonts
) -> Iterator[QTextLayout.FormatRange]:
    """Emoji in a text are bigger than its letters: 20 px wide in 15 px text."""
    size = round(face.size * _EMOJI_SHARE)
    done, units = 0, start
    for first, last in emoji.runs(span.text):
        units += utf16(span.text[done:first])
        length = utf16(span.text[first:last])
        made = fonts.format(size, styles | {"emoji"}, unseen=bool(span.mark))
        yield _range(units, length, made)
        done, units = last, units + length


def _range(start: int, length: int, made: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, made
    return found


def utf16(text: str) -> int:
    """Length of `text` in UTF-16 units, which Qt counts in."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def units(text: str, start: int, end: int) -> str:
    """The characters between two places counted in UTF-16 units."""
    if text.isascii():
        return text[start:end]
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", errors="ignore")
