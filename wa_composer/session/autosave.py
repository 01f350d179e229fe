"""Brings what is on the screen to the disk within a second, and at the end at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.worker import Worker

DELAY_SECONDS = 0.3
CLOSING_SECONDS = 3.0


T = TypeVar("T")


class Autosave(Generic[T]):
    """Saves what `take` gives shortly after each `touch`, on the worker's thread.

    One write at a time; a change during a write is saved by the next one. `failed` is
    called with the problem when `save` raises StorageProblem.
    """

    def __init__(
        self,
        take: Callable[[], T],
        save: Callable[[T], None],
        worker: Worker,
        *,
        failed: Callable[[StorageProblem], None],
        delay: float = DELAY_SECONDS,
    ) -> None:
        self._take = take
        self._save_taken = save
        self._worker = worker
        self._failed = failed
        self._delay = delay
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._dirty = False

    def touch(self) -> None:
        """Something changed: save soon."""
        self._dirty = True
        if self._timer is None and self._task is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(self._delay, self._start)

    async def close(self) -> None:
        """Save what is not on the disk yet and stop."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._task is not None:
            await asyncio.wait({self._task})
        if self._dirty:
            await self._save()

    def _start(self) -> None:
        self._timer = None
        self._task = asyncio.get_running_loop().create_task(self._save())
        self._task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._task = None
        if not task.cancelled() and task.exception() is None and self._dirty:
            self.touch()

    async def _save(self) -> None:
        self._dirty = False
        try:
            await self._worker.run(self._save_taken, self._take(), timeout=CLOSING_SECONDS)
        except StorageProblem as problem:
            self._failed(problem)
