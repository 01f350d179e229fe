"""Brings a database to this program's version, or says that it cannot.

The version is SQLite's own `user_version`; a copy of the file is made before it is changed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from wa_composer.message.words import words
from wa_composer.storage.errors import StorageProblem

Steps = Sequence[Sequence[str]]

PRIVATE = 0o600


def migrate(connection: sqlite3.Connection, path: Path, steps: Steps) -> Path | None:
    """Run what is missing of `steps`; the copy made of an older database, or None.

    A file of a newer program, or of another one, raises StorageProblem and is left as it is.
    The connection is in autocommit mode.
    """
    version = _version(connection)
    if version > len(steps):
        raise StorageProblem(
            words(
                "The log {file} was written by a newer version of this program. Install that "
                "version again; the log was left as it is.",
                file=str(path),
            )
        )
    if version == len(steps):
        return None
    if version == 0 and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise StorageProblem(
            words(
                "The file {file} is a database, but no log of this program. It was left as it is.",
                file=str(path),
            )
        )
    copy = _copy(connection, path, version) if version else None
    _run(connection, steps)
    return copy


def make_private(path: Path) -> None:
    """Make the file if it is missing, readable and writable for its owner only."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE)
    os.close(descriptor)
    for name in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        if name.exists() and name.stat().st_mode & 0o777 != PRIVATE:
            name.chmod(PRIVATE)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _copy(connection: sqlite3.Connection, path: Path, version: int) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    copy = path.with_name(f"{path.name}.version-{version}-{stamp}")
    make_private(copy)
    with closing(sqlite3.connect(copy)) as target:
        connection.backup(target)
    return copy


def _run(connection: sqlite3.Connection, steps: Steps) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again under the lock: another start of the program may have been faster.
        for statements in steps[_version(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
