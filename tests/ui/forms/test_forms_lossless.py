"""What is loaded comes back equal, whatever it is, until somebody changes something."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from wa_composer.message.slots import ButtonSlot, Slot, Slots
from wa_composer.ui.forms import FORMS, MessageForm, TemplateForm

SAMPLES: dict[str, dict[str, Any]] = {
    "published header": {
        "type": "template",
        "template": {
            "name": "spring_sale",
            "language": {"policy": "deterministic", "code": "pt_BR"},
            "components": [
                {
                    "type": "HEADER",
                    "sub_type": "",
                    "index": "",
                    "parameters": [{"type": "image", "image": {"link": "https://example.com/a"}}],
                },
                {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]},
                {
                    "type": "button",
                    "sub_type": "URL",
                    "index": "3",
                    "parameters": [{"type": "text", "text": "a?b"}],
                },
                {"type": "button", "sub_type": "phone_number", "index": 4, "parameters": []},
            ],
        },
    },
    "numbers for texts": {
        "type": "template",
        "template": {
            "name": 7,
            "language": {"code": 1},
            "components": [
                {"type": "body", "parameters": [{"type": "text", "text": 5}, 9, None]},
                {"type": "button", "index": 99, "parameters": {"a": 1}},
                {"type": "button", "sub_type": "copy_code", "index": "x", "parameters": [[1]]},
            ],
        },
    },
    "two of each": {
        "type": "template",
        "template": {
            "components": [
                {"type": "header", "parameters": []},
                {"type": "header", "parameters": [{"type": "currency", "currency": {}}]},
                {"type": "body"},
                {"type": "body", "parameters": [{"type": "text", "text": "x"}]},
                "odd",
            ],
            "extra": {"kept": [1, 2]},
        },
    },
    "audio header": {
        "type": "interactive",
        "interactive": {
            "type": "button",
            "header": {"type": "audio", "audio": {"link": "https://example.com/a.mp3"}},
            "body": {"text": "Line\nbreak\u00a0here"},
            "footer": {"text": "", "more": 1},
            "action": {"buttons": [{"type": "reply", "reply": {"id": 1, "title": True}}] * 5},
        },
    },
    "image as list": {"type": "image", "image": ["https://example.com/a.png"]},
    "image with more": {"type": "image", "image": {"id": "1", "caption": None, "new": {}}},
}

KEYS = st.sampled_from(
    [
        "type",
        "name",
        "language",
        "code",
        "policy",
        "components",
        "parameters",
        "header",
        "body",
        "button",
        "sub_type",
        "index",
        "text",
        "payload",
        "image",
        "video",
        "document",
        "link",
        "id",
        "caption",
        "filename",
        "footer",
        "action",
        "buttons",
        "reply",
        "title",
    ]
)
WORDS = st.sampled_from(
    [
        "header",
        "body",
        "button",
        "text",
        "image",
        "video",
        "document",
        "payload",
        "quick_reply",
        "url",
        "phone_number",
        "0",
        "9",
    ]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | WORDS
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(KEYS | st.text(), inner, max_size=5)
    ),
    max_leaves=25,
)
PARAMETER = st.dictionaries(KEYS, LEAVES, max_size=3) | LEAVES
COMPONENT = st.fixed_dictionaries(
    {"type": st.sampled_from(["header", "Body", "button", "footer"]) | LEAVES},
    optional={
        "sub_type": WORDS | LEAVES,
        "index": WORDS | LEAVES,
        "parameters": st.lists(PARAMETER, max_size=3) | LEAVES,
    },
)
TEMPLATES = st.fixed_dictionaries(
    {},
    optional={"name": LEAVES, "language": JSON, "components": st.lists(COMPONENT, max_size=5)},
)


def bodies(kind: str) -> st.SearchStrategy[Any]:
    """Bodies of a kind: well-shaped ones among anything at all."""
    return JSON | TEMPLATES if kind == "template" else JSON


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_come_back(qtbot: QtBot, name: str) -> None:
    message = SAMPLES[name]
    form = FORMS[message["type"]]()
    qtbot.addWidget(form)
    text = json.dumps(message)
    form.load(message)
    assert json.dumps(form.raw()) == text
    form.raw()["type"] = "changed"
    assert form.raw() == message
    assert json.dumps(message) == text


@pytest.mark.parametrize("kind", FORMS)
def test_blank_form_says_so(qtbot: QtBot, kind: str) -> None:
    form = FORMS[kind]()
    qtbot.addWidget(form)
    assert form.raw() == form.blank()
    assert form.raw()["type"] == kind


KNOWN = Slots(
    header="image",
    body=(Slot("1"), Slot("2")),
    buttons=(ButtonSlot(0, "url", "Open", "https://example.com/{{1}}"), ButtonSlot(9, "payload")),
    idle=((1, "phone_number"),),
)
"""What every template takes, in the form that follows its templates."""
FOLLOWED = "template, followed"


@pytest.fixture(scope="module")
def shown_forms(qapp: object) -> dict[str, MessageForm]:
    """One form of each kind, loaded again and again as in the program."""
    followed = TemplateForm()
    followed.follow(lambda _name, _language: KNOWN)
    return {kind: form() for kind, form in FORMS.items()} | {FOLLOWED: followed}


@pytest.mark.parametrize("kind", [*FORMS, FOLLOWED])
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_anything_comes_back(
    shown_forms: dict[str, MessageForm], kind: str, data: st.DataObject
) -> None:
    form = shown_forms[kind]
    kind = form.kind
    message = {"type": kind, kind: data.draw(bodies(kind))}
    if data.draw(st.booleans()):
        message |= data.draw(st.dictionaries(KEYS, JSON, max_size=2))
        message["type"] = kind
    form.load(message)
    assert form.raw() == message
    form.show_problems([(f"{kind}.components[0].x", "error", "Odd."), ("", "warning", "All.")])
    form.clear_values()
    form.undo()
    assert form.raw() == message


@pytest.mark.parametrize("kind", [*FORMS, FOLLOWED])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_anything_can_be_edited_and_taken_back(
    shown_forms: dict[str, MessageForm], kind: str, data: st.DataObject
) -> None:
    form = shown_forms[kind]
    message = {"type": form.kind, form.kind: data.draw(bodies(form.kind))}
    form.load(message)
    places = list(form._places())
    for number in range(len(places)):
        field = list(form._places())[number].field
        before = form.raw()
        field.edited.emit(field.text(), "1")
        if form.raw() != before:
            assert form.undo()
            assert form.raw() == before
    assert form.raw() == message
