"""Reading never raises, whatever the JSON, and its result can always be written and told."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from wa_composer.insider.payload import to_payload
from wa_composer.message.draft import read
from wa_composer.message.summary import summary

WORDS = """
from messages phoneNumber message type template interactive image name language code policy
components parameters sub_type index text payload link id caption filename header body footer
action buttons reply title video document model_fields __class__ unknown kind phone_number
model_config self __pydantic_extra__
"""
KEYS = st.sampled_from(WORDS.split()) | st.text(st.characters(), max_size=3)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.builds(lambda: 10**5000)
    | st.floats()
    | st.text(st.characters(), max_size=6)
    | st.sampled_from(["template", "interactive", "image", "header", "body", "button", "text", ""])
    | st.sampled_from(
        ["\ud800", "+1****", "{{X}}", "quick_reply", "url", "0", "https://[", "audio"]
    )
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=25,
)

BASE: dict[str, Any] = {
    "from": "+12025550100",
    "messages": [
        {
            "phoneNumber": "+12025550123",
            "message": {
                "type": "template",
                "template": {
                    "name": "a",
                    "language": {"code": "en", "policy": "deterministic"},
                    "components": [
                        {"type": "header", "parameters": [{"type": "image", "image": {"id": "1"}}]},
                        {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]},
                    ],
                },
            },
        },
        {
            "phoneNumber": "+447700900123",
            "message": {
                "type": "interactive",
                "interactive": {
                    "type": "button",
                    "header": {"type": "text", "text": "x"},
                    "body": {"text": "y"},
                    "action": {"buttons": [{"type": "reply", "reply": {"id": "1", "title": "A"}}]},
                },
            },
        },
    ],
}


def look_at(raw: object) -> None:
    draft = read(raw)
    for outgoing in draft.request.messages:
        message: Any = outgoing.message
        summary(message).encode("utf-8")
        for name in ("header", "body_values", "buttons", "body_text", "footer_text", "media"):
            getattr(message, name, None)
    payload = to_payload(draft.request)
    for problem in draft.problems:
        problem.words.english()
        problem.path.encode("utf-8")
    # What was written reads back the same, whatever it was.
    assert to_payload(read(payload).request) is not None


def places(value: object, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    return [at, *(place for key, inner in items for place in places(inner, (*at, key)))]


@settings(max_examples=300, deadline=None)
@given(JSON)
def test_any_json(raw: object) -> None:
    look_at(raw)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(places(BASE)[1:]), JSON)
def test_a_valid_message_with_anything_anywhere(place: tuple[Any, ...], value: object) -> None:
    made: Any = copy.deepcopy(BASE)
    at = made
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = value
    look_at(made)


def test_thousands_of_levels() -> None:
    raw: object = "x"
    for _ in range(5000):
        raw = {"messages": [raw]}
    read(raw)
    read({"messages": [], "unknown": raw})
    read({"messages": [{"phoneNumber": raw, "message": raw}]})
