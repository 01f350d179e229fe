"""Stories of templates that are known: choose, fill in exactly what they take, send."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtWidgets import QApplication, QLineEdit

ADA = "+12025550123"


def values(desk: Any) -> list[str]:
    """The names of the form's lines in view, below the template's own."""
    form = desk.pane.form
    found = [one for one in form.findChildren(QLineEdit) if one.isVisibleTo(desk.window)]
    return [one.accessibleName() for one in found][2:]


def test_choose_fill_in_send(desk: Any) -> None:
    desk.type_into("Template name", "spring_sale")
    assert values(desk) == [
        "Header link",
        "Header media ID",
        "Body value 1",
        "Body value 2",
        "Button 1 value",
    ]
    desk.type_into("Header link", "https://example.com/media/spring.jpg")
    desk.type_into("Body value 1", "Ada")
    desk.type_into("Body value 2", "Sunday")
    desk.type_into("Button 1 value", "garden")
    desk.send()
    (row,) = desk.program.services.log.rows("", 1)
    template = {
        "name": "spring_sale",
        "language": {"code": "en", "policy": "deterministic"},
        "components": [
            {
                "type": "header",
                "parameters": [
                    {"type": "image", "image": {"link": "https://example.com/media/spring.jpg"}}
                ],
            },
            {
                "type": "body",
                "parameters": [{"type": "text", "text": "Ada"}, {"type": "text", "text": "Sunday"}],
            },
            {
                "type": "button",
                "sub_type": "url",
                "index": "0",
                "parameters": [{"type": "text", "text": "garden"}],
            },
        ],
    }
    message = {"phoneNumber": ADA, "message": {"type": "template", "template": template}}
    assert json.loads(row.request) == {"messages": [message]}


def test_each_empty_field_is_said_and_the_example_does_not_stand_in(desk: Any) -> None:
    desk.type_into("Template name", "spring_sale")
    desk.type_into("Body value 1", "Ada")
    faults = {fault.path: fault.level for fault in desk.program.composing.faults}
    assert faults == {
        "template.components[0].parameters[0].image.link": "error",
        "template.components[1].parameters[1].text": "error",
        "template.components[2].parameters[0].text": "error",
    }
    assert desk.control("Body value 2").placeholderText() == "for example Sunday"
    assert "Sunday" not in json.dumps(desk.program.composer.raw())


def test_a_template_without_values_is_ready_at_once(desk: Any) -> None:
    raw = {"name": "thanks", "language": "en", "category": "UTILITY"}
    components = [{"type": "BODY", "text": "Thank you!"}]
    desk.program.services.templates.put({**raw, "components": components})
    desk.type_into("Template name", "thanks")
    assert values(desk) == []
    assert desk.window.action_bar.send.accessibleName() == "Send 1 message"
    desk.send()
    (row,) = desk.program.services.log.rows("", 1)
    assert json.loads(row.request)["messages"][0]["message"]["template"]["components"] == []


def test_a_file_that_lacks_values_shows_their_fields_with_a_warning(desk: Any) -> None:
    template = {"name": "order_update", "language": {"code": "en"}, "components": []}
    message = {"phoneNumber": ADA, "message": {"type": "template", "template": template}}
    QApplication.clipboard().setText(json.dumps({"messages": [message]}))
    desk.window.keys.paste.trigger()
    assert values(desk) == ["Header text", "Body value 1", "Body value 2"]
    said = [(fault.level, fault.sentence.split(":")[0]) for fault in desk.program.composing.faults]
    assert ("warning", "Body value 2 is missing") in said
    desk.type_into("Body value 2", "Friday")
    desk.type_into("Header text", "A-1")
    said = [fault.sentence for fault in desk.program.composing.faults]
    assert not any("is missing: the template takes it" in one for one in said)
    assert "Body value 1 is empty. Fill it in." in said


def test_a_whole_address_in_a_link_is_shown_doubled_and_warned_of(desk: Any) -> None:
    desk.type_into("Template name", "spring_sale")
    desk.type_into("Button 1 value", "https://example.com/sale/garden")
    desk.control("Recipients").setFocus()
    row = desk.pane.form.field("button.0.value")
    assert "Type only what comes after that" in row.foot.text()
    doubled = "Opens https://example.com/sale/https://example.com/sale/garden"
    assert desk.control(doubled)


def test_a_name_that_is_not_known_is_filled_in_by_hand_and_sent(desk: Any) -> None:
    desk.type_into("Template name", "not_in_the_library")
    assert desk.control("Add body value")
    assert "not known here" in desk.control("Preview").accessibleDescription()
    desk.send()
    (row,) = desk.program.services.log.rows("", 1)
    assert "not_in_the_library" in row.request
