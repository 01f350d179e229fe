"""Whatever takes the place of a message, the message can be had back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from wa_composer.storage.accounts import Account

TYPED = "+447700900177"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Two message files, each with a picture of its own."""
    made = []
    for name in ("first", "second"):
        image = {"type": "image", "image": {"link": f"https://example.com/{name}.jpg"}}
        path = tmp_path / f"{name}.wamsg"
        path.write_text(json.dumps({"messages": [{"phoneNumber": TYPED, "message": image}]}))
        made.append(str(path))
    return made


def test_what_was_typed_outlives_two_files_handed_over_one_after_the_other(
    desk: Any, files: list[str]
) -> None:
    desk.type_into("Body value 1", "typed")
    typed = desk.program.composer.raw()
    desk.program.called(files[:1])
    desk.program.called(files[1:])
    desk.until(lambda: "second.jpg" in json.dumps(desk.program.composer.raw()))
    assert "second.jpg" in desk.control("Image link").text()
    desk.answer("Back to what was here")
    assert "first.jpg" in desk.control("Image link").text()
    desk.answer("Further back")
    assert desk.program.composer.raw() == typed
    desk.answer("Back to what was here")
    desk.answer("Further forward")
    assert "second.jpg" in desk.control("Image link").text()


def test_going_back_costs_nothing_that_was_typed_into_what_is_left(
    desk: Any, files: list[str]
) -> None:
    desk.finish(desk.program.filing.bring_in(files[:1]))
    desk.type_into("Caption", "typed into the opened file")
    changed = desk.program.composer.raw()
    desk.answer("Back to what was here")
    assert desk.program.composer.raw() != changed
    desk.answer("Back to what was here")
    assert desk.program.composer.raw() == changed


def test_the_way_back_is_in_the_menu_and_on_the_keys_when_the_notice_is_gone(
    desk: Any, files: list[str]
) -> None:
    assert not desk.window.keys.back.isEnabled()
    before = desk.program.composer.raw()
    desk.finish(desk.program.filing.bring_in(files[:1]))
    opened = desk.program.composer.raw()
    desk.window.notice.dismiss()
    desk.window.activateWindow()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.program.composer.raw() == before
    desk.window.keys.forward.trigger()
    assert desk.program.composer.raw() == opened


def test_a_removed_message_is_offered_back(desk: Any) -> None:
    desk.click("Add message")
    desk.type_into("Recipients", TYPED)
    before = desk.program.composer.raw()
    desk.click("Remove message")
    assert len(desk.program.composer.raw()["messages"]) == 1
    desk.answer("Back to what was here")
    assert desk.program.composer.raw() == before


def test_a_file_at_the_start_leaves_the_last_draft_to_go_back_to_even_a_day_later(
    open_desk: Callable[..., Any], files: list[str]
) -> None:
    first = open_desk()
    first.type_into("Body value 1", "half a thought")
    typed = first.program.composer.raw()
    first.finish(first.program.close())
    second = open_desk(files[0])
    second.finish(second.program.close())
    third = open_desk()
    assert "first.jpg" in third.control("Image link").text()
    third.window.keys.back.trigger()
    assert third.program.composer.raw() == typed


def test_the_way_back_never_brings_a_real_account_into_use(desk: Any) -> None:
    program, number = desk.program, "+12025550199"
    shop = Account("shop", "Shop", "https://example.com/send", (number,), "#1F6FB2")
    program.services.accounts.save(shop)
    program.accounts.choose("shop")
    desk.pane.sender_row.sender_chosen.emit(number)
    desk.type_into("Recipients", TYPED)
    program.filing.new()
    program.accounts.choose("practice")
    desk.window.keys.back.trigger()
    assert desk.pane.recipients() == TYPED
    assert program.accounts.account.practice
    assert program.composer.raw().get("from") is None
    assert "+1 202 555 0199 belongs to another account" in desk.notice().replace("-", " ")
    desk.window.keys.forward.trigger()
    assert "another account" not in desk.notice()
