"""What is wrong with a database file, in plain words, and setting it aside without loss."""

from __future__ import annotations

import errno
import sqlite3
from datetime import datetime
from pathlib import Path

from wa_composer.message.words import Words, words
from wa_composer.storage.errors import StorageProblem

# Primary result codes of SQLite, the low byte of `sqlite_errorcode`.
_LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_CORRUPT = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_SCHEMA)
_READ_ONLY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN)


class DamagedLog(StorageProblem):
    """The log's file is no database any more; the person may have it set aside."""


def is_damage(error: Exception) -> bool:
    """Whether the error says that the file itself is damaged."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(code, int) and code & 0xFF in _CORRUPT


def problem_of(error: Exception, path: Path) -> Words:
    """The sentence for an error of SQLite or of the file system; names the file."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    file = str(path)
    if primary in _LOCKED:
        return words("The log {file} is locked by another program. Close it there.", file=file)
    if is_damage(error):
        return words(
            "The log {file} is damaged and was left as it is. It can be set aside, and a new one "
            "begun.",
            file=file,
        )
    if primary == sqlite3.SQLITE_FULL or _is_full(error):
        return words("The disk is full: the log {file} cannot be written.", file=file)
    if primary in _READ_ONLY or isinstance(error, PermissionError):
        return words("The log {file} cannot be opened for writing.", file=file)
    if isinstance(error, OSError):
        return words(
            "The log {file} cannot be used: {reason}.",
            file=file,
            reason=error.strerror or type(error).__name__,
        )
    return words("The log {file} cannot be used: {reason}.", file=file, reason=str(error))


def put_aside(path: Path, moment: datetime) -> Path:
    """Rename the database and its companions to NAME.corrupt-TIME; the new name."""
    stamp = moment.strftime("%Y%m%dT%H%M%S%f")
    aside = path.with_name(f"{path.name}.corrupt-{stamp}")
    path.rename(aside)
    for suffix in ("-wal", "-shm"):
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.rename(aside.with_name(aside.name + suffix))
    return aside


def _is_full(error: Exception) -> bool:
    return isinstance(error, OSError) and error.errno in (
        errno.ENOSPC,
        getattr(errno, "EDQUOT", -1),
    )
