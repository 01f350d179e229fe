"""Definitions are called equal only where they say the same, in whatever form."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wa_composer.message.changes import changes
from wa_composer.message.definition_shape import editable

BODY = {"type": "BODY", "text": "Hello"}
CARDS = {"type": "CAROUSEL", "cards": [{"text": "a"}]}
NAMES = st.sampled_from(["type", "text", "body", "BODY", "carousel", "buttons", "x", "components"])
ANY = st.recursive(
    st.none() | st.integers(0, 3) | NAMES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


def _one(*components: Any) -> dict[str, Any]:
    return {"name": "x", "language": "en", "components": [*components]}


def _parts(before: object, after: object) -> list[tuple[str, str, str]]:
    return [(str(one.part), str(one.before), str(one.after)) for one in changes(before, after)]


def test_a_second_body_is_a_difference() -> None:
    second = {"type": "BODY", "text": "Again"}
    assert _parts(_one(BODY), _one(BODY, second)) == [
        ("Other components", "", '[{"type": "BODY", "text": "Again"}]')
    ]


def test_a_carousel_is_one_in_either_form() -> None:
    def mapped(text: str) -> dict[str, Any]:
        parts = {"body": {"text": "Hello"}, "carousel": {"cards": [{"text": text}]}}
        return {"name": "x", "language": "en", "components": parts}

    (part,) = _parts(mapped("a"), mapped("b"))
    assert part[0] == "Other components" and '"b"' in part[2]
    assert not changes(mapped("a"), _one(BODY, CARDS))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_one(BODY, "foo"), _one(BODY, "bar")),
        (_one(BODY), _one(BODY, 5)),
        (
            _one({"type": "BUTTONS", "buttons": [{"type": "OTP"}]}, {"type": "FLOW", "a": 1}),
            _one({"type": "BUTTONS", "buttons": [{"type": "OTP"}]}, {"type": "FLOW", "a": 2}),
        ),
    ],
)
def test_what_is_no_part_is_a_difference_as_well(before: object, after: object) -> None:
    assert _parts(before, after)


@given(ANY)
def test_what_the_editor_makes_of_it_says_the_same(components: object) -> None:
    raw = {"name": "x", "language": "en", "components": components}
    made = editable(raw)
    assert editable(made) == made
    assert not changes(raw, made)
