"""The log: one row per message, written before its request leaves and completed after.

SQLite in write-ahead mode. `begin` is on the disk when it returns (synchronous=FULL), so that a
person can see next morning what may have gone out.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from wa_composer.message.outcome import Outcome
from wa_composer.storage.accounts import PRACTICE
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.log_faults import DamagedLog, is_damage, problem_of, put_aside
from wa_composer.storage.log_owners import Owners
from wa_composer.storage.log_queries import SAME_CONTENT, any_open, complete, end_open, get, insert
from wa_composer.storage.log_search import matching, teach
from wa_composer.storage.migrations import Steps, make_private, migrate
from wa_composer.storage.tables import SCHEMA, SELECT, LogRow, NewRow, row_of

STALE_SECONDS = 120
"""A row still "sending" after this is of a program that ended: no send takes half as long.

Sooner where its program let go of the batch's lock.
"""
LOCK_SECONDS = 5.0
CACHE_KIB = 512
"""Pages of the log held in memory; the system holds the file besides."""
STALE_REASON = "The program ended before the answer came. The message may have gone out."


def utc_now() -> datetime:
    """The time that rows are stamped with."""
    return datetime.now(UTC)


def iso(moment: datetime) -> str:
    """UTC, ISO 8601, whole seconds, ending in Z: as the log writes time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Log:
    """The log's database file; every method may wait for the disk, so call them in a Worker.

    Every method raises StorageProblem, naming the file, when it is locked for `lock_seconds`,
    corrupt, on a full disk, or written by a newer program.
    """

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], datetime] = utc_now,
        lock_seconds: float = LOCK_SECONDS,
        steps: Steps = SCHEMA,
    ) -> None:
        self.path = path
        self._now = now
        self._lock_seconds = lock_seconds
        self._steps = steps
        self._owners = Owners(path)
        self._connection: sqlite3.Connection | None = None
        # A worker may leave a hanging thread behind and go on in another one.
        self._guard = threading.RLock()

    def open(self) -> None:
        """Open or make the database, migrate it, and settle rows of a program that ended."""
        with self._guard, self._told():
            if self._connection is not None:
                return
            connection = self._connect()
            try:
                teach(connection)
                migrate(connection, self.path, self._steps)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
                self._settle_stale(connection)
            except BaseException:
                connection.close()
                raise
            self._connection = connection

    def close(self) -> None:
        """Close the database; safe to call twice, `open` opens it again."""
        with self._guard, self._told():
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    def set_aside(self) -> Path:
        """Rename an unusable log, only when the person said so; the new name.

        Nothing is deleted. The next `open` begins an empty log.
        """
        self.close()
        with self._guard, self._told():
            return put_aside(self.path, self._now())

    def begin(self, batch: str, rows: Sequence[NewRow]) -> tuple[int, ...]:
        """Record messages as "sending", all or none; their ids in order."""
        self._owners.hold(batch)
        try:
            with self._writing() as connection:
                time = iso(self._now())
                return tuple(insert(connection, batch, time, row) for row in rows)
        except BaseException:
            self._owners.let_go(batch)
            raise

    def finish(
        self,
        ids: Sequence[int],
        *,
        outcome: Outcome,
        status: int | None = None,
        code: str = "",
        reason: str = "",
        keys: Sequence[str] = (),
    ) -> tuple[LogRow, ...]:
        """Complete rows with what became of them; the rows as they stand now.

        `keys` are as many as `ids`, in their order, or none.
        """
        if keys and len(keys) != len(ids):
            raise ValueError("as many keys as rows, or none")
        with self._writing() as connection:
            finished = []
            for number, row_id in enumerate(ids):
                row = get(connection, row_id)
                if row is not None:
                    key = keys[number] if keys else ""
                    finished.append(complete(connection, row, outcome, status, code, reason, key))
        for batch in {row.batch for row in finished}:
            self._owners.let_go(batch)
        return tuple(finished)

    def settle(
        self,
        batch: str,
        *,
        outcome: Outcome,
        status: int | None = None,
        code: str = "",
        reason: str = "",
        keys: Sequence[str] = (),
    ) -> None:
        """Complete the rows of a batch if they are still "sending"; `keys` as for `finish`."""
        with self._writing() as connection:
            query = SELECT + " WHERE batch = ? AND outcome = 'sending' ORDER BY id"
            open_rows = [row_of(record) for record in connection.execute(query, (batch,))]
            given = keys if len(keys) == len(open_rows) else [""] * len(open_rows)
            for row, key in zip(open_rows, given, strict=True):
                complete(connection, row, outcome, status, code, reason, key)
        self._owners.let_go(batch)

    def rows(self, search: str = "", limit: int | None = None) -> tuple[LogRow, ...]:
        """Rows, newest first, at most `limit`; with `search`, those that hold all its words.

        Looked at are recipient, summary, key, account, outcome, reason and the values that were
        sent, without regard to letter case; a phone number may be written with spaces, brackets,
        dashes and plus, or without, or as it is dialled inside its country. Rows that still say
        "sending" after STALE_SECONDS are settled first.
        """
        condition, values = matching(search)
        query = SELECT + condition + " ORDER BY id DESC LIMIT ?"
        most = -1 if limit is None else max(0, limit)
        with self._reading() as connection:
            # A log that another program is writing to can be read all the same.
            with suppress(sqlite3.OperationalError):
                self._settle_stale(connection)
            return tuple(map(row_of, connection.execute(query, (*values, most))))

    def row(self, row_id: int) -> LogRow | None:
        """One row by its id."""
        with self._reading() as connection:
            return get(connection, row_id)

    def repeated(
        self, recipients: Sequence[str], requests: Sequence[str], since: str, *, practice: bool
    ) -> tuple[LogRow, ...]:
        """The newest row of each that was, or may have been, sent since `since`, newest first.

        `since` is as `iso` writes it.
        `requests` are compared letter for letter but for their sender, over all accounts;
        `practice` looks at what was practised, else at what was real.
        """
        numbers, contents = json.dumps(list(recipients)), json.dumps(list(requests))
        values = (numbers, since, PRACTICE.name, practice, contents)
        with self._reading() as connection:
            return tuple(map(row_of, connection.execute(SELECT + SAME_CONTENT, values)))

    # Inside

    def _connect(self) -> sqlite3.Connection:
        make_private(self.path)
        return sqlite3.connect(
            self.path,
            timeout=self._lock_seconds,
            isolation_level=None,
            check_same_thread=False,
        )

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            kind = DamagedLog if is_damage(error) else StorageProblem
            raise kind(problem_of(error, self.path)) from error

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._guard, self._told():
            if self._connection is None:
                self.open()
            assert self._connection is not None
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _settle_stale(self, connection: sqlite3.Connection) -> None:
        if any_open(connection):
            before = iso(self._now() - timedelta(seconds=STALE_SECONDS))
            end_open(connection, STALE_REASON, before=before)
            for batch in self._owners.left():
                end_open(connection, STALE_REASON, batch=batch)
