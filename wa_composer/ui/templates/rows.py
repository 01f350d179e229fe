"""What the list of templates shows: one row a name, found by search and filters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wa_composer.message.definition import Definition
from wa_composer.message.library import Entry, Key
from wa_composer.message.standing import standing

EXCERPT_MAX = 160


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
    language: str = ""
    status: str = ""
    favourites: bool = False


EVERYTHING = Wish()


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


def groups(rows: Iterable[Shown]) -> list[Group]:
    """The rows by their names, each name's in the order of its languages; sorted by `order`."""
    found: dict[str, list[Shown]] = {}
    for row in rows:
        found.setdefault(row.key[0], []).append(row)
    made = [
        Group(name, tuple(sorted(members, key=lambda row: row.key)))
        for name, members in found.items()
    ]
    return sorted(made, key=order)


def order(group: Group) -> tuple[bool, str]:
    """Where a group stands: favourites first, then by name."""
    return not group.favourite, group.name


def fitting(found: Iterable[Group], wish: Wish) -> list[Group]:
    """The groups with at least one member that is looked for, without the others, by `order`."""
    if wish == EVERYTHING:
        return list(found)
    words = wish.search.casefold().split()
    made, parted = [], False
    for group in found:
        members = tuple(row for row in group.members if _fits(row, wish, words))
        if len(members) == len(group.members):
            made.append(group)
        elif members:
            made.append(Group(group.name, members))
            parted = True
    return sorted(made, key=order) if parted else made


def _fits(row: Shown, wish: Wish, words: list[str]) -> bool:
    if wish.category and row.category != wish.category:
        return False
    if wish.favourites and not row.favourite:
        return False
    if wish.status and row.status != wish.status:
        return False
    if wish.language and row.key[1] != wish.language:
        return False
    return all(word in row.haystack for word in words)
