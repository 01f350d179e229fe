"""The program ends when its window is closed, whenever that is, and never with a loss."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wa_composer import app as application
from wa_composer.instance import Instance
from wa_composer.running import live
from wa_composer.storage.paths import home
from wa_composer.ui.main_window import MainWindow

PATIENCE_MS = 10_000
Life = tuple[MainWindow, Instance, "asyncio.Task[None]"]


@pytest.fixture
def begin(
    qtbot: QtBot, qapp: QApplication, loop: asyncio.AbstractEventLoop
) -> Iterator[Callable[..., Life]]:
    """Starts the program's whole life; `closed` is a window closed before it listens."""
    lives: list[Life] = []

    def start(*, closed: bool = False) -> Life:
        window, pane = application.make_window(qapp)
        window.show()
        if closed:
            window.close()
        instance = Instance(home(), qapp)
        assert instance.first()
        task = loop.create_task(live(qapp, window, pane, [], instance))
        lives.append((window, instance, task))
        return lives[-1]

    yield start
    for window, instance, task in lives:
        task.cancel()
        qtbot.waitUntil(task.done, timeout=PATIENCE_MS)
        instance.close()
        window.close()
        window.deleteLater()


def test_a_window_closed_before_anyone_listens_ends_the_program(
    begin: Callable[..., Life], qtbot: QtBot
) -> None:
    window, _, task = begin(closed=True)
    qtbot.waitUntil(task.done, timeout=PATIENCE_MS)
    assert not window.isVisible()


def test_a_later_start_calls_back_a_window_that_is_being_closed(
    begin: Callable[..., Life], qtbot: QtBot, private_home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "late.wamsg"
    image = {"type": "image", "image": {"link": "https://example.com/late.jpg"}}
    file.write_text(json.dumps({"messages": [{"phoneNumber": "+12025550177", "message": image}]}))
    draft = private_home / "draft.json"
    window, instance, task = begin()
    qtbot.waitUntil(lambda: instance.listening, timeout=PATIENCE_MS)
    window.close()
    instance.called.emit([str(file)])
    qtbot.waitUntil(lambda: draft.exists() and "late.jpg" in draft.read_text())
    assert window.isVisible() and not task.done()
    window.close()
    qtbot.waitUntil(task.done, timeout=PATIENCE_MS)
    assert "late.jpg" in draft.read_text()


def test_once_the_window_is_gone_a_later_start_is_not_told_that_it_was_heard(
    begin: Callable[..., Life], qtbot: QtBot
) -> None:
    window, instance, task = begin()
    qtbot.waitUntil(lambda: instance.listening, timeout=PATIENCE_MS)
    window.close()
    qtbot.waitUntil(task.done, timeout=PATIENCE_MS)
    assert not instance.listening
