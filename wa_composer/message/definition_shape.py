"""A raw definition in the plain shape that an editor can change, with nothing lost."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from wa_composer.message.definition_parts import PARTS, flat, keyed, listed_parts, mappings
from wa_composer.message.library import key_of

_TOP = ("name", "language", "category", "status", "parameter_format", "components")
_PART = ("type", "format", "text", "example", "buttons", "url", "phone_number")
_BODY = ("body_text", "body_text_named_params")
_HEADER = ("header_text", "header_text_named_params", "header_handle")
KEYS = frozenset((*_TOP, *_PART, *_BODY, *_HEADER))
"""What an editor reads and writes: another letter case is the same key, as `keyed` has it."""


def blank_definition(name: str = "", language: str = "en") -> dict[str, Any]:
    """Return the definition that an editor begins with."""
    body = {"type": "BODY", "text": ""}
    return {"name": name, "language": language, "category": "UTILITY", "components": [body]}


def editable(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy whose components are a list of objects that say their type.

    A definition of that shape comes back as it is, with its known keys in small letters; of
    another one the parts are put in a list, and what is no part of a template goes along untouched.
    """
    raw = _in_small_letters(raw)
    if _is_plain(raw):
        return deepcopy(raw)
    given = keyed(raw)
    name, language = key_of(raw)
    components = []
    for kind, component in listed_parts(given):
        rest = {key: value for key, value in component.items() if key != "type"}
        if kind == "buttons":
            rest["buttons"] = [*mappings(rest.get("buttons")), *_strays(rest.get("buttons"))]
        if kind != "components" or rest:  # else it is no object, or says nothing
            components.append({"type": kind.upper(), **rest})
    components += _strays(given.get("components"))
    moved = {"name", "language", "components"}
    if "components" not in given:
        moved |= set(PARTS)
    others = {key: value for key, value in given.items() if key not in moved}
    return deepcopy({"name": name, "language": language, **others, "components": components})


def _strays(listed: object) -> list[Any]:
    """What stands among parts, or buttons, and is none: it goes along behind them."""
    if listed is None:
        return []
    return [one for one in flat(listed) if not isinstance(one, Mapping)]


def _in_small_letters(raw: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = _renamed(raw)
    listed = made.get("components")
    if isinstance(listed, list):
        made["components"] = [_component(part) for part in listed]
    return made


def _component(part: Any) -> Any:
    if not isinstance(part, Mapping):
        return part
    made = _renamed(part)
    if "example" in made:
        made["example"] = _renamed(made["example"])
    buttons = made.get("buttons")
    if isinstance(buttons, list):
        made["buttons"] = [_renamed(button) for button in buttons]
    return made


def _renamed(value: Any) -> Any:
    """A copy with the known keys in small letters, the same one taken as by `keyed`."""
    if not isinstance(value, Mapping):
        return value
    last = {str(key).lower(): key for key in value}
    names = {last[name]: name for name in KEYS if name in last and name not in value}
    return {names.get(key, key): item for key, item in value.items()}


def _is_plain(raw: Mapping[str, Any]) -> bool:
    listed = raw.get("components")
    if not isinstance(listed, list) or not isinstance(raw.get("language", ""), str):
        return False
    for part in listed:
        if not isinstance(part, dict) or not isinstance(part.get("type"), str):
            return False
        buttons = part.get("buttons", [])
        if not isinstance(buttons, list) or not all(isinstance(each, dict) for each in buttons):
            return False
    return isinstance(raw.get("name", ""), str)
