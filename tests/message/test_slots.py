"""What a template takes, and what of a message does not fit it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wa_composer import assets
from wa_composer.message.button_links import resolved
from wa_composer.message.definition import read_definition
from wa_composer.message.draft import read
from wa_composer.message.notes import Notes
from wa_composer.message.slot_rules import check_slots
from wa_composer.message.slots import VALUES_MOST, ButtonSlot, Slot, Slots, slots_of
from wa_composer.message.template import Template

SAMPLES = {one["name"]: one for one in json.loads(assets.text("samples/templates.json"))["data"]}


def slots(*components: dict[str, Any], **more: Any) -> Slots:
    return slots_of(read_definition({"name": "x", "components": [*components]} | more))


def misfits(known: Slots, *components: dict[str, Any]) -> list[tuple[str, str]]:
    template = {"name": "x", "language": {"code": "en"}, "components": [*components]}
    message = {"type": "template", "template": template}
    drawn = read({"messages": [{"message": message}]}).request.messages[0].message
    assert isinstance(drawn, Template)
    notes = Notes()
    check_slots(drawn, known, "m", notes)
    assert {problem.level for problem in notes.problems} <= {"warning"}
    return [(one.path.removeprefix("m.template.components"), one.code) for one in notes.problems]


def header(kind: str) -> dict[str, Any]:
    return {"type": "header", "parameters": [{"type": kind, kind: {}, "text": "x"}]}


def body(*values: str) -> dict[str, Any]:
    return {"type": "body", "parameters": [{"type": "text", "text": one} for one in values]}


def button(kind: str, index: int, value: str = "x") -> dict[str, Any]:
    own = "text" if kind == "url" else "payload"
    parameters = [{"type": own, own: value}] if value else []
    return {"type": "button", "sub_type": kind, "index": str(index), "parameters": parameters}


def test_the_samples_that_are_shipped() -> None:
    assert slots_of(read_definition(SAMPLES["order_update"])) == Slots(
        header="text",
        header_slot=Slot("1", "A-1042"),
        header_text="Order {{1}}",
        body=(Slot("1", "Jo"), Slot("2", "Friday, 6 March")),
    )
    assert slots_of(read_definition(SAMPLES["spring_sale"])) == Slots(
        header="image",
        header_slot=Slot("", "https://example.com/media/spring.jpg"),
        body=(Slot("1", "Jo"), Slot("2", "Sunday")),
        buttons=(
            ButtonSlot(0, "url", "See the offers", "https://example.com/sale/{{1}}", "garden"),
        ),
        idle=((1, "phone_number"),),
    )
    assert [one.place for one in slots_of(read_definition(SAMPLES["delivery_slot"])).buttons] == [
        0,
        1,
    ]


def test_names_and_gaps() -> None:
    named = slots({"type": "BODY", "text": "{{name}} {{code}} {{name}}"})
    assert [one.name for one in named.body] == ["name", "code"]
    gap = slots({"type": "BODY", "text": "{{3}} and {{1}}"})
    assert [one.name for one in gap.body] == ["1", "2", "3"]


def test_a_header_that_takes_nothing() -> None:
    assert slots({"type": "HEADER", "format": "TEXT", "text": "Hello"}).header == ""
    assert slots({"type": "HEADER", "format": "LOCATION"}).header == ""


def test_a_text_alone_may_not_be_all_of_it() -> None:
    text = {"type": "BODY", "text": "Hello {{1}}"}
    assert not slots(text).whole
    assert slots(text, category="UTILITY").whole
    assert slots(text, {"type": "FOOTER", "text": "Bye"}).whole
    assert not slots({"type": "BODY", "text": "{{999}}"}, category="UTILITY").whole
    assert slots({"type": "BODY", "text": "{{999}}"}).body == ()
    assert len(slots({"type": "BODY", "text": f"{{{{{VALUES_MOST}}}}}"}).body) == VALUES_MOST
    replies = [{"type": "QUICK_REPLY", "text": "Yes"}] * 10_000
    assert len(slots({"type": "BUTTONS", "buttons": replies}).buttons) == 10


SALE = slots_of(read_definition(SAMPLES["spring_sale"]))
ORDER = slots_of(read_definition(SAMPLES["order_update"]))


@pytest.mark.parametrize(
    ("known", "components", "found"),
    [
        (SALE, [header("image"), body("a", "b"), button("url", 0)], []),
        (SALE, [header("image"), body("a", "b"), button("url", 0),
                button("phone_number", 1, "")], []),
        (SALE, [], [
            ("[body].parameters[0]", "slot_missing"),
            ("[body].parameters[1]", "slot_missing"),
            ("[header]", "slot_missing"),
            ("[button:0]", "slot_missing"),
        ]),
        (SALE, [header("video"), body("a", "b"), button("url", 0)], [("[0]", "header_other")]),
        (SALE, [header("image"), body("a", "b", "c"), button("url", 0)],
         [("[1].parameters[2]", "slot_extra")]),
        (SALE, [header("image"), body("a", "b"), button("url", 0), button("url", 5)],
         [("[3]", "button_unwanted")]),
        (SALE, [header("image"), body("a", "b"), button("quick_reply", 0)],
         [("[2]", "button_unwanted"), ("[button:0]", "slot_missing")]),
        (SALE, [header("image"), body("a", "b"), button("url", 0), button("phone_number", 1, "1")],
         [("[3]", "button_unwanted")]),
        (slots({"type": "BODY", "text": "Hi"}, category="UTILITY"), [header("text")],
         [("[0]", "header_unwanted")]),
        (slots({"type": "BODY", "text": "Hi"}), [header("text"), body("a"), button("url", 0)], []),
        (SALE, [header("image"), body("a", "b"), button("url", 0, "https://example.com/sale/x")],
         [("[2].parameters[0].text", "url_whole")]),
        (SALE, [header("image"), body("a", "b"), button("url", 0, "/x")],
         [("[2].parameters[0].text", "url_slashes")]),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_a_warning_at_its_place(
    known: Slots, components: list[dict[str, Any]], found: list[tuple[str, str]]
) -> None:
    assert misfits(known, *components) == found


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("garden", "https://example.com/sale/garden"),
        ("two words", "https://example.com/sale/two%20words"),
        ("çay", "https://example.com/sale/%C3%A7ay"),
        ("a%20b", "https://example.com/sale/a%20b"),
        ("100%", "https://example.com/sale/100%25"),
        ("a?b=c&d=#e", "https://example.com/sale/a?b=c&d=#e"),
        ("<{x}>", "https://example.com/sale/%3C%7Bx%7D%3E"),
        ("https://example.com/x", "https://example.com/sale/https://example.com/x"),
        ("", "https://example.com/sale/{{1}}"),
        ("\ud83d", "https://example.com/sale/?"),
    ],
)
def test_the_address_that_a_button_opens(value: str, address: str) -> None:
    assert resolved("https://example.com/sale/{{1}}", value) == address


@given(st.text(), st.text(min_size=1))
def test_any_address_is_ascii_and_encoded_only_once(url: str, value: str) -> None:
    first = resolved(url, value)
    if "{{" not in first:
        assert first.isascii()
        assert resolved(first, value) == first


HELLO = {"type": "BODY", "text": "Hello"}


def buttons(kind: str) -> dict[str, Any]:
    return {"type": "BUTTONS", "buttons": [{"type": kind, "text": "Go"}]}


@pytest.mark.parametrize(
    ("components", "said"),
    [
        ([HELLO, {"type": "CAROUSEL", "cards": []}], ["carousel"]),
        ([{"type": "HEADER", "format": "LOCATION"}, HELLO], ["location"]),
        ([{"type": "HEADER", "format": "PRODUCT"}, HELLO, buttons("SPM")], ["product", "button"]),
        ([{"type": "LIMITED_TIME_OFFER"}, HELLO, buttons("COPY_CODE")], ["time", "copies a code"]),
        ([HELLO, buttons("CATALOG")], ["catalogue"]),
        ([HELLO, buttons("MPM")], ["products"]),
        ([{"type": "BODY", "add_security_recommendation": True}, buttons("OTP")], ["one-time"]),
        ([{"type": "FOOTER", "text": "Bye"}, HELLO], []),
        ([HELLO, buttons("PHONE_NUMBER")], []),
        ([HELLO, buttons("FLOW")], []),  # its values are optional
    ],
)
def test_what_no_request_can_fill_in_is_said_beside_the_name(
    components: list[dict[str, Any]], said: list[str]
) -> None:
    notes = Notes()
    raw = {"type": "template", "template": {"name": "x", "language": {"code": "en"}}}
    message = read({"messages": [{"message": raw}]}).request.messages[0].message
    assert isinstance(message, Template)
    check_slots(message, slots(*components, category="MARKETING"), "m", notes)
    found = [p for p in notes.problems if p.code != "slot_missing"]
    assert [(p.level, p.path) for p in found] == [("warning", "m.template.name")] * len(said)
    assert all(word in one.words.english() for word, one in zip(said, found, strict=True))


def test_a_one_time_code_that_the_message_carries_is_not_doubted() -> None:
    text = {"type": "BODY", "text": "{{1}} is your code."}
    code = slots(text, buttons("OTP"), category="AUTHENTICATION")
    assert misfits(code, body("1"), button("url", 0, "1")) == []
    assert misfits(code, body("1")) == [("m.template.name", "template_beyond")]


def test_names_of_placeholders_are_not_sent() -> None:
    named = {"type": "BODY", "text": "Hello {{first_name}}"}
    assert misfits(slots(named, category="UTILITY"), body("Jo")) == [
        ("m.template.name", "template_names")
    ]
    assert misfits(slots(named), body("Jo")) == []  # a text that somebody wrote down
