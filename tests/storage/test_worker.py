"""The worker: one call after the other, and a call that hangs holds up nobody else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from wa_composer.storage.worker import Worker, WorkerTimeout


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker("test")
    yield worker
    worker.close()


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """What a hanging call waits for; opened at the end, so that its thread ends too."""
    gate = threading.Event()
    yield gate
    gate.set()


async def test_runs_on_one_daemon_thread_in_order(worker: Worker) -> None:
    order: list[int] = []
    jobs = [worker.run(order.append, number) for number in range(50)]
    await asyncio.gather(*jobs)
    first, second = (
        await worker.run(threading.current_thread),
        await worker.run(threading.current_thread),
    )
    assert order == list(range(50))
    assert first is second
    assert first.daemon
    assert first is not threading.main_thread()


async def test_raises_what_the_call_raises(worker: Worker) -> None:
    with pytest.raises(ZeroDivisionError):
        await worker.run(lambda: 1 / 0)
    assert await worker.run(lambda: "still there") == "still there"


async def test_a_hanging_call_is_left_behind(worker: Worker, gate: threading.Event) -> None:
    with pytest.raises(WorkerTimeout):
        await worker.run(gate.wait, timeout=0.05)
    assert await worker.run(lambda: "next", timeout=5) == "next"


async def test_calls_behind_a_hanging_one_go_on(worker: Worker, gate: threading.Event) -> None:
    hanging = asyncio.ensure_future(worker.run(gate.wait, timeout=0.05))
    waiting = [asyncio.ensure_future(worker.run(lambda: "went on", timeout=5)) for _ in range(3)]
    with pytest.raises(WorkerTimeout):
        await hanging
    assert await asyncio.gather(*waiting) == ["went on"] * 3


async def test_a_call_that_waited_too_long_is_never_made(
    worker: Worker, gate: threading.Event
) -> None:
    made: list[str] = []
    hanging = asyncio.ensure_future(worker.run(gate.wait, timeout=5))
    await asyncio.sleep(0)  # lets it be handed over first
    with pytest.raises(WorkerTimeout):
        await worker.run(made.append, "too late", timeout=0.05)
    gate.set()
    await hanging
    await worker.run(lambda: None)
    assert made == []


async def test_a_cancelled_caller_leaves_the_worker_usable(
    worker: Worker, gate: threading.Event
) -> None:
    task = asyncio.ensure_future(worker.run(gate.wait))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    gate.set()
    assert await worker.run(lambda: 1, timeout=5) == 1


def test_serves_callers_without_a_loop(worker: Worker, gate: threading.Event) -> None:
    assert worker.run_sync(int, "12") == 12
    with pytest.raises(ValueError, match="invalid literal"):
        worker.run_sync(int, "twelve")
    with pytest.raises(WorkerTimeout):
        worker.run_sync(gate.wait, timeout=0.05)
    assert worker.run_sync(int, "13", timeout=5) == 13


def test_a_timeout_error_of_the_call_itself_is_no_worker_timeout(worker: Worker) -> None:
    def slow() -> None:
        raise TimeoutError("mine")

    with pytest.raises(TimeoutError, match="mine") as caught:
        worker.run_sync(slow, timeout=5)
    assert not isinstance(caught.value, WorkerTimeout)


def test_close_lets_what_was_handed_over_finish() -> None:
    worker = Worker("closing")
    done: list[int] = []
    started, gate = threading.Event(), threading.Event()

    def first() -> None:
        started.set()
        gate.wait(5)
        done.append(1)

    threads = [threading.Thread(target=worker.run_sync, args=(first,))]
    threads[0].start()
    started.wait(5)
    threads.append(threading.Thread(target=gate.set))
    threads[1].start()
    worker.close(timeout=5)
    for thread in threads:
        thread.join(5)
    assert done == [1]
    with pytest.raises(RuntimeError):
        worker.run_sync(int, "1")
    worker.close()  # twice is fine


def test_no_thread_before_the_first_call() -> None:
    before = threading.active_count()
    Worker("idle").close()
    assert threading.active_count() == before
