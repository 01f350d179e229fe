"""Who is sending what: a lock per batch, let go by the system when its program ends.

So rows that a killed program left behind are told from those another program is sending.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from wa_composer.storage.locks import locked, taken_over

_MARK = ".sending-"


class Owners:
    """The lock files beside a log; those of this process are kept until `let_go`."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._held: dict[str, ExitStack] = {}

    def hold(self, batch: str) -> None:
        """Say that this process sends a batch, before any row of it can be seen.

        Raises StorageProblem when the file cannot be made.
        """
        with ExitStack() as stack:
            stack.enter_context(locked(self._file(batch)))
            self._held[batch] = stack.pop_all()

    def let_go(self, batch: str) -> None:
        """Say that a batch has ended; nothing when this process does not send it."""
        stack = self._held.pop(batch, None)
        if stack is not None:
            stack.close()
            self._remove(self._file(batch))

    def left(self) -> Iterator[str]:
        """Give each batch whose program has ended; its file is removed once it was dealt with.

        On a file system without locks there are none: nobody knows there who is still at work.
        """
        for file in self._log.parent.glob(f"{self._log.name}{_MARK}*"):
            with taken_over(file) as mine:
                if mine:
                    yield file.name.partition(_MARK)[2]
            if mine:
                self._remove(file)

    def _file(self, batch: str) -> Path:
        return self._log.with_name(f"{self._log.name}{_MARK}{batch}")

    def _remove(self, file: Path) -> None:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            pass  # the next one who looks tries again
