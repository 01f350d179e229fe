"""The template form follows the template that is chosen: its fields, its values, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from form_driver import body, components, message, named, type_into
from pytestqt.qtbot import QtBot
from template_library import choose, fields, offer

from wa_composer.message.slots import Slot, Slots
from wa_composer.ui.forms import TemplateForm

LONG = Slots(body=(Slot("first"), Slot("last"), Slot("code")))
SHORT = Slots(body=(Slot("code"), Slot("first")))


@pytest.fixture
def known(form: TemplateForm) -> TemplateForm:
    """A form that knows the library."""
    return offer(form)


def test_choosing_a_template_builds_exactly_its_fields(qtbot: QtBot, known: TemplateForm) -> None:
    choose(qtbot, known, "order_update")
    assert fields(known) == {"Header text", "Body value 1", "Body value 2"}
    choose(qtbot, known, "spring_sale")
    assert fields(known) == {
        "Header link",
        "Header media ID",
        "Body value 1",
        "Body value 2",
        "Button 1 value",
    }
    choose(qtbot, known, "delivery_slot")
    assert fields(known) == {"Body value 1", "Button 1 value", "Button 2 value"}
    choose(qtbot, known, "thanks")
    assert fields(known) == set()
    assert components(known) == []


def test_the_message_has_a_place_for_each_value(qtbot: QtBot, known: TemplateForm) -> None:
    choose(qtbot, known, "spring_sale")
    assert components(known) == [
        {"type": "header", "parameters": [{"type": "image", "image": {"link": "", "id": ""}}]},
        body("", ""),
        {
            "type": "button",
            "sub_type": "url",
            "index": "0",
            "parameters": [{"type": "text", "text": ""}],
        },
    ]
    choose(qtbot, known, "welcome")
    assert [one.get("index") for one in components(known)] == [None, "1"]
    type_into(qtbot, known, "Button 1 value", "abc")
    assert components(known)[1]["parameters"] == [{"type": "text", "text": "abc"}]


def test_examples_are_hints_and_never_sent(qtbot: QtBot, known: TemplateForm) -> None:
    choose(qtbot, known, "order_update")
    value: Any = named(known, "Body value 2")
    assert value.placeholderText() == "for example Friday, 6 March"
    row = known.field("body.1")
    assert row is not None
    assert "{{2}}" in row.foot.text()
    assert "Friday, 6 March" in value.accessibleDescription()
    assert "Friday" not in str(known.raw())
    header: Any = named(known, "Header text")
    assert header.placeholderText() == "for example A-1042"


def test_named_values_follow_their_names(qtbot: QtBot, known: TemplateForm) -> None:
    choose(qtbot, known, "welcome")
    type_into(qtbot, known, "Body value 1", "Ada")
    type_into(qtbot, known, "Body value 2", "SPRING")
    type_into(qtbot, known, "Button 1 value", "abc")
    choose(qtbot, known, "Turkish (tr)", "Language")
    assert components(known)[0] == body("SPRING", "Ada")
    assert components(known)[1]["parameters"][0]["text"] == "abc"
    choose(qtbot, known, "English (en)", "Language")
    assert components(known)[0] == body("Ada", "SPRING")


def test_values_come_back_with_their_template(qtbot: QtBot, known: TemplateForm) -> None:
    choose(qtbot, known, "spring_sale")
    type_into(qtbot, known, "Header link", "https://example.com/a.png")
    type_into(qtbot, known, "Body value 1", "Jo")
    type_into(qtbot, known, "Body value 2", "Sunday")
    type_into(qtbot, known, "Button 1 value", "garden")
    before = components(known)
    choose(qtbot, known, "delivery_slot")
    assert components(known)[0] == body("Jo")  # by number
    assert "garden" not in str(known.raw())
    choose(qtbot, known, "thanks")
    assert components(known) == []
    choose(qtbot, known, "spring_sale")
    assert components(known) == before


def test_typing_a_name_letter_by_letter_keeps_the_values(qtbot: QtBot, known: TemplateForm) -> None:
    choose(qtbot, known, "order_update")
    type_into(qtbot, known, "Body value 2", "Sunday")
    box: Any = named(known, "Template name")
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, "spring_sale")
    assert components(known)[1] == body("", "Sunday")
    assert "Header link" in fields(known)


def test_one_step_of_undo_takes_the_choice_back(qtbot: QtBot, known: TemplateForm) -> None:
    choose(qtbot, known, "order_update")
    type_into(qtbot, known, "Body value 1", "Jo")
    before = known.raw()
    choose(qtbot, known, "thanks")
    assert known.undo()
    assert known.raw() == before
    assert "Body value 2" in fields(known)


def by_typing(qtbot: QtBot, form: TemplateForm, name: str) -> None:
    box: Any = named(form, "Template name")
    box.setFocus()
    box.lineEdit().selectAll()
    qtbot.keyClicks(box, name)


def by_use(_qtbot: QtBot, form: TemplateForm, name: str) -> None:
    form.choose(name, "en")


@pytest.mark.parametrize(
    ("way", "language"), [(by_typing, "en"), (by_use, "en"), (choose, "en"), (choose, "es")]
)
def test_each_value_goes_to_its_placeholder_whichever_way_the_template_is_named(
    qtbot: QtBot, form: TemplateForm, way: Callable[..., None], language: str
) -> None:
    known = {("long", "en"): LONG, ("short", language): SHORT}
    form.follow(lambda name, language: known.get((name, language)))
    form.set_templates([(*key, "") for key in known])
    form.load(message(body("JANE", "DOE", "1234"), name="long"))
    way(qtbot, form, "short")
    assert components(form) == [body("1234", "JANE")]
    value: Any = named(form, "Body value 1")
    assert value.text() == "1234"
    way(qtbot, form, "long")
    assert components(form) == [body("JANE", "DOE", "1234")]
    while form.undo():
        pass
    assert components(form) == [body("JANE", "DOE", "1234")]
    way(qtbot, form, "short")
    assert components(form) == [body("1234", "JANE")]


def test_choosing_a_template_in_another_language_is_one_step_of_undo(
    qtbot: QtBot, known: TemplateForm
) -> None:
    choose(qtbot, known, "order_update")
    type_into(qtbot, known, "Body value 1", "Jo")
    known.set_templates([("order_update", "en", "Hello {{1}}"), ("welcome", "tr", "Merhaba")])
    qtbot.wait(1)
    before = known.raw()
    choose(qtbot, known, "welcome")
    after = known.raw()
    assert after["template"]["name"] == "welcome"
    assert after["template"]["language"]["code"] == "tr"
    known.undo()
    assert known.raw() == before
    known.redo()
    assert known.raw() == after


def test_a_language_that_follows_a_name_typed_by_hand_is_a_step_of_its_own(
    qtbot: QtBot, known: TemplateForm
) -> None:
    known.set_templates([("only_turkish", "tr", "Merhaba")])
    type_into(qtbot, known, "Language", "en")
    type_into(qtbot, known, "Template name", "only_turkish")
    qtbot.wait(1)
    choose(qtbot, known, "only_turkish")
    assert known.raw()["template"]["language"]["code"] == "tr"
    known.undo()
    template = known.raw()["template"]
    assert (template["name"], template["language"]["code"]) == ("only_turkish", "en")
