"""One message on the stepper: its recipients, its type, and what was typed for each type."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from wa_composer.message.phone import split_recipients

KINDS = ("template", "interactive", "image")


@dataclass
class Entry:
    """One message with its recipients; the other types' values are kept while it is edited.

    `bodies` holds a message object (`{"type": T, T: {...}}`) per type that was ever shown,
    so that switching the type and back loses nothing. `aside` is what the form keeps beside the
    message, such as the values of another template; it is never sent.
    """

    recipients: str = ""
    kind: str = "template"
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    aside: dict[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> dict[str, Any]:
        """The message object of the type in use, blank when it was never filled in."""
        return self.bodies.get(self.kind) or blank_message(self.kind)

    @property
    def filled(self) -> bool:
        """Whether anything was ever put into it."""
        return bool(self.recipients or self.bodies or self.extra)

    def state(self) -> dict[str, Any]:
        """All of it as JSON values, for `entry_of`."""
        return {
            "recipients": self.recipients,
            "kind": self.kind,
            "bodies": copy.deepcopy(self.bodies),
            "extra": copy.deepcopy(self.extra),
            "aside": copy.deepcopy(self.aside),
        }


@lru_cache(maxsize=64)
def numbers_of(recipients: str) -> tuple[str, ...]:
    """The numbers in a text; one empty one where there is none."""
    return tuple(split_recipients(recipients)) or ("",)


def blank_message(kind: str) -> dict[str, Any]:
    """An empty message object of one type."""
    blanks: dict[str, dict[str, Any]] = {
        "template": {
            "name": "",
            "language": {"code": "en", "policy": "deterministic"},
            "components": [],
        },
        "interactive": {
            "type": "button",
            "body": {"text": ""},
            "action": {"buttons": [{"type": "reply", "reply": {"id": "", "title": ""}}]},
        },
        "image": {"link": ""},
    }
    return {"type": kind, kind: copy.deepcopy(blanks.get(kind, {}))}


def entries_of(messages: Sequence[Any]) -> list[Entry]:
    """The entries of a request's messages: equal ones that follow each other become one.

    One to a number that has it already stays by itself, where its fault can be seen.
    """
    entries: list[Entry] = []
    has: set[str] = set()
    for item in messages:
        outgoing = item if isinstance(item, Mapping) else {}
        message = mapping(outgoing.get("message"))
        number = text_or_none(outgoing.get("phoneNumber")) or ""
        extra = {k: v for k, v in outgoing.items() if k not in ("phoneNumber", "message")}
        kind = str(message.get("type", "") or _only_key(message) or "template")
        last = entries[-1] if entries else None
        same = last is not None and last.kind == kind and last.extra == extra
        new = number and not has.intersection(split_recipients(number))
        if last is not None and same and new and last.recipients and last.message == message:
            last.recipients += "\n" + number
            has.update(split_recipients(number))
            continue
        has = set(split_recipients(number))
        entries.append(Entry(number, kind, {kind: message} if message else {}, extra))
    return entries


def entry_of(state: Mapping[str, Any]) -> Entry:
    """The entry that `Entry.state` gave; what does not fit is left out."""
    bodies = {
        str(kind): dict(body)
        for kind, body in mapping(state.get("bodies")).items()
        if isinstance(body, Mapping)
    }
    return Entry(
        str(state.get("recipients") or ""),
        str(state.get("kind") or "template"),
        bodies,
        mapping(state.get("extra")),
        mapping(state.get("aside")),
    )


def mapping(value: object) -> dict[str, Any]:
    """`value` as a dict of its own, empty when it is none."""
    return dict(value) if isinstance(value, Mapping) else {}


def text_or_none(value: object) -> str | None:
    """`value` as text, None when it is None."""
    return None if value is None else str(value)


def _only_key(message: Mapping[str, Any]) -> str:
    return next((key for key in KINDS if key in message), "")
