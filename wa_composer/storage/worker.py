"""One owned daemon thread for what may wait on the world: the database, or the keyring."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Any, TypeVar

T = TypeVar("T")

CLOSE_SECONDS = 2.0


class WorkerTimeout(TimeoutError):
    """A call did not come back within its time; its thread was left behind."""


class Worker:
    """Runs calls one after the other on a daemon thread of its own, started when first needed.

    A call that outlives its `timeout` (seconds) raises WorkerTimeout in the caller. A call cannot
    be stopped from outside, so its thread is left behind (it dies with the process) and the calls
    that were waiting continue on a new one. asyncio's default executor is joined when a loop
    closes, and a keyring that hangs would hang that too: hence this class.
    """

    def __init__(self, name: str = "wa-composer-worker") -> None:
        self._name = name
        self._guard = threading.Lock()
        self._lane: _Lane | None = None
        self._closed = False

    async def run(
        self,
        fn: Callable[..., T],
        *args: Any,
        timeout: float | None = None,  # noqa: ASYNC109 - it leaves the thread behind as well
    ) -> T:
        """Await `fn(*args)` under any asyncio loop; raises what it raises, or WorkerTimeout."""
        job = self._submit(fn, args)
        future: asyncio.Future[T] = asyncio.wrap_future(job.future)
        await asyncio.wait({future}, timeout=timeout)
        if not future.done():
            future.cancel()
            self._give_up(job)
            raise WorkerTimeout
        return await future

    def run_sync(self, fn: Callable[..., T], *args: Any, timeout: float | None = None) -> T:
        """The same for callers without a loop: blocks up to `timeout` seconds."""
        job = self._submit(fn, args)
        if not wait([job.future], timeout).done:
            self._give_up(job)
            raise WorkerTimeout
        result: T = job.future.result()
        return result

    def close(self, timeout: float = CLOSE_SECONDS) -> None:
        """Let the calls already handed over finish, for at most `timeout` seconds."""
        with self._guard:
            self._closed = True
            lane, self._lane = self._lane, None
        if lane is not None:
            lane.finish()
            if lane.thread is not threading.current_thread():
                lane.thread.join(timeout)

    def _submit(self, fn: Callable[..., Any], args: tuple[Any, ...]) -> _Job:
        job = _Job(fn, args)
        with self._guard:
            if self._closed:
                raise RuntimeError("the worker is closed")
            if self._lane is None:
                self._lane = _Lane(self._name)
            job.lane = self._lane
            self._lane.add(job)
        return job

    def _give_up(self, job: _Job) -> None:
        job.future.cancel()
        with self._guard:
            if self._lane is not job.lane or job.lane is None:
                return
            waiting = job.lane.abandon()
            if waiting is None:
                return
            self._lane = _Lane(self._name)
            for other in waiting:
                other.lane = self._lane
                self._lane.add(other)


class _Job:
    """One call on its way to the thread and back."""

    def __init__(self, fn: Callable[..., Any], args: tuple[Any, ...]) -> None:
        self.fn = fn
        self.args = args
        self.future: Future[Any] = Future()
        self.lane: _Lane | None = None

    def perform(self) -> None:
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args)
        except BaseException as error:  # noqa: BLE001 - raised in the caller
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


class _Lane:
    """A thread with its queue; when one call hangs, both are left behind together."""

    def __init__(self, name: str) -> None:
        self._jobs: deque[_Job] = deque()
        self._wake = threading.Condition()
        self._busy = False
        self._ending = False
        self.thread = threading.Thread(target=self._loop, name=name, daemon=True)
        self.thread.start()

    def add(self, job: _Job) -> None:
        with self._wake:
            self._jobs.append(job)
            self._wake.notify()

    def finish(self) -> None:
        with self._wake:
            self._ending = True
            self._wake.notify()

    def abandon(self) -> list[_Job] | None:
        """Leave the thread behind if it is in a call; the calls that wait, or None if it is not."""
        with self._wake:
            if not self._busy:
                return None
            self._ending = True
            waiting = list(self._jobs)
            self._jobs.clear()
            return waiting

    def _loop(self) -> None:
        while True:
            with self._wake:
                self._busy = False
                self._wake.wait_for(lambda: self._jobs or self._ending)
                if not self._jobs:
                    return
                job = self._jobs.popleft()
                self._busy = True
            job.perform()
            del job
