"""The values a template was approved with, in all the shapes that files have them in."""

from __future__ import annotations

from typing import Any

import pytest

from wa_composer.message.definition import read_definition

NAMED = [{"param_name": "first_name", "example": "Ada"}, {"param_name": "day", "example": "Friday"}]


def _examples(*components: dict[str, Any]) -> dict[str, str]:
    return dict(read_definition({"components": list(components)}).examples)


@pytest.mark.parametrize(
    "example",
    [
        {"body_text": [["Ada", "Friday"]]},
        {"body_text": [["Ada", "Friday"], ["Bo", "Monday"]]},
        {"body_text": ["Ada", "Friday"]},
        {"body_text": [["Ada"], ["Friday"]]},
        {"BODY_TEXT": [["Ada", "Friday"]]},
        [["Ada", "Friday"]],
        {"body_text": {"1": "Ada", "2": "Friday"}},
    ],
)
def test_positional(example: object) -> None:
    body = {"type": "BODY", "text": "Hi {{1}}, until {{2}}", "example": example}
    assert _examples(body) == {"1": "Ada", "2": "Friday"}


@pytest.mark.parametrize(
    "example",
    [
        {"body_text_named_params": NAMED},
        {"body_text_named_params": {"first_name": "Ada", "day": "Friday"}},
        {"body_text": [["Ada", "Friday"]]},
    ],
)
def test_named(example: object) -> None:
    body = {"type": "BODY", "text": "Hi {{first_name}}, until {{day}}", "example": example}
    made = read_definition({"components": [body]})
    assert made.examples == {"first_name": "Ada", "day": "Friday"}
    assert made.parameter_format == "named"


def test_the_file_says_which_kind_of_placeholders() -> None:
    assert read_definition({"parameter_format": "NAMED"}).parameter_format == "named"
    body = {"type": "BODY", "text": "Hi {{1}}"}
    assert read_definition({"components": [body]}).parameter_format == "positional"


def test_header() -> None:
    text = {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}"}
    assert _examples({**text, "example": {"header_text": ["A-1"]}}) == {"header:1": "A-1"}
    assert _examples({**text, "example": {"header_text": "A-1"}}) == {"header:1": "A-1"}
    named = {"header_text_named_params": [{"param_name": "no", "example": "A-1"}]}
    assert _examples({**text, "text": "{{no}}", "example": named}) == {"header:no": "A-1"}
    picture = {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::aW"]}}
    assert _examples(picture) == {"header": "4::aW"}


@pytest.mark.parametrize(
    ("example", "shown"),
    [
        (["garden"], "garden"),
        ("garden", "garden"),
        (["https://example.com/sale/garden"], "garden"),
        (["https://example.org/other"], "https://example.org/other"),
    ],
)
def test_link(example: object, shown: str) -> None:
    url = {"type": "URL", "text": "Go", "url": "https://example.com/sale/{{1}}", "example": example}
    quick = {"type": "QUICK_REPLY", "text": "No"}
    assert _examples({"type": "BUTTONS", "buttons": [quick, url]}) == {"button:1": shown}


def test_a_code_and_numbers() -> None:
    code = {"type": "COPY_CODE", "example": "SPRING"}
    assert _examples({"type": "BUTTONS", "buttons": [code]}) == {"button:0": "SPRING"}
    body = {"type": "BODY", "text": "{{1}} {{2}} {{3}}", "example": {"body_text": [[5, None, 2.5]]}}
    assert _examples(body) == {"1": "5", "3": "2.5"}


def test_an_example_for_no_placeholder_is_no_example() -> None:
    body = {"type": "BODY", "text": "Hi", "example": {"body_text": [["Ada"]]}}
    assert _examples(body) == {}
