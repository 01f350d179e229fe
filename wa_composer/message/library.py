"""What the template library keeps: definitions with where they come from, and their names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wa_composer.message.definition_parts import as_text, keyed
from wa_composer.message.limits import TEMPLATE_NAME_MAX
from wa_composer.message.words import Words, words

Key = tuple[str, str]
"""Name and language, as the library finds a template by them."""

_NAME = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2,3})?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One template in the library; ``definition`` is the object as it was read, untouched.

    ``imported`` and ``edited`` are moments in UTC as ISO 8601, empty where that never happened;
    ``source`` is the name of the file it came from; ``sample`` says that it came with the program.
    ``judged`` is the definition that Meta's status was about, where the one here says another text.
    """

    name: str
    language: str
    definition: Mapping[str, Any]
    imported: str = ""
    edited: str = ""
    source: str = ""
    favourite: bool = False
    sample: bool = False
    judged: Mapping[str, Any] | None = None

    @property
    def key(self) -> Key:
        """Name and language."""
        return self.name, self.language

    @property
    def draft(self) -> bool:
        """Whether no message can use it yet, since its name or language is none."""
        return key_problem(self.name, self.language) is not None


def key_of(definition: object) -> Key:
    """Return the name and language that a raw definition bears; never raises."""
    given = keyed(definition)
    language = given.get("language")
    if isinstance(language, Mapping):
        language = language.get("code")
    return as_text(given.get("name")), as_text(language)


def name_problem(name: str) -> Words | None:
    """Return why this is no name of a template, None when it is one."""
    if not name:
        return words("It has no name.")
    if not _NAME.fullmatch(name):
        return words("A template's name has only small letters a to z, digits and underscores.")
    if len(name) > TEMPLATE_NAME_MAX:
        return words("A template's name has at most {most} characters.", most=TEMPLATE_NAME_MAX)
    return None


def language_problem(code: str) -> Words | None:
    """Return why this is no language code, None when it has the shape of one."""
    if not code:
        return words("It has no language.")
    if not _LANGUAGE.fullmatch(code):
        return words("A language is a code like en or pt_BR.")
    return None


def key_problem(name: str, language: str) -> Words | None:
    """Return why no message can name this template, None when one can."""
    return name_problem(name) or language_problem(language)
