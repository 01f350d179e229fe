"""The wording of known templates, and the placeholders in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from wa_composer.message.placeholders import (
    PLACEHOLDER,
    READ_MOST,
    marks,
    place_of,
    value_places,
)
from wa_composer.message.slots import value_names

_MARKS = r"```|(?<![^\W_])[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?![^\W_])|^[ \t]*(?:[*-]|>)[ \t]+"
"""Signs of formatting at the edge of a word, and those that begin an item of a list or a quote."""
_HELD_OR_MARK = re.compile(f"{PLACEHOLDER}|{_MARKS}", re.MULTILINE)
_BEFORE, _AFTER = 28, 28
_ENDS = " \n\t.,;:!?)*_~"


def excerpts(text: str) -> list[str]:
    """For each value that a text takes, the words around its placeholder where it stands first.

    They are one line, without marks of formatting, as they are where the text is read. "" for a
    value that no placeholder asks for: of 1 and 3, the second.
    """
    places = value_places(text)
    plain = _unmarked(text[:READ_MOST])
    found = [one for one in marks(plain) if one[1].isdigit() or one[1] in places]
    first: dict[int, str] = {}
    for at, match in enumerate(found):
        place = place_of(match[1], places)
        if place not in first:
            begin = found[at - 1].end() if at else 0
            end = found[at + 1].start() if at + 1 < len(found) else len(plain)
            first[place] = _around(plain, match, begin, end)
    return [first.get(place, "") for place in range(len(value_names(text)))]


def _unmarked(text: str) -> str:
    """The text without marks of formatting; a placeholder's name may hold what looks like one."""
    return _HELD_OR_MARK.sub(lambda found: found[0] if found[1] else "", text)


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


def hints(text: str, count: int | None) -> list[str] | None:
    """For each of `count` values the words around it, None being as many as the text takes.

    None where neither a text is known nor how many values there are.
    """
    found = excerpts(text)
    if count is None:
        return found if text else None
    return [*found, *[""] * count][:count]


class Wordings:
    """Known templates by name and language."""

    def __init__(self) -> None:
        self._texts: dict[str, dict[str, str]] = {}

    def replace(self, templates: Iterable[tuple[str, str, str]]) -> None:
        """Know these (name, language code, text of the body) and no others."""
        self._texts = {}
        for name, language, text in templates:
            self._texts.setdefault(name, {})[language] = text

    def change(self, texts: Mapping[tuple[str, str], str | None]) -> bool:
        """Know these otherwise, None for one that is gone; whether other names are known then."""
        names = False
        for (name, language), text in texts.items():
            if self.text(name, language) == text:
                continue
            if text is not None:
                names = names or name not in self._texts
                self._texts.setdefault(name, {})[language] = text
                continue
            del self._texts[name][language]
            if not self._texts[name]:
                del self._texts[name]
                names = True
        return names

    def names(self) -> list[str]:
        """The names in order, each once."""
        return sorted(self._texts)

    def languages(self, name: str) -> list[str]:
        """The codes that a template is known in, in order."""
        return sorted(self._texts.get(name, ()))

    def text(self, name: str, language: str) -> str | None:
        """The wording, or None where it is not known."""
        return self._texts.get(name, {}).get(language)
