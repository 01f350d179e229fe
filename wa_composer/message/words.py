"""Sentences for a person, made where no translator is known and translated at the edge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


class _Kept(dict[str, object]):
    """Arguments of a sentence; a field nobody filled stays visible instead of raising."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence: its English source with ``{named}`` fields, and what goes into them.

    An argument may itself be `Words`, the name of a field for instance.
    """

    source: str
    args: Mapping[str, str | int | Words] = field(default_factory=dict)

    def english(self) -> str:
        """Return the sentence in English with its fields filled in."""
        return self.translated(_as_it_is)

    def translated(self, translate: Callable[[str], str]) -> str:
        """Return the sentence with ``translate`` applied to its source and to nested words."""
        if not self.args:
            return translate(self.source)
        filled = {
            name: value.translated(translate) if isinstance(value, Words) else value
            for name, value in self.args.items()
        }
        return translate(self.source).format_map(_Kept(filled))

    def __str__(self) -> str:
        return self.english()


def words(source: str, **args: str | int | Words) -> Words:
    """Mark a sentence for translation (context ``words``) and bind its arguments."""
    return Words(source, args)


def _as_it_is(source: str) -> str:
    return source
