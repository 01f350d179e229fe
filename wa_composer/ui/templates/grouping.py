"""The list of templates kept in order while single ones change, so that ten thousand are quick."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wa_composer.message.library import Key
from wa_composer.ui.templates.rows import Group, Shown, Wish, fitting, groups, order

PARTS = ("category", "language", "status")


@dataclass(frozen=True, slots=True)
class Step:
    """One group of the list put in another place, or into or out of it, or shown anew.

    ``old`` and ``new`` are its rows before and after, -1 for none; each is counted in the list
    without it.
    """

    old: int
    new: int
    group: Group | None


class _Ordered:
    """Groups by `order`, each found by its name without going through the others."""

    def __init__(self, listed: list[Group]) -> None:
        self.list = listed
        self.named = {group.name: group for group in listed}

    def place(self, name: str) -> int:
        """The row of a name, -1 when there is none."""
        group = self.named.get(name)
        return -1 if group is None else bisect_left(self.list, order(group), key=order)

    def replace(self, name: str, group: Group | None) -> Step | None:
        """Put a group in the place of the one of that name; None when nothing came of it."""
        old, new = self.place(name), -1
        if old >= 0:
            del self.list[old]
        if group is None:
            self.named.pop(name, None)
            return Step(old, -1, None) if old >= 0 else None
        new = bisect_left(self.list, order(group), key=order)
        self.list.insert(new, group)
        self.named[name] = group
        return Step(old, new, group)


class Grouping:
    """All groups and those that are looked for, each in its order; favourites first, then by name.

    `take` goes through all rows and may do so on any thread before it is shown. `change` goes
    through those of the names that changed, and no others.
    """

    def __init__(self, rows: Iterable[Shown] = ()) -> None:
        self.wish = Wish()
        self.take(rows)

    @property
    def found(self) -> list[Group]:
        """What is looked for."""
        return self._found.list

    def take(self, rows: Iterable[Shown]) -> None:
        """Group these rows, and look for the same as before."""
        listed = list(rows)
        self.rows = {row.key: row for row in listed}
        self._all = _Ordered(groups(listed))
        self._values = {part: Counter(value(row, part) for row in listed) for part in PARTS}
        self.look(self.wish)

    def look(self, wish: Wish) -> None:
        """Look for something else among all."""
        self.wish = wish
        self._found = _Ordered(fitting(self._all.list, wish))

    def change(self, rows: Mapping[Key, Shown | None]) -> list[Step]:
        """Take over single rows, None for one that is gone; what becomes of `found`, in steps."""
        by_name: dict[str, dict[Key, Shown | None]] = {}
        for key, row in rows.items():
            if self.rows.get(key) != row:
                by_name.setdefault(key[0], {})[key] = row
        return [step for name, own in by_name.items() if (step := self._regroup(name, own))]

    def group(self, name: str) -> Group | None:
        """All of one name, whatever is looked for."""
        return self._all.named.get(name)

    def place(self, name: str) -> int:
        """The row of a name in what is found, -1 when it is not."""
        return self._found.place(name)

    def choices(self, part: str) -> list[str]:
        """The categories, languages or states that there are."""
        return sorted(one for one, count in self._values[part].items() if one and count)

    # Private

    def _regroup(self, name: str, changed: Mapping[Key, Shown | None]) -> Step | None:
        before = self.group(name)
        members = {row.key: row for row in before.members} if before is not None else {}
        for key, row in changed.items():
            self._count(self.rows.pop(key, None), -1)
            self._count(row, 1)
            members.pop(key, None)
            if row is not None:
                self.rows[key] = members[key] = row
        group = Group(name, tuple(members[key] for key in sorted(members))) if members else None
        self._all.replace(name, group)
        fits = fitting([group], self.wish) if group is not None else []
        return self._found.replace(name, fits[0] if fits else None)

    def _count(self, row: Shown | None, by: int) -> None:
        if row is not None:
            for part in PARTS:
                self._values[part][value(row, part)] += by


def value(row: Shown, part: str) -> str:
    """What a filter goes by."""
    return row.key[1] if part == "language" else str(getattr(row, part))
