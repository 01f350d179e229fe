"""What goes wrong on a bad day: a sentence, a way out, and nothing lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel


def test_a_damaged_log_is_said_and_set_aside_only_when_asked(
    open_desk: Callable[..., Any], private_home: Path
) -> None:
    private_home.mkdir(mode=0o700)
    log = private_home / "log.sqlite3"
    log.write_bytes(b"this is no database at all" * 100)
    desk = open_desk()
    assert "damaged" in desk.notice()
    assert not any("Nothing sent yet" in each.text() for each in desk.window.findChildren(QLabel))
    assert log.read_bytes().startswith(b"this is no database")
    before = desk.program.composer.raw()
    desk.window.action_bar.press()
    desk.until(lambda: "Nothing was sent" in desk.notice())
    desk.until(lambda: not desk.program.composing.busy)
    assert desk.program.composer.raw() == before
    desk.program.logging.refresh()
    desk.program.tasks.start(desk.program.logging.open())
    desk.until(lambda: any(b.text() == "Set the log aside" for b in desk.window.notice.buttons()))
    desk.answer("Set the log aside")
    desk.until(lambda: "A new log is begun" in desk.notice())
    (kept,) = private_home.glob("log.sqlite3.corrupt-*")
    assert kept.read_bytes().startswith(b"this is no database")
    desk.send()
    assert "Accepted" in desk.log_row()["Outcome"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"not json at all", "odd.wamsg"),
        (b"\xff\xfe\x00", "odd.wamsg"),
        (b"[" * 100 + b"]" * 100, "odd.wamsg"),
        (b"{}", "odd.wamsg"),
        (b"x" * 50_000_000, "odd.wamsg"),
    ],
)
def test_a_file_that_is_no_message_leaves_the_form_alone(
    desk: Any, tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "odd.wamsg"
    file.write_bytes(content)
    before = desk.program.composer.raw()
    desk.finish(desk.program.filing.bring_in([str(file)]))
    assert sentence in desk.notice()
    assert desk.program.composer.raw() == before


def test_opening_a_file_can_be_taken_back(desk: Any, tmp_path: Path) -> None:
    before = desk.program.composer.raw()
    file = tmp_path / "a.wamsg"
    file.write_text(
        '{"messages":[{"phoneNumber":"+447700900123","message":{"type":"image",'
        '"image":{"link":"https://example.com/a.jpg"}},"own":1}],"kept":true}'
    )
    desk.finish(desk.program.filing.bring_in([str(file)]))
    assert desk.pane.kind == "image"
    saved = tmp_path / "b.wamsg"
    desk.finish(desk.program.filing.write(str(saved)))
    assert '"own": 1' in saved.read_text() and '"kept": true' in saved.read_text()
    desk.type_into("Caption", "changed")
    desk.finish(desk.program.filing.bring_in([str(file)]))
    desk.answer("Back to what was here")
    assert desk.control("Caption").toPlainText() == "changed"
    desk.program.filing.new()
    desk.answer("Back to what was here")
    assert desk.pane.kind == "image"
    assert before != desk.program.composer.raw()


def test_bring_back_never_costs_what_was_typed_since(desk: Any) -> None:
    desk.send()
    desk.type_into("Recipients", "+447700900177")
    desk.type_into("Body value 1", "typed since")
    since = desk.program.composer.raw()
    desk.answer("Bring back")
    assert desk.program.composer.raw() != since
    desk.answer("Back to what was here")
    assert desk.program.composer.raw() == since


def test_an_opened_file_shows_the_sender_that_would_be_sent(desk: Any, tmp_path: Path) -> None:
    file = tmp_path / "from.wamsg"
    file.write_text(
        '{"from":"+12025550188","messages":[{"phoneNumber":"+447700900123",'
        '"message":{"type":"image","image":{"id":"1"}}}]}'
    )
    desk.finish(desk.program.filing.bring_in([str(file)]))
    assert desk.control("From").currentData() == "+12025550188"
    desk.program.filing.new()
    assert desk.control("From").currentData() == desk.program.composer.sender


@pytest.mark.parametrize("other", [{}, {"from": "+12025550189"}, {"from": "+12025550188", "x": 1}])
def test_files_of_different_senders_are_never_mixed(
    desk: Any, tmp_path: Path, other: dict[str, Any]
) -> None:
    files = []
    for name, head in (("one", {"from": "+12025550188"}), ("two", other)):
        image = {"type": "image", "image": {"id": name}}
        message = {"phoneNumber": "+447700900123", "message": image}
        files.append(tmp_path / f"{name}.wamsg")
        files[-1].write_text(json.dumps({**head, "messages": [message]}))
    before = desk.program.composer.raw()
    desk.finish(desk.program.filing.bring_in([str(file) for file in files]))
    assert desk.program.composer.raw() == before
    assert "one.wamsg and two.wamsg differ in" in desk.notice()
    desk.finish(desk.program.filing.bring_in([str(files[0]), str(files[0])]))
    assert desk.program.composer.raw()["from"] == "+12025550188"
    assert len(desk.program.composer.raw()["messages"]) == 2


def test_template_text_is_kept_for_the_next_start(open_desk: Callable[..., Any]) -> None:
    first = open_desk()
    first.click("Edit template")
    first.type_into("Template text", "Hello {{1}}, see you {{2}}.")
    first.finish(first.program.close())
    again = open_desk()
    again.click("Edit template")
    assert again.control("Template text").toPlainText() == "Hello {{1}}, see you {{2}}."
