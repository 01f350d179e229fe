"""A request as it travels: exactly the JSON that is sent, from the models and without loss."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wa_composer.message.interactive import Interactive, TextData
from wa_composer.message.limits import POLICY
from wa_composer.message.parts import MediaData, Wire
from wa_composer.message.request import Outgoing, Request
from wa_composer.message.template import Component, Language, TemplateData

_ORDER = {"header": 0, "body": 1, "button": 2}


def to_payload(request: Request) -> dict[str, Any]:
    """Return the request JSON: blanks that mean "not given" left out, unknown keys kept.

    A valid message file comes back equal.
    """
    payload = _written(request)
    payload.setdefault("messages", [])
    return payload


def one_each(payload: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return one request per message, each with the envelope's other keys, for the log."""
    head = {key: value for key, value in payload.items() if key != "messages"}
    return [{**head, "messages": [message]} for message in payload.get("messages", [])]


def _written(wire: Wire) -> dict[str, Any]:
    """Return what was given of an object, its own keys first, through its writer if it has one."""
    given = wire.model_fields_set
    result: dict[str, Any] = {}
    for name, info in type(wire).model_fields.items():
        if name in given:
            result[info.alias or name] = _value(getattr(wire, name))
    result.update(wire.unknown)
    writer = _WRITERS.get(type(wire))
    if writer is not None:
        writer(wire, result)
    return result


def _value(value: object) -> Any:
    if isinstance(value, Wire):
        return _written(value)
    if isinstance(value, tuple):
        return [_written(item) for item in value]
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
    parts = sorted(wire.components, key=lambda part: _ORDER.get(part.type, 3))
    result["components"] = [_written(part) for part in parts if not _means_nothing(part)]


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
