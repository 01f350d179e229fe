"""The wording of known templates, and the placeholders in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_BEFORE, _AFTER = 28, 28


def surroundings(text: str) -> dict[str, str]:
    """For the name of each placeholder, the words around it where it stands first."""
    first: dict[str, str] = {}
    for match in _PLACEHOLDER.finditer(text):
        first.setdefault(match[1], _around(text, match))
    return first


def excerpts(text: str) -> list[str]:
    """For each placeholder, in the order of its value, the words around it.

    Numbered placeholders come in the order of their numbers, named ones in that of the text.
    """
    first = surroundings(text)
    if first and all(name.isdecimal() for name in first):
        return [first[name] for name in sorted(first, key=int)]
    return list(first.values())


def _around(text: str, match: re.Match[str]) -> str:
    start, end = max(0, match.start() - _BEFORE), min(len(text), match.end() + _AFTER)
    before, after = text[start : match.start()], text[match.end() : end]
    if start > 0:
        before = "…" + before.partition(" ")[2] if " " in before else "…" + before
    if end < len(text):
        after = after.rpartition(" ")[0] + "…" if " " in after else after + "…"
    return " ".join(f"{before}{match[0]}{after}".split())


class Wordings:
    """Known templates by name and language."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], str] = {}

    def replace(self, templates: Sequence[tuple[str, str, str]]) -> None:
        """Know these (name, language code, text of the body) and no others."""
        self._texts = {(name, language): text for name, language, text in templates}

    def keep(self, name: str, language: str, text: str) -> None:
        """Know one more, or know it better."""
        self._texts[name, language] = text

    def names(self) -> list[str]:
        """The names in order, each once."""
        return sorted({name for name, _language in self._texts})

    def languages(self, name: str) -> list[str]:
        """The codes that a template is known in."""
        return [language for known, language in self._texts if known == name]

    def text(self, name: str, language: str) -> str | None:
        """The wording, or None where it is not known."""
        return self._texts.get((name, language))
