"""Changes of the window and of others to the same templates, brought together without a loss."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from wa_composer.message.library import Entry, Key

There = Callable[[str, str], Entry | None]


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What waits to be written, and for each of it what the window saw in its place before."""

    put: tuple[Entry, ...]
    drop: tuple[Key, ...]
    base: Mapping[Key, Entry | None] = field(default_factory=dict)


def settled(unsaved: Unsaved, there: There) -> tuple[list[Entry], list[Key]]:
    """Return what to put and to drop, given what is there now.

    A text that the window never saw gives up its place, but stays under "name (2)"; it is not
    dropped.
    """
    put = {entry.key: entry for entry in unsaved.put}
    made: dict[Key, Entry] = {}
    for key, entry in put.items():
        now, base = there(*key), unsaved.base.get(key)
        if now is None or _same(now, base) or _same(now, entry):
            made[key] = entry
        elif _same(entry, base):  # the window changed no word of it
            made[key] = replace(now, favourite=entry.favourite)
        else:
            aside = _free(key, {*put, *made}, there)
            made[aside] = replace(now, name=aside[0], sample=False)
            made[key] = entry
    drop = [key for key in unsaved.drop if key in put or _may_go(key, unsaved, there)]
    return list(made.values()), drop


def _may_go(key: Key, unsaved: Unsaved, there: There) -> bool:
    now = there(*key)
    return now is None or _same(now, unsaved.base.get(key))


def _same(one: Entry, other: Entry | None) -> bool:
    return other is not None and one.definition == other.definition


def _free(key: Key, taken: set[Key], there: There) -> Key:
    number, free = 2, (f"{key[0]} (2)", key[1])
    while free in taken or there(*free) is not None:
        number += 1
        free = (f"{key[0]} ({number})", key[1])
    return free
