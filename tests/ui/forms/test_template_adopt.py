"""Whatever stands in a message, no change of template loses any of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from wa_composer.message.slots import ButtonSlot, Slot, Slots
from wa_composer.ui.forms.template_follow import Kept, Known, adopt, kept_of

TEXT = st.sampled_from(["", "Jo", "Friday", "x"])
PARAMETERS = st.one_of(
    st.fixed_dictionaries({"type": st.just("text"), "text": TEXT}),
    st.fixed_dictionaries({"type": st.just("payload"), "payload": TEXT}),
    st.fixed_dictionaries(
        {"type": st.just("image"), "image": st.fixed_dictionaries({"link": TEXT, "id": TEXT})}
    ),
    st.fixed_dictionaries({"type": st.just("currency"), "currency": st.dictionaries(TEXT, TEXT)}),
    TEXT,
    st.none(),
)
COMPONENTS = st.fixed_dictionaries(
    {"type": st.sampled_from(["header", "BODY", "body", "button", "footer"])},
    optional={
        "sub_type": st.sampled_from(["url", "QUICK_REPLY", "phone_number"]),
        "index": st.sampled_from(["0", "1", 2, "x"]),
        "parameters": st.lists(PARAMETERS, max_size=4) | TEXT | st.none(),
    },
)
SLOTS = st.builds(
    Slots,
    header=st.sampled_from(["", "text", "image"]),
    header_slot=st.builds(Slot, st.sampled_from(["1", "name"])),
    body=st.lists(st.builds(Slot, st.sampled_from(["1", "2", "name", "code"])), unique=True).map(
        tuple
    ),
    buttons=st.lists(
        st.builds(
            ButtonSlot,
            st.integers(0, 3),
            st.sampled_from(["url", "quick_reply"]),
            st.sampled_from(["Yes", "No"]),
        ),
        unique_by=lambda one: one.place,
    ).map(tuple),
    idle=st.just(((1, "phone_number"),)),
)
TEMPLATES = st.builds(Known, st.sampled_from(["order", "sale"]), SLOTS)


def message(components: list[Any]) -> dict[str, Any]:
    return {"type": "template", "template": {"name": "x", "components": deepcopy(components)}}


def texts(value: Any) -> Iterator[str]:
    """All that was typed: texts that are neither blank nor a type."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key not in ("type", "sub_type", "index"):
                yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)
    elif isinstance(value, str) and value:
        yield value


def kept_texts(kept: Kept) -> list[str]:
    aside = [*kept.headers.values(), *kept.values.values(), *kept.buttons.values()]
    return list(texts(aside))


@given(st.lists(COMPONENTS, max_size=5), st.none() | TEMPLATES, TEMPLATES)
def test_all_that_was_typed_is_in_the_message_or_kept(
    components: list[Any], old: Known | None, new: Known
) -> None:
    changed, kept = message(components), Kept()
    adopt(changed, old, new, kept)
    after = [*texts(changed["template"]["components"]), *kept_texts(kept)]
    before = list(texts(components))
    assert all(after.count(text) >= before.count(text) for text in before)
    if old is None:
        assert kept_texts(kept) == []
    assert kept_of(json.loads(json.dumps(kept.state()))) == kept


@given(TEMPLATES, TEMPLATES, st.data())
def test_there_and_back_again(old: Known, new: Known, data: st.DataObject) -> None:
    if old.name == new.name:
        new = Known("other", new.slots)
    shaped, kept = message([]), Kept()
    adopt(shaped, None, old, kept)
    for component in shaped["template"]["components"]:
        for one in component["parameters"]:
            key = next(key for key in one if key != "type")
            text = data.draw(TEXT.filter(bool))
            one[key] = {"link": text} if isinstance(one[key], dict) else text
    before = deepcopy(shaped)
    adopt(shaped, old, new, kept)
    adopt(shaped, new, old, kept)
    assert shaped == before


JSON = st.recursive(
    st.none() | st.integers(0, 3) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from(["headers", "values", "buttons"]), JSON))
def test_what_a_strange_draft_keeps_aside_does_no_harm(state: dict[str, Any]) -> None:
    kept = kept_of(state)
    assert kept_of(kept.state()) == kept


def test_what_stands_in_a_button_that_takes_nothing_stays() -> None:
    odd = {"type": "button", "sub_type": "phone_number", "index": "1", "parameters": "Jo"}
    order = Known("order", Slots(idle=((1, "phone_number"),)))
    made = message([odd])
    adopt(made, order, order, Kept())
    assert made["template"]["components"] == [odd]
