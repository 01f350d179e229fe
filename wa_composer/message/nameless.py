"""Definitions that have no proper name yet, told apart by what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wa_composer.message.changes import fingerprint
from wa_composer.message.library import Entry, Key, key_of


class Nameless:
    """A placeholder for a name tells two templates not apart: those that differ all stay."""

    def __init__(self, known: Mapping[Key, Entry]) -> None:
        self._taken = set(known)
        self._next: dict[Key, int] = {}
        drafts = (entry for entry in known.values() if entry.draft)
        self._seen = {_print(entry.definition): entry.key for entry in drafts}

    def place(self, wanted: Key, definition: Mapping[str, Any]) -> tuple[bool, Key]:
        """Return whether it is there already, and the key that it has or gets."""
        mark = _print(definition)
        if mark in self._seen:
            return True, self._seen[mark]
        key, number = wanted, self._next.get(wanted, 1)
        while key in self._taken:
            number += 1
            key = (f"{wanted[0]} ({number})", wanted[1])
        self._next[wanted] = number
        self._taken.add(key)
        self._seen[mark] = key
        return False, key


def _print(definition: Mapping[str, Any]) -> tuple[Key, str]:
    return key_of(definition), fingerprint(definition)
