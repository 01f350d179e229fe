"""Looking at links, one at a time: what is remembered, what is cancelled, what is asked for."""

from __future__ import annotations

import asyncio

import pytest

from wa_composer.insider.media_facts import Look
from wa_composer.message.words import words
from wa_composer.session import looking
from wa_composer.session.looking import Decoded, Looking, Trust, links_in

GOOD = Look("image", 200, data=b"pixels")
FAULT = Look("image", 404, fault=words("Nothing there."))


class World:
    """Answers by link; a link in `slow` waits until it is let go."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.changes = 0
        self.answers: dict[str, Look] = {}
        self.slow: dict[str, asyncio.Event] = {}
        self.cancelled: list[str] = []
        self.now = 0.0
        self.bytes = 1
        self.looking = Looking(
            self.look, self.decode, asyncio.get_running_loop().create_task, self.changed, self.clock
        )

    async def look(self, kind: str, link: str) -> Look:
        self.asked.append(link)
        try:
            if link in self.slow:
                await self.slow[link].wait()
        except asyncio.CancelledError:
            self.cancelled.append(link)
            raise
        return self.answers.get(link, GOOD)

    async def decode(self, data: bytes) -> Decoded | None:
        return Decoded(data.decode(), self.bytes) if data != b"broken" else None

    def changed(self) -> None:
        self.changes += 1

    def clock(self) -> float:
        return self.now

    async def see(self, link: str) -> looking.Seen:
        self.looking.begin(("image", link))
        while self.looking.target is not None:
            await asyncio.sleep(0)
        seen = self.looking.seen(("image", link))
        assert seen is not None
        return seen


async def test_what_was_seen_is_kept_without_its_bytes() -> None:
    world = World()
    seen = await world.see("a")
    assert (seen.picture, seen.bytes, seen.look.data) == ("pixels", 1, b"")
    assert world.changes == 1


async def test_what_cannot_be_decoded_is_a_fault() -> None:
    world = World()
    world.answers["a"] = Look("image", 200, data=b"broken")
    seen = await world.see("a")
    assert seen.picture is None
    assert seen.look.words().english() == "The picture is damaged: it cannot be drawn."


async def test_another_link_cancels_the_one_before_and_the_same_does_not() -> None:
    world = World()
    world.slow["a"] = asyncio.Event()
    world.looking.begin(("image", "a"))
    world.looking.begin(("image", "a"))
    await asyncio.sleep(0)
    assert world.asked == ["a"]
    await world.see("b")
    assert world.cancelled == ["a"]
    assert world.looking.seen(("image", "a")) is None


async def test_cancelling_leaves_nothing_under_way() -> None:
    world = World()
    world.slow["a"] = asyncio.Event()
    world.looking.begin(("image", "a"))
    await asyncio.sleep(0)
    world.looking.cancel()
    await asyncio.sleep(0)
    assert world.looking.target is None
    assert world.changes == 0


async def test_the_number_of_links_is_bounded() -> None:
    world = World()
    for number in range(looking.SEEN_MOST + 5):
        await world.see(str(number))
        world.looking.seen(("image", "0"))  # in use again and again: it stays
    assert world.looking.seen(("image", "0")) is not None
    assert world.looking.seen(("image", "1")) is None


async def test_their_memory_is_bounded() -> None:
    world = World()
    world.bytes = looking.BYTES_MOST // 2 + 1
    for link in "abc":
        await world.see(link)
    assert [link for link in "abc" if world.looking.seen(("image", link))] == ["c"]


async def test_an_old_fault_is_forgotten_and_a_good_one_is_not() -> None:
    world = World()
    world.answers["bad"] = FAULT
    await world.see("bad")
    await world.see("good")
    for seconds, known in ((looking.FAULT_SECONDS, True), (looking.FAULT_SECONDS + 1, False)):
        world.now = seconds
        world.looking.forget_stale(("image", "bad"))
        world.looking.forget_stale(("image", "good"))
        assert (world.looking.seen(("image", "bad")) is not None) is known
    assert world.looking.seen(("image", "good")) is not None


async def test_an_unforeseen_error_does_not_look_for_ever() -> None:
    world = World()

    async def broken(data: bytes) -> Decoded | None:
        raise RuntimeError("not foreseen")

    world.looking._decode = broken
    world.looking.begin(("image", "a"))
    task = world.looking._task
    assert task is not None
    with pytest.raises(RuntimeError):
        await task
    assert world.looking.target is None


def test_a_typed_link_is_trusted_and_one_that_came_in_is_not() -> None:
    trust = Trust()
    trust.came_in(["https://example.com/theirs.jpg"])
    assert trust.typed("https://example.com/mine.jpg")
    assert not trust.typed("https://example.com/theirs.jpg")


def test_what_was_allowed_once_stays_so_when_it_comes_in_again() -> None:
    trust = Trust()
    trust.came_in(["a"])
    trust.allow("a")
    trust.came_in(["a"])
    assert trust.typed("a") and trust.allowed("a")


def test_no_number_of_links_makes_a_strange_one_known() -> None:
    trust = Trust()
    trust.came_in(["theirs"])
    for number in range(3 * looking.LINKS_MOST):
        trust.allow(f"mine {number}")
    trust.came_in(str(number) for number in range(10_000))
    assert not trust.typed("theirs")
    assert not trust.allowed("mine 0")
    assert not trust.typed("mine 0")


def test_links_are_found_wherever_they_are() -> None:
    message = {
        "template": {"components": [{"parameters": [{"image": {"link": " a "}}, {"link": 7}]}]},
        "interactive": {"header": {"video": {"link": "b", "id": ""}}},
        "image": {"link": ""},
    }
    assert links_in([message, "c", None]) == {"a", "b"}
