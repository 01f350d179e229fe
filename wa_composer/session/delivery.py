"""How a send ended, and the rows that the log keeps of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypedDict

from wa_composer.insider.payload import one_each
from wa_composer.message.draft import Draft
from wa_composer.message.outcome import Outcome
from wa_composer.message.summary import summary
from wa_composer.message.words import Words
from wa_composer.storage.accounts import Account
from wa_composer.storage.tables import LogRow, NewRow


class Logged(TypedDict):
    """The end of a send as the log keeps it with each of its rows."""

    outcome: Outcome
    status: int | None
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known at one moment about the messages of a request.

    `keys` are in the order of the messages, and empty unless they were accepted.
    """

    outcome: Outcome
    reason: Words
    status: int | None = None
    code: str = ""
    keys: tuple[str, ...] = ()
    action: Words | None = None
    server_words: str = ""
    administrator_note: str = ""

    def logged(self) -> Logged:
        """What the log keeps of it: the reason in English, "" when accepted."""
        accepted = self.outcome is Outcome.ACCEPTED
        return {
            "outcome": self.outcome,
            "status": self.status,
            "code": self.code,
            "reason": "" if accepted else self.reason.english(),
        }

    def delivered(self, rows: tuple[LogRow, ...], log_words: Words | None) -> Delivery:
        """The end of a send, with its rows and why they could not be written, if so."""
        known = {each.name: getattr(self, each.name) for each in fields(Verdict)}
        return Delivery(**known, rows=rows, log_words=log_words)


@dataclass(frozen=True, slots=True)
class Delivery(Verdict):
    """How a send ended.

    `rows` are in the order of the messages. `log_words` is set when the outcome is true but could
    not be written into the log.
    """

    rows: tuple[LogRow, ...] = ()
    log_words: Words | None = None


@dataclass(frozen=True, slots=True)
class Repeats:
    """Which of a draft's `messages` went out before, or may have; `newest` is the last of them."""

    newest: LogRow
    accepted: int
    unknown: int
    messages: int

    @property
    def count(self) -> int:
        """How many of the messages are repeats, one at least."""
        return self.accepted + self.unknown


def repeats(earlier: Sequence[LogRow], messages: int) -> Repeats | None:
    """What a draft repeats, from the newest row of each message; None without any."""
    if not earlier:
        return None
    accepted = sum(row.outcome is Outcome.ACCEPTED for row in earlier)
    return Repeats(earlier[0], accepted, len(earlier) - accepted, messages)


def unwritten_rows(
    ids: Sequence[int], verdict: Verdict, batch: str, time: str, rows: Sequence[NewRow]
) -> tuple[LogRow, ...]:
    """The rows as they would stand in a log that could not be written any more."""
    keys = verdict.keys or ("",) * len(ids)
    return tuple(
        LogRow(
            id=row_id,
            batch=batch,
            time=time,
            account=row.account,
            sender=row.sender,
            recipient=row.recipient,
            type=row.type,
            summary=row.summary,
            **verdict.logged(),
            key=key,
            delivery="",
            request=row.request,
        )
        for row_id, row, key in zip(ids, rows, keys, strict=True)
    )


def new_rows(account: Account, draft: Draft, payload: Mapping[str, Any]) -> list[NewRow]:
    """What is recorded of each message before it is sent.

    Raises ValueError for numbers that JSON cannot carry (NaN).
    """
    return [
        NewRow(
            account=account.name,
            sender=draft.request.sender or "",
            recipient=outgoing.phone_number,
            type=outgoing.message.kind,
            summary=summary(outgoing.message),
            request=_as_json(single),
        )
        for outgoing, single in zip(draft.request.messages, one_each(payload), strict=True)
    ]


def _as_json(value: Mapping[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    # Half a surrogate pair fits into JSON only as an escape, and into no database otherwise.
    return text if _whole(text) else json.dumps(value)


def _whole(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in text)
