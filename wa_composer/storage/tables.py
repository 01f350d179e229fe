"""The log's tables as rows in Python: what is kept of each message."""

from __future__ import annotations

import sqlite3
import unicodedata
from dataclasses import dataclass

from wa_composer.message.outcome import Outcome


@dataclass(frozen=True, slots=True)
class NewRow:
    """One message about to be sent. `request` is the JSON of its request, without any key."""

    account: str
    sender: str
    recipient: str
    type: str
    summary: str
    request: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """One message of the log.

    `time` is when it was recorded: UTC, ISO 8601, whole seconds, ending in Z. `status` is the
    HTTP status, None without an answer. `key` is "" unless accepted. `delivery` is "" until
    delivery reports are known.
    """

    id: int
    batch: str
    time: str
    account: str
    sender: str
    recipient: str
    type: str
    summary: str
    outcome: Outcome
    status: int | None
    code: str
    reason: str
    key: str
    delivery: str
    request: str


SELECT = (
    "SELECT id, batch, time, account, sender, recipient, type, summary, outcome, status, code, "
    "reason, key, delivery, request FROM log"
)
"""Reads what `row_of` takes."""

SCHEMA: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE log (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            batch TEXT NOT NULL,
            time TEXT NOT NULL,
            account TEXT NOT NULL,
            sender TEXT NOT NULL,
            recipient TEXT NOT NULL,
            type TEXT NOT NULL,
            summary TEXT NOT NULL,
            outcome TEXT NOT NULL
                CHECK (outcome IN ('sending', 'accepted', 'refused', 'unknown')),
            status INTEGER,
            code TEXT NOT NULL DEFAULT '',
            reason TEXT NOT NULL DEFAULT '',
            key TEXT NOT NULL DEFAULT '',
            delivery TEXT NOT NULL DEFAULT '',
            request TEXT NOT NULL,
            search TEXT NOT NULL
        )""",
        "CREATE INDEX log_batch ON log (batch)",
        "CREATE INDEX log_recipient ON log (recipient, time)",
        "CREATE INDEX log_key ON log (key) WHERE key <> ''",
        "CREATE INDEX log_sending ON log (time) WHERE outcome = 'sending'",
    ),
)
"""The statements that lead from each version of the database to the next; only ever appended to.

`search` holds what a person may look for, folded: see `folded`.
"""


def row_of(record: sqlite3.Row | tuple[object, ...]) -> LogRow:
    """A record of SELECT as a LogRow."""
    values = dict(zip(LogRow.__dataclass_fields__, record, strict=True))
    return LogRow(**{**values, "outcome": Outcome(values["outcome"])})


def folded(*texts: str) -> str:
    """Texts in the form they are searched in: without letter case, compatible forms as one."""
    return unicodedata.normalize("NFKC", "\n".join(texts)).casefold()


def storable(text: str) -> str:
    """`text` without lone surrogates, which no database file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
