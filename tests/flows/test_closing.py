"""The program ends when its window is closed, whenever that is, and never with a loss."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
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
