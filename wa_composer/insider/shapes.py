"""Recognises what a JSON value is, and turns Meta's own bodies into requests of this API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from wa_composer.insider.unreadable import UnreadableFile
from wa_composer.message.definitions import read_definitions
from wa_composer.message.limits import MESSAGE_KINDS, POLICY
from wa_composer.message.words import Words, words

Kind = Literal["request", "definition"]
_META_ONLY = ("messaging_product", "recipient_type", "to", "type")


def recognised(raw: object, notes: list[Words]) -> tuple[object, Kind]:
    """Return a value as a request or as definitions, with notes on what was added or changed.

    A file with at least one definition in it is one of definitions.
    Raises `UnreadableFile` for JSON that is neither an object nor a list of objects.
    """
    if read_definitions(raw).found:
        return raw, "definition"
    if isinstance(raw, list) and raw and all(isinstance(item, dict) for item in raw):
        return _listed(raw, notes), "request"
    if not isinstance(raw, dict):
        raise UnreadableFile(
            words("This is JSON, but no message: it must be an object with “messages” in it.")
        )
    if "messages" in raw:
        return raw, "request"
    outgoing = _outgoing(raw, notes)
    return (raw if outgoing is None else {"messages": [outgoing]}), "request"


def _listed(items: list[dict[str, Any]], notes: list[Words]) -> object:
    """Return a bare list of messages, or of requests, as one request."""
    if all("messages" in item for item in items):
        if len(items) > 1:
            notes.append(words("Of several requests in it, only the first was taken."))
        return items[0]
    made = [_outgoing(item, notes) or item for item in items]
    notes.append(words("The list was taken as the messages of one request."))
    return {"messages": made}


def _outgoing(raw: dict[str, Any], notes: list[Words]) -> dict[str, Any] | None:
    """Return one message in its envelope, None when the object is no message by any reading."""
    if "message" in raw and isinstance(raw["message"], dict):
        notes.append(words("A single message was put into “messages”."))
        return raw
    if "to" in raw or "messaging_product" in raw:
        return _from_meta(raw, notes)
    kind = raw.get("type")
    if isinstance(kind, str) and kind in MESSAGE_KINDS and kind in raw:
        notes.append(words("The file held a message without a recipient. Add the recipient."))
        return {"phoneNumber": "", "message": raw}
    return None


def _from_meta(raw: dict[str, Any], notes: list[Words]) -> dict[str, Any]:
    notes.append(words("A body of Meta's Cloud API was turned into one of this API."))
    kind = raw.get("type", "text")
    message = {"type": kind, **{k: v for k, v in raw.items() if k not in _META_ONLY}}
    template = message.get("template")
    if kind == "template" and isinstance(template, Mapping):
        message["template"] = _template(template)
    return {"phoneNumber": _number(raw.get("to", ""), notes), "message": message}


def _number(to: object, notes: list[Words]) -> object:
    number = str(to) if isinstance(to, int) and to.bit_length() < 64 else to
    if isinstance(number, str) and number.isascii() and number.isdigit():
        notes.append(words("A + was put before the recipient's number."))
        return "+" + number
    return number


def _template(template: Mapping[str, Any]) -> dict[str, Any]:
    """Return Meta's template object with what this API wants in addition: policy, text indexes."""
    made = {**template}
    made.setdefault("components", [])
    if isinstance(made.get("language"), Mapping):
        made["language"] = {"policy": POLICY, **made["language"]}
    if isinstance(made["components"], list):
        made["components"] = [_component(part) for part in made["components"]]
    return made


def _component(part: object) -> object:
    if not isinstance(part, Mapping):
        return part
    index = part.get("index")
    if isinstance(index, int) and not isinstance(index, bool) and 0 <= index <= 9:
        return {**part, "index": str(index)}
    return part
