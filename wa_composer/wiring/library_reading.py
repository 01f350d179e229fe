"""The template library's file is read on a thread of its own, whenever there is something new."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from wa_composer.storage.errors import StorageProblem

if TYPE_CHECKING:
    from wa_composer.session.library import Library
    from wa_composer.storage.worker import Worker
    from wa_composer.ui.bridge import Tasks


class LibraryReading:
    """Has the library loaded whenever it asks for that."""

    def __init__(self, library: Library, worker: Worker, tasks: Tasks) -> None:
        self._library = library
        self._worker = worker
        self._tasks = tasks
        self._task: asyncio.Task[None] | None = None
        library.read_elsewhere(self._start)

    async def first(self) -> None:
        """Wait until it is read for the first time; until then the samples are all there is."""
        self._library.look_again()
        if self._task is not None:
            await asyncio.wait({self._task})

    async def load(self) -> bool:
        """Read it now and tell everyone; whether it could be read."""
        try:
            await self._worker.run(self._library.load)
        except StorageProblem as problem:
            self._library.loaded(problem)
            return False
        self._library.loaded()
        return True

    def _start(self) -> None:
        self._task = self._tasks.start(self._begin())

    async def _begin(self) -> None:
        await self.load()
