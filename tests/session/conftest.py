"""A sender over a real log, whose disk and wire a test may break."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator

import pytest

from wa_composer.insider.errors import NoAnswer, NotConnected, Rejected
from wa_composer.message.draft import Draft, read
from wa_composer.message.words import words
from wa_composer.session.sender import Sender
from wa_composer.storage.log import Log
from wa_composer.storage.worker import Worker

NUMBERS = ("+12025550123", "+447700900123")
SORRY = (words("It failed."), words("Do something."))


def draft_of(count: int = 1) -> Draft:
    image = {"type": "image", "image": {"link": "https://example.com/a.png"}}
    return read({"messages": [{"phoneNumber": n, "message": image} for n in NUMBERS[:count]]})


class Wire:
    """Stands where the client stands; sees what the log file says when a request leaves."""

    def __init__(self, log: Log, ending: str = "accept") -> None:
        self.log = log
        self.ending = ending
        self.status = 200
        self.left: list[list[str]] = []
        self.reached = asyncio.Event()

    async def send(self, endpoint, key, payload):
        with sqlite3.connect(self.log.path) as other:
            query = "SELECT outcome FROM log WHERE outcome = 'sending'"
            self.left.append([outcome for (outcome,) in other.execute(query)])
        other.close()
        self.reached.set()
        if self.ending == "wait":
            await asyncio.Event().wait()
        await asyncio.sleep(0)
        endings = {"refuse": Rejected, "unknown": NoAnswer, "unreached": NotConnected}
        if self.ending in endings:
            raise endings[self.ending](*SORRY)
        if self.ending == "bug":
            raise LookupError("a fault of ours")
        return tuple(f"whatsapp-{n}" for n in range(len(payload["messages"])))


class Bench:
    """A sender over a real log, whose disk and wire a test may break."""

    def __init__(self, folder, ending: str = "accept") -> None:
        self.log = Log(folder / "log.sqlite3", lock_seconds=0.01)
        self.worker = Worker("test-log")
        self.log.open()
        self.wire = Wire(self.log, ending)
        self.sender = Sender(
            client_factory=lambda: self.wire,
            log=self.log,
            worker=self.worker,
            key=self.key,
            practice_endpoint=self.endpoint,
        )

    async def key(self, account):
        return "key"

    async def endpoint(self):
        return "http://127.0.0.1:1/send"

    def fill_disk(self) -> None:
        pages = self.log._connection.execute("PRAGMA page_count").fetchone()[0]
        self.log._connection.execute(f"PRAGMA max_page_count = {pages}")

    def outcomes(self) -> list[str]:
        return [row.outcome.value for row in self.log.rows()]

    def close(self) -> None:
        self.worker.run_sync(self.log.close)
        self.worker.close()


@pytest.fixture
def make_bench(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Bench]:
    """Makes benches in folders of their own; the test closes them."""
    return lambda: Bench(tmp_path_factory.mktemp("bench"))


@pytest.fixture
def bench(make_bench: Callable[[], Bench]) -> Iterator[Bench]:
    bench = make_bench()
    yield bench
    bench.close()


@pytest.fixture
def a_draft() -> Callable[[int], Draft]:
    """Makes a draft of that many messages, one without a number given."""
    return draft_of
