"""Reading: what comes out of valid, unfinished and foreign JSON."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from wa_composer.message.draft import read
from wa_composer.message.request import UnknownMessage

Valid = dict[str, dict[str, Any]]
NUMBER = "+12025550123"


def request(*messages: Any, number: str = NUMBER) -> dict[str, Any]:
    return {"messages": [{"phoneNumber": number, "message": m} for m in messages]}


@pytest.mark.parametrize("kind", ["template", "interactive", "image"])
def test_valid_messages_have_no_problem(kind: str, valid: Valid) -> None:
    draft = read(request(valid[kind]))
    assert draft.problems == ()
    assert draft.ready
    assert draft.request.messages[0].message.kind == kind


def test_every_sentence_is_filled_in_and_says_what_to_do() -> None:
    broken = request({"type": "template", "template": {"components": [{"type": "button"}] * 11}})
    for problem in read(broken).problems:
        sentence = problem.words.english()
        assert "{" not in sentence
        assert sentence.count(".") + sentence.count(":") >= 1


def test_problems_stand_message_by_message_with_the_recipient_first(valid: Valid) -> None:
    raw = request(
        {"type": "image", "image": {"link": 5}}, {"type": "image", "image": {}}, number="1"
    )
    assert [p.path for p in read(raw).problems] == [
        "messages[0].phoneNumber",
        "messages[0].message.image.link",
        "messages[1].phoneNumber",
        "messages[1].message.image.link",
    ]


@pytest.mark.parametrize("raw", [None, 5, "text", [], True, [[]]])
def test_what_is_no_object_is_one_problem_of_the_file(raw: object) -> None:
    draft = read(raw)
    assert [(p.path, p.code) for p in draft.problems] == [("", "not_request")]
    assert not draft.ready


def test_an_empty_object_has_no_message() -> None:
    assert [(p.path, p.code) for p in read({}).problems] == [("messages", "no_messages")]
    assert not read({"messages": []}).ready


def test_unknown_types_are_kept() -> None:
    raw = {"type": "location", "location": {"latitude": 1.5}}
    draft = read(request(raw))
    message = draft.request.messages[0].message
    assert isinstance(message, UnknownMessage)
    assert message.unknown == {"location": {"latitude": 1.5}}
    assert [(p.level, p.code) for p in draft.problems] == [("error", "message_type")]


def test_what_no_request_can_carry_is_an_error_under_unknown_keys_too(valid: Valid) -> None:
    extra = {"deep": [float("nan"), {"a": "+1****"}, 10**400, "\udc00"]}
    codes = [p.code for p in read({**request(valid["image"]), "x": extra}).errors]
    assert codes == ["not_json", "placeholder", "not_json", "broken_character"]


def test_what_readers_see_of_a_template(valid: Valid) -> None:
    message: Any = read(request(valid["template"])).request.messages[0].message
    assert (message.name, message.language_code, message.body_values) == (
        "order_update",
        "en",
        ("Ada",),
    )
    assert (message.header.format, message.header.text) == ("text", "Order 1042")
    assert [(b.kind, b.index, b.value) for b in message.buttons] == [("quick_reply", 0, "yes")]


def test_what_readers_see_of_the_others(valid: Valid) -> None:
    message: Any = read(request(valid["interactive"])).request.messages[0].message
    assert (message.body_text, message.footer_text) == ("When shall we *deliver*?", "Reply today")
    assert [b.title for b in message.buttons] == ["Morning", "Afternoon"]
    assert message.header.text == "Delivery"
    image: Any = read(request(valid["image"])).request.messages[0].message
    assert (image.media.link, image.caption) == ("https://example.com/a.jpg", "")


def test_one_message_object_at_many_places_is_read_once(valid: Valid) -> None:
    blank = {"type": "image", "image": {"link": ""}}
    numbers = [NUMBER, "wrong", "+447700900123", NUMBER]
    shared = {"messages": [{"phoneNumber": number, "message": blank} for number in numbers]}
    draft = read(shared)
    assert draft.request == read(copy.deepcopy(shared)).request
    assert [problem.path for problem in draft.problems] == [
        "messages[0].message.image.link",
        "messages[1].phoneNumber",
        "messages[3].phoneNumber",
    ]
    apart = {"messages": [{"phoneNumber": n, "message": dict(blank)} for n in numbers]}
    assert len(read(apart).problems) == 6
    whole = {"messages": [{"phoneNumber": n, "message": valid["template"]} for n in numbers]}
    messages = [outgoing.message for outgoing in read(whole).request.messages]
    assert all(message is messages[0] for message in messages)


def test_things_that_are_no_message_are_never_taken_for_each_other() -> None:
    draft = read({"messages": [{"message": odd} for odd in (1, "x", [], {}, {"type": "odd"})]})
    codes = [p.code for p in draft.problems if not p.path.endswith("phoneNumber")]
    missing = "message_type_missing"
    assert codes == ["not_object", missing] * 3 + [missing, "message_type"]
