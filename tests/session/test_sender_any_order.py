"""In any order of endings, presses and faults: recorded first, left once, and told truly."""

from __future__ import annotations

import asyncio
import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st

from wa_composer.insider.errors import SendError
from wa_composer.session.sender import Busy
from wa_composer.storage.accounts import PRACTICE
from wa_composer.storage.errors import StorageProblem

steps = st.lists(
    st.tuples(
        st.sampled_from(["accept", "refuse", "unknown", "unreached", "bug", "wait"]),
        st.integers(1, 2),
        st.integers(1, 3),
        st.booleans(),
    ),
    max_size=6,
)


@given(steps)
@settings(max_examples=40)
def test_whatever_happens_each_request_was_recorded_first_and_left_once(make_bench, a_draft, plan):
    bench = make_bench()
    try:
        asyncio.run(perform(bench, a_draft, plan))
    finally:
        bench.close()


EXPECTED = {"accept": "accepted", "refuse": "refused", "unreached": "refused"}


async def perform(bench, a_draft, plan) -> None:
    expected: list[str] = []
    for ending, count, presses, locked in plan:
        bench.wire.ending = ending
        bench.wire.reached.clear()
        left = len(bench.wire.left)
        other = sqlite3.connect(bench.log.path, isolation_level=None)
        if locked:
            other.execute("BEGIN IMMEDIATE")
        sends = [
            asyncio.ensure_future(bench.sender.send(PRACTICE, a_draft(count)))
            for _ in range(presses)
        ]
        if ending == "wait" and not locked:
            await bench.wire.reached.wait()
            sends[0].cancel()
        ends = await asyncio.gather(*sends, return_exceptions=True)
        other.close()
        assert all(isinstance(end, Busy) for end in ends[1:])
        assert not any(isinstance(end, SendError) for end in ends)
        if locked:
            assert isinstance(ends[0], StorageProblem)
            assert len(bench.wire.left) == left
            continue
        assert bench.wire.left[left:] == [["sending"] * count]
        expected = [EXPECTED.get(ending, "unknown")] * count + expected
        assert bench.outcomes() == expected
        assert not bench.sender.busy
