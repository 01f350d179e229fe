"""What becomes of status, message and notices when a template is edited, renamed, duplicated."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

NAME = {"name": "offer", "language": "en", "category": "MARKETING", "status": "APPROVED"}
OFFER = {**NAME, "components": [{"type": "BODY", "text": "Hello {{1}}, look."}]}


def _import(desk: Any) -> Any:
    desk.program.templates.importing.take_text(json.dumps(OFFER), "a.json")
    desk.until(lambda: desk.window.templates.review is not None)
    desk.click("Import 1")
    return desk.program.templates.library


def _said(desk: Any) -> list[str]:
    return [each.text() for each in desk.window.findChildren(QLabel) if each.isVisible()]


def _message(desk: Any) -> dict[str, Any]:
    template: dict[str, Any] = desk.program.composer.raw()["messages"][0]["message"]["template"]
    return template


def test_a_changed_wording_is_not_the_approved_one_until_it_is_undone(desk: Any) -> None:
    library = _import(desk)
    desk.program.templates.editing.edit(("offer", "en"))
    desk.type_into("Footer", "Mine")
    assert "status" not in library.entry("offer", "en").definition
    desk.click("Done")
    desk.until(lambda: "Changed since it was approved" in _said(desk))
    assert "Approved" not in _said(desk)
    desk.program.templates.editing.edit(("offer", "en"))
    desk.type_into("Footer", "")
    assert library.entry("offer", "en").definition == OFFER
    desk.click("Done")
    desk.until(lambda: "Approved" in _said(desk))


def test_a_new_name_and_a_copy_were_never_approved(desk: Any) -> None:
    library = _import(desk)
    desk.program.templates.editing.duplicate(("offer", "en"))
    assert "status" not in library.entry("offer_copy", "en").definition
    desk.click("Done")
    desk.program.templates.editing.edit(("offer", "en"))
    desk.type_into("Template name", "other")
    assert "status" not in library.entry("other", "en").definition
    desk.type_into("Template name", "offer")
    assert library.entry("offer", "en").definition == OFFER


def test_the_message_being_written_can_take_on_the_new_name(desk: Any) -> None:
    _import(desk)
    desk.click("Use template")
    desk.type_into("Body value 1", "Bo")
    desk.program.templates.editing.edit(("offer", "en"))
    desk.type_into("Template name", "deal")
    desk.click("Done")
    notice = desk.window.templates.notice
    assert "still names offer" in notice.text()
    assert _message(desk)["name"] == "offer"
    desk.qtbot.mouseClick(notice.buttons()[0], Qt.MouseButton.LeftButton)
    assert _message(desk)["name"] == "deal"
    assert "Hello Bo, look." in desk.control("Preview").accessibleDescription()
    assert notice.text() == ""


def test_leaving_the_editor_by_the_rail_says_it_too(desk: Any) -> None:
    _import(desk)
    desk.click("Use template")
    desk.program.templates.editing.edit(("offer", "en"))
    desk.type_into("Template name", "deal")
    desk.window.show_page("compose")
    desk.answer("Use deal in the message")
    assert _message(desk)["name"] == "deal"
    desk.click("Edit template")
    desk.type_into("Template name", "bargain")
    desk.window.show_page("compose")
    assert _message(desk)["name"] == "bargain"


def test_an_undo_that_no_longer_applies_is_not_offered(desk: Any) -> None:
    library = _import(desk)
    notice = desk.window.templates.notice
    assert "was imported" in notice.text()
    desk.click("Favourite")
    assert "was imported" in notice.text()
    desk.program.templates.editing.edit(("offer", "en"))
    desk.type_into("Footer", "Mine")
    desk.click("Done")
    assert notice.text() == ""
    desk.window.keys.undo.trigger()
    assert library.entry("offer", "en") is not None
