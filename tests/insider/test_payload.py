"""The payload: what was read comes back equal, blanks that mean nothing are left out."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wa_composer.insider.payload import as_text, one_each, to_payload
from wa_composer.message.draft import read

SHOWN = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=20
).filter(lambda text: "{{" not in text and not text.endswith("**"))
NUMBERS = st.from_regex(r"\A\+[1-9][0-9]{6,14}\Z")
LINKS = st.from_regex(r"\Ahttps?://example\.com/[a-z0-9]{1,12}\Z")
EXTRA = st.dictionaries(st.from_regex(r"\Ax_[a-z]{1,5}\Z"), st.integers() | SHOWN, max_size=2)


def objects(required: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    made = st.fixed_dictionaries(required, optional=optional)
    return st.builds(lambda own, extra: {**extra, **own}, made, EXTRA)


def media(**optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    return objects({"link": LINKS}, **optional) | objects({"id": SHOWN}, **optional)


def one(kind: str, value: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return objects({"type": st.just(kind), kind: value})


HEADERS = (
    one("text", SHOWN) | one("image", media()) | one("document", media(filename=SHOWN))
    | one("video", media())
)  # fmt: skip


@st.composite
def components(draw: st.DrawFn) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    if draw(st.booleans()):
        made.append({"type": "header", "parameters": [draw(HEADERS)]})
    values = draw(st.lists(one("text", SHOWN), max_size=3))
    if values:
        made.append({"type": "body", "parameters": values})
    for index in draw(st.lists(st.integers(0, 9), unique=True, max_size=3)):
        value = draw(one("payload", SHOWN))
        made.append(
            {
                "type": "button",
                "sub_type": "quick_reply",
                "index": str(index),
                "parameters": [value],
            }
        )
    return made


TEMPLATES = st.builds(
    lambda data: {"type": "template", "template": data},
    objects(
        {
            "name": st.from_regex(r"\A[a-z0-9_]{1,30}\Z"),
            "language": objects(
                {
                    "code": st.sampled_from(["en", "pt_BR", "fil"]),
                    "policy": st.just("deterministic"),
                }
            ),
            "components": components(),
        }
    ),
)
REPLIES = st.lists(
    SHOWN, min_size=1, max_size=3, unique=True
).map(lambda names: [{"type": "reply", "reply": {"id": n, "title": n}} for n in names])  # fmt: skip
INTERACTIVES = st.builds(
    lambda data: {"type": "interactive", "interactive": {"type": "button", **data}},
    objects(
        {"body": objects({"text": SHOWN}), "action": objects({"buttons": REPLIES})},
        header=HEADERS,
        footer=objects({"text": SHOWN}),
    ),
)
IMAGES = st.builds(lambda data: {"type": "image", "image": data}, media(caption=SHOWN))
MESSAGES = objects({"phoneNumber": NUMBERS, "message": TEMPLATES | INTERACTIVES | IMAGES})
# The same message twice to one number is a fault.
LISTS = st.lists(
    MESSAGES,
    min_size=1,
    max_size=3,
    unique_by=lambda m: (m["phoneNumber"], json.dumps(m["message"], sort_keys=True)),
)
REQUESTS = objects({"messages": LISTS}, **{"from": NUMBERS})


@settings(max_examples=200, deadline=None)
@given(REQUESTS)
def test_a_valid_request_comes_back_equal(raw: dict[str, Any]) -> None:
    before = copy.deepcopy(raw)
    draft = read(raw)
    assert draft.errors == ()
    assert to_payload(draft.request) == raw == before
    again = read(json.loads(json.dumps(to_payload(draft.request))))
    assert again.request == draft.request
    assert again.problems == draft.problems


def payload(message: dict[str, Any]) -> Any:
    raw = {"messages": [{"phoneNumber": "+12025550123", "message": message}]}
    return to_payload(read(raw).request)["messages"][0]["message"]


def template(*components: dict[str, Any], **language: str) -> dict[str, Any]:
    data = {"name": "a", "language": {"code": "en", **language}, "components": list(components)}
    return {"type": "template", "template": data}


@given(REQUESTS)
def test_what_people_read_is_the_same_json(raw: dict[str, Any]) -> None:
    payload = to_payload(read(raw).request)
    assert as_text(payload) == json.dumps(payload, ensure_ascii=False, indent=2)


def test_one_message_to_many_numbers_is_written_as_often() -> None:
    reply = {"type": "reply", "reply": {"id": "a", "title": "Today"}}
    inner = {"type": "button", "body": {"text": "When?"}, "action": {"buttons": [reply]}}
    message = {"type": "interactive", "interactive": {**inner, "footer": {"text": ""}}}
    numbers = [f"+4477009001{n:02}" for n in range(30)]
    raw = {"messages": [{"phoneNumber": number, "message": message} for number in numbers]}
    payload = to_payload(read(raw).request)
    assert payload == to_payload(read(copy.deepcopy(raw)).request)
    assert as_text(payload) == json.dumps(payload, ensure_ascii=False, indent=2)
    assert [each["messages"][0]["phoneNumber"] for each in one_each(payload)] == numbers


def test_policy_is_always_written() -> None:
    assert payload(template())["template"]["language"]["policy"] == "deterministic"
    bare = payload({"type": "template", "template": {"name": "a"}})["template"]
    assert bare == {
        "name": "a",
        "language": {"code": "", "policy": "deterministic"},
        "components": [],
    }


def test_components_are_ordered_and_in_lower_case() -> None:
    button = {"type": "BUTTON", "sub_type": "URL", "index": "0",
              "parameters": [{"type": "text", "text": "x"}]}  # fmt: skip
    body = {
        "type": "Body",
        "sub_type": "",
        "index": "",
        "parameters": [{"type": "text", "text": "b"}],
    }
    header = {"type": "HEADER", "sub_type": "", "parameters": [{"type": "text", "text": "h"}]}
    made = payload(template(button, body, header))["template"]["components"]
    assert made == [
        {"type": "header", "parameters": [{"type": "text", "text": "h"}]},
        {"type": "body", "parameters": [{"type": "text", "text": "b"}]},
        {**button, "type": "button", "sub_type": "url"},
    ]


@pytest.mark.parametrize("parameters", [[], [{"type": "payload", "payload": ""}]])
def test_a_phone_button_without_value_and_an_empty_body_are_not_sent(parameters: list[Any]) -> None:
    phone = {"type": "button", "sub_type": "phone_number", "index": "1", "parameters": parameters}
    assert (
        payload(template({"type": "body", "parameters": []}, phone))["template"]["components"] == []
    )


def test_a_phone_button_with_a_value_is_sent() -> None:
    phone = {"type": "button", "sub_type": "phone_number", "index": "1",
             "parameters": [{"type": "payload", "payload": "x"}]}  # fmt: skip
    assert payload(template(phone))["template"]["components"] == [phone]


def test_blank_media_keys_and_a_blank_footer_are_left_out() -> None:
    blank = {"link": "", "id": "7", "caption": "", "filename": ""}
    assert payload({"type": "image", "image": blank})["image"] == {"id": "7"}
    data = {"type": "button", "body": {"text": "x"}, "footer": {"text": ""},
            "action": {"buttons": []}}  # fmt: skip
    made = payload({"type": "interactive", "interactive": data})["interactive"]
    assert "footer" not in made


def test_from_is_left_out_when_blank_and_unknown_things_stay() -> None:
    raw = {
        "from": "",
        "trace": [1],
        "messages": [{"phoneNumber": "", "message": {"type": "x", "x": 1}}],
    }
    assert to_payload(read(raw).request) == {"trace": [1], "messages": raw["messages"]}


def test_one_each() -> None:
    whole = {"from": "+12025550100", "messages": [{"a": 1}, {"b": 2}]}
    assert one_each(whole) == [
        {"from": "+12025550100", "messages": [{"a": 1}]},
        {"from": "+12025550100", "messages": [{"b": 2}]},
    ]
