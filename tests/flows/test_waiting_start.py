"""What is done while the start waits for the library is done to the messages on the screen."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wa_composer import app as application
from wa_composer import running
from wa_composer.message.library import Entry
from wa_composer.running import Program
from wa_composer.session.library import Library

from .conftest import Desk, finish

KEPT, TYPED = "+447700900123", "PRECIOUS"
IMAGE = {"type": "image", "image": {"link": "https://example.com/other.png"}}
REQUEST = {"messages": [{"phoneNumber": "+12025550123", "message": IMAGE}]}
OWN = {
    "name": "own_offer",
    "language": "en",
    "category": "UTILITY",
    "components": [{"type": "BODY", "text": "Hello {{1}}, from us"}],
}


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The library is read when this is set."""
    opened, load = threading.Event(), Library.load

    def wait_and_load(library: Library) -> None:
        opened.wait(10)
        load(library)

    monkeypatch.setattr(Library, "load", wait_and_load)
    yield opened
    opened.set()


@pytest.fixture
def start(
    qtbot: QtBot,
    qapp: QApplication,
    loop: asyncio.AbstractEventLoop,
    open_desk: Callable[..., Desk],
    gate: threading.Event,
) -> Iterator[Callable[[], tuple[Desk, asyncio.Task[None]]]]:
    """Starts the program, which waits for the library; a draft to one number is there."""
    gate.set()
    before = open_desk()
    before.type_into("Recipients", KEPT)
    before.finish(before.program.close())
    before.window.close()
    gate.clear()
    desks = []

    def begin() -> tuple[Desk, asyncio.Task[None]]:
        window, pane = application.make_window(qapp)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        desk = Desk(qtbot, Program(qapp, window, pane, loop), window, pane)
        desks.append(desk)
        task = loop.create_task(desk.program.open([]))
        desk.until(lambda: KEPT in pane.recipients())
        return desk, task

    yield begin
    gate.set()
    for desk in desks:
        desk.finish(desk.program.close())
        desk.window.close()
        desk.window.deleteLater()


def type_a_reply(desk: Desk) -> None:
    desk.pane.choose_kind("interactive")
    desk.type_into("Body", TYPED)


def new(desk: Desk, _folder: Path) -> None:
    type_a_reply(desk)
    desk.window.new_requested.emit()


def add(desk: Desk, _folder: Path) -> None:
    type_a_reply(desk)
    desk.click("Add message")


def step(desk: Desk, _folder: Path) -> None:
    desk.click("Add message")
    type_a_reply(desk)
    desk.program.composing.step_to(0)


def paste(desk: Desk, _folder: Path) -> None:
    type_a_reply(desk)
    QGuiApplication.clipboard().setText(json.dumps(REQUEST))
    desk.window.paste_requested.emit()


def drop(desk: Desk, folder: Path) -> None:
    type_a_reply(desk)
    file = folder / "other.wamsg"
    file.write_text(json.dumps(REQUEST))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(desk.window, QDragEnterEvent(QPoint(9, 9), *how))
    QApplication.sendEvent(desk.window, QDropEvent(QPointF(9, 9), *how))
    desk.until(lambda: "other.png" in held(desk))


def held(desk: Desk) -> str:
    return json.dumps(desk.program.composer.state())


@pytest.mark.parametrize("act", [new, add, step, paste, drop])
def test_nothing_done_while_the_library_is_awaited_is_lost(
    start: Callable[[], tuple[Desk, asyncio.Task[None]]],
    gate: threading.Event,
    tmp_path: Path,
    act: Callable[[Desk, Path], None],
) -> None:
    desk, opening = start()
    act(desk, tmp_path)
    there = held(desk)
    assert not opening.done()
    assert TYPED in there
    assert KEPT in there
    on_screen = desk.pane.recipients(), desk.pane.message()
    gate.set()
    finish(desk.qtbot, opening)
    assert (desk.pane.recipients(), desk.pane.message()) == on_screen
    assert held(desk) == there


def test_the_draft_of_an_own_template_is_painted_with_its_text_from_the_first(
    qtbot: QtBot,
    qapp: QApplication,
    loop: asyncio.AbstractEventLoop,
    open_desk: Callable[..., Desk],
    gate: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "STILL_SECONDS", 10)
    gate.set()
    before = open_desk()
    before.program.library.change([Entry("own_offer", "en", OWN)])
    form: Any = before.pane.form_of("template")
    form.choose("own_offer", "en")
    before.until(lambda: before.program.library.is_saved)
    before.finish(before.program.close())
    gate.clear()

    painted: list[tuple[str, bool]] = []
    beside = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                (beside if watched is window.rail else painted).append(drawn(again.program))
            return super().eventFilter(watched, event)

    watch = Watch()

    window, pane = application.make_window(qapp)
    window.show()
    qtbot.waitExposed(window)
    again = Desk(qtbot, Program(qapp, window, pane, loop), window, pane)
    window.preview.phone.canvas.installEventFilter(watch)
    window.rail.installEventFilter(watch)
    opening = loop.create_task(again.program.open([]))
    again.until(lambda: drawn(again.program) == ("own_offer", False))
    beside.clear()
    window.rail.update()
    again.until(lambda: bool(beside))  # what is to be painted in a window is painted at once
    gate.set()
    finish(qtbot, opening)
    again.until(lambda: ("own_offer", True) in painted)
    assert ("own_offer", False) not in painted
    finish(qtbot, loop.create_task(again.program.close()))
    window.close()
    window.deleteLater()


def drawn(program: Program) -> tuple[str, bool]:
    """The template in the picture, and whether its text is known."""
    if program.composing.drawn is None:
        return "", False
    outgoing, known = program.composing.drawn
    return getattr(outgoing.message, "name", ""), known is not None
