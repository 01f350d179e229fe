"""What an import would do, as a value: new, equal, different, twice, a draft."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

from wa_composer.message.definition import read_definition
from wa_composer.message.definitions import read_definitions
from wa_composer.message.draft import read
from wa_composer.message.fit import Saved
from wa_composer.message.import_words import break_sentence, sentence
from wa_composer.message.importing import (
    Plan,
    changed_since,
    plan,
    taken,
)
from wa_composer.message.library import Entry
from wa_composer.message.notes import Notes
from wa_composer.message.slot_rules import check_slots
from wa_composer.message.slots import slots_of
from wa_composer.message.template import Template

NOW = "2026-01-02T03:04:05Z"


def _one(name: str = "offer", text: str = "Hello {{1}}", **more: Any) -> dict[str, Any]:
    components = [{"type": "BODY", "text": text}]
    return {"name": name, "language": "en", "components": components, **more}


def _known(*definitions: dict[str, Any], **more: Any) -> dict[tuple[str, str], Entry]:
    entries = [Entry(each["name"], "en", each, **more) for each in definitions]
    return {entry.key: entry for entry in entries}


def _plan(value: object, *known: dict[str, Any], saved: list[Saved] | None = None) -> Plan:
    return plan(_known(*known), [("a.json", read_definitions(value))], saved or [])


def _message(values: list[str], name: str = "offer") -> Template:
    parameters = [{"type": "text", "text": value} for value in values]
    template = {
        "name": name,
        "language": {"code": "en", "policy": "deterministic"},
        "components": [{"type": "body", "parameters": parameters}],
    }
    message = {"type": "template", "template": template}
    request = read({"messages": [{"phoneNumber": "", "message": message}]}).request
    found = request.messages[0].message
    assert isinstance(found, Template)
    return found


def test_new_and_equal() -> None:
    made = _plan([_one(), _one("other")], _one("other"))
    assert [(item.name, item.kind) for item in made.items] == [("offer", "new"), ("other", "equal")]
    assert [entry.name for entry in taken(made, {}, NOW)] == ["offer"]
    (entry,) = taken(made, {}, NOW)
    assert (entry.imported, entry.source, entry.definition) == (NOW, "a.json", _one())


def test_letter_case_and_order_of_keys_are_no_difference() -> None:
    other = {"Language": "en", "NAME": "offer"}
    other["components"] = [{"text": "Hello {{1}}", "type": "body"}]  # type: ignore[assignment]
    assert _plan(other, _one()).items[0].kind == "equal"


def test_each_part_that_differs_is_named() -> None:
    before = _one(category="UTILITY", later={"a": 1})
    after = _one(text="Hello {{2}}", category="MARKETING", later={"a": 2})
    after["components"] += [
        {"type": "HEADER", "format": "IMAGE"},
        {"type": "FOOTER", "text": "Bye"},
        {"type": "CAROUSEL", "cards": [{}]},
        {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "Go", "url": "https://x.example"}]},
    ]
    (item,) = _plan(after, before).items
    assert item.kind == "different"
    assert [(str(each.part), str(each.before), str(each.after)) for each in item.changes] == [
        ("Category", "Utility", "Marketing"),
        ("Header", "", "Image"),
        ("Body", "Hello {{1}}", "Hello {{2}}"),
        ("Footer", "", "Bye"),
        ("Button 1", "", "Go · Link · https://x.example"),
        ("Other components", "", '[{"type": "CAROUSEL", "cards": [{}]}]'),
        ("later", '{"a": 1}', '{"a": 2}'),
    ]
    assert "Different: Category, Header, Body, Footer, Button 1" in str(sentence(item))


def test_what_differs_is_called_as_the_window_calls_it() -> None:
    def made(kind: str, name: str, **more: str) -> dict[str, Any]:
        header = {"type": "HEADER", "text": "{{1}}", "example": {"header_text": [name]}}
        link = {"type": "URL", "text": "See", "url": "https://example.com/{{1}}", "example": [name]}
        return _one() | {"components": [header, {"type": "BUTTONS", "buttons": [
            {"type": kind, "text": "Call", **more}, link]}]}  # fmt: skip

    after = made("PHONE_NUMBER", "Bo", phone_number="+12025550140")
    (item,) = _plan(after, made("QUICK_REPLY", "Ada")).items
    assert [(str(each.part), str(each.before), str(each.after)) for each in item.changes] == [
        ("Button 1 kind", "Quick reply", "Phone number"),
        ("Button 1 phone number", "", "+12025550140"),
        ("Header example {{1}}", "Ada", "Bo"),
        ("Button 2 example", "Ada", "Bo"),
    ]


def test_nothing_is_replaced_unasked() -> None:
    made = _plan([_one(text="New"), _one("other")], _one())
    known = _known(_one(), favourite=True)
    assert [entry.name for entry in taken(made, known, NOW)] == ["other"]
    assert [entry.name for entry in taken(made, known, NOW, {("other", "en")})] == ["other"]
    (replaced, _other) = taken(made, known, NOW, True)
    assert (replaced.definition, replaced.favourite) == (_one(text="New"), True)
    assert taken(made, known, NOW, {("offer", "en")}) == taken(made, known, NOW, True)


def test_the_same_twice_in_one_file() -> None:
    made = _plan({"data": [_one(), _one(text="Other"), _one()]}, _one(text="Third"))
    assert [item.kind for item in made.items] == ["different", "twice", "equal"]
    assert "at data[0] and at data[1]" in str(sentence(made.items[1]))
    (entry,) = taken(made, {}, NOW, True)
    assert entry.definition == _one()


def test_what_has_no_usable_name_is_a_draft() -> None:
    bad = [_one("<NAME>"), _one("<NAME>", "Other"), _one("<NAME>"), {"language": "en", "body": "x"}]
    made = _plan([*bad, _one(language="English")])
    assert [item.kind for item in made.items] == ["draft", "draft", "equal", "draft", "draft"]
    entries = taken(made, {}, NOW)
    assert [entry.name for entry in entries] == ["<NAME>", "<NAME> (2)", "", "offer"]
    assert all(entry.draft for entry in entries)
    assert entries[1].definition == bad[1]
    assert "small letters" in str(sentence(made.items[0]))
    again = plan({entry.key: entry for entry in entries}, [("a.json", read_definitions(bad))])
    assert {item.kind for item in again.items} == {"equal"}


def test_a_message_being_written_that_would_break() -> None:
    saved = [Saved(1, _message(["Ada"])), Saved(2, _message(["Ada"], "other"))]
    after = _one(text="Hello {{1}}, until {{2}}")
    (item,) = _plan(after, _one(), saved=saved).items
    (broken,) = item.breaks
    assert str(break_sentence(item, broken)) == (
        "Message 1 of your draft would no longer fit offer (en): "
        "Body value 2 is missing: the template takes it. Fill it in."
    )
    assert not _plan(_one(text="Bye {{1}}"), _one(), saved=saved).items[0].breaks


YES = {"type": "QUICK_REPLY", "text": "Yes"}
SITE = {"type": "URL", "text": "Site", "url": "https://example.com/"}


@pytest.mark.parametrize(
    "component",
    [
        {"type": "BUTTONS", "buttons": [YES]},
        {"type": "BUTTONS", "buttons": [SITE]},
        {"type": "HEADER", "format": "IMAGE"},
        {"type": "HEADER", "format": "LOCATION"},
        {"type": "HEADER", "format": "TEXT", "text": "{{1}}"},
        {"type": "FOOTER", "text": "Bye"},
    ],
)
def test_what_is_said_to_break_is_what_the_form_says_afterwards(component: dict[str, Any]) -> None:
    before = _one()
    after = {**before, "components": [*before["components"], component]}
    message = _message(["Ada"])
    (item,) = _plan(after, before, saved=[Saved(1, message)]).items
    notes = Notes()
    check_slots(message, slots_of(read_definition(after)), "message", notes)
    reasons = [reason for broken in item.breaks for reason in broken.reasons]
    assert reasons == [problem.words for problem in notes.problems]


def test_many_of_one_bad_name_are_each_looked_at_once() -> None:
    def work(count: int) -> int:
        many = [_one("<NAME>", f"Text {number}") for number in range(count)]
        return steps(lambda: taken(_plan(many), {}, NOW))

    assert work(800) < 5 * work(200)
    assert steps(lambda: _plan([_one()] * 800)) < 5 * steps(lambda: _plan([_one()] * 200))
    many = [_one("<NAME>", f"Text {number}") for number in range(10_000)]
    assert len(taken(_plan(many), {}, NOW)) == 10_000
    assert {item.kind for item in _plan([_one()] * 10_000).items[1:]} == {"equal"}


NAMES = st.sampled_from(["a", "b", "<NAME>", ""])
TEXTS = st.text(st.characters(), max_size=6)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(NAMES, TEXTS), max_size=8))
def test_a_second_import_of_what_was_taken_finds_it_equal(pairs: list[tuple[str, str]]) -> None:
    file = [("f", read_definitions([_one(name, text) for name, text in pairs]))]
    first = plan({}, file)
    library = {entry.key: entry for entry in taken(first, {}, NOW)}
    again = plan(library, [("f", read_definitions([e.definition for e in library.values()]))])
    assert {item.kind for item in again.items} <= {"equal"}
    for item in (*first.items, *again.items):
        assert str(sentence(item))


def test_what_changed_since_the_comparison_is_left_alone_and_named() -> None:
    known = _known(_one(), _one("gone"), _one("calm"))
    files = [_one(text="Bye"), _one("gone", "Bye"), _one("calm", "Bye"), _one("new"), _one("same")]
    made = plan(known, [("a.json", read_definitions(files))])
    now = _known(_one(text="Typed"), _one("calm"), _one("new", "Typed"), _one("same"))
    assert [entry.name for entry in taken(made, now, NOW, replacing=True)] == ["gone", "calm"]
    left = changed_since(made, now, replacing=True)
    assert [name for name, _ in left] == ["offer", "new"]
    assert [name for name, _ in changed_since(made, now)] == ["new"]
    assert changed_since(made, known, replacing=True) == ()
