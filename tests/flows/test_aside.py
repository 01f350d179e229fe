"""Values that a chosen template has no place for wait beside the message, also on the disk."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

STORY = "A long story that took a while to type"
NUMBER = "+447700900123"


def template(name: str, text: str) -> dict[str, Any]:
    body = {"type": "BODY", "text": text}
    return {"name": name, "language": "en", "category": "MARKETING", "components": [body]}


def values(desk: Any) -> list[str]:
    components = desk.pane.message()["template"]["components"]
    return [one["text"] for part in components for one in part["parameters"]]


@pytest.fixture
def switched(desk: Any) -> Any:
    """Three values were typed, and then a template chosen that takes one."""
    both = [template("whole", "Dear {{1}} {{2}}, {{3}}"), template("brief", "For {{1}}")]
    desk.program.templates.importing.take_text(json.dumps(both), "both.json")
    desk.until(lambda: desk.window.templates.review is not None)
    desk.click("Import 2")
    desk.program.templates.use(("whole", "en"))
    desk.type_into("Recipients", NUMBER)
    for number, text in enumerate(("Jane", STORY, "1234"), start=1):
        desk.type_into(f"Body value {number}", text)
    desk.type_into("Template name", "brief")
    assert values(desk) == ["Jane"]
    return desk


def test_they_outlive_a_step_to_another_message_and_are_never_sent(switched: Any) -> None:
    desk = switched
    assert STORY not in json.dumps(desk.program.composer.raw())
    desk.click("Add message")
    desk.click("Previous message")
    desk.type_into("Template name", "whole")
    assert values(desk) == ["Jane", STORY, "1234"]


def test_they_outlive_a_restart(switched: Any, open_desk: Callable[..., Any]) -> None:
    desk = switched
    desk.type_into("Template name", "wh")  # not a template yet
    desk.finish(desk.program.close())
    again = open_desk()
    assert values(again) == ["Jane"]
    again.type_into("Template name", "whole")
    assert values(again) == ["Jane", STORY, "1234"]


def test_a_half_typed_name_does_not_part_values_from_their_places(desk: Any) -> None:
    both = [template("first", "{{name}} {{code}}"), template("other", "{{code}} {{name}}")]
    desk.program.templates.importing.take_text(json.dumps(both), "both.json")
    desk.until(lambda: desk.window.templates.review is not None)
    desk.click("Import 2")
    desk.program.templates.use(("first", "en"))
    for number, text in enumerate(("Jane", "1234"), start=1):
        desk.type_into(f"Body value {number}", text)
    desk.type_into("Template name", "oth")
    desk.click("Add message")
    desk.click("Previous message")
    desk.type_into("Template name", "other")
    assert values(desk) == ["1234", "Jane"]


def test_acceptance_lets_them_go_and_bring_back_brings_them_too(switched: Any) -> None:
    desk = switched
    desk.send()
    assert "Accepted" in desk.notice()
    assert desk.program.composer.entry.aside == {}
    desk.answer("Bring back")
    desk.type_into("Template name", "whole")
    assert values(desk) == ["Jane", STORY, "1234"]


def test_undo_of_a_switch_and_of_what_came_after_agree(switched: Any) -> None:
    desk = switched
    while desk.pane.form.can_undo and values(desk) == ["Jane"]:
        desk.pane.undo()
    assert values(desk) == ["Jane", STORY, "1234"]
    desk.type_into("Body value 2", "shorter")
    desk.type_into("Template name", "brief")
    desk.type_into("Template name", "whole")
    assert values(desk) == ["Jane", "shorter", "1234"]
