"""The program ends when its window is closed, whenever that is, and never with a loss."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

PATIENCE_MS = 10_000


def test_a_window_closed_before_anyone_listens_ends_the_program(
    begin: Callable[..., Any], qtbot: QtBot
) -> None:
    life = begin(lambda window: window.close())
    qtbot.waitUntil(life.task.done, timeout=PATIENCE_MS)
    assert not life.window.isVisible()


def test_a_later_start_calls_back_a_window_that_is_being_closed(
    begin: Callable[..., Any], qtbot: QtBot, private_home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "late.wamsg"
    image = {"type": "image", "image": {"link": "https://example.com/late.jpg"}}
    file.write_text(json.dumps({"messages": [{"phoneNumber": "+12025550177", "message": image}]}))
    draft = private_home / "draft.json"
    life = begin()
    qtbot.waitUntil(lambda: life.instance.attended, timeout=PATIENCE_MS)
    life.window.close()
    life.instance.called.emit([str(file)])
    qtbot.waitUntil(lambda: draft.exists() and "late.jpg" in draft.read_text())
    assert life.window.isVisible() and not life.task.done()
    life.window.close()
    qtbot.waitUntil(life.task.done, timeout=PATIENCE_MS)
    assert "late.jpg" in draft.read_text()


def test_once_the_window_is_gone_a_later_start_is_not_told_that_it_was_heard(
    begin: Callable[..., Any], qtbot: QtBot
) -> None:
    life = begin()
    qtbot.waitUntil(lambda: life.instance.attended, timeout=PATIENCE_MS)
    life.window.close()
    qtbot.waitUntil(life.task.done, timeout=PATIENCE_MS)
    assert not life.instance.listening


def test_nobody_follows_the_focus_while_the_window_is_taken_apart(
    open_desk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    followed: list[bool] = []
    monkeypatch.setattr(desk.program.composing, "show_action_bar", lambda: followed.append(True))
    monkeypatch.setattr(desk.program.pointing._parts, "light", lambda parts: followed.append(True))
    desk.control("Header text").setFocus()
    desk.control("Body value 1").setFocus()
    assert followed
    followed.clear()
    desk.finish(desk.program.close())
    desk.control("Header text").setFocus()
    desk.control("Body value 1").setFocus()
    assert not followed


@pytest.mark.parametrize("when", ["while", "after"])
def test_nothing_is_asked_of_a_program_that_is_closed(
    desk: Any, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    program = desk.program
    close = program.media.close

    def ask() -> None:
        QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowActivate))
        program.logging.again.timeout.emit()
        desk.window.log.search.emit("Ada")
        desk.window.log.use_again.emit(1)

    async def ask_and_close() -> None:
        ask()  # the tasks have ended by now, and the log is open still
        await close()

    if when == "while":
        monkeypatch.setattr(program.media, "close", ask_and_close)
    desk.finish(program.close())
    if when == "after":
        ask()
    desk.until(lambda: not program.tasks._running)
    assert not desk.notice()
