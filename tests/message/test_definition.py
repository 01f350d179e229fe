"""A template's wording: reading Meta's form, placeholders, filling in."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wa_composer.message.definition import (
    Piece,
    body_definition,
    fill,
    is_definition,
    placeholders,
    read_definition,
)

RAW = {
    "name": "order_update",
    "language": "en",
    "category": "UTILITY",
    "id": "17",
    "components": [
        {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}"},
        {"type": "BODY", "text": "Hi {{1}}, it comes {{2}}."},
        {"type": "footer", "text": "Thank you"},
        {
            "type": "BUTTONS",
            "buttons": [
                {"type": "URL", "text": "Track", "url": "https://example.com/t/{{1}}"},
                {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+12025550100"},
                {"type": "QUICK_REPLY", "text": "Stop"},
            ],
        },
    ],
}


def test_meta_form_in_any_letter_case() -> None:
    made = read_definition(RAW)
    assert (made.name, made.language, made.category) == ("order_update", "en", "UTILITY")
    assert (made.header_format, made.header_text) == ("text", "Order {{1}}")
    assert (made.body, made.footer) == ("Hi {{1}}, it comes {{2}}.", "Thank you")
    assert [(b.kind, b.label) for b in made.buttons] == [
        ("url", "Track"),
        ("phone_number", "Call"),
        ("quick_reply", "Stop"),
    ]
    assert made.unknown == {"id": "17"}


def test_a_body_alone() -> None:
    made = read_definition(body_definition("a", "tr", "Merhaba {{1}}"))
    assert (made.name, made.language, made.body) == ("a", "tr", "Merhaba {{1}}")
    assert made.header_format is None


def test_placeholders() -> None:
    assert placeholders("{{2}} {{1}} {{2}} {{10}}") == ["1", "2", "10"]
    assert placeholders("{{name}} {{ day }} {{name}}") == ["name", "day"]
    assert placeholders("{ {1}} {{}} {{1 2}}") == []


def test_fill() -> None:
    assert fill("Hi {{1}}, {{2}}!", ["Ada", ""]) == [
        Piece("Hi ", "text"),
        Piece("Ada", "value", "1"),
        Piece(", ", "text"),
        Piece("{{2}}", "missing", "2"),
        Piece("!", "text"),
    ]
    assert [p.text for p in fill("{{day}} {{name}} {{day}}", ["Friday", "Ada"])] == [
        "Friday", " ", "Ada", " ", "Friday",
    ]  # fmt: skip
    assert fill("{{0}}", ["x"])[0].kind == "missing"
    assert fill("", ["x"]) == []


def test_what_is_a_definition() -> None:
    assert is_definition(RAW)
    assert is_definition(body_definition("a", "en", "x"))
    message = {"name": "a", "components": [{"type": "body", "parameters": []}]}
    assert not is_definition(message)
    assert not is_definition([])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=4),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["name", "language", "components", "type", "text", "format", "buttons",
                         "body", "self", "model_config", "\ud800"]),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_reading_never_raises(raw: object) -> None:
    made = read_definition(raw)
    made.body.encode("utf-8")
    is_definition(raw)
