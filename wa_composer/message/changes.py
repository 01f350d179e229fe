"""What is different between two definitions of a template, part by part."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wa_composer.message.definition import Definition, DefinitionButton, read_definition
from wa_composer.message.definition_parts import (
    PARTS,
    as_text,
    components_of,
    keyed,
    printable,
)
from wa_composer.message.words import Words, words

SHOWN_MAX = 400
"""Characters of a part that nothing better is known of than its JSON."""
_KINDS = {"type", "format", "category", "status", "parameter_format", "otp_type"}
_NAMES = {
    "header": words("Header"),
    "body": words("Body"),
    "footer": words("Footer"),
    "buttons": words("Buttons"),
    "components": words("Other components"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One part that differs: what it is called, and how it reads before and after."""

    part: Words
    before: str
    after: str


def changes(before: object, after: object) -> tuple[Change, ...]:
    """Return how one raw definition differs from another, empty when they say the same.

    Letter case of keys and kinds, and the order of keys, make no difference.
    """
    if before == after:
        return ()
    return tuple(_changes(before, after))


def _changes(before: object, after: object) -> Iterator[Change]:
    old, new = read_definition(before), read_definition(after)
    plain = [
        (words("Category"), old.category, new.category),
        (words("Status"), old.status, new.status),
        (words("Header"), header_line(old), header_line(new)),
        (words("Body"), old.body, new.body),
        (words("Footer"), old.footer, new.footer),
    ]
    said = set()
    for part, was, now in plain:
        if was != now:
            said.add(part.source.lower())
            yield Change(part, was, now)
    for place in range(max(len(old.buttons), len(new.buttons))):
        was, now = button_line(old, place), button_line(new, place)
        if was != now:
            said.add("buttons")
            yield Change(words("Button {number}", number=place + 1), was, now)
    if old.examples != new.examples:
        said.update(PARTS)
        yield Change(words("Examples"), _listed(old.examples), _listed(new.examples))
    yield from _others(keyed(before), keyed(after), said)


def fingerprint(definition: object) -> str:
    """Return a text that is the same for definitions of the same contents."""
    return json.dumps(_canonical(definition), sort_keys=True, default=str)


def header_line(made: Definition) -> str:
    """Return a header in one line: its text, or its format in capitals."""
    if made.header_format is None:
        return ""
    return made.header_text if made.header_format == "text" else made.header_format.upper()


def button_line(made: Definition, place: int) -> str:
    """Return a button in one line, empty where the template has none there."""
    if place >= len(made.buttons):
        return ""
    button: DefinitionButton = made.buttons[place]
    kind = button.kind.upper()
    return "  ".join(filter(None, (button.label, kind, button.url, button.phone_number)))


def _others(old: dict[str, Any], new: dict[str, Any], said: set[str]) -> Iterator[Change]:
    """What the picture does not tell: everything else in the object, compared as JSON."""
    was, now = _parts(old), _parts(new)
    for name in dict.fromkeys([*was, *now]):
        # A part that is said already to have changed need not be said again in JSON.
        if name not in said and was.get(name) != now.get(name):
            part = _NAMES.get(name) or words("{part}", part=name)
            yield Change(part, _json(was.get(name)), _json(now.get(name)))


def _parts(given: dict[str, Any]) -> dict[str, object]:
    known, _others = components_of(given)
    found: dict[str, object] = {name: known.get(name) for name in PARTS}
    rest = [part for part in _listed_components(given) if _kind(part) not in known]
    found["components"] = rest or None
    left = ("components", "name", "language", "category", "status", *known)
    found.update({printable(key): value for key, value in given.items() if key not in left})
    return {name: _canonical(value) for name, value in found.items()}


def _listed_components(given: dict[str, Any]) -> list[Any]:
    listed = given.get("components")
    return listed if isinstance(listed, list) else []


def _kind(component: object) -> str:
    return as_text(keyed(component).get("type")).strip().lower()


def _canonical(value: object, key: str = "") -> object:
    """The value with keys in small letters and kinds in capitals, all the way down."""
    if isinstance(value, Mapping):
        return {name: _canonical(item, name) for name, item in keyed(value).items()}
    if isinstance(value, list | tuple):
        return [_canonical(item) for item in value]
    return value.upper() if key in _KINDS and isinstance(value, str) else value


def _listed(examples: Mapping[str, str]) -> str:
    return "\n".join(f"{name}: {text}" for name, text in examples.items())


def _json(value: object) -> str:
    if value is None:
        return ""
    text = printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= SHOWN_MAX else text[: SHOWN_MAX - 1] + "…"
