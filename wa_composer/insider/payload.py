"""A request as it travels: exactly the JSON that is sent, from the models and without loss."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wa_composer.message.interactive import Interactive, TextData
from wa_composer.message.limits import POLICY
from wa_composer.message.parts import MediaData, Wire
from wa_composer.message.request import Outgoing, Request
from wa_composer.message.template import Component, Language, TemplateData

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_ORDER = {"header": 0, "body": 1, "button": 2}


def to_payload(request: Request) -> dict[str, Any]:
    """Return the request JSON: blanks that mean "not given" left out, unknown keys kept.

    A valid message file comes back equal. What stands at many places of the request is one object
    in the JSON too, so the caller alters nothing of it.
    """
    payload: dict[str, Any] = _Writer().written(request)
    payload.setdefault("messages", [])
    return payload


def as_text(payload: Mapping[str, Any]) -> str:
    """Return the request JSON as people read it, as `json.dumps` with an indent of 2 would."""
    return _pretty(payload, "", {})


def _pretty(value: object, indent: str, known: dict[tuple[int, str], str]) -> str:
    if not value or not isinstance(value, Mapping | list):
        return _ENCODE(value)
    if (id(value), indent) in known:  # one message to many numbers is written out once
        return known[id(value), indent]
    inner = indent + "  "
    if isinstance(value, list):
        lines = [inner + _pretty(item, inner, known) for item in value]
        text = "[\n" + ",\n".join(lines) + f"\n{indent}]"
    else:
        lines = [
            f"{inner}{_ENCODE(key)}: {_pretty(item, inner, known)}" for key, item in value.items()
        ]
        text = "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    known[id(value), indent] = text
    return text


def one_each(payload: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return one request per message, each with the envelope's other keys, for the log."""
    head = {key: value for key, value in payload.items() if key != "messages"}
    return [{**head, "messages": [message]} for message in payload.get("messages", [])]


class _Writer:
    """Writes the objects of one request, each once however often it stands there."""

    def __init__(self) -> None:
        self._known: dict[int, dict[str, Any]] = {}

    def written(self, wire: Wire) -> dict[str, Any]:
        """Return what was given of an object, its own keys first, through its rule if any."""
        if id(wire) in self._known:
            return self._known[id(wire)]
        given = wire.model_fields_set
        result: dict[str, Any] = {}
        for name, info in type(wire).model_fields.items():
            if name in given:
                result[info.alias or name] = self._value(getattr(wire, name))
        result.update(wire.unknown)
        rule = _WRITERS.get(type(wire))
        if rule is not None:
            rule(wire, result)
        self._known[id(wire)] = result
        return result

    def _value(self, value: object) -> Any:
        if isinstance(value, Wire):
            return self.written(value)
        if isinstance(value, tuple):
            return [self.written(item) for item in value]
        return value


def _envelope(wire: Request, result: dict[str, Any]) -> None:
    _drop_blank(result, ("from",))


def _outgoing(wire: Outgoing, result: dict[str, Any]) -> None:
    result.setdefault("phoneNumber", "")


def _media(wire: MediaData, result: dict[str, Any]) -> None:
    _drop_blank(result, ("link", "id", "caption", "filename"))


def _language(wire: Language, result: dict[str, Any]) -> None:
    if not result.get("policy"):
        result["policy"] = POLICY


def _template(wire: TemplateData, result: dict[str, Any]) -> None:
    result.setdefault("language", {"code": "", "policy": POLICY})
    pairs = zip(wire.components, result.get("components", ()), strict=True)
    parts = sorted(pairs, key=lambda pair: _ORDER.get(pair[0].type, 3))
    result["components"] = [written for part, written in parts if not _means_nothing(part)]


def _component(wire: Component, result: dict[str, Any]) -> None:
    # Published samples have both keys, empty, on header and body: read, never written.
    if wire.type != "button":
        _drop_blank(result, ("sub_type", "index"))


def _interactive(wire: Interactive, result: dict[str, Any]) -> None:
    footer = wire.interactive.footer
    if isinstance(footer, TextData) and not footer.text and not footer.unknown:
        result.get("interactive", {}).pop("footer", None)


def _means_nothing(part: Component) -> bool:
    """A body without values, and a phone button without one: no component is sent for them."""
    if part.unknown:
        return False
    if part.type == "body":
        return not part.parameters
    if part.type == "button" and part.sub_type == "phone_number":
        return all(
            not value.payload.strip() and not value.text.strip() and not value.unknown
            for value in part.parameters
        )
    return False


def _drop_blank(result: dict[str, Any], keys: Sequence[str]) -> None:
    for key in keys:
        if result.get(key) in ("", None):
            result.pop(key, None)


_WRITERS: dict[type[Wire], Callable[[Any, dict[str, Any]], None]] = {
    Request: _envelope,
    Outgoing: _outgoing,
    MediaData: _media,
    Language: _language,
    TemplateData: _template,
    Component: _component,
    Interactive: _interactive,
}
"""What a wire object needs beyond "write what was given"."""
