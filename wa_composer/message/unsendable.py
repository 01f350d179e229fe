"""Values under unknown keys that no request could carry, and placeholders left in them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from wa_composer.message.notes import Notes

INT_BITS_MAX = 1024
"""Whole numbers beyond this cannot be written by every JSON library (Python's own included)."""

_BRACES = re.compile(r"\{\{[^{}]{0,100}\}\}")
_STARS = re.compile(r"\+\d{0,4}\*{2,}")
_LONE = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def leftover(value: str) -> str:
    """Return the placeholder that was left in a value (``{{NAME}}``, ``+1****``), or ""."""
    if "{{" in value:
        found = _BRACES.search(value)
        if found:
            return found.group()
    if value.endswith("**") and _STARS.fullmatch(value):
        return value
    return ""


def note_unsendable(value: object, path: str, notes: Notes) -> None:
    """Note every part of ``value`` that cannot be sent. Takes any depth: it does not recurse."""
    waiting = [(value, path)]
    seen = set()
    while waiting:
        item, where = waiting.pop()
        if isinstance(item, Mapping | list | tuple):
            if id(item) in seen:
                continue
            seen.add(id(item))
            waiting.extend(_children(item, where))
            continue
        code = _fault(item)
        if code == "placeholder":
            notes.error(where, code, field=where.rpartition(".")[2], found=leftover(str(item)))
        elif code:
            notes.error(where, code)


def whole(text: str) -> str:
    """Return a text with both halves of a character joined, and U+FFFD for a half alone."""
    # Not by codecs: their handling of each half by itself takes seconds for some megabytes.
    return _PAIR.sub(_joined, _LONE.sub("\ufffd", text))


def _joined(pair: re.Match[str]) -> str:
    high, low = map(ord, pair[0])
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def clean(text: str) -> str:
    """Return a text with question marks for halves of characters, so that it can be printed."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _children(
    item: Mapping[object, object] | list[object] | tuple[object, ...], where: str
) -> list[tuple[object, str]]:
    if isinstance(item, Mapping):
        named = [(key, f"{where}.{clean(str(key))}") for key in item if isinstance(key, str)]
        inside: list[tuple[object, str]] = [(item[key], path) for key, path in named]
        inside += [(key, path) for key, path in named if not key.isascii()]
    else:
        inside = [(value, f"{where}[{number}]") for number, value in enumerate(item)]
    return inside[::-1]


def _fault(item: object) -> str:
    if isinstance(item, str):
        try:
            item.encode("utf-8")
        except UnicodeEncodeError:
            return "broken_character"
        return "placeholder" if leftover(item) else ""
    if isinstance(item, float) and not math.isfinite(item):
        return "not_json"
    if isinstance(item, int) and item.bit_length() > INT_BITS_MAX:
        return "not_json"
    return ""
