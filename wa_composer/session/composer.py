"""Holds the messages being written, exactly as they stand on the screen.

Plain values in, a checked `Draft` out: `changed` tells everyone who listens. Nothing here
waits, draws or sends, so it runs on every keystroke.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from wa_composer.message.draft import Draft, read
from wa_composer.session.entries import (
    Entry,
    blank_message,
    entries_of,
    entry_of,
    mapping,
    numbers_of,
    text_or_none,
)
from wa_composer.session.trail import State, Trail

__all__ = ["Composer", "Entry", "Placed", "blank_message"]

STATE_VERSION = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """Where message number N of the request comes from: an entry and its recipient."""

    entry: int
    recipient: int


class Composer:
    """The messages of one request, account and sender; each `turn` others took their place."""

    def __init__(self) -> None:
        self.entries: list[Entry] = [Entry()]
        self.current = 0
        self.account_id = "practice"
        self.sender: str | None = None
        self.left_sender: str | None = None
        self.extra: dict[str, Any] = {}
        self.placed: tuple[Placed, ...] = ()
        self._counts: tuple[int, ...] = ()
        self._trail = Trail()
        self.turn = 0
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

    def edit(
        self, recipients: str, message: Mapping[str, Any], aside: Mapping[str, Any] | None = None
    ) -> None:
        """Take over what the form shows for the current entry, and what it keeps aside, if told."""
        kind = str(message.get("type", ""))
        self.entry.recipients = recipients
        self.entry.kind = kind
        self.entry.bodies[kind] = dict(message)
        self.entry.aside = self.entry.aside if aside is None else dict(aside)
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
        before = self._worth_keeping()
        if len(self.entries) == 1:
            self.entries[0] = Entry(kind=self.entry.kind)
        else:
            del self.entries[self.current]
            self.current = min(self.current, len(self.entries) - 1)
        self._left(before)

    def show_entry(self, index: int) -> None:
        """Show message `index`, counted from 0; out of range is brought into it."""
        self.current = max(0, min(index, len(self.entries) - 1))
        self._announce()

    # The request

    def raw(self) -> dict[str, Any]:
        """The whole request as JSON values, one message per recipient."""
        messages = []
        for entry in self.entries:
            message = entry.message  # the same object for each number: it is checked once
            for number in numbers_of(entry.recipients):
                messages.append({**entry.extra, "phoneNumber": number, "message": message})
        head = {} if self.sender is None else {"from": self.sender}
        return {**head, **self.extra, "messages": messages}

    def load(self, raw: object) -> None:
        """Show a request: equal messages that follow each other become one entry.

        Never raises; what is no request at all becomes one empty message.
        """
        before = self._worth_keeping()
        document = raw if isinstance(raw, Mapping) else {}
        self.sender = text_or_none(document.get("from"))
        self.extra = {k: v for k, v in document.items() if k not in ("from", "messages")}
        messages = document.get("messages")
        self.entries = entries_of(messages if isinstance(messages, list) else []) or [Entry()]
        self.current = 0
        self._left(before)

    def begin(self) -> None:
        """Show an empty message of the same type; account and sender stay."""
        before = self._worth_keeping()
        self.entries = [Entry(kind=self.entry.kind)]
        self.current = 0
        self.extra = {}
        self._left(before)

    def keep_only_shown(self) -> None:
        """Drop all messages but the shown one (after all of them were accepted)."""
        self._trail.leave(self.shown())
        self.entries = [self.entry]
        self.current = 0
        self._announce()

    # What was on the screen before. Whatever takes its place, it can be had back.

    @property
    def can_go_back(self) -> bool:
        """Whether something else was on the screen before."""
        return self._trail.can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether `back` left something that `forward` shows again."""
        return self._trail.can_go_forward

    def back(self) -> bool:
        """Show what was there before what is shown now; False when nothing was.

        The account in use stays. `left_sender` is then the number that was not taken along, as
        it belongs to another account.
        """
        return self._go(self._trail.back)

    def forward(self) -> bool:
        """Show what `back` left; False when there is nothing."""
        return self._go(self._trail.forward)

    # To the disk and back

    def shown(self) -> dict[str, Any]:
        """What is on the screen, with all messages and all their types, as JSON values."""
        return {
            "version": STATE_VERSION,
            "account": self.account_id,
            "from": self.sender,
            "extra": copy.deepcopy(self.extra),
            "current": self.current,
            "entries": [entry.state() for entry in self.entries],
        }

    def state(self) -> dict[str, Any]:
        """What is on the screen, and what was before, as JSON values."""
        return {**self.shown(), **self._trail.state()}

    def restore(self, state: State) -> bool:
        """Take up what `state` gave once; False, with nothing changed, when it is no such state.

        One of a newer version is none: what this one does not know would be lost.
        """
        version = state.get("version")
        if (isinstance(version, int) and version > STATE_VERSION) or not self._show(state):
            return False
        self._trail.restore(state.get("earlier"), state.get("later"))
        self._announce()
        return True

    # Private

    def _show(self, state: State) -> bool:
        kept = state.get("entries")
        listed = kept if isinstance(kept, list) else []
        entries = [entry_of(each) for each in listed if isinstance(each, Mapping)]
        if not entries:
            return False
        self.entries = entries
        current = state.get("current")
        self.current = current if isinstance(current, int) and 0 <= current < len(entries) else 0
        self.account_id = str(state.get("account") or "")  # "": the default one
        self.sender = text_or_none(state.get("from"))
        self.extra = mapping(state.get("extra"))
        return True

    def _go(self, step: Callable[[State], State | None]) -> bool:
        account, sender = self.account_id, self.sender
        while (found := step(self.shown())) is not None:
            if self._show(found):
                stray = self.account_id != account and self.sender != sender
                self.left_sender = self.sender if stray else None
                self.account_id, self.sender = account, None if stray else self.sender
                self.turn += 1
                self._announce()
                return True
        return False

    def _worth_keeping(self) -> State | None:
        return self.shown() if any(entry.filled for entry in self.entries) else None

    def _left(self, before: State | None) -> None:
        """Keep on the trail what another message has taken the place of."""
        self.turn += 1
        if before is not None and before != self.shown():
            self._trail.leave(before)
        self._announce()

    def _announce(self) -> None:
        self.draft = self._read()
        for listener in tuple(self._listeners):
            listener(self.draft)

    def _read(self) -> Draft:
        counts = tuple(len(numbers_of(entry.recipients)) for entry in self.entries)
        if counts != self._counts:
            self._counts = counts
            self.placed = tuple(
                Placed(each, number) for each, count in enumerate(counts) for number in range(count)
            )
        return read(self.raw())
