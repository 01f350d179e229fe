"""The placeholders in a template's texts, ``{{1}}`` or ``{{first_name}}``, and filling them in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

_PLACEHOLDER = re.compile(r"\{\{\s{0,4}([0-9]{1,3}|[A-Za-z_][A-Za-z0-9_]{0,63})\s{0,4}\}\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a filled-in text.

    ``kind`` is ``text`` for the wording, ``value`` for a value that was filled in, ``missing`` for
    a placeholder without one, whose text is the placeholder itself; ``placeholder`` is its name.
    """

    text: str
    kind: Literal["text", "value", "missing"]
    placeholder: str = ""


def placeholders(text: str) -> list[str]:
    """Return the names of the placeholders in a text, each once.

    Numbers come in their order up to the highest, names in the order they appear.
    """
    found = list(dict.fromkeys(match.group(1) for match in _PLACEHOLDER.finditer(text)))
    if found and all(name.isdigit() for name in found):
        return sorted(dict.fromkeys(str(int(name)) for name in found), key=int)
    return found


def marks(text: str) -> Iterator[re.Match[str]]:
    """Give each placeholder where it stands in a text; group 1 is its name."""
    return _PLACEHOLDER.finditer(text)


def place_of(name: str, names: Sequence[str]) -> int:
    """Return the place of the value that a placeholder takes; `names` are those of its text."""
    return int(name) - 1 if name.isdigit() else names.index(name)


def fill(text: str, values: Sequence[str]) -> list[Piece]:
    """Return a text in pieces with its placeholders filled in.

    ``{{2}}`` takes the second value whatever else the text holds; named placeholders take the
    values in the order of their first appearance. A blank value counts as missing.
    """
    names = placeholders(text)
    pieces: list[Piece] = []
    at = 0
    for match in marks(text):
        if match.start() > at:
            pieces.append(Piece(text[at : match.start()], "text"))
        name = match.group(1)
        place = place_of(name, names)
        value = values[place] if 0 <= place < len(values) else ""
        kind: Literal["value", "missing"] = "value" if value else "missing"
        pieces.append(Piece(value or match.group(), kind, name))
        at = match.end()
    if at < len(text):
        pieces.append(Piece(text[at:], "text"))
    return pieces
