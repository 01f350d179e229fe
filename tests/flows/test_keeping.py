"""What was typed gets to the disk on bad days too, and the end is an orderly one."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

PATIENCE_MS = 10_000


def on_disk(home: Path, text: str) -> bool:
    draft = home / "draft.json"
    return draft.is_file() and text in draft.read_text("utf-8")


def build_wall(home: Path) -> Path:
    """A folder where the draft belongs: no file can take its place."""
    wall = home / "draft.json"
    wall.unlink(missing_ok=True)
    wall.mkdir(parents=True)
    (wall / "inside").touch()
    return wall


def tear_down(wall: Path) -> None:
    (wall / "inside").unlink()
    wall.rmdir()


def test_a_locked_log_holds_up_neither_the_draft_nor_the_end(
    open_desk: Callable[..., Any], private_home: Path
) -> None:
    desk = open_desk()
    let_go = threading.Event()
    waiting = asyncio.get_running_loop().create_task(
        desk.program.services.log_worker.run(let_go.wait, 20)
    )
    desk.type_into("Recipients", "+12025550166")
    desk.until(lambda: on_disk(private_home, "+12025550166"))
    assert not waiting.done()
    desk.type_into("Recipients", "+12025550167")
    desk.finish(desk.program.close())
    let_go.set()
    assert on_disk(private_home, "+12025550167")
    assert open_desk().pane.recipients() == "+12025550167"


def test_a_draft_that_cannot_be_written_is_said_and_saved_later(
    open_desk: Callable[..., Any], private_home: Path
) -> None:
    desk = open_desk()
    desk.program.keeping.draft.retry = 0.05
    wall = build_wall(private_home)
    desk.type_into("Recipients", "+12025550166")
    desk.until(lambda: "not saved yet" in desk.notice())
    assert "draft.json" in desk.notice()
    tear_down(wall)
    desk.until(lambda: on_disk(private_home, "+12025550166"))
    desk.until(lambda: "is saved now" in desk.notice())


def test_a_window_with_unsaved_text_goes_only_when_closed_again(
    qtbot: QtBot, begin: Callable[..., Any], private_home: Path
) -> None:
    life = begin()
    window, pane = life.window, life.pane
    qtbot.waitUntil(lambda: bool(pane.recipients()), timeout=PATIENCE_MS)
    wall = build_wall(private_home)
    field = next(f for f in pane.findChildren(QPlainTextEdit) if f.accessibleName() == "Recipients")
    qtbot.keyClicks(field, ", +12025550166")
    window.close()
    qtbot.waitUntil(lambda: "close again" in window.notice.text(), timeout=PATIENCE_MS)
    assert window.isVisible()
    assert "draft.json" in window.notice.text()
    assert not life.task.done()
    tear_down(wall)
    window.close()
    qtbot.waitUntil(life.task.done, timeout=PATIENCE_MS)
    life.task.result()
    assert on_disk(private_home, "+12025550166")


def failing_after(step: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """The step, which then meets a fault."""

    async def fail() -> None:
        await step()
        raise LookupError("a fault of ours")

    return fail


def test_a_step_of_closing_that_fails_prevents_none_of_the_others(
    open_desk: Callable[..., Any], private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    desk.send()
    for part, step in ((desk.program.keeping, "close"), (desk.program.tasks, "cancel_all")):
        monkeypatch.setattr(part, step, failing_after(getattr(part, step)))
    with pytest.raises(LookupError):
        desk.finish(desk.program.close())
    assert "window" in (private_home / "settings.json").read_text()
    # The database is closed: nothing is left in a file beside it.
    assert not (private_home / "log.sqlite3-wal").exists()
    with sqlite3.connect(private_home / "log.sqlite3") as log:
        assert log.execute("SELECT count(*) FROM log").fetchone() == (1,)
    log.close()


@pytest.mark.parametrize("content", ['{"version": 99, "later": [1]}', None], ids=["newer", "dir"])
def test_templates_that_cannot_be_read_never_stop_the_start_and_are_left_alone(
    open_desk: Callable[..., Any], private_home: Path, content: str | None
) -> None:
    private_home.mkdir(mode=0o700)
    file = private_home / "templates.json"
    file.mkdir() if content is None else file.write_text(content)
    desk = open_desk()
    desk.program.keeping.wording.retry = 0.05
    assert "templates.json" in desk.notice()
    assert "sample templates" in desk.notice()
    desk.click("Edit template")
    assert desk.control("Template text").toPlainText()
    desk.type_into("Template text", "Hello {{1}}.")
    desk.until(lambda: "not saved yet" in desk.notice())
    assert desk.control("Template text").toPlainText() == "Hello {{1}}."
    if content is None:
        file.rmdir()
        desk.until(lambda: file.is_file() and "Hello {{1}}." in file.read_text())
    else:
        assert file.read_text() == content
