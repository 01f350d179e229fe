"""What the list of templates shows: one row a name, found by search and filters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
    return sorted(made, key=lambda group: (not group.favourite, group.name))


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
