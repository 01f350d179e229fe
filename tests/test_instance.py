"""Who has the folder: one window, and whoever starts later is heard by it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from wa_composer.instance import Claim, Instance

LATER = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from wa_composer.instance import Instance

app = QCoreApplication([])
instance = Instance(Path(sys.argv[1]))
print("asks", flush=True)
print(instance.claim(sys.argv[2:]).name, flush=True)
"""

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def later(tmp_path: Path) -> Iterator[Start]:
    """Starts another process that wants the folder too, once it is about to ask for it."""
    started: list[subprocess.Popen[str]] = []

    def start(*files: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", LATER, str(tmp_path), *files]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "asks\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[Instance]:
    instance = Instance(tmp_path)
    assert instance.claim([]) is Claim.MINE
    yield instance
    instance.close()


def said(process: subprocess.Popen[str]) -> Claim:
    out, _ = process.communicate(timeout=30)
    return Claim[out.strip()]


def test_a_window_that_is_just_starting_is_waited_for_and_keeps_what_comes_early(
    first: Instance, later: Start, qtbot: QtBot
) -> None:
    heard: list[list[str]] = []
    first.called.connect(heard.append)
    other = later("a.wamsg", "b.wamsg")
    first.listen()
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)
    assert said(other) is Claim.HEARD
    assert heard == []
    first.attend()
    assert heard == [["a.wamsg", "b.wamsg"]]
    another = later("c.wamsg")
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=30_000)
    assert said(another) is Claim.HEARD
    assert heard[1] == ["c.wamsg"]


def test_the_folder_of_a_window_that_is_just_ending_is_taken_over(
    first: Instance, later: Start
) -> None:
    other = later()
    first.close()
    assert said(other) is Claim.MINE


def test_a_window_that_takes_five_seconds_to_start_is_waited_for(
    first: Instance, later: Start, qtbot: QtBot
) -> None:
    other = later("late.wamsg")
    QTimer.singleShot(5000, first.listen)  # not before: that long it is silent, and not given up
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)
    assert said(other) is Claim.HEARD


def test_a_window_that_never_listens_is_given_up(first: Instance, later: Start) -> None:
    assert said(later("a.wamsg")) is Claim.SILENT


def test_a_folder_that_cannot_be_written_is_not_taken_for_a_running_window(
    tmp_path: Path, qtbot: QtBot
) -> None:
    assert Instance(tmp_path / "not there").claim([]) is Claim.UNUSABLE


@pytest.mark.parametrize("line", [b"no json\n", b"5\n", b'{"a": 1}\n', json.dumps([1]).encode()])
def test_nonsense_on_the_socket_harms_nobody(first: Instance, qtbot: QtBot, line: bytes) -> None:
    from PySide6.QtNetwork import QLocalSocket

    first.listen()
    first.attend()
    heard: list[list[str]] = []
    first.called.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    assert socket.waitForConnected(3000)
    socket.write(line)
    socket.disconnectFromServer()
    good = QLocalSocket()
    good.connectToServer(first._name)
    good.write(b'["good"]\n')
    qtbot.waitUntil(lambda: ["good"] in heard)
