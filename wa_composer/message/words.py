"""Sentences for a person, made where no translator is known and translated at the edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


class _Kept(dict[str, "str | int"]):
    """Arguments of a sentence; a field nobody filled stays visible instead of raising."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence: its English source with ``{named}`` fields, and what goes into them."""

    source: str
    args: Mapping[str, str | int] = field(default_factory=dict)

    def english(self) -> str:
        """Return the sentence in English with its fields filled in."""
        return self.filled(self.source)

    def filled(self, translated: str) -> str:
        """Return a translation of ``source`` with the fields filled in."""
        if not self.args:
            return translated
        return translated.format_map(_Kept(self.args))

    def __str__(self) -> str:
        return self.english()


def words(source: str, **args: str | int) -> Words:
    """Mark a sentence for translation (context ``words``) and bind its arguments."""
    return Words(source, args)
