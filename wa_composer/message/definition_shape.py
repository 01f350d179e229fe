"""A raw definition in the plain shape that an editor can change, with nothing lost."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from wa_composer.message.definition_parts import PARTS, keyed, listed_parts, mappings
from wa_composer.message.library import key_of


def blank_definition(name: str = "", language: str = "en") -> dict[str, Any]:
    """Return the definition that an editor begins with."""
    body = {"type": "BODY", "text": ""}
    return {"name": name, "language": language, "category": "UTILITY", "components": [body]}


def editable(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy whose components are a list of objects that say their type.

    A definition of that shape comes back as it is; of another one the parts are put in a list,
    and what is no part of a template goes along untouched.
    """
    if _is_plain(raw):
        return deepcopy(dict(raw))
    given = keyed(raw)
    name, language = key_of(raw)
    components = []
    for kind, component in listed_parts(given):
        rest = {key: value for key, value in component.items() if key != "type"}
        if kind == "buttons":
            rest["buttons"] = mappings(rest.get("buttons"))
        components.append({"type": kind.upper(), **rest})
    moved = {"name", "language", "components"}
    if "components" not in given:
        moved |= set(PARTS)
    others = {key: value for key, value in given.items() if key not in moved}
    return deepcopy({"name": name, "language": language, **others, "components": components})


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
