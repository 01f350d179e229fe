"""Files from anywhere: read and written without holding up the window, and without loss."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

IMAGE = (
    '{"messages":[{"phoneNumber":"+447700900123",'
    '"message":{"type":"image","image":{"link":"https://example.com/slow.jpg"}}}]}'
)


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A file that cannot be opened before somebody writes it, as on a disk that hangs."""
    if sys.platform == "win32":
        pytest.skip("named pipes are files elsewhere")
    path = tmp_path / "slow.wamsg"
    os.mkfifo(path)
    return path


def answer(pipe: Path) -> None:
    """The disk comes back."""
    threading.Thread(target=pipe.write_text, args=(IMAGE,), daemon=True).start()


def test_a_file_on_a_hanging_disk_holds_up_neither_window_nor_send(desk: Any, pipe: Path) -> None:
    desk.program.filing.open([str(pipe)])
    desk.type_into("Body value 1", "typed meanwhile")
    desk.send()
    assert "Accepted" in desk.log_row()["Outcome"]
    answer(pipe)
    desk.until(lambda: desk.pane.kind == "image")
    assert "Opened slow.wamsg" in desk.notice()


def test_a_start_with_a_file_on_a_hanging_disk_shows_the_last_draft_meanwhile(
    open_desk: Callable[..., Any], pipe: Path
) -> None:
    desk = open_desk(str(pipe))
    assert desk.pane.kind == "template"
    answer(pipe)
    desk.until(lambda: desk.pane.kind == "image")


def test_half_a_character_survives_saving_and_opening(desk: Any, tmp_path: Path) -> None:
    half = "half \ud83d of one"
    image = {"type": "image", "image": {"caption": half}}
    desk.program.composer.load({"messages": [{"phoneNumber": "+1202", "message": image}]})
    before = desk.program.composer.raw()
    file = tmp_path / "half.wamsg"
    desk.finish(desk.program.filing.write(str(file)))
    assert "Saved as" in desk.notice()
    desk.program.filing.new()
    desk.finish(desk.program.filing.bring_in([str(file)]))
    assert desk.program.composer.raw() == before


def test_a_place_that_cannot_be_written_is_named(desk: Any, tmp_path: Path) -> None:
    desk.finish(desk.program.filing.write(str(tmp_path / "gone" / "a.wamsg")))
    assert "Not saved" in desk.notice()
    assert "a.wamsg" in desk.notice()
