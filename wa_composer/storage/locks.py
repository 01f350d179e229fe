"""Taking turns with other processes: a file that one of them holds while it changes another."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wa_composer.message.words import words
from wa_composer.storage.errors import StorageProblem

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_SECONDS = 5.0
_AGAIN_SECONDS = 0.02
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
OWNER_ONLY = 0o600


@contextmanager
def locked(path: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold the lock file `path`, so that no other process or thread does; may wait for its turn.

    Raises StorageProblem when another one holds it for `seconds`, or the file cannot be made. It
    is let go with the block, and with the process at the latest; the file itself stays. A file
    system that knows no locks is trusted to have one user only.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, OWNER_ONLY)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problem = words("{file} cannot be written: {reason}.", file=str(path), reason=reason)
        raise StorageProblem(problem) from error
    try:
        end = time.monotonic() + seconds
        while not _take(handle):
            if time.monotonic() > end:
                folder = str(path.parent)
                raise StorageProblem(
                    words("Another program is changing the files in {folder}.", folder=folder)
                )
            time.sleep(_AGAIN_SECONDS)
        yield
    finally:
        os.close(handle)


@contextmanager
def taken_over(path: Path) -> Iterator[bool]:
    """Hold an existing lock file if its holder is gone, and say whether that is so.

    False also where the file system knows no locks, or the file cannot be opened.
    """
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        yield False
        return
    try:
        yield _take(handle, otherwise=False)
    finally:
        os.close(handle)


def _take(handle: int, *, otherwise: bool = True) -> bool:
    """Whether the lock is ours now; `otherwise` where there are no locks."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return otherwise and error.errno not in _TAKEN
    return True
