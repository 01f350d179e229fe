"""What is different between two definitions of a template, part by part."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wa_composer.message.definition import Definition, DefinitionButton, read_definition
from wa_composer.message.definition_parts import (
    LOOSE_BUTTONS,
    PARTS,
    as_text,
    components_of,
    keyed,
    printable,
)
from wa_composer.message.definition_shape import editable
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
_FORMATS = {
    "image": words("Image"),
    "video": words("Video"),
    "document": words("Document"),
    "location": words("Location"),
}
_BUTTONS = {
    "quick_reply": words("Quick reply"),
    "url": words("Link"),
    "phone_number": words("Phone number"),
    "copy_code": words("Copy code"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One part that differs: what it is called, and how it reads before and after."""

    part: Words
    before: str | Words
    after: str | Words


def changes(before: object, after: object) -> tuple[Change, ...]:
    """Return how one raw definition differs from another, empty when they say the same.

    Letter case of keys and kinds, the order of keys, and whether the components are a list or a
    mapping, make no difference.
    """
    if before == after:
        return ()
    old, new = _plain(before), _plain(after)
    found = tuple(_changes(old, new))
    if found or fingerprint(old) == fingerprint(new):
        return found
    return (Change(_NAMES["components"], _json(old["components"]), _json(new["components"])),)


def contents(definition: object) -> tuple[Change, ...]:
    """Return every part of a raw definition, as what differs from an empty one."""
    return tuple(_changes(_plain({}), _plain(definition)))


def _changes(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    old, new = read_definition(before), read_definition(after)
    plain = [
        (words("Category"), old.category.capitalize(), new.category.capitalize()),
        (words("Status"), old.status.capitalize(), new.status.capitalize()),
        (words("Header"), _header(old), _header(new)),
        (words("Body"), old.body, new.body),
        (words("Footer"), old.footer, new.footer),
    ]
    said = set()
    for part, was, now in plain:
        if was != now:
            said.add(part.source.lower())
            yield Change(part, was, now)
    for place in range(max(len(old.buttons), len(new.buttons))):
        for change in _button_changes(place, old.buttons, new.buttons):
            said.add("buttons")
            yield change
    for name in dict.fromkeys([*old.examples, *new.examples]):
        was, now = old.examples.get(name, ""), new.examples.get(name, "")
        if was != now:
            said.update(PARTS)
            yield Change(example_name(name), was, now)
    yield from _others(keyed(before), keyed(after), said)


def example_name(name: str) -> Words:
    """Return what an example is called, given its name in `Definition.examples`."""
    part, _, rest = name.partition(":")
    if part == "header":
        shown = f"{{{{{rest}}}}}"
        return words("Header example {name}", name=shown) if rest else words("Header example")
    if part == "button" and rest.isdigit():
        return words("Button {number} example", number=int(rest) + 1)
    return words("Example for {name}", name=f"{{{{{name}}}}}")


def fingerprint(definition: object) -> str:
    """Return a text that is the same for definitions of the same contents."""
    return json.dumps(_canonical(definition), sort_keys=True, default=str)


def _header(made: Definition) -> str | Words:
    """A header in a word or a line: its text, or what it shows."""
    form = made.header_format or ""
    if form in ("", "text"):
        return made.header_text
    return _FORMATS.get(form) or form.capitalize()


def _button_changes(
    place: int, old: Sequence[DefinitionButton], new: Sequence[DefinitionButton]
) -> Iterator[Change]:
    number = place + 1
    if place >= len(old) or place >= len(new):
        was, now = (_button(each[place : place + 1]) for each in (old, new))
        yield Change(words("Button {number}", number=number), was, now)
        return
    one, other = old[place], new[place]
    facets = [
        (words("Button {number} kind", number=number), _kind_of(one), _kind_of(other)),
        (words("Button {number} text", number=number), one.label, other.label),
        (words("Button {number} link", number=number), one.url, other.url),
        (
            words("Button {number} phone number", number=number),
            one.phone_number,
            other.phone_number,
        ),
    ]
    yield from (Change(part, was, now) for part, was, now in facets if was != now)


def _button(there: Sequence[DefinitionButton]) -> str | Words:
    """A whole button in one line, empty where the template has none there."""
    if not there:
        return ""
    (one,) = there
    facts = {"label": one.label, "kind": _kind_of(one), "link": one.url, "phone": one.phone_number}
    given = {name: fact for name, fact in facts.items() if fact}
    return Words(" · ".join("{" + name + "}" for name in given), given)


def _kind_of(button: DefinitionButton) -> str | Words:
    return _BUTTONS.get(button.kind) or button.kind.replace("_", " ").capitalize()


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
    found["components"] = _unknown(given) or None
    left = ("components", "name", "language", "category", "status", *known)
    found.update({printable(key): value for key, value in given.items() if key not in left})
    return {name: _canonical(value) for name, value in found.items()}


def _unknown(given: dict[str, Any]) -> list[object]:
    """The components that are neither drawn nor told otherwise: other kinds, and second ones."""
    seen: set[str] = set()
    rest: list[object] = []
    for component in given["components"]:
        kind = as_text(keyed(component).get("type")).strip().lower()
        if kind in PARTS and kind not in seen:
            seen.add(kind)
        elif kind not in LOOSE_BUTTONS:  # they are told with the buttons
            rest.append(component)
    return rest


def _plain(definition: object) -> dict[str, Any]:
    """The definition in the editor's form, which has a list of components."""
    given = definition if isinstance(definition, Mapping) else {}
    return {"components": [], **editable(given)}


def _canonical(value: object, key: str = "") -> object:
    """The value with keys in small letters and kinds in capitals, all the way down."""
    if isinstance(value, Mapping):
        return {name: _canonical(item, name) for name, item in keyed(value).items()}
    if isinstance(value, list | tuple):
        return [_canonical(item) for item in value]
    return value.upper() if key in _KINDS and isinstance(value, str) else value


def _json(value: object) -> str:
    if value is None:
        return ""
    text = printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= SHOWN_MAX else text[: SHOWN_MAX - 1] + "…"
