"""The message that fills a template in with its own examples, for its picture."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from wa_composer.message.definition import read_definition
from wa_composer.message.example import example_message
from wa_composer.preview.scene import View, build, describe
from wa_composer.services import shipped_templates

WORDS = ["HEADER", "body", "BUTTONS", "url", "image", "{{1}}", "{{a}} {{9}}", "\udfff", "otp", ""]
KEYS = ["components", "type", "text", "format", "buttons", "body_text", "example", "url", "header"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    ),
    max_leaves=20,
)


def _described(raw: object) -> list[str]:
    made = read_definition(raw)
    drawn = build(example_message(made), made, View(time=""))
    return describe(drawn).splitlines()


def test_the_samples_are_drawn_with_their_values() -> None:
    texts = ["\n".join(_described(raw)) for raw in shipped_templates()]
    for text in texts:
        assert "{{" not in text
    assert "Hello Jo, your parcel is packed" in texts[0]
    assert "Order A-1042" in texts[0]


def test_named_and_numbered_values_find_their_places() -> None:
    numbered: dict[str, Any] = {
        "components": [
            {"type": "BODY", "text": "{{2}} {{1}}", "example": {"body_text": [["a", "b"]]}}
        ]
    }
    assert _described(numbered)[0] == "b a"
    named = [{"param_name": "x", "example": "b"}, {"param_name": "y", "example": "a"}]
    body = {"type": "BODY", "text": "{{y}} {{x}}", "example": {"body_text_named_params": named}}
    assert _described({"components": [body]})[0] == "a b"
    assert _described({"components": [{"type": "BODY", "text": "{{1}}!"}]})[0] == "{{1}}!"


@settings(max_examples=150, deadline=None)
@given(JSON)
def test_any_definition_has_a_picture(raw: object) -> None:
    _described(raw)
