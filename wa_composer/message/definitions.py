"""Several template definitions in one value, in whatever wrapping a file has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wa_composer.message.definition import is_definition
from wa_composer.message.definition_parts import as_text, keyed, mappings, printable

DEPTH_MAX = 6
"""Wrappings around a definition that are looked through: a list in a mapping in a mapping..."""
LISTS = ("data", "templates", "message_templates")
WRAPPINGS = ("template", "message_template", "definition")
_REQUEST = {"messages", "message", "phonenumber", "to", "messaging_product", "recipient_type"}
_PARTS = {"header", "body", "footer", "buttons", "components"}
_KEY = re.compile(rf"""["'](?:{"|".join([*LISTS, *WRAPPINGS, *sorted(_PARTS)])})["']\s*:""", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """One definition in a file: the object as it stands there, and where (``data[3]``).

    ``raw`` is untouched, but that a name or a language which only its place in the file tells is
    added to it.
    """

    raw: dict[str, Any]
    path: str


@dataclass(frozen=True, slots=True)
class Definitions:
    """What a value holds: definitions in their order, and the paths of what is none."""

    found: tuple[Found, ...]
    strange: tuple[str, ...] = ()


def read_definitions(raw: object) -> Definitions:
    """Return all definitions in a value: one, a list, ``{"data": [...]}``, a mapping of names.

    Never raises. A mapping may also go from a name to its languages, or to a list of definitions;
    wrappings more than six deep are not looked through and count as strange, and so does a request.
    The path of the whole value is empty.
    """
    found: list[Found] = []
    strange: list[str] = []
    _walk(raw, "", (), DEPTH_MAX, found, strange)
    return Definitions(tuple(found), tuple(strange))


def seem_definitions(text: str) -> bool:
    """Return whether a text is meant as definitions rather than as words to look for.

    Nothing is read yet, so that this is quick with any text; `read_definitions` may find none.
    """
    return text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[") and _KEY.search(text) is not None


def _walk(
    value: object,
    path: str,
    names: tuple[str, ...],
    depth: int,
    found: list[Found],
    strange: list[str],
) -> None:
    """Collect definitions, and the paths of what is none; ``names`` are the keys that lead here."""
    if isinstance(value, Mapping) and _reads(value):
        found.append(Found(_named(value, names), path))
        return
    before, odd = len(found), len(strange)
    for key, item, more in _inside(value) if depth else ():
        _walk(
            item, path + key if path else key.lstrip("."), names + more, depth - 1, found, strange
        )
    if len(found) == before and not isinstance(value, list):
        strange[odd:] = [path]


def _inside(value: object) -> Iterator[tuple[str, object, tuple[str, ...]]]:
    """What a value holds: the end of each path, the thing, and what its place says of its name."""
    if isinstance(value, list):
        yield from ((f"[{place}]", item, ()) for place, item in enumerate(value))
        return
    inside = keyed(value)
    if not inside or _REQUEST & set(inside):
        return
    for key in (*LISTS, *WRAPPINGS):
        if isinstance(inside.get(key), list | Mapping):
            yield f".{key}", inside[key], ()
            return
    assert isinstance(value, Mapping)
    for key, item in value.items():
        if isinstance(item, list | Mapping):
            name = printable(str(key))
            yield f".{name}", item, (name,)


def _reads(value: Mapping[str, Any]) -> bool:
    """Whether this is a definition, if maybe an incomplete one, and not a message."""
    if is_definition(value):
        return True
    given = keyed(value)
    if any("parameters" in part for part in mappings(given.get("components"))):
        return False
    if isinstance(given.get("language"), Mapping):  # as in a message; a definition has a text
        return False
    if "name" in given and as_text(given["name"]):
        return bool(_PARTS & set(given)) or ("language" in given and "category" in given)
    plain = {key for key in ("header", "body", "footer") if isinstance(given.get(key), str)}
    return "language" in given and bool(plain or "components" in given)


def _named(value: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """The definition with what its place in the file tells of its name and language."""
    given = keyed(value)
    added: dict[str, Any] = {}
    rest = list(names)
    if "name" not in given and rest:
        added["name"] = rest.pop(0)
    elif rest and rest[0] == given.get("name"):
        rest.pop(0)
    if "language" not in given and rest:
        added["language"] = rest[-1]
    return {**added, **value} if added else dict(value)
