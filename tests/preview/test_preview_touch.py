"""Which part of a picture is where, down to the values within a template's text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wa_composer.message.definition import read_definition
from wa_composer.message.draft import read
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.nodes import Scene, Text
from wa_composer.preview.scene import build, part_text
from wa_composer.preview.touch import outlines, part_at, parts

TEXT = "Hello {{1}}, your parcel is packed.\n\nIt should reach you by *{{2}}*. Thanks, {{1}}!"


def scene(text: str, *values: str, **template: Any) -> Scene:
    shown = [{"type": "text", "text": value} for value in values]
    components = [{"type": "body", "parameters": shown}]
    message = {
        "type": "template",
        "template": {"name": "x", "language": {"code": "en"}, "components": components},
    }
    draft = read({"messages": [{"phoneNumber": "", "message": message}]})
    components = [{"type": "BODY", "text": text}, *template.get("more", [])]
    definition = read_definition({"name": "x", "language": "en", "components": components})
    return build(draft.request.messages[0], definition)


def said(drawn: Scene) -> list[tuple[str, str]]:
    """The values in the order of the text."""
    return [
        (value.id, line.text[value.start : value.start + value.length])
        for part in drawn.parts
        if isinstance(part, Text)
        for line in part.paragraphs
        for value in line.values
    ]


def test_each_value_is_found_in_the_text() -> None:
    assert said(scene(TEXT, "Jo", "Friday")) == [
        ("body:0", "Jo"),
        ("body:1", "Friday"),
        ("body:0", "Jo"),
    ]


def test_a_value_not_given_is_found_as_its_placeholder() -> None:
    assert said(scene(TEXT, "", "Friday")) == [
        ("body:0", "{{1}}"),
        ("body:1", "Friday"),
        ("body:0", "{{1}}"),
    ]
    assert said(scene("{{order}} of {{name}}", "A-1042")) == [
        ("body:0", "A-1042"),
        ("body:1", "{{name}}"),
    ]


@pytest.mark.parametrize(
    ("text", "values", "shown"),
    [
        ("{{1}}{{2}}", ("*a*", "_b_"), ["a", "b"]),
        ("*{{1}} and {{2}}*", ("x", "y"), ["x", "y"]),
        ("*{{1}}", ("a* b",), ["a b"]),
        ("{{1}} {{2}}", ("- a list", "1. none"), ["a list", "1. none"]),
        ("`{{1}}` {{2}}", ("a*b*", "*c*"), ["a*b*", "c"]),
        ("See {{1}}!", ("https://example.com/a_b_c",), ["https://example.com/a_b_c"]),
        ("😀{{1}}😀", ("👍🏽",), ["👍🏽"]),
        ("{{1}}", ("a\nb",), ["a", "b"]),
        ("{{1}}", ("**",), ["**"]),
        ("{{3}}", ("a", "b", "c"), ["c"]),
    ],
)
def test_what_formatting_leaves_of_a_value_is_found(
    text: str, values: tuple[str, ...], shown: list[str]
) -> None:
    assert [one for _, one in said(scene(text, *values))] == shown


PLAIN = st.characters(exclude_characters="*_~`{}-.>", exclude_categories=("C", "Z"))


@given(
    st.lists(st.text(PLAIN), max_size=5),
    st.lists(st.sampled_from(["{{1}}", "{{2}}", "a", " ", "*", "_", "\n", "- ", "😀", "```"])),
)
def test_values_without_marks_are_found_whole(values: list[str], wording: list[str]) -> None:
    found = said(scene("".join(wording) + ".", *values))
    for place in (0, 1):
        name = f"{{{{{place + 1}}}}}"
        whole = (values[place : place + 1] or [""])[0] or name
        shown = "".join(text for identity, text in found if identity == f"body:{place}")
        assert shown == whole * wording.count(name)


def test_values_beyond_what_is_drawn_are_not_found() -> None:
    drawn = scene("x" * 5000 + "{{1}}", "Jo")
    assert said(drawn) == []
    assert said(scene("\n" * 400 + "{{1}}", "Jo")) == []


def test_every_part_is_found_where_it_is_outlined(qapp: object) -> None:
    buttons = {
        "type": "BUTTONS",
        "buttons": [
            {"type": "URL", "text": "Track", "url": "https://example.com/t/{{1}}"},
            {"type": "QUICK_REPLY", "text": "Thanks"},
        ],
    }
    drawn = scene(TEXT, "Jo", "a day in the week that follows on the one in which we write", more=[
        {"type": "HEADER", "format": "TEXT", "text": "Order"},
        {"type": "FOOTER", "text": "Example Store"},
        buttons,
    ])  # fmt: skip
    placed = layout(drawn, 360, Fonts())
    ids = parts(placed)
    assert ids == (
        "header",
        "body",
        "body:0",
        "body:1",
        "footer",
        "wording:button:0",
        "wording:button:1",
    )
    for identity in ids:
        boxes = outlines(placed, identity)
        assert boxes
        if identity != "body":  # its middle may be a value's
            for box in boxes:
                assert part_at(placed, box.center().x(), box.center().y()) == identity
    assert len(outlines(placed, "body:1")) > 1  # it goes over several lines
    assert len(outlines(placed, "body:0")) == 2  # it stands there twice
    assert part_at(placed, 1, 1) == ""
    assert outlines(placed, "body:9") == ()


def test_a_value_written_from_right_to_left_is_found(qapp: object) -> None:
    placed = layout(scene("مرحبا {{1}} طلبك {{2}}", "סבתא", "A-1042"), 360, Fonts())
    for identity in ("body:0", "body:1"):
        (box,) = outlines(placed, identity)
        assert part_at(placed, box.center().x(), box.center().y()) == identity


def test_the_text_of_a_part_can_be_read_out() -> None:
    drawn = scene(TEXT, "Jo", "Friday")
    assert part_text(drawn, "body:1") == "Friday"
    assert part_text(drawn, "body").startswith("Hello Jo,")
    assert part_text(drawn, "nothing") == ""
