"""What the list of templates shows: one row a name, found by search and filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wa_composer.message.definition import Definition
from wa_composer.message.library import Entry, Key
from wa_composer.message.standing import standing

EXCERPT_MAX = 160
FEW = 20
"""Changed names that are put in their places one by one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One template as the list knows it."""

    key: Key
    category: str
    status: str
    text: str
    haystack: str
    favourite: bool
    sample: bool
    draft: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The templates of one name, one for each language."""

    name: str
    members: tuple[Shown, ...]

    @property
    def favourite(self) -> bool:
        """Whether one of them is a favourite."""
        return any(member.favourite for member in self.members)

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes it exists in."""
        return tuple(member.key[1] for member in self.members)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; an empty part asks nothing."""

    search: str = ""
    category: str = ""
    status: str = ""
    language: str = ""


def shown(entry: Entry, made: Definition) -> Shown:
    """The row of one entry, whose definition was read."""
    plain = [made.header_text, made.body, made.footer, *(each.label for each in made.buttons)]
    text = " ".join(made.body[: EXCERPT_MAX * 2].split())[:EXCERPT_MAX]
    return Shown(
        key=entry.key,
        category=made.category,
        status=standing(entry),
        text=text or " ".join(" ".join(plain)[: EXCERPT_MAX * 2].split())[:EXCERPT_MAX],
        haystack="\n".join([entry.name, *plain]).casefold(),
        favourite=entry.favourite,
        sample=entry.sample,
        draft=entry.draft,
    )


def groups(rows: Iterable[Shown], wish: Wish = Wish()) -> list[Group]:
    """The groups with at least one template that is looked for: favourites first, then by name."""
    words = wish.search.casefold().split()
    found: dict[str, list[Shown]] = {}
    for row in rows:
        if _fits(row, wish, words):
            found.setdefault(row.key[0], []).append(row)
    made = [Group(name, tuple(members)) for name, members in found.items()]
    return sorted(made, key=_order)


class Grouping:
    """All groups in their order; a row that is the same object as before is not grouped again."""

    def __init__(self) -> None:
        self.rows: Sequence[Shown] = ()
        self.groups: Sequence[Group] = ()

    def take(self, rows: Sequence[Shown]) -> None:
        """Group these rows."""
        before, self.rows = self.rows, rows
        fresh = {new.key[0] for old, new in zip(before, rows, strict=False) if old is not new}
        if len(before) != len(rows) or len(fresh) > FEW:
            self.groups = groups(rows)
        elif fresh:
            pairs = zip(before, rows, strict=True)
            names = fresh | {old.key[0] for old, new in pairs if old is not new}
            kept = [group for group in self.groups if group.name not in names]
            made = groups(row for row in rows if row.key[0] in names)
            self.groups = sorted([*kept, *made], key=_order)

    def found(self, wish: Wish) -> list[Group]:
        """The groups with at least one template that is looked for, in the order of `groups`."""
        if wish == Wish():
            return list(self.groups)
        words = wish.search.casefold().split()
        made, parted = [], False
        for group in self.groups:
            members = tuple(row for row in group.members if _fits(row, wish, words))
            if len(members) == len(group.members):
                made.append(group)
            elif members:
                made.append(Group(group.name, members))
                parted = True
        return sorted(made, key=_order) if parted else made


def _order(group: Group) -> tuple[bool, str]:
    return not group.favourite, group.name


def choices(rows: Sequence[Shown], part: str) -> list[str]:
    """The categories, states or languages that there are."""
    if part == "language":
        return sorted({row.key[1] for row in rows if row.key[1]})
    return sorted({str(getattr(row, part)) for row in rows if getattr(row, part)})


def _fits(row: Shown, wish: Wish, words: list[str]) -> bool:
    if wish.category and row.category != wish.category:
        return False
    if wish.status and row.status != wish.status:
        return False
    if wish.language and row.key[1] != wish.language:
        return False
    return all(word in row.haystack for word in words)
