"""Holds the messages being written, exactly as they stand on the screen.

Plain values in, a checked `Draft` out: `changed` tells everyone who listens. Nothing here
waits, draws or sends, so it runs on every keystroke.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wa_composer.message.draft import Draft, read
from wa_composer.message.phone import split_recipients

STATE_VERSION = 1


@dataclass
class Entry:
    """One message with its recipients; the other types' values are kept while it is edited.

    `bodies` holds a message object (`{"type": T, T: {...}}`) per type that was ever shown,
    so that switching the type and back loses nothing.
    """

    recipients: str = ""
    kind: str = "template"
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> dict[str, Any]:
        """The message object of the type in use, blank when it was never filled in."""
        return self.bodies.get(self.kind) or blank_message(self.kind)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where message number N of the request comes from: an entry and its recipient."""

    entry: int
    recipient: int


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


class Composer:
    """The messages of one request, the one that is on the screen, account and sender."""

    def __init__(self) -> None:
        self.entries: list[Entry] = [Entry()]
        self.current = 0
        self.account_id = "practice"
        self.sender: str | None = None
        self.extra: dict[str, Any] = {}
        self.placed: tuple[Placed, ...] = ()
        self.draft: Draft = self._read()
        self._listeners: list[Callable[[Draft], None]] = []

    # What is on the screen

    @property
    def entry(self) -> Entry:
        """The entry that the form shows."""
        return self.entries[self.current]

    def listen(self, listener: Callable[[Draft], None]) -> None:
        """Call `listener` with the checked draft after each change."""
        self._listeners.append(listener)

    def edit(self, recipients: str, message: Mapping[str, Any]) -> None:
        """Take over what the form shows for the current entry."""
        kind = str(message.get("type", ""))
        self.entry.recipients = recipients
        self.entry.kind = kind
        self.entry.bodies[kind] = dict(message)
        self._announce()

    def choose_account(self, account_id: str, sender: str | None) -> None:
        """Use this account, and this sender number or None for "not sent"."""
        self.account_id = account_id
        self.sender = sender
        self._announce()

    def add_entry(self) -> None:
        """Add an empty message of the same type after the last one and show it."""
        kind = self.entry.kind
        self.entries.append(Entry(kind=kind, bodies={kind: blank_message(kind)}))
        self.current = len(self.entries) - 1
        self._announce()

    def remove_entry(self) -> None:
        """Remove the shown message; the last one left is emptied instead."""
        if len(self.entries) == 1:
            self.entries[0] = Entry(kind=self.entry.kind)
        else:
            del self.entries[self.current]
            self.current = min(self.current, len(self.entries) - 1)
        self._announce()

    def show_entry(self, index: int) -> None:
        """Show message `index`, counted from 0; out of range is brought into it."""
        self.current = max(0, min(index, len(self.entries) - 1))
        self._announce()

    # The request

    def raw(self) -> dict[str, Any]:
        """The whole request as JSON values, one message per recipient."""
        messages = []
        for entry in self.entries:
            for number in split_recipients(entry.recipients) or [""]:
                messages.append({**entry.extra, "phoneNumber": number, "message": entry.message})
        head = {} if self.sender is None else {"from": self.sender}
        return {**head, **self.extra, "messages": messages}

    def load(self, raw: object) -> None:
        """Show a request: equal messages that follow each other become one entry.

        Never raises; what is no request at all becomes one empty message.
        """
        document = raw if isinstance(raw, Mapping) else {}
        self.sender = _text_or_none(document.get("from"))
        self.extra = {k: v for k, v in document.items() if k not in ("from", "messages")}
        messages = document.get("messages")
        self.entries = _entries(messages if isinstance(messages, list) else []) or [Entry()]
        self.current = 0
        self._announce()

    def keep_only_shown(self) -> None:
        """Drop all messages but the shown one (after all of them were accepted)."""
        self.entries = [self.entry]
        self.current = 0
        self._announce()

    # To the disk and back

    def state(self) -> dict[str, Any]:
        """All that is on the screen and behind it, as JSON values."""
        return {
            "version": STATE_VERSION,
            "account": self.account_id,
            "from": self.sender,
            "extra": copy.deepcopy(self.extra),
            "current": self.current,
            "entries": [
                {
                    "recipients": e.recipients,
                    "kind": e.kind,
                    "bodies": copy.deepcopy(e.bodies),
                    "extra": copy.deepcopy(e.extra),
                }
                for e in self.entries
            ],
        }

    def restore(self, state: Mapping[str, Any]) -> bool:
        """Show what `state` gave once; False, with nothing changed, when it is no such state."""
        entries = [_entry_of(e) for e in _list(state.get("entries")) if isinstance(e, Mapping)]
        if not entries:
            return False
        self.entries = entries
        current = state.get("current")
        self.current = current if isinstance(current, int) and 0 <= current < len(entries) else 0
        self.account_id = str(state.get("account") or "")  # "": the default one
        self.sender = _text_or_none(state.get("from"))
        self.extra = _mapping(state.get("extra"))
        self._announce()
        return True

    def _announce(self) -> None:
        self.draft = self._read()
        for listener in tuple(self._listeners):
            listener(self.draft)

    def _read(self) -> Draft:
        placed = []
        for number, entry in enumerate(self.entries):
            count = len(split_recipients(entry.recipients)) or 1
            placed += [Placed(number, recipient) for recipient in range(count)]
        self.placed = tuple(placed)
        return read(self.raw())


def _entries(messages: Sequence[Any]) -> list[Entry]:
    entries: list[Entry] = []
    for item in messages:
        outgoing = item if isinstance(item, Mapping) else {}
        message = _mapping(outgoing.get("message"))
        number = _text_or_none(outgoing.get("phoneNumber")) or ""
        extra = {k: v for k, v in outgoing.items() if k not in ("phoneNumber", "message")}
        kind = str(message.get("type", "") or _only_key(message) or "template")
        last = entries[-1] if entries else None
        same = last is not None and last.kind == kind and last.extra == extra
        if last is not None and same and number and last.recipients and last.message == message:
            last.recipients += "\n" + number
            continue
        entries.append(Entry(number, kind, {kind: message} if message else {}, extra))
    return entries


def _entry_of(state: Mapping[str, Any]) -> Entry:
    bodies = {
        str(kind): dict(body)
        for kind, body in _mapping(state.get("bodies")).items()
        if isinstance(body, Mapping)
    }
    return Entry(
        str(state.get("recipients") or ""),
        str(state.get("kind") or "template"),
        bodies,
        _mapping(state.get("extra")),
    )


def _only_key(message: Mapping[str, Any]) -> str:
    return next((key for key in ("template", "interactive", "image") if key in message), "")


def _mapping(value: object) -> dict[str, Any]:
    return dict(value) if isinstance(value, Mapping) else {}


def _list(value: object) -> Iterable[Any]:
    return value if isinstance(value, list) else ()


def _text_or_none(value: object) -> str | None:
    return None if value is None else str(value)
