"""The wording of known templates, and the placeholders in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_MARKS = re.compile(
    r"```|(?<![^\W_])[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?![^\W_])|^[ \t]*(?:[*-]|>)[ \t]+", re.MULTILINE
)
"""Signs of formatting at the edge of a word, and those that begin an item of a list or a quote."""
_BEFORE, _AFTER = 28, 28
_ENDS = " \n\t.,;:!?)*_~"


def surroundings(text: str) -> dict[str, str]:
    """For the name of each placeholder, the words around it where it stands first, in one line.

    Marks of formatting are left out, as they are where the text is read.
    """
    text = _MARKS.sub("", text)
    first: dict[str, str] = {}
    found = list(_PLACEHOLDER.finditer(text))
    for at, match in enumerate(found):
        if match[1] not in first:
            begin = found[at - 1].end() if at else 0
            end = found[at + 1].start() if at + 1 < len(found) else len(text)
            first[match[1]] = _around(text, match, begin, end)
    return first


def excerpts(text: str) -> list[str]:
    """For each placeholder, in the order of its value, the words around it.

    Numbered placeholders come in the order of their numbers, named ones in that of the text.
    """
    first = surroundings(text)
    if first and all(name.isdecimal() for name in first):
        return [first[name] for name in sorted(first, key=int)]
    return list(first.values())


def _around(text: str, match: re.Match[str], begin: int, last: int) -> str:
    """The words around a placeholder, as far as the ones beside it."""
    start, end = max(begin, match.start() - _BEFORE), min(last, match.end() + _AFTER)
    before, after = text[start : match.start()], text[match.end() : end]
    if start > begin:
        before = "…" + before.partition(" ")[2] if " " in before else "…" + before
    elif begin:
        before = "… " + before.lstrip(_ENDS)
    if end < last:
        after = after.rpartition(" ")[0] + "…" if " " in after else after + "…"
    elif last < len(text):
        after = after.rstrip() + " …"
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
