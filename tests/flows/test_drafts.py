"""What was typed is on the disk within a second, and on the screen again after a kill."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ODD = "Zoë 🎉 مرحبا"


def test_a_killed_program_comes_back_with_everything(
    open_desk: Callable[..., Any], private_home: Path
) -> None:
    first = open_desk()
    first.type_into("Recipients", "+447700900123, +1202")
    first.type_into("Body value 1", ODD)
    draft = private_home / "draft.json"
    first.until(lambda: draft.exists() and ODD in json.dumps(_read(draft), ensure_ascii=False))
    # A second start without the first having been closed is what a kill leaves behind.
    again = open_desk()
    assert again.program.composer.raw() == first.program.composer.raw()
    assert again.control("Body value 1").text() == ODD
    assert again.pane.recipients() == first.pane.recipients()


def test_a_key_waits_less_than_a_second_for_its_way_to_the_disk(
    desk: Any,
    private_home: Path,
    loop: asyncio.AbstractEventLoop,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draft = private_home / "draft.json"
    desk.type_into("Body value 1", "before")
    desk.until(lambda: draft.exists() and "before" in draft.read_text("utf-8"))
    # The waits that the program sets itself, and not a clock: a busy machine is none of its doing.
    waits: list[float] = []
    call_later = loop.call_later

    def noting(delay: float, callback: Callable[..., object], *args: Any, **more: Any) -> Any:
        saving = desk.program.keeping.draft
        if getattr(callback, "__self__", None) is saving and delay != saving.patience:
            waits.append(delay)
        return call_later(delay, callback, *args, **more)

    monkeypatch.setattr(loop, "call_later", noting)
    desk.qtbot.keyClick(desk.control("Body value 1"), "!")
    desk.until(lambda: "before!" in draft.read_text("utf-8"))
    assert waits
    assert sum(waits) < 1.0


def test_closing_asks_nothing_and_keeps_the_other_types_too(
    open_desk: Callable[..., Any],
) -> None:
    first = open_desk()
    first.click("Image")
    first.type_into("Image link", "https://example.com/a.jpg")
    first.click("Reply buttons")
    first.window.close()
    first.until(lambda: not first.window.isVisible())
    first.finish(first.program.close())
    again = open_desk()
    assert again.pane.kind == "interactive"
    again.click("Image")
    assert again.control("Image link").text() == "https://example.com/a.jpg"


@pytest.mark.logs_warnings
@pytest.mark.parametrize(
    "content",
    [
        b"no JSON at all",
        b"[1]",
        b'{"entries": []}',
        b'{"version": 99, "entries": [{"recipients": "+447700900123"}]}',
        None,
    ],
    ids=["no json", "no object", "no draft", "newer", "a folder"],
)
def test_a_draft_of_which_no_use_can_be_made_is_set_aside_and_named(
    open_desk: Callable[..., Any], private_home: Path, content: bytes | None
) -> None:
    private_home.mkdir(mode=0o700)
    draft = private_home / "draft.json"
    if content is None:
        (draft / "inside").mkdir(parents=True)
    else:
        draft.write_bytes(content)
    desk = open_desk()
    (kept,) = private_home.glob("draft.json.*")
    assert kept.name in desk.notice()
    desk.type_into("Recipients", "+447700900166")
    desk.until(lambda: draft.is_file() and "+447700900166" in draft.read_text())
    assert (kept / "inside").exists() if content is None else kept.read_bytes() == content


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError:
        return None
