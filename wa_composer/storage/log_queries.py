"""The statements that read and write single rows of the log."""

from __future__ import annotations

import sqlite3

from wa_composer.message.outcome import Outcome
from wa_composer.storage.log_search import searchable
from wa_composer.storage.tables import SELECT, LogRow, NewRow, folded, row_of, storable

# JSON that SQLite finds too deep is compared as it is.
SAME_CONTENT = (
    " WHERE id IN (SELECT max(id) FROM log "
    "WHERE recipient IN (SELECT value FROM json_each(?)) AND time >= ? "
    "AND (account = ?) = ? AND outcome <> 'refused' "
    "AND CASE WHEN json_valid(request) THEN json_remove(request, '$.from') ELSE request END IN "
    "(SELECT CASE WHEN json_valid(value) THEN json_remove(value, '$.from') ELSE value END "
    "FROM json_each(?)) GROUP BY recipient, "
    "CASE WHEN json_valid(request) THEN json_remove(request, '$.from') ELSE request END) "
    "ORDER BY id DESC"
)
"""The newest row of each of these requests that may have gone out to one of these recipients.

To the customer it is the same message whichever account and number it comes from; what was only
practised never reached anyone.
"""


def insert(connection: sqlite3.Connection, batch: str, time: str, row: NewRow) -> int:
    """Record one message as "sending"; its id."""
    texts = [
        storable(text)
        for text in (row.account, row.sender, row.recipient, row.type, row.summary, row.request)
    ]
    search = searchable(row.request, row.recipient, row.summary, row.account)
    cursor = connection.execute(
        "INSERT INTO log (batch, time, outcome, account, sender, recipient, type, summary, "
        "request, search) VALUES (?, ?, 'sending', ?, ?, ?, ?, ?, ?, ?)",
        (batch, time, *texts, search),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def complete(
    connection: sqlite3.Connection,
    row: LogRow,
    outcome: Outcome,
    status: int | None,
    code: str,
    reason: str,
    key: str,
) -> LogRow:
    """Write what became of a message; the row as it stands now."""
    search = searchable(row.request, row.recipient, row.summary, row.account, key, reason)
    connection.execute(
        "UPDATE log SET outcome = ?, status = ?, code = ?, reason = ?, key = ?, search = ? "
        "WHERE id = ?",
        (outcome.value, status, *map(storable, (code, reason, key)), search, row.id),
    )
    done = get(connection, row.id)
    return row if done is None else done


def any_open(connection: sqlite3.Connection) -> bool:
    """Whether any row says "sending"."""
    query = "SELECT 1 FROM log WHERE outcome = 'sending' LIMIT 1"
    return connection.execute(query).fetchone() is not None


def end_open(
    connection: sqlite3.Connection, reason: str, *, before: str = "", batch: str = ""
) -> None:
    """Make rows that say "sending" unknown: those from before a time, or those of a batch.

    Nothing is written, and so no other program waited for, where there are none.
    """
    which = (before, batch)
    query = "SELECT 1 FROM log WHERE outcome = 'sending' AND (time < ? OR batch = ?) LIMIT 1"
    if connection.execute(query, which).fetchone() is not None:
        connection.execute(
            "UPDATE log SET outcome = 'unknown', reason = ?, search = search || ? "
            "WHERE outcome = 'sending' AND (time < ? OR batch = ?)",
            (reason, "\n" + folded(reason), *which),
        )


def get(connection: sqlite3.Connection, row_id: int) -> LogRow | None:
    """One row by its id, or None."""
    record = connection.execute(SELECT + " WHERE id = ?", (row_id,)).fetchone()
    return None if record is None else row_of(record)
