"""What an import would do to the library, as a value: nothing is read or written here."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from wa_composer.message.changes import Change, changes
from wa_composer.message.definition import read_definition
from wa_composer.message.definitions import Definitions, Found
from wa_composer.message.fit import Break, Saved, breaks
from wa_composer.message.library import Entry, Key, key_of, key_problem
from wa_composer.message.nameless import Nameless
from wa_composer.message.words import Words

Kind = Literal["new", "draft", "equal", "different", "twice"]


@dataclass(frozen=True, slots=True)
class Item:
    """One definition of the import.

    ``new``: it is added, maybe in the place of a ``sample`` that is shipped (``changes``,
    ``breaks``). ``draft``: added, but no message can name it (``why``). ``equal``: nothing to do.
    ``different``: the library has it with other contents (``changes``, ``breaks``), and only
    replacing takes it. ``twice``: the import has it before, ``first``, with other contents; never
    taken. An ``equal`` or ``different`` one with a ``first`` is compared with that one.
    """

    kind: Kind
    name: str
    language: str
    definition: Mapping[str, Any]
    source: str
    path: str
    changes: tuple[Change, ...] = ()
    breaks: tuple[Break, ...] = ()
    why: Words | None = None
    first: Item | None = None
    sample: bool = False

    @property
    def key(self) -> Key:
        """Name and language."""
        return self.name, self.language

    @property
    def again(self) -> Item | None:
        """The one of the import that it is equal to; None where the library has its like."""
        one: Item | None = self
        while one is not None and one.kind == "equal":
            one = one.first
        return one if self.kind == "equal" else None


@dataclass(frozen=True, slots=True)
class Plan:
    """All items in the order of the files, and what in them was no definition: file and place.

    ``before`` is what the library had under the names of the items, as they were compared with it.
    """

    items: tuple[Item, ...]
    strange: tuple[tuple[str, str], ...] = ()
    before: Mapping[Key, Entry] = field(default_factory=dict)

    def of(self, *kinds: Kind) -> tuple[Item, ...]:
        """The items of these kinds."""
        return tuple(item for item in self.items if item.kind in kinds)

    @property
    def left_alone(self) -> tuple[Item, ...]:
        """What an import without replacing leaves as it is, though it differs."""
        return self.of("different", "twice")


def plan(
    known: Mapping[Key, Entry],
    files: Sequence[tuple[str, Definitions]],
    saved: Sequence[Saved] = (),
    replacing: bool = False,
    samples: Mapping[Key, Entry] | None = None,
) -> Plan:
    """Return what importing the files, each with its name, into a library would do.

    ``saved`` are the messages being written, to say which of them would no longer fit; ``samples``
    are those of the library, which gives way to what is imported. When all is replaced that
    differs, a file is compared with what the files before it have put there.
    """
    now = dict(known)
    earlier: dict[Key, Item] = {}  # taken, or to be chosen, from the files before
    put: dict[Key, Item] = {}  # what of the import the library is taken to have by now
    nameless = Nameless(now)
    items: list[Item] = []
    strange: list[tuple[str, str]] = []
    for source, definitions in files:
        here = dict(earlier)
        for found in definitions.found:
            item = _item(found, source, now, here, saved, nameless, samples or {})
            if item.kind in ("equal", "different") and item.first is None:
                item = replace(item, first=put.get(item.key))
            items.append(item)
            here.setdefault(item.key, item)
            if item.kind in ("new", "different") and not replacing:
                earlier.setdefault(item.key, item)
            if item.kind in ("new", "draft") or (replacing and item.kind == "different"):
                now[item.key] = _entry(item, None, "")
                put[item.key] = item
        strange += [(source, path) for path in definitions.strange]
    before = {item.key: known[item.key] for item in items if item.key in known}
    return Plan(tuple(items), tuple(strange), before)


def taken(
    plan: Plan, known: Mapping[Key, Entry], moment: str, replacing: Collection[Key] | bool = False
) -> tuple[Entry, ...]:
    """Return the entries that the import adds, or puts in place of others, at a moment (ISO 8601).

    ``replacing`` is True for all that differs, or the keys that may be replaced. What is replaced
    stays a favourite; what changed since the plan was made is left alone, see `changed_since`.
    """
    made = {
        item.key: _entry(item, known.get(item.key), moment)
        for item in _wanted(plan, replacing)
        if _is_as_planned(plan, known, item.key)
    }
    return tuple(made.values())


def changed_since(
    plan: Plan, known: Mapping[Key, Entry], replacing: Collection[Key] | bool = False
) -> tuple[Key, ...]:
    """Return what `taken` leaves alone, since the library has it otherwise than when compared."""
    wanted = {item.key: item.definition for item in _wanted(plan, replacing)}
    return tuple(
        key
        for key, definition in wanted.items()
        if not _is_as_planned(plan, known, key) and known[key].definition != definition
    )


def _wanted(plan: Plan, replacing: Collection[Key] | bool) -> Iterator[Item]:
    for item in plan.items:
        allowed = replacing if isinstance(replacing, bool) else item.key in replacing
        if item.kind in ("new", "draft") or (item.kind == "different" and allowed):
            yield item


def _is_as_planned(plan: Plan, known: Mapping[Key, Entry], key: Key) -> bool:
    then, now = plan.before.get(key), known.get(key)
    if now is None:
        return True  # nothing is there to be lost
    return then is not None and then.definition == now.definition


def _item(
    found: Found,
    source: str,
    now: Mapping[Key, Entry],
    here: Mapping[Key, Item],
    saved: Sequence[Saved],
    nameless: Nameless,
    samples: Mapping[Key, Entry],
) -> Item:
    name, language = key = key_of(found.raw)
    why = key_problem(name, language)
    if why is not None:
        known, key = nameless.place(key, found.raw)
        return Item("equal" if known else "draft", *key, found.raw, source, found.path, why=why)
    before = now.get(key)
    base = Item("new", name, language, found.raw, source, found.path)
    if key in here:
        different = changes(here[key].definition, found.raw)
        kind: Kind = "twice" if different else "equal"
        return replace(base, kind=kind, changes=different, first=here[key])
    there = before or samples.get(key)
    if there is None:
        return base
    different = changes(there.definition, found.raw)
    broken = _breaks(key, there.definition, found.raw, saved) if different else ()
    if before is None:
        return replace(base, sample=True, changes=different, breaks=broken)
    if not different:
        return replace(base, kind="equal")
    return replace(base, kind="different", changes=different, breaks=broken)


def _entry(item: Item, before: Entry | None, moment: str) -> Entry:
    favourite = before is not None and before.favourite
    return Entry(item.name, item.language, item.definition, moment, "", item.source, favourite)


def _breaks(key: Key, before: object, after: object, saved: Sequence[Saved]) -> tuple[Break, ...]:
    mine = [one for one in saved if (one.message.name, one.message.language_code) == key]
    return breaks(mine, read_definition(before), read_definition(after)) if mine else ()
