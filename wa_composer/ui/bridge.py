"""Session's events as Qt signals, and the one owner of the window's tasks."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from wa_composer.session.composer import Composer


class Bridge(QObject):
    """Tells the window when the composer's draft changed.

    Qt-free rooms know only plain callbacks; widgets know only signals. This is the one
    place where the first become the second.
    """

    changed = Signal(object)

    def __init__(self, composer: Composer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        composer.listen(self.changed.emit)


class Tasks:
    """Starts coroutines and keeps them alive until they end or the window closes.

    The event loop itself holds tasks only weakly; a task without an owner may vanish
    halfway through a send.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._running: set[asyncio.Task[Any]] = set()
        self._over = False

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run `work` in the loop; an error in it reaches the loop's exception handler.

        After `cancel_all` nothing of it runs: the task is cancelled before its first step.
        """
        task = self._loop.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)
        if self._over:
            task.cancel()
        return task

    async def cancel_all(self) -> None:
        """Cancel what still runs, wait until it has ended, and let nothing begin any more.

        Timers and the window's own signals go on while the parts of the program are closed.
        """
        self._over = True
        running = tuple(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._running.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            self._loop.call_exception_handler(
                {"message": "A task of the window failed", "exception": error, "task": task}
            )
