"""Values that go along into another template: nobody sends them there without being told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wa_composer.message.library import Entry


def _offer(desk: Any, name: str, text: str, headed: bool = False) -> None:
    header = {"type": "HEADER", "format": "TEXT", "text": "About {{1}}"}
    components = [*([header] if headed else []), {"type": "BODY", "text": text}]
    made = {"name": name, "language": "en", "category": "UTILITY", "components": components}
    desk.program.templates.library.change([Entry(name, "en", made)])


def _values(desk: Any) -> list[str]:
    components = desk.pane.message()["template"]["components"]
    return [one.get("text") for part in components for one in part.get("parameters", ())]


def _said(desk: Any) -> str:
    return str(desk.pane.form.field("name").foot.text())


def test_what_the_sample_message_is_shipped_with_goes_into_no_other_template(desk: Any) -> None:
    _offer(desk, "offer", "Hi {{1}}, see you {{2}}.", headed=True)
    desk.type_into("Template name", "offer")
    assert _values(desk) == ["", "", ""]
    assert {fault.level for fault in desk.program.composing.faults} == {"error"}
    assert _said(desk) == ""
    desk.type_into("Template name", "order_update")
    assert _values(desk) == ["A-1042", "Jo", "Friday, 6 March"]
    desk.type_into("Body value 1", "Ada")
    desk.type_into("Template name", "offer")
    assert _values(desk) == ["", "Ada", ""]


def test_values_kept_from_another_template_are_told_until_one_is_edited(
    desk: Any, open_desk: Callable[..., Any]
) -> None:
    told = "The values typed for offer were kept: look them over."
    _offer(desk, "offer", "Hi {{1}}, see you {{2}}.")
    _offer(desk, "other", "{{1}} pays {{2}}.")
    desk.program.templates.use(("offer", "en"))
    desk.type_into("Body value 1", "Ada")
    desk.type_into("Body value 2", "Sunday")
    assert _said(desk) == ""
    desk.type_into("Template name", "other")
    assert _values(desk) == ["Ada", "Sunday"]
    assert _said(desk) == told
    assert desk.control("Template name").accessibleDescription() == told
    desk.pane.undo()
    desk.type_into("Template name", "offer")
    assert _said(desk) == ""  # they are its own
    desk.type_into("Template name", "other")
    desk.click("Add message")
    assert _said(desk) == ""
    desk.click("Previous message")
    assert _said(desk) == told
    desk.finish(desk.program.close())
    again = open_desk()
    assert _said(again) == told
    again.type_into("Body value 2", "20")
    assert _said(again) == ""
    assert "typed_for" not in again.program.composer.entry.aside
