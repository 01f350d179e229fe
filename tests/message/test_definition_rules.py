"""What Meta would not approve in a template that is written here, each fault at its place."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wa_composer.message.definition import read_definition
from wa_composer.message.definition_rules import check_definition
from wa_composer.message.definition_shape import blank_definition, editable

GOOD: dict[str, Any] = {
    "name": "order_update",
    "language": "en",
    "category": "UTILITY",
    "components": [
        {
            "type": "HEADER",
            "format": "TEXT",
            "text": "Order {{1}}",
            "example": {"header_text": ["A-1"]},
        },
        {
            "type": "BODY",
            "text": "Hi {{1}}, it comes {{2}}.",
            "example": {"body_text": [["Ada", "soon"]]},
        },
        {"type": "FOOTER", "text": "Bye"},
        {
            "type": "BUTTONS",
            "buttons": [
                {"type": "QUICK_REPLY", "text": "Stop"},
                {
                    "type": "URL",
                    "text": "Track",
                    "url": "https://example.com/{{1}}",
                    "example": ["https://example.com/1"],
                },
                {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+12025550140"},
                {"type": "COPY_CODE", "example": "SPRING"},
            ],
        },
    ],
}
HEAD, TEXT, FOOT, BUTTONS = (f"components[{place}]" for place in range(4))


def _changed(path: list[Any], value: object) -> list[tuple[str, str]]:
    raw = deepcopy(GOOD)
    here: Any = raw
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return [(flaw.level, flaw.path) for flaw in check_definition(raw)]


def test_nothing_is_wrong_with_a_good_one() -> None:
    assert check_definition(GOOD) == ()


PARTS = "components"
BODY, FOOTER = [PARTS, 1, "text"], [PARTS, 2, "text"]
FIRST, LINK = [PARTS, 3, "buttons", 0], [PARTS, 3, "buttons", 1]


@pytest.mark.parametrize(
    ("path", "value", "level", "at"),
    [
        (["name"], "", "error", "name"),
        (["name"], "Order Update", "error", "name"),
        (["name"], "a" * 513, "error", "name"),
        (["language"], "English", "error", "language"),
        (["category"], "", "error", "category"),
        (["category"], "GAMES", "warning", "category"),
        ([PARTS], [], "error", "components"),
        ([PARTS, 0, "text"], "", "error", f"{HEAD}.text"),
        ([PARTS, 0, "text"], "x" * 61, "error", f"{HEAD}.text"),
        ([PARTS, 0, "text"], "{{1}} {{2}}", "error", f"{HEAD}.text"),
        ([PARTS, 0, "text"], "*Bold* {{1}}", "warning", f"{HEAD}.text"),
        ([PARTS, 0, "example"], {}, "warning", f"{HEAD}.example.1"),
        (BODY, "", "error", f"{TEXT}.text"),
        (BODY, "x" * 1025, "error", f"{TEXT}.text"),
        (BODY, "Hi {{1}}, it comes {{3}}.", "error", f"{TEXT}.text"),
        (BODY, "Hi {{1}}, it comes {{day}}.", "error", f"{TEXT}.text"),
        (BODY, "Hi {{1}}, it comes {{2}}", "warning", f"{TEXT}.text"),
        (BODY, "{{1}}, it comes {{2}}.", "warning", f"{TEXT}.text"),
        (BODY, "Hi {{1}}, it comes {{2}} or {{3.", "warning", f"{TEXT}.text"),
        (BODY, "Hi {{1}}, {{First Name}}, it comes {{2}}.", "error", f"{TEXT}.text"),
        ([PARTS, 1, "example"], {"body_text": [["Ada"]]}, "warning", f"{TEXT}.example.2"),
        (FOOTER, "x" * 61, "error", f"{FOOT}.text"),
        (FOOTER, "Bye {{1}}", "error", f"{FOOT}.text"),
        ([*FIRST, "text"], "", "error", f"{BUTTONS}.buttons[0].text"),
        ([*FIRST, "text"], "x" * 26, "error", f"{BUTTONS}.buttons[0].text"),
        ([*LINK, "text"], "Stop", "error", f"{BUTTONS}.buttons[1].text"),
        ([*LINK, "url"], "", "error", f"{BUTTONS}.buttons[1].url"),
        ([*LINK, "url"], "example.com", "error", f"{BUTTONS}.buttons[1].url"),
        ([*LINK, "url"], "https://e.example/{{1}}/a", "error", f"{BUTTONS}.buttons[1].url"),
        ([*LINK, "example"], [], "warning", f"{BUTTONS}.buttons[1].example"),
        ([*FIRST, "type"], "URL", "error", f"{BUTTONS}.buttons[1].type"),
        ([PARTS, 3, "buttons", 2, "phone_number"], "no", "error",
         f"{BUTTONS}.buttons[2].phone_number"),
        ([PARTS, 3, "buttons", 3, "example"], "", "error", f"{BUTTONS}.buttons[3].example"),
        ([PARTS, 3, "buttons"], [], "error", f"{BUTTONS}.buttons"),
    ],
)  # fmt: skip
def test_each_fault_is_at_its_place(path: list[Any], value: object, level: str, at: str) -> None:
    assert (level, at) in _changed(path, value)


def test_quick_replies_stand_together() -> None:
    buttons = [{"type": "QUICK_REPLY", "text": "No"}, *GOOD["components"][3]["buttons"][1:3]]
    raw = deepcopy(GOOD)
    raw["components"][3]["buttons"] = [*buttons, {"type": "QUICK_REPLY", "text": "Yes"}]
    assert [flaw.path for flaw in check_definition(raw)] == [f"{BUTTONS}.buttons[3].type"]


def test_more_than_ten_buttons() -> None:
    raw = deepcopy(GOOD)
    raw["components"][3]["buttons"] = [
        {"type": "QUICK_REPLY", "text": f"Answer {number}"} for number in range(11)
    ]
    assert [flaw.path for flaw in check_definition(raw)] == [f"{BUTTONS}.buttons"]


def test_all_faults_at_once() -> None:
    found = {flaw.path for flaw in check_definition(blank_definition())}
    assert found == {"name", "components[0].text"}


def test_a_plain_definition_is_edited_as_it_is() -> None:
    raw = GOOD | {"later": {"kept": [1]}}
    assert editable(raw) == raw
    assert editable(raw) is not raw


ODD: list[dict[str, Any]] = [
    {"Name": "a", "LANGUAGE": "en", "Components": GOOD["components"], "id": "1"},
    {"name": "a", "language": {"code": "en"}, "components": GOOD["components"], "id": "1"},
    {"name": "a", "language": "en", "components": [GOOD["components"]], "id": "1"},
    {
        "name": "a",
        "language": "en",
        "id": "1",
        "components": {
            "header": GOOD["components"][0],
            "body": GOOD["components"][1],
            "footer": "Bye",
            "buttons": GOOD["components"][3]["buttons"],
        },
    },
    {
        "name": "a",
        "language": "en",
        "id": "1",
        "header": GOOD["components"][0],
        "body": GOOD["components"][1],
        "footer": {"text": "Bye"},
        "buttons": {"buttons": GOOD["components"][3]["buttons"]},
    },
]


@pytest.mark.parametrize("raw", ODD)
def test_an_odd_one_is_edited_in_the_plain_shape(raw: dict[str, Any]) -> None:
    made = editable(raw)
    assert made["id"] == "1"
    assert [part["type"] for part in made["components"]] == ["HEADER", "BODY", "FOOTER", "BUTTONS"]
    assert read_definition(made) == read_definition(raw)
    assert editable(made) == made


WORDS = ["HEADER", "body", "BUTTONS", "url", "TEXT", "{{1}}", "{{a}}", "\udfff", ""]
KEYS = ["name", "language", "components", "type", "text", "format", "buttons", "body", "example"]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    ),
    max_leaves=20,
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), JSON, max_size=6))
def test_anything_can_be_edited_and_checked(raw: dict[str, Any]) -> None:
    made = editable(raw)
    assert isinstance(made["components"], list)
    for flaw in check_definition(made):
        assert str(flaw.words)
    check_definition(raw)


def test_keys_in_other_letter_cases_are_edited_and_what_is_unknown_keeps_its_own() -> None:
    example = {"Body_Text": [["Ada"]]}
    button = {"Type": "URL", "Text": "Go", "Url": "https://example.com/"}
    raw = {
        "Name": "offer",
        "language": "en",
        "Later": {"Kept": 1},
        "components": [
            {"type": "BODY", "Text": "Hello {{1}}", "Example": example, "addThis": True},
            {"type": "FOOTER", "text": "Bye", "Text": "Other"},
            {"type": "BUTTONS", "Buttons": [button]},
        ],
    }
    made = editable(raw)
    assert made["name"] == "offer"
    assert made["Later"] == {"Kept": 1}
    body, footer, buttons = made["components"]
    assert body == {
        "type": "BODY",
        "text": "Hello {{1}}",
        "example": {"body_text": [["Ada"]]},
        "addThis": True,
    }
    assert footer == {"type": "FOOTER", "text": "Bye", "Text": "Other"}
    assert buttons["buttons"] == [{"type": "URL", "text": "Go", "url": "https://example.com/"}]
    assert read_definition(made) == read_definition(raw)
    assert editable(made) == made


def test_what_is_no_part_and_no_button_goes_along_untouched() -> None:
    button = {"type": "QUICK_REPLY", "text": "Yes"}
    raw = {
        "name": "offer",
        "language": "en",
        "components": ["foo", {"type": "BUTTONS", "buttons": ["weird", button, 5]}, [7, None]],
    }
    made = editable(raw)
    assert made["components"] == [
        {"type": "BUTTONS", "buttons": [button, "weird", 5]}, "foo", 7, None,
    ]  # fmt: skip
    assert editable(made) == made
    assert editable({"name": "x", "components": "foo"})["components"] == ["foo"]
