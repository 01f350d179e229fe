"""Which messages being written would not mean the same under another wording."""

from __future__ import annotations

from typing import Any

import pytest

from wa_composer.message.definition import read_definition
from wa_composer.message.draft import read
from wa_composer.message.fit import Saved, breaks
from wa_composer.message.template import Template


def _message(*components: dict[str, Any]) -> Template:
    template = {"name": "offer", "language": {"code": "en"}, "components": [*components]}
    raw = {"messages": [{"message": {"type": "template", "template": template}}]}
    found = read(raw).request.messages[0].message
    assert isinstance(found, Template)
    return found


def _body(*values: str) -> dict[str, Any]:
    return {"type": "body", "parameters": [{"type": "text", "text": one} for one in values]}


def _link(index: int, value: str) -> dict[str, Any]:
    parameters = [{"type": "text", "text": value}]
    return {"type": "button", "sub_type": "url", "index": str(index), "parameters": parameters}


def _wording(text: str, *buttons: tuple[str, str]) -> Any:
    links = [{"type": "URL", "text": label, "url": url} for label, url in buttons]
    components: list[Any] = [{"type": "BODY", "text": text}, {"type": "BUTTONS", "buttons": links}]
    return read_definition({"name": "offer", "category": "UTILITY", "components": components})


def _reasons(message: Template, before: Any, after: Any) -> list[str]:
    found = breaks([Saved(1, message)], before, after)
    return [str(reason) for each in found for reason in each.reasons]


SHOP, TRACK = ("Shop", "https://shop.example.com/{{1}}"), ("Track", "https://t.example.com/{{1}}")


@pytest.mark.parametrize(
    ("before", "after", "reasons"),
    [
        (
            "Hi {{name}}, {{order}}!",
            "{{order}} for {{name}}!",
            [
                "Body value 1 was written for {{name}}, and {{order}} stands there now.",
                "Body value 2 was written for {{order}}, and {{name}} stands there now.",
            ],
        ),
        ("Hi {{name}}, {{order}}!", "Hi {{first}}, {{order}}!", []),  # the same in another word
        ("Hi {{name}}, {{order}}!", "Bye {{name}}, {{order}}!", []),
        ("Hi {{1}}, {{2}}!", "{{2}} for {{1}}!", []),
    ],
)
def test_values_that_would_stand_for_another_placeholder(
    before: str, after: str, reasons: list[str]
) -> None:
    assert _reasons(_message(_body("Ada", "42")), _wording(before), _wording(after)) == reasons
    assert not _reasons(_message(_body("", "")), _wording(before), _wording(after))
    follows = Saved(1, _message(_body("Ada", "42")), follows=True)
    assert not breaks([follows], _wording(before), _wording(after))


@pytest.mark.parametrize(
    ("after", "reasons"),
    [
        (
            [TRACK, SHOP],
            [
                "Button 1 value was written for Shop, and Track stands there now.",
                "Button 2 value was written for Track, and Shop stands there now.",
            ],
        ),
        ([("Buy", SHOP[1]), TRACK], []),
        (
            [("Shop", "https://new.example.com/{{1}}"), TRACK],
            [
                "Button 1 value was written for https://shop.example.com/{{1}}, "
                "and https://new.example.com/{{1}} stands there now."
            ],
        ),
    ],
)
def test_values_that_would_go_to_another_button(
    after: list[tuple[str, str]], reasons: list[str]
) -> None:
    before, wording = _wording("Hi", SHOP, TRACK), _wording("Hi", *after)
    assert _reasons(_message(_link(0, "a"), _link(1, "b")), before, wording) == reasons
    assert not _reasons(_message(_link(0, ""), _link(1, "")), before, wording)
