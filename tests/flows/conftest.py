"""The whole program in the test's own process: real window, loop, sockets, disk and practice."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import qasync
from live_endpoint import Endpoint
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from wa_composer import app as application
from wa_composer.instance import Instance
from wa_composer.running import Program, live
from wa_composer.storage.paths import home
from wa_composer.ui.composer_pane import ComposerPane
from wa_composer.ui.main_window import MainWindow
from wa_composer.wiring import in_sight

PATIENCE_MS = 10_000


class Desk:
    """A person at the program: finds controls by their names, types, clicks, reads."""

    def __init__(self, qtbot: QtBot, program: Program, window: MainWindow, pane: ComposerPane):
        self.qtbot = qtbot
        self.program = program
        self.window = window
        self.pane = pane

    def control(self, name: str) -> QWidget:
        """The visible control of that accessible name."""
        found = [
            widget
            for widget in self.window.findChildren(QWidget)
            if widget.accessibleName() == name and widget.isVisibleTo(self.window)
        ]
        assert found, f"no control named {name!r}"
        return found[0]

    def type_into(self, name: str, text: str) -> None:
        """Replace a field's text by typing."""
        field: Any = self.control(name)
        field.setFocus()
        field.selectAll() if hasattr(field, "selectAll") else field.lineEdit().selectAll()
        self.qtbot.keyClick(field, Qt.Key.Key_Delete)
        if text.isascii():
            self.qtbot.keyClicks(field, text)
        else:  # Qt's test keys know ASCII only; a person with such text pastes it just as well
            QGuiApplication.clipboard().setText(text)
            self.qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def click(self, name: str) -> None:
        """Click a button or radio button."""
        button = self.control(name)
        assert isinstance(button, QAbstractButton)
        if button.isCheckable():
            button.click()
        else:
            self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def until(self, condition: Callable[[], bool]) -> None:
        """Run the loop until `condition` holds; fails after ten seconds."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def notice(self) -> str:
        """What the notice bar says."""
        return self.window.notice.text()

    def answer(self, label: str) -> None:
        """Press a button of the notice bar."""
        button = next(b for b in self.window.notice.buttons() if b.text() == label)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def log_row(self, row: int = 0) -> dict[str, str]:
        """A row of the log table, by column heading."""
        model = self.window.log.model
        return {
            model.headerData(c, Qt.Orientation.Horizontal): str(model.index(row, c).data() or "")
            for c in range(model.columnCount())
        }

    def send(self) -> None:
        """Press Send and wait until the send has ended and the log shows it."""
        before = self.window.log.model.rowCount()
        self.qtbot.mouseClick(self.window.action_bar.send, Qt.MouseButton.LeftButton)
        self.until(lambda: not self.program.composing.busy)
        self.until(lambda: self.window.log.model.rowCount() > before)

    def finish(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run a coroutine of the program to its end."""
        return finish(self.qtbot, asyncio.get_running_loop().create_task(work))

    def clipboard(self) -> str:
        """The clipboard's text."""
        return QGuiApplication.clipboard().text()


@pytest.fixture(scope="session")
def qt_loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    """One qasync loop for all stories: a second one on the same application never turns."""
    made = qasync.QEventLoop(qapp, already_running=True)
    asyncio.events._set_running_loop(None)
    yield made
    made.stop()
    made.close()


@pytest.fixture
def loop(qt_loop: asyncio.AbstractEventLoop) -> Iterator[asyncio.AbstractEventLoop]:
    """The loop, which runs whenever Qt processes events, so that tests wait by qtbot."""
    asyncio.events._set_running_loop(qt_loop)
    yield qt_loop
    asyncio.events._set_running_loop(None)


@pytest.fixture(autouse=True)
def _seen_at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has to look for a third of a second; the tests of that very time say so."""
    if "takes_a_look" not in request.keywords:
        monkeypatch.setattr(in_sight, "SEEN_MS", 0)


@pytest.fixture
def open_desk(
    qtbot: QtBot, qapp: QApplication, loop: asyncio.AbstractEventLoop
) -> Iterator[Callable[..., Desk]]:
    """Starts the program; each call is one start, all are closed at the end.

    It comes back when Send can be pressed, with `unseen` before that.
    """
    desks: list[Desk] = []

    def start(*files: str, unseen: bool = False, **options: Any) -> Desk:
        window, pane = application.make_window(qapp)
        window.show()
        program = Program(qapp, window, pane, loop, **options)
        desk = Desk(qtbot, program, window, pane)
        desks.append(desk)
        finish(qtbot, loop.create_task(program.open(list(files))))
        assert program.settling is not None
        finish(qtbot, program.settling)
        if not unseen:
            desk.until(lambda: not window.action_bar.held)
        return desk

    yield start
    for desk in desks:
        if not desk.program.closed:
            finish(qtbot, loop.create_task(desk.program.close()))
        # Not qtbot's own clean-up: that deletes the window before the program has ended.
        desk.window.close()
        desk.window.deleteLater()
    qapp.processEvents()
    gc.collect()  # here, and not on a worker's thread, where Qt's timers cannot be stopped


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    """The program, started once with nothing kept from before."""
    return open_desk()


@dataclass(frozen=True)
class Life:
    """The program from its first paint to its end, as the command line starts it."""

    window: MainWindow
    pane: ComposerPane
    instance: Instance
    task: asyncio.Task[None]


@pytest.fixture
def begin(
    qtbot: QtBot, qapp: QApplication, loop: asyncio.AbstractEventLoop
) -> Iterator[Callable[..., Life]]:
    """Starts lives of the program; `early` is done to the window before anyone listens to it."""
    lives: list[Life] = []

    def start(early: Callable[[MainWindow], object] | None = None) -> Life:
        window, pane = application.make_window(qapp)
        window.show()
        qtbot.waitExposed(window)
        if early is not None:
            early(window)
        instance = Instance(home(), qapp)
        assert instance.first()
        task = loop.create_task(live(qapp, window, pane, [], instance))
        lives.append(Life(window, pane, instance, task))
        return lives[-1]

    yield start
    for life in lives:
        life.task.cancel()
        qtbot.waitUntil(life.task.done, timeout=PATIENCE_MS)
        life.instance.close()
        life.window.close()
        life.window.deleteLater()
    qapp.processEvents()
    gc.collect()


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """Another place to send to, which is not practice."""
    with Endpoint() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()


def finish(qtbot: QtBot, task: asyncio.Task[Any]) -> Any:
    """Wait for a task of the loop and give its result."""
    qtbot.waitUntil(task.done, timeout=PATIENCE_MS)
    return task.result()
