"""The template form where message and template do not agree: nothing is lost, all is shown."""

from __future__ import annotations

import pytest
from form_driver import body, components, message, named, press, type_into
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from template_library import choose, fields, offer

from wa_composer.ui.forms import TemplateForm


@pytest.fixture
def known(form: TemplateForm) -> TemplateForm:
    """A form that knows the library."""
    return offer(form)


def test_a_loaded_message_shows_its_templates_fields_and_stays_as_it_is(
    qtbot: QtBot, known: TemplateForm
) -> None:
    loaded = message(name="spring_sale")
    known.load(loaded)
    assert known.raw() == loaded
    assert fields(known) == {
        "Header link",
        "Header media ID",
        "Body value 1",
        "Body value 2",
        "Button 1 value",
    }
    type_into(qtbot, known, "Button 1 value", "g")
    type_into(qtbot, known, "Body value 2", "S")
    type_into(qtbot, known, "Header media ID", "1")
    assert components(known) == [
        {"type": "header", "parameters": [{"type": "image", "image": {"link": "", "id": "1"}}]},
        body("", "S"),
        {
            "type": "button",
            "sub_type": "url",
            "index": "0",
            "parameters": [{"type": "text", "text": "g"}],
        },
    ]


def test_the_second_button_alone_can_be_filled_in(qtbot: QtBot, known: TemplateForm) -> None:
    known.load(message(body("Jo"), name="delivery_slot"))
    type_into(qtbot, known, "Button 2 value", "evening")
    assert [one["parameters"][0]["payload"] for one in components(known)[1:]] == ["", "evening"]
    assert named(known, "Button 2 value").text() == "evening"  # type: ignore[attr-defined]


def test_what_the_template_does_not_have_stays_and_can_be_removed(
    qtbot: QtBot, known: TemplateForm
) -> None:
    header = {"type": "header", "parameters": [{"type": "text", "text": "Sale"}]}
    button = {
        "type": "button",
        "sub_type": "url",
        "index": "4",
        "parameters": [{"type": "text", "text": "x"}],
    }
    loaded = message(header, body("Jo", "more"), button, name="delivery_slot")
    known.load(loaded)
    assert known.raw() == loaded
    assert {"Header", "Header text", "Remove body value 2", "Button 1 kind"} <= fields(known)
    assert "Remove body value 1" not in fields(known)
    extra = "template.components[1].parameters[1]"
    known.show_problems(
        [(extra, "warning", "One more."), ("template.components[0]", "warning", "H")]
    )
    row, kind = known.field("body.1"), known.field("header")
    assert row is not None and kind is not None
    assert (row.foot.text(), kind.foot.text()) == ("One more.", "H")
    press(qtbot, known, "Remove body value 2")
    press(qtbot, known, "Remove button 1")
    choice = named(known, "Header")
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert components(known) == [body("Jo")]
    assert fields(known) == {"Body value 1", "Button 1 value", "Button 2 value"}


def test_values_added_by_hand_are_taken_over_and_none_is_dropped(
    qtbot: QtBot, known: TemplateForm
) -> None:
    type_into(qtbot, known, "Template name", "secret")
    for number, text in enumerate(("Jo", "b", "c"), start=1):
        press(qtbot, known, "Add body value")
        type_into(qtbot, known, f"Body value {number}", text)
    press(qtbot, known, "Add button")
    type_into(qtbot, known, "Button 1 value", "YES")
    type_into(qtbot, known, "Language", "en")
    choose(qtbot, known, "delivery_slot")
    found = components(known)
    assert found[0] == body("Jo", "b", "c")
    assert [one["parameters"][0]["payload"] for one in found[1:]] == ["YES", ""]
    assert "Remove body value 3" in fields(known)


def test_an_unknown_template_is_filled_in_by_hand(qtbot: QtBot, known: TemplateForm) -> None:
    choose(qtbot, known, "thanks")
    type_into(qtbot, known, "Template name", "_you")
    assert {"Header", "Add body value", "Add button"} <= fields(known)


def test_a_button_without_a_value_for_one_that_takes_none_is_not_shown(known: TemplateForm) -> None:
    phone = {"type": "button", "sub_type": "PHONE_NUMBER", "index": "0", "parameters": []}
    loaded = message(body("a", "b"), phone, name="welcome")
    known.load(loaded)
    assert known.raw() == loaded
    assert {one for one in fields(known) if one.startswith("Button")} == {"Button 2 value"}


def test_the_address_of_a_link_stands_beneath_its_value(qtbot: QtBot, known: TemplateForm) -> None:
    choose(qtbot, known, "welcome")
    row = known._buttons._rows[0]
    assert row.address.text() == "Opens https://example.com/c/{{1}}"
    type_into(qtbot, known, "Button 1 value", "a b")
    assert row.address.text() == "Opens https://example.com/c/a%20b"


def test_problems_of_missing_values_stand_beside_their_fields(known: TemplateForm) -> None:
    known.load(message(name="spring_sale"))
    at = "template.components"
    known.show_problems(
        [
            (f"{at}[header]", "warning", "no picture"),
            (f"{at}[body].parameters[1]", "warning", "no day"),
            (f"{at}[button:0]", "warning", "no end"),
        ]
    )
    for key, text in (
        ("header.link", "no picture"),
        ("body.1", "no day"),
        ("button.0.value", "no end"),
    ):
        field = known.field(key)
        assert field is not None
        field.touch()
        assert field.foot.text() == text


def test_after_sending_nothing_kept_aside_comes_back(qtbot: QtBot, known: TemplateForm) -> None:
    choose(qtbot, known, "order_update")
    type_into(qtbot, known, "Body value 2", "Sunday")
    choose(qtbot, known, "thanks")
    known.clear_values()
    choose(qtbot, known, "order_update")
    assert components(known)[1] == body("", "")
