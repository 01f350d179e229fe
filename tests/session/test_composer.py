"""The composer holds exactly what is on the screen."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wa_composer.session.composer import Composer, blank_message
from wa_composer.session.trail import MOST

ADA, GRACE = "+12025550123", "+447700900123"


def template(name: str = "order_update", **more: Any) -> dict[str, Any]:
    body = {
        "name": name,
        "language": {"code": "en", "policy": "deterministic"},
        "components": [],
        **more,
    }
    return {"type": "template", "template": body}


def request(*messages: tuple[str, dict[str, Any]], **head: Any) -> dict[str, Any]:
    return {**head, "messages": [{"phoneNumber": n, "message": m} for n, m in messages]}


def test_equal_messages_to_several_numbers_are_one_entry_with_several_recipients() -> None:
    composer = Composer()
    raw = request((ADA, template()), (GRACE, template()), (ADA, template("other")))
    composer.load(raw)
    assert [entry.recipients for entry in composer.entries] == [f"{ADA}\n{GRACE}", ADA]
    assert composer.raw() == raw
    assert [(p.entry, p.recipient) for p in composer.placed] == [(0, 0), (0, 1), (1, 0)]


def test_switching_the_type_and_back_keeps_both_messages() -> None:
    composer = Composer()
    composer.edit(ADA, template("first"))
    composer.edit(ADA, {"type": "image", "image": {"link": "https://example.com/a.png"}})
    again = Composer()
    assert again.restore(json.loads(json.dumps(composer.state())))
    assert again.entry.kind == "image"
    assert again.entry.bodies["template"] == template("first")


def test_every_change_announces_a_checked_draft() -> None:
    composer = Composer()
    seen: list[bool] = []
    composer.listen(lambda draft: seen.append(draft.ready))
    composer.edit(ADA, template(""))
    composer.edit(ADA, template("order_update"))
    composer.edit("", template("order_update"))
    assert seen == [False, True, False]


def test_adding_stepping_and_removing_messages() -> None:
    composer = Composer()
    composer.edit(ADA, template("one"))
    composer.add_entry()
    composer.edit(GRACE, template("two"))
    assert [m["phoneNumber"] for m in composer.raw()["messages"]] == [ADA, GRACE]
    composer.show_entry(0)
    assert composer.entry.message == template("one")
    composer.remove_entry()
    assert composer.raw() == request((GRACE, template("two")))
    composer.remove_entry()
    assert composer.raw()["messages"] == [{"phoneNumber": "", "message": blank_message("template")}]


def test_unknown_keys_of_a_request_survive() -> None:
    raw = {
        "from": "+12025550100",
        "campaign": {"id": 7},
        "messages": [{"phoneNumber": ADA, "message": template(extra=[1]), "tag": "x"}],
    }
    composer = Composer()
    composer.load(raw)
    assert composer.raw() == raw


def test_a_state_that_is_none_changes_nothing() -> None:
    composer = Composer()
    composer.edit(ADA, template("kept"))
    for odd in ({}, {"entries": []}, {"entries": "x"}, {"entries": [3]}):
        assert not composer.restore(odd)
    assert composer.entry.message == template("kept")


def test_what_another_message_took_the_place_of_is_on_the_trail() -> None:
    composer = Composer()
    composer.edit(ADA, template("typed"))
    composer.load(request((ADA, template("first"))))
    composer.load(request((ADA, template("second"))))
    composer.edit(ADA, template("second, changed"))
    seen = [_name(composer)]
    while composer.back():
        seen.append(_name(composer))
    assert seen == ["second, changed", "first", "typed"]
    while composer.forward():
        seen.append(_name(composer))
    assert seen[3:] == ["first", "second, changed"]
    assert not composer.can_go_forward


def test_a_new_message_on_the_way_back_costs_none_of_those_ahead() -> None:
    composer = Composer()
    for name in ("one", "two", "three"):
        composer.load(request((ADA, template(name))))
    composer.back()
    composer.begin()
    composer.edit(ADA, template("four"))
    seen = set()
    while composer.back():
        seen.add(_name(composer))
    assert seen == {"one", "two", "three"}


def test_removed_and_accepted_messages_are_on_the_trail_and_on_the_disk() -> None:
    composer = Composer()
    composer.edit(ADA, template("one"))
    composer.add_entry()
    composer.edit(GRACE, template("two"))
    composer.remove_entry()
    again = Composer()
    assert again.restore(json.loads(json.dumps(composer.state())))
    assert again.back()
    assert [e.recipients for e in again.entries] == [ADA, GRACE]
    again.keep_only_shown()
    assert again.back()
    assert len(again.entries) == 2


def test_a_step_never_changes_the_account_and_leaves_a_number_of_another_one_behind() -> None:
    composer = Composer()
    composer.choose_account("live", "+12025550199")
    composer.edit(ADA, template("one"))
    composer.begin()
    composer.choose_account("practice", None)
    assert composer.back()
    assert (composer.account_id, composer.sender) == ("practice", None)
    assert composer.left_sender == "+12025550199"
    assert composer.forward()
    assert (composer.account_id, composer.left_sender) == ("practice", None)
    composer.choose_account("live", "+12025550199")
    composer.load({**request((ADA, template("two"))), "from": "+12025550199"})
    composer.begin()
    assert composer.back()
    assert (composer.sender, composer.left_sender) == ("+12025550199", None)


def test_an_empty_form_and_an_equal_message_are_no_steps() -> None:
    composer = Composer()
    composer.load(request((ADA, template("one"))))
    composer.load(request((ADA, template("one"))))
    assert not composer.can_go_back


def test_the_trail_ends_somewhere_and_odd_ones_from_the_disk_are_passed_over() -> None:
    composer = Composer()
    for number in range(40):
        composer.load(request((ADA, template(str(number)))))
    state = composer.state()
    assert len(state["earlier"]) == MOST
    again = Composer()
    assert again.restore({**state, "earlier": [3, {}, state["earlier"][0], {"entries": "x"}]})
    assert again.back() and _name(again) == str(39 - MOST)
    assert again.forward() and _name(again) == "39"
    assert again.restore({**state, "earlier": "odd", "later": None})
    assert not again.back()


def _name(composer: Composer) -> str:
    return str(composer.entry.message["template"]["name"])


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)
wild_requests = st.fixed_dictionaries(
    {
        "messages": st.lists(
            st.fixed_dictionaries(
                {}, optional={"phoneNumber": json_values, "message": json_values, "x": json_values}
            ),
            max_size=4,
        )
    },
    optional={"from": json_values},
)


@given(json_values | wild_requests)
def test_loading_any_json_never_raises_and_its_state_comes_back(raw: Any) -> None:
    composer = Composer()
    composer.load(raw)
    again = Composer()
    assert again.restore(composer.state())
    assert again.raw() == composer.raw()


@given(st.lists(st.tuples(st.sampled_from([ADA, GRACE]), st.sampled_from(["a", "b"])), min_size=1))
def test_grouping_never_changes_the_request(pairs: list[tuple[str, str]]) -> None:
    raw = request(*((number, template(name)) for number, name in pairs))
    composer = Composer()
    composer.load(raw)
    assert composer.raw() == raw
