"""The placeholders in a template's texts, ``{{1}}`` or ``{{first_name}}``, and filling them in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

READ_MOST = 65_536
"""Characters of a text in which placeholders are looked for: 64 times what WhatsApp takes."""
PLACEHOLDER = r"\{\{\s{0,4}([0-9]{1,3}|[A-Za-z_][A-Za-z0-9_]{0,63})\s{0,4}\}\}"
_PLACEHOLDER = re.compile(PLACEHOLDER)
_BRACED = re.compile(r"\{\{[^{}\n]{1,80}\}\}")


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
    found = list(dict.fromkeys(match.group(1) for match in marks(text)))
    if found and all(name.isdigit() for name in found):
        return sorted(dict.fromkeys(str(int(name)) for name in found), key=int)
    return found


def marks(text: str) -> Iterator[re.Match[str]]:
    """Give each placeholder where it stands in a text; group 1 is its name."""
    return _PLACEHOLDER.finditer(text, 0, READ_MOST)


def emptied(text: str) -> str:
    """Return the text without the names of its placeholders: what it says by itself."""
    return _PLACEHOLDER.sub("{{}}", text[:READ_MOST]) + text[READ_MOST:]


def odd_marks(text: str) -> Iterator[str]:
    """Give what stands in double brackets like a placeholder and is none: ``{{First Name}}``."""
    for found in _BRACED.finditer(text, 0, READ_MOST):
        if not _PLACEHOLDER.fullmatch(found.group()):
            yield found.group()


def value_places(text: str) -> dict[str, int]:
    """Return which value each placeholder takes: by its number, or its place among the names."""
    return {
        name: int(name) - 1 if name.isdigit() else place
        for place, name in enumerate(placeholders(text))
    }


def place_of(name: str, places: Mapping[str, int]) -> int:
    """Return the place of the value that a mark's name takes; `places` are those of its text."""
    return int(name) - 1 if name.isdigit() else places[name]  # 01 is 1


def renamed(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """Return the new name of a placeholder by its old one, where just one has another name."""
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    return {gone[0]: come[0]} if len(gone) == len(come) == 1 else {}


def heirs(before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """Return which new placeholders take the values of those that are gone.

    In their order where as many came as are gone, and else each that came in the very place.
    """
    gone = [name for name in before if name not in after]
    come = [name for name in after if name not in before]
    if len(gone) == len(come):
        return dict(zip(gone, come, strict=True))
    pairs = zip(before, after, strict=False)
    return {old: new for old, new in pairs if old in gone and new in come}


def fill(text: str, values: Sequence[str]) -> list[Piece]:
    """Return a text in pieces with its placeholders filled in.

    ``{{2}}`` takes the second value whatever else the text holds; named placeholders take the
    values in the order of their first appearance. A blank value counts as missing.
    """
    places = value_places(text)
    pieces: list[Piece] = []
    at = 0
    for match in marks(text):
        if match.start() > at:
            pieces.append(Piece(text[at : match.start()], "text"))
        name = match.group(1)
        place = place_of(name, places)
        value = values[place] if 0 <= place < len(values) else ""
        kind: Literal["value", "missing"] = "value" if value else "missing"
        pieces.append(Piece(value or match.group(), kind, name))
        at = match.end()
    if at < len(text):
        pieces.append(Piece(text[at:], "text"))
    return pieces
