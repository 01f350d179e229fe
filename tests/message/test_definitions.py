"""Several definitions in one file, in whatever wrapping, and what is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

from wa_composer.message.definition import read_definition
from wa_composer.message.definition_parts import body_text
from wa_composer.message.definitions import read_definitions

COMPONENTS = [{"type": "BODY", "text": "Hello {{1}}"}]


def _one(name: str = "a", language: str = "en") -> dict[str, Any]:
    return {"name": name, "language": language, "components": COMPONENTS}


WRAPPED: dict[str, tuple[object, list[str]]] = {
    "one": (_one(), ["a/en"]),
    "a list": ([_one(), _one("b")], ["a/en", "b/en"]),
    "Meta's answer": ({"data": [_one(), _one("b")], "paging": {"cursors": {}}}, ["a/en", "b/en"]),
    "capitals": ({"DATA": [{"Name": "a", "LANGUAGE": "en", "Components": COMPONENTS}]}, ["a/en"]),
    "by name": ({"x": _one(), "y": _one("b")}, ["a/en", "b/en"]),
    "by name only": ({"a": {"language": "en", "components": COMPONENTS}}, ["a/en"]),
    "by name and language": (
        {"a": {"en": {"components": COMPONENTS}, "tr": {"components": COMPONENTS}}},
        ["a/en", "a/tr"],
    ),
    "lists by name": ({"a": [_one(), _one("a", "tr")]}, ["a/en", "a/tr"]),
    "wrapped": ({"template": _one()}, ["a/en"]),
    "several answers": ([{"data": [_one()]}, {"data": [_one("b")]}], ["a/en", "b/en"]),
    "parts by name": ({"name": "a", "language": "en", "body": "Hello {{1}}"}, ["a/en"]),
    "parts as a mapping": (
        {"name": "a", "language": "en", "components": {"body": {"text": "Hello {{1}}"}}},
        ["a/en"],
    ),
    "a list in the list": (
        {"name": "a", "language": "en", "components": [COMPONENTS]},
        ["a/en"],
    ),
    "a part under its name": (
        {"name": "a", "language": "en", "components": [{"body": {"text": "Hello {{1}}"}}]},
        ["a/en"],
    ),
}


@pytest.mark.parametrize("kind", WRAPPED)
def test_wrappings(kind: str) -> None:
    value, names = WRAPPED[kind]
    found = read_definitions(value)
    made = [read_definition(each.raw) for each in found.found]
    assert [f"{each.name}/{each.language}" for each in made] == names
    assert {each.body for each in made} == {"Hello {{1}}"}
    assert not found.strange


def test_buttons_in_the_wrong_place() -> None:
    button = {"type": "URL", "text": "Go", "url": "https://example.com"}
    for buttons in ([button], [{"type": "BUTTONS", "buttons": button}], [{"buttons": [[button]]}]):
        made = read_definition({"components": [*COMPONENTS, *buttons]})
        assert [each.label for each in made.buttons] == ["Go"]
        assert made.undrawn == ()


def test_what_is_no_definition_is_named_by_its_place() -> None:
    found = read_definitions({"data": [_one(), 7, {"x": {"y": 1}}, _one("b")]})
    assert [each.path for each in found.found] == ["data[0]", "data[3]"]
    assert found.strange == ("data[1]", "data[2]")
    assert read_definitions(7).strange == ("",)
    assert read_definitions([]) == read_definitions([[]])


TEMPLATE = {"name": "a", "language": {"code": "en"}, "components": []}


@pytest.mark.parametrize(
    "message",
    [
        {"messages": [{"message": {"type": "template", "template": TEMPLATE}}]},
        {"type": "template", "template": TEMPLATE},
        {"to": "12025550170", "type": "template", "template": TEMPLATE},
        [{"phoneNumber": "+12025550170", "message": {"type": "image", "image": {"link": ""}}}],
        {"name": "a", "language": "en", "components": [{"type": "body", "parameters": []}]},
    ],
)
def test_a_message_is_no_definition(message: object) -> None:
    assert not read_definitions(message).found


def test_the_object_itself_is_untouched() -> None:
    raw = _one() | {"later": {"kept": [1, None]}}
    assert read_definitions([raw]).found[0].raw == raw


def _deep(count: int) -> Any:
    deep: Any = _one()
    for _ in range(count):
        deep = [deep]
    return deep


def _long(count: int) -> dict[str, Any]:
    return _one() | {"components": [{"type": "BODY", "text": "{{1}}" * count}]}


def _wide(count: int) -> dict[str, Any]:
    return _one() | {"components": [{"type": "BUTTONS", "buttons": [{"type": "URL"}] * count}]}


@pytest.mark.parametrize(
    "work",
    [
        lambda count: read_definitions([_one(f"n{number}") for number in range(count)]),
        lambda count: read_definition(_long(count)),
        lambda count: read_definition(_wide(count)),
        lambda count: read_definitions(_deep(count)),
    ],
    ids=["many", "long", "wide", "deep"],
)
def test_work_grows_with_the_file(work: Callable[[int], object]) -> None:
    assert steps(lambda: work(2_000)) < 5 * steps(lambda: work(500))


def test_ten_thousand_and_hostile_ones() -> None:
    many = read_definitions([_one(f"n{number}") for number in range(10_000)])
    assert len(many.found) == 10_000
    assert read_definition(_long(200_000)).body.endswith("}}")
    assert len(read_definition(_wide(10_000)).buttons) == 10_000
    assert not read_definitions(_deep(50_000)).found


KEYS = [
    "name", "language", "components", "type", "text", "format", "buttons", "body", "self", "data",
    "example", "body_text", "header_handle", "body_text_named_params", "param_name", "Header",
    "model_config", "\ud800", "template", "code", "cards", "url", "examples", "undrawn", "FOOTER",
]  # fmt: skip
WORDS = ["HEADER", "body", "BUTTONS", "url", "TEXT", "{{1}}", "{{a}}", "\udfff", "otp", ""]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    ),
    max_leaves=20,
)


@settings(max_examples=400, deadline=None)
@given(JSON)
def test_any_json_is_read(raw: object) -> None:
    for each in (raw, *(found.raw for found in read_definitions(raw).found)):
        made = read_definition(each)
        texts = [made.name, made.language, made.category, made.body, made.footer, made.header_text]
        labels = [text for button in made.buttons for text in (button.kind, button.label)]
        assert body_text(each) == made.body
        for text in (*texts, *labels, *made.undrawn, *made.examples, *made.examples.values()):
            text.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(st.lists(JSON, max_size=4))
def test_what_was_found_is_found_again_in_an_export(raw: list[object]) -> None:
    found = [each.raw for each in read_definitions(raw).found]
    again = read_definitions({"data": found})
    assert [each.raw for each in again.found] == found
    assert again.strange == (() if found else ("",))
