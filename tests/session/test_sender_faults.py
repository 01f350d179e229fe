"""The log stays true when the send is stopped and when the disk fails."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest

from wa_composer.message.draft import read
from wa_composer.message.outcome import Outcome
from wa_composer.storage.accounts import PRACTICE
from wa_composer.storage.errors import StorageProblem


async def test_the_row_is_in_the_file_when_the_request_leaves(bench, a_draft):
    delivery = await bench.sender.send(PRACTICE, a_draft(2))
    assert bench.wire.left == [["sending", "sending"]]
    assert delivery.outcome is Outcome.ACCEPTED
    assert delivery.log_words is None


async def test_a_window_that_closes_leaves_unknown(bench, a_draft):
    bench.wire.ending = "wait"
    task = asyncio.ensure_future(bench.sender.send(PRACTICE, a_draft(2)))
    await bench.wire.reached.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert bench.outcomes() == ["unknown", "unknown"]
    assert "may have gone out" in bench.log.rows()[0].reason
    assert not bench.sender.busy


async def test_a_send_stopped_while_it_is_recorded_is_not_sent(bench, a_draft):
    loop, begin = asyncio.get_running_loop(), bench.log.begin

    def begin_and_stop(*args):
        ids = begin(*args)
        loop.call_soon_threadsafe(task.cancel)
        return ids

    bench.log.begin = begin_and_stop
    task = asyncio.ensure_future(bench.sender.send(PRACTICE, a_draft()))
    with pytest.raises(asyncio.CancelledError):
        await task
    assert bench.wire.left == []
    assert bench.outcomes() == ["refused"]
    assert "before anything left" in bench.log.rows()[0].reason


async def test_an_answer_that_came_is_written_even_when_stopped_then(bench, a_draft):
    loop, finish = asyncio.get_running_loop(), bench.log.finish

    def stop_and_fail_to_start(*args, **kwargs):
        loop.call_soon_threadsafe(task.cancel)
        bench.log.finish = finish

    bench.log.finish = stop_and_fail_to_start
    task = asyncio.ensure_future(bench.sender.send(PRACTICE, a_draft(2)))
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [(row.outcome, row.key) for row in bench.log.rows()] == [
        (Outcome.ACCEPTED, "whatsapp-1"),
        (Outcome.ACCEPTED, "whatsapp-0"),
    ]


async def test_a_fault_of_ours_leaves_unknown_and_comes_up(bench, a_draft):
    bench.wire.ending = "bug"
    with pytest.raises(LookupError):
        await bench.sender.send(PRACTICE, a_draft())
    assert bench.outcomes() == ["unknown"]


async def test_a_full_disk_before_sends_nothing(bench):
    bench.fill_disk()
    image = {"type": "image", "image": {"link": "https://example.com/" + "a" * 9000}}
    draft = read({"messages": [{"phoneNumber": "+12025550123", "message": image}]})
    with pytest.raises(StorageProblem, match="full"):
        await bench.sender.send(PRACTICE, draft)
    assert bench.wire.left == []
    assert bench.outcomes() == []
    assert not bench.sender.busy


async def test_a_locked_log_before_sends_nothing(bench, a_draft):
    with sqlite3.connect(bench.log.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageProblem, match="locked"):
            await bench.sender.send(PRACTICE, a_draft())
    other.close()
    assert bench.wire.left == []


@pytest.mark.parametrize(
    ("ending", "outcome"), [("accept", Outcome.ACCEPTED), ("refuse", Outcome.REFUSED)]
)
async def test_a_log_that_fails_after_the_answer_does_not_change_what_is_true(
    bench, ending, outcome, a_draft
):
    bench.wire.ending = ending
    other = sqlite3.connect(bench.log.path, isolation_level=None, check_same_thread=False)
    answer = bench.wire.send

    async def lock_then_answer(*args):
        try:
            return await answer(*args)
        finally:
            other.execute("BEGIN IMMEDIATE")

    bench.wire.send = lock_then_answer
    delivery = await bench.sender.send(PRACTICE, a_draft())
    other.execute("ROLLBACK")
    other.close()
    assert delivery.outcome is outcome
    assert delivery.rows[0].outcome is outcome
    assert "locked" in delivery.log_words.english()
    assert bool(delivery.keys) == (outcome is Outcome.ACCEPTED)
    assert bench.outcomes() == ["sending"]  # and "unknown" once the log is opened again
