"""Autosave over a real worker and a real file: nothing typed is given up, come what may."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from wa_composer.session.autosave import Autosave
from wa_composer.storage.drafts import Drafts
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.worker import Worker


class Desk:
    """A text that is saved, on a disk that a test may stop or spoil."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.drafts = Drafts(folder)
        self.worker = Worker("test-drafts")
        self.text = ""
        self.gate = threading.Event()
        self.gate.set()
        self.fault: Exception | None = None
        self.heard: list[str] = []
        self.news = asyncio.Event()
        self.autosave = Autosave(
            lambda: {"text": self.text},
            self.save,
            self.worker,
            failed=self.failed,
            mended=lambda: self.hear("mended"),
            delay=0.01,
            retry=0.01,
            patience=0.1,
        )

    def save(self, state: dict[str, Any]) -> None:
        self.gate.wait(10)
        if self.fault is not None:
            raise self.fault
        self.drafts.save(state)

    def type(self, text: str) -> None:
        self.text = text
        self.autosave.touch()

    def failed(self, problem: StorageProblem) -> None:
        self.hear(str(problem))

    def hear(self, news: str) -> None:
        self.heard.append(news)
        self.news.set()

    async def next_news(self) -> str:
        async with asyncio.timeout(10):
            await self.news.wait()
        self.news.clear()
        return self.heard[-1]

    def on_disk(self) -> object:
        return Drafts(self.folder).load()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.gate.set()
    desk.worker.close()


def spoil(folder: Path) -> Path:
    """A folder stands where the draft belongs, so that no file can take its place."""
    wall = folder / "draft.json"
    wall.mkdir()
    (wall / "inside").touch()
    return wall


async def test_closing_saves_at_once(desk: Desk) -> None:
    desk.type("one")
    assert await desk.autosave.close()
    assert desk.on_disk() == {"text": "one"}
    assert desk.heard == []


async def test_what_cannot_be_written_is_tried_until_it_can(desk: Desk) -> None:
    wall = spoil(desk.folder)
    desk.type("one")
    assert "draft.json" in await desk.next_news()
    assert not await desk.autosave.flush()
    desk.text = "two"
    (wall / "inside").unlink()
    wall.rmdir()
    assert await desk.next_news() == "mended"
    assert desk.on_disk() == {"text": "two"}
    assert len(desk.heard) == 2  # one sentence for however many tries
    assert await desk.autosave.close()


async def test_a_disk_that_hangs_is_told_and_never_undoes_newer_text(desk: Desk) -> None:
    desk.gate.clear()
    desk.type("one")
    assert "does not answer" in await desk.next_news()
    desk.type("two")
    assert not await desk.autosave.flush()
    desk.gate.set()
    assert await desk.next_news() == "mended"
    assert await desk.autosave.close()
    assert desk.on_disk() == {"text": "two"}


async def test_a_fault_of_ours_is_reported_once_and_the_text_is_kept(desk: Desk) -> None:
    reported: list[object] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: reported.append(context["exception"]))
    desk.fault = LookupError("a fault of ours")
    desk.type("one")
    assert not await desk.autosave.flush()
    assert not await desk.autosave.flush()
    assert reported == [desk.fault]
    desk.fault = None
    assert await desk.next_news() == "mended"
    assert desk.on_disk() == {"text": "one"}
    assert await desk.autosave.close()
