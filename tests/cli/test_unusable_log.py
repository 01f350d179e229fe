"""A log that is corrupt, newer, locked or on a full disk: said, left alone, and nothing sent."""

from __future__ import annotations

import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
MESSAGE = Path(__file__).parents[2] / "resources" / "samples" / "delivery_slot.wamsg"


def corrupt(path: Path) -> None:
    path.write_bytes(b"this is no database" * 500)


def newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()


@pytest.mark.parametrize("damage", [corrupt, newer])
@pytest.mark.parametrize("verb", [["send", str(MESSAGE)], ["log"], ["log", "--json"]], ids=str)
def test_an_unusable_log_stops_everything_and_is_left_as_it_is(
    call: Run, private_home: Path, damage: Callable[[Path], None], verb: list[str]
) -> None:
    call("send", MESSAGE)
    path = private_home / "log.sqlite3"
    damage(path)
    before = path.read_bytes()
    done = call(*verb)
    assert (done.returncode, done.stdout) == (2, "")
    assert "log.sqlite3" in done.stderr
    assert path.read_bytes() == before


@pytest.fixture
def locked(run: Run, private_home: Path) -> Iterator[None]:
    run("send", MESSAGE)
    connection = sqlite3.connect(private_home / "log.sqlite3", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    yield
    connection.rollback()
    connection.close()


@pytest.mark.usefixtures("locked")
def test_a_locked_log_lets_nothing_out(run: Run) -> None:
    done = run("send", MESSAGE)
    assert (done.returncode, done.stdout) == (2, "")
    assert "log.sqlite3" in done.stderr


def test_a_full_disk_lets_nothing_out(run: Run, call: Run, private_home: Path) -> None:
    run("send", MESSAGE)
    before = call("log", "--json").stdout

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))

    done = run("send", MESSAGE, preexec_fn=no_room)
    assert (done.returncode, done.stdout) == (2, "")
    assert "log.sqlite3" in done.stderr
    assert call("log", "--json").stdout == before
    added = run(
        "account",
        "add",
        "Shop",
        "--no-key",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
    )
    assert added.returncode == 2
    assert "accounts.json" in added.stderr
    left = {path.name for path in private_home.iterdir() if "accounts" in path.name}
    assert left <= {"accounts.lock"}
