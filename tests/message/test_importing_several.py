"""An import of several files, and one over the samples that are shipped: what is said is done."""

from __future__ import annotations

from typing import Any

from wa_composer.message.definitions import read_definitions
from wa_composer.message.draft import read
from wa_composer.message.fit import Saved
from wa_composer.message.import_words import sentence
from wa_composer.message.importing import Plan, plan, taken
from wa_composer.message.library import Entry
from wa_composer.message.template import Template

NOW = "2026-01-02T03:04:05Z"


def _one(text: str, name: str = "offer") -> dict[str, Any]:
    components = [{"type": "BODY", "text": text}]
    return {"name": name, "language": "en", "category": "UTILITY", "components": components}


def _library(text: str, sample: bool = False) -> dict[tuple[str, str], Entry]:
    return {("offer", "en"): Entry("offer", "en", _one(text), sample=sample)}


def _plan(known: dict[tuple[str, str], Entry], *texts: str, **options: Any) -> Plan:
    files = [(f"{n}.json", read_definitions(_one(text))) for n, text in enumerate(texts)]
    return plan(known, files, **options)


def _kinds(made: Plan) -> list[str]:
    return [item.kind for item in made.items]


def test_of_two_files_with_one_name_the_first_is_taken() -> None:
    made = _plan(_library("Zero"), "One", "Two")
    assert _kinds(made) == ["different", "twice"]
    assert taken(made, _library("Zero"), NOW, {("offer", "en")})[0].definition == _one("One")
    assert str(sentence(made.items[1])) == (
        "offer (en) stands in 0.json and in 1.json with other contents; the first one is taken."
    )
    made = _plan({}, "One", "Two")
    assert _kinds(made) == ["new", "twice"]
    assert taken(made, {}, NOW)[0].definition == _one("One")


def test_what_the_library_has_already_hides_no_later_file() -> None:
    made = _plan(_library("Zero"), "Zero", "One")
    assert _kinds(made) == ["equal", "different"]
    assert _kinds(_plan({}, "One", "One")) == ["new", "equal"]


def test_when_all_is_replaced_files_follow_each_other() -> None:
    made = _plan(_library("Two"), "One", "Two", replacing=True)
    assert _kinds(made) == ["different", "different"]
    assert taken(made, {}, NOW, True)[0].definition == _one("Two")


def test_what_takes_the_place_of_a_sample_says_so_and_what_would_break() -> None:
    value = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    template = {"name": "offer", "language": {"code": "en"}, "components": [value]}
    raw = {"messages": [{"message": {"type": "template", "template": template}}]}
    message = read(raw).request.messages[0].message
    assert isinstance(message, Template)
    samples = _library("Hi {{1}}.", sample=True)
    (item,) = _plan({}, "Hi.", samples=samples, saved=[Saved(1, message)]).items
    assert (item.kind, item.sample, len(item.changes)) == ("new", True, 1)
    assert "Body value 1" in str(item.breaks[0].reasons[0])
    assert str(sentence(item)) == "offer (en) takes the place of the sample of that name."
    (item,) = _plan({}, "Hi {{1}}.", samples=samples, saved=[Saved(1, message)]).items
    assert (item.changes, item.breaks) == ((), ())
    (item,) = _plan(_library("Mine"), "Hi.", samples=samples).items
    assert (item.kind, item.sample) == ("different", False)


def test_what_another_file_holds_as_well_is_not_said_to_be_in_the_library() -> None:
    new, equal = _plan({}, "One", "One").items
    assert (equal.again, str(sentence(equal))) == (
        new,
        "offer (en) stands in 0.json and in 1.json with the same text.",
    )
    there, too = _plan(_library("One"), "One", "One").items
    assert there.again is too.again is None
    said = "offer (en) is in the library already, with the same text."
    assert str(sentence(there)) == str(sentence(too)) == said
    (_, equal) = _plan(_library("Zero"), "One", "One").items
    assert str(sentence(equal)) == "offer (en) stands in 0.json and in 1.json with the same text."
    twice = plan({}, [("a.json", read_definitions([_one("One"), _one("One")]))]).items[1]
    assert str(sentence(twice)) == "offer (en) stands twice in a.json, with the same text."
    draft = plan({}, [("a.json", read_definitions([_one("One", "<NAME>")] * 2))]).items[1]
    assert str(sentence(draft)) == "<NAME> (en) stands twice in a.json, with the same text."


def test_a_file_that_follows_another_is_compared_with_that_one_by_name() -> None:
    _, other, same = _plan({}, "One", "Two", "Two", replacing=True).items
    assert (other.kind, same.kind) == ("different", "equal")
    assert str(sentence(other)) == (
        "offer (en) stands in 0.json and in 1.json with other contents. Different: Body."
    )
    assert str(sentence(same)) == "offer (en) stands in 1.json and in 2.json with the same text."
