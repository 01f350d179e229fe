"""Another wording: all messages follow it, whether shown, beside, come back or known late."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from offer_template import TURNED, offer, picture, put, type_message, values

from wa_composer import running
from wa_composer.session.library import Library
from wa_composer.storage.templates import Templates


def _sent(desk: Any) -> list[tuple[str, ...]]:
    """The body values of all messages, as they would be sent."""
    messages = desk.program.composing.composer.draft.request.messages
    return [outgoing.message.body_values for outgoing in messages]


def _two_typed(desk: Any) -> None:
    type_message(desk)
    desk.click("Add message")
    desk.program.templates.use(("offer", "en"))
    desk.type_into("Recipients", "+447700900123")
    desk.type_into("Body value 1", "Bo")
    desk.type_into("Body value 2", "7")


def test_all_messages_that_come_back_follow_a_wording_changed_meanwhile(desk: Any) -> None:
    _two_typed(desk)
    desk.program.filing.new()
    put(desk, offer(TURNED))
    desk.until(lambda: desk.program.templates.library.is_saved)
    desk.program.returning.back()
    assert _sent(desk) == [("42", "Ada"), ("7", "Bo")]
    desk.program.returning.forward()
    put(desk, offer("Hi {{name}}, {{order}} and {{third}}."))
    desk.program.returning.back()  # before anybody was told of that
    assert _sent(desk) == [("Ada", "42", ""), ("Bo", "7", "")]


def test_send_waits_for_a_look_where_values_moved_at_the_last_moment(desk: Any) -> None:
    _two_typed(desk)
    desk.click("Previous message")
    put(desk, offer(TURNED))  # nobody was told of it yet
    desk.program.sending.press()
    assert not desk.program.composing.busy
    assert "look the message over" in desk.notice()
    assert _sent(desk) == [("42", "Ada"), ("7", "Bo")]
    assert "Order 42 for Ada is here." in picture(desk)
    desk.send()
    assert "Accepted: 2 messages" in desk.notice()


def test_send_again_waits_for_a_look_as_send_does(desk: Any) -> None:
    type_message(desk)
    desk.send()
    desk.program.returning.back()
    desk.program.sending.press()
    desk.until(lambda: "Send it again?" in desk.notice())
    put(desk, offer(TURNED))  # nobody was told of it yet
    desk.answer("Send again")
    assert not desk.program.composing.busy
    assert "look the message over" in desk.notice()
    assert _sent(desk) == [("42", "Ada")]
    assert desk.window.log.model.rowCount() == 1


def test_a_template_behind_another_type_follows(desk: Any) -> None:
    type_message(desk)
    desk.pane.choose_kind("image")
    put(desk, offer(TURNED))
    desk.click("Add message")
    desk.click("Previous message")
    desk.pane.choose_kind("template")
    assert values(desk) == ["42", "Ada"]


def test_another_word_is_noted_before_the_next_one_comes(desk: Any) -> None:
    type_message(desk, "Hi {{a}}, order {{b}} is here.")
    put(desk, offer("Hi {{c}}, order {{b}} is here."))
    desk.until(lambda: "body': ['c'" in str(desk.program.composing.composer.entry.aside))
    desk.click("Add message")
    put(desk, offer("Hi {{c}}, order {{a}} is here."))
    desk.click("Previous message")
    desk.until(lambda: "Hi Ada, order 42" in picture(desk))
    assert values(desk) == ["Ada", "42"]


@pytest.mark.parametrize("edited", [False, True])
def test_a_draft_whose_wording_is_known_late_keeps_what_its_values_are_for(
    edited: bool,
    desk: Any,
    open_desk: Callable[..., Any],
    private_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    type_message(desk)
    desk.click("Add message")
    desk.finish(desk.program.close())
    Templates(private_home).put(offer(TURNED))
    gate, load = threading.Event(), Library.load
    monkeypatch.setattr(running, "OPENING_SECONDS", 0.05)
    monkeypatch.setattr(Library, "load", lambda self: (gate.wait(10), load(self))[1])
    late = open_desk()
    late.click("Previous message")
    name = "Ada"
    if edited:
        name = "Eve"
        late.type_into("Body value 1", name)
    assert late.program.composing.composer.entry.aside["places"]["body"] == ["name", "order"]
    gate.set()
    late.until(lambda: f"Order 42 for {name} is here." in picture(late))
    assert values(late) == ["42", name]
    while late.pane.form.undo():
        assert values(late)[0] == "42"
    assert values(late) == ["42", "Ada"]
