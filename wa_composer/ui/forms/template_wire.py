"""The raw places of a template message: language, header component, body values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wa_composer.message.limits import POLICY
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.piece import Message

_TEXT = "text"


def blank() -> dict[str, Any]:
    """An empty template."""
    return {"name": "", "language": {"code": "", "policy": POLICY}, "components": []}


def set_name(message: Message, name: str) -> None:
    """Write the template's name."""
    wire.put(message, name, "template", "name")


def set_language(message: Message, code: str) -> None:
    """Write the language's code, and the one policy where none stands."""
    language = wire.mend_dict(wire.mend_dict(message, "template"), "language")
    language["code"] = code
    language.setdefault("policy", POLICY)


def named(message: Mapping[str, Any]) -> tuple[str, str]:
    """The template's name and its language's code."""
    code = wire.text_at(message, "template", "language", "code")
    return wire.text_at(message, "template", "name"), code


def components(message: Message) -> list[Any]:
    """The list of components, made where it is missing."""
    return wire.mend_list(wire.mend_dict(message, "template"), "components")


def places_of(message: Message, kind: str) -> list[int]:
    """Where the components of a type stand ("header", "body", "button"), in any letter case."""
    found = wire.get(message, "template", "components")
    return [
        index
        for index, one in enumerate(found if isinstance(found, list) else ())
        if wire.text_at(one, "type").lower() == kind
    ]


def first_of(message: Message, kind: str) -> int | None:
    """Where the first component of a type stands."""
    return next(iter(places_of(message, kind)), None)


class TemplateHeader:
    """The header component of a template."""

    def steps(self, message: Message) -> tuple[str | int, ...] | None:
        """The way to the header's one parameter."""
        index = first_of(message, "header")
        return None if index is None else ("template", "components", index, "parameters", 0)

    def paths(self, message: Message) -> tuple[str, str]:
        """The path of the parameter and that of the component."""
        index = first_of(message, "header")
        whole = "" if index is None else f"template.components[{index}]"
        return f"{whole}.parameters[0]", whole

    def put(self, message: Message, header: dict[str, Any] | None) -> None:
        """Put a parameter into the header component, or take the component out."""
        index = first_of(message, "header")
        if header is None:
            if index is not None:
                del components(message)[index]
        elif index is None:
            components(message).insert(0, {"type": "header", "parameters": [header]})
        else:
            parameters = wire.mend_list(components(message)[index], "parameters")
            parameters[:1] = [header]


def values(message: Message) -> list[str]:
    """The body values as fields show them."""
    index = first_of(message, "body")
    found = wire.get(message, "template", "components", index or 0, "parameters")
    if index is None or not isinstance(found, list):
        return []
    return [_value(one) for one in found]


def set_value(message: Message, row: int, text: str) -> None:
    """Write a body value; a parameter of another type becomes a text.

    A row that only the template asks for is made first, with those before it.
    """
    offer_values(message, row + 1)
    index = first_of(message, "body")
    if index is None:
        return
    parameters = wire.mend_list(components(message)[index], "parameters")
    one = wire.mend_dict(parameters, row)
    one["text"] = text
    if wire.text_at(one, "type").lower() != _TEXT:
        one["type"] = _TEXT
        wire.in_order(one, "type")


def add_value(message: Message) -> None:
    """Add an empty body value; the first one brings the body component along."""
    index = first_of(message, "body")
    if index is None:
        header = first_of(message, "header")
        index = 0 if header is None else header + 1
        components(message).insert(index, {"type": "body", "parameters": []})
    parameters = wire.mend_list(components(message)[index], "parameters")
    parameters.append({"type": _TEXT, _TEXT: ""})


def remove_value(message: Message, row: int) -> None:
    """Take a body value out; the last one takes the body component along."""
    index = first_of(message, "body")
    parameters = wire.get(message, "template", "components", index or 0, "parameters")
    if index is None or not isinstance(parameters, list):
        return
    del parameters[row]
    if not parameters:
        del components(message)[index]


def offer_values(message: Message, count: int, trim: bool = False) -> None:
    """Have at least `count` body values; `trim` takes blank ones beyond it from the end."""
    given = values(message)
    for _ in range(count - len(given)):
        add_value(message)
    while trim and len(given) > count and not given.pop():
        remove_value(message, len(given))


def _value(parameter: object) -> str:
    return wire.text_at(parameter, _TEXT) or wire.as_text(parameter)
