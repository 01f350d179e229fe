"""Brings what is on the screen to the disk within a second, and at the end at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from wa_composer.message.words import words
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.worker import Worker

DELAY_SECONDS = 0.3
RETRY_SECONDS = 5.0
PATIENCE_SECONDS = 3.0

T = TypeVar("T")


class Autosave(Generic[T]):
    """Saves what `take` gives shortly after each `touch`, again and again until it is there.

    One write at a time; a change during a write is saved by the next one. None is ever left
    behind for another: an old one that wakes up late would undo the newer. `failed` is called
    once for each reason why nothing gets written, also when a write takes longer than `patience`
    seconds; `mended` when a later write succeeds.
    """

    def __init__(
        self,
        take: Callable[[], T],
        save: Callable[[T], None],
        worker: Worker,
        *,
        failed: Callable[[StorageProblem], None],
        mended: Callable[[], None],
        delay: float = DELAY_SECONDS,
        retry: float = RETRY_SECONDS,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self.retry = retry
        self.patience = patience
        self._take = take
        self._save_taken = save
        self._worker = worker
        self._failed = failed
        self._mended = mended
        self._delay = delay
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._dirty = False
        self._why = ""

    def touch(self) -> None:
        """Something changed: save soon."""
        self._dirty = True
        self._plan(self._delay)

    async def flush(self) -> bool:
        """Save what is not on the disk yet; whether all of it is there now.

        Waits `patience` seconds for a write that is under way, and as long for a last one.
        """
        if self._task is not None:
            await asyncio.wait({self._task}, timeout=self.patience)
        if self._dirty and self._task is None:
            await asyncio.wait({self._start()}, timeout=self.patience)
        return not self._dirty and self._task is None

    async def close(self) -> bool:
        """The same for the last time: nothing is tried again after it."""
        try:
            return await self.flush()
        finally:
            self._cancel_timer()

    def _plan(self, seconds: float) -> None:
        if self._timer is None and self._task is None:
            self._timer = asyncio.get_running_loop().call_later(seconds, self._start)

    def _cancel_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _start(self) -> asyncio.Task[None]:
        self._cancel_timer()
        self._task = asyncio.get_running_loop().create_task(self._save())
        return self._task

    async def _save(self) -> None:
        loop = asyncio.get_running_loop()
        silent = StorageProblem(words("The disk does not answer."))
        slow = loop.call_later(self.patience, self._tell, silent)
        self._dirty = False
        try:
            await self._worker.run(self._save_taken, self._take())
        except StorageProblem as problem:
            self._dirty = True
            self._tell(problem)
        except Exception as fault:  # noqa: BLE001 - whatever it is, it must not end the saving
            self._dirty = True
            if self._is_news(type(fault).__name__):
                loop.call_exception_handler({"message": "Saving failed", "exception": fault})
        else:
            if self._why:
                self._why = ""
                self._mended()
        finally:
            slow.cancel()
            self._task = None
            if self._dirty:
                self._plan(self.retry if self._why else self._delay)

    def _tell(self, problem: StorageProblem) -> None:
        if self._is_news(problem.words.english()):
            self._failed(problem)

    def _is_news(self, why: str) -> bool:
        known, self._why = self._why, why
        return known != why
