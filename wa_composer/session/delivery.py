"""How a send ended, and the rows that the log keeps of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wa_composer.insider.payload import one_each
from wa_composer.message.draft import Draft
from wa_composer.message.outcome import Outcome
from wa_composer.message.summary import summary
from wa_composer.message.words import Words
from wa_composer.storage.accounts import Account
from wa_composer.storage.tables import LogRow, NewRow


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a send ended.

    `rows` and `keys` are in the order of the messages; `keys` is empty unless accepted.
    `log_words` is set when the outcome is true but could not be written into the log.
    """

    outcome: Outcome
    rows: tuple[LogRow, ...]
    keys: tuple[str, ...]
    status: int | None
    code: str
    reason: Words
    action: Words | None
    server_words: str
    administrator_note: str
    log_words: Words | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known at one moment about the messages of a request."""

    outcome: Outcome
    reason: Words
    status: int | None = None
    code: str = ""
    keys: tuple[str, ...] = ()
    action: Words | None = None
    server_words: str = ""
    administrator_note: str = ""

    @property
    def logged_reason(self) -> str:
        """The reason as the log keeps it: in English, "" when accepted."""
        return "" if self.outcome is Outcome.ACCEPTED else self.reason.english()


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
            outcome=verdict.outcome,
            status=verdict.status,
            code=verdict.code,
            reason=verdict.logged_reason,
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
