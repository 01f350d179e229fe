"""Stories of writing a template, in the real window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from wa_composer.message.library import Entry

ADA = "+12025550123"


def test_a_template_is_written_with_its_picture_beside_it_and_kept(
    desk: Any, open_desk: Callable[[], Any]
) -> None:
    desk.window.show_page("templates")
    desk.click("New template")
    desk.type_into("Template name", "order")
    desk.type_into("Template text", "Hello {{1}}, thank you.")
    desk.type_into("Example for {{1}}", "Ada")
    picture = desk.window.templates.editor.picture.phone.canvas
    assert "Hello Ada, thank you." in picture.accessibleDescription()
    desk.click("Done")
    assert desk.window.templates.key() == ("order", "en")
    desk.finish(desk.program.close())
    entry = open_desk().program.templates.library.entry("order", "en")
    assert entry.definition["components"][0]["text"] == "Hello {{1}}, thank you."
    assert entry.edited


def test_typing_a_name_never_touches_the_templates_it_passes(desk: Any) -> None:
    library = desk.program.templates.library
    before = {entry.key: entry for entry in library.entries()}
    desk.program.templates.editing.begin()
    desk.type_into("Template text", "Mine")
    desk.type_into("Template name", "order_update")
    editor = desk.window.templates.editor
    desk.control("Template text").setFocus()
    assert "another template" in desk.control("Template name").accessibleDescription()
    assert not editor.use.isEnabled()
    assert library.entry("order_update (2)", "en") is not None
    desk.type_into("Template name", "order_update_2")
    assert editor.use.isEnabled()
    after = {entry.key: entry for entry in library.entries()}
    assert set(after) - set(before) == {("order_update_2", "en")}
    assert {key: after[key] for key in before} == before


def test_a_sample_that_is_renamed_stays_and_a_copy_is_made(desk: Any) -> None:
    library = desk.program.templates.library
    sample = library.entry("spring_sale", "en")
    desk.program.templates.editing.edit(("spring_sale", "en"))
    desk.type_into("Footer", "Bye")
    desk.type_into("Template name", "summer_sale")
    assert library.entry("spring_sale", "en") == sample
    assert library.entry("summer_sale", "en").definition["components"][2]["text"] == "Bye"


def test_a_duplicate_is_a_template_of_its_own(desk: Any) -> None:
    library = desk.program.templates.library
    for name in ("spring_sale_copy", "spring_sale_copy2"):
        desk.program.templates.editing.duplicate(("spring_sale", "en"))
        assert library.entry(name, "en") is not None
        desk.click("Done")
        assert desk.window.templates.key() == (name, "en")


def test_an_unknown_template_is_written_and_the_message_follows(desk: Any) -> None:
    desk.type_into("Recipients", ADA)
    desk.type_into("Template name", "brand_new")
    desk.click("Write its text")
    assert desk.window.focusWidget().accessibleName() == "Template text"
    desk.type_into("Template text", "Hello {{1}}, it is new.")
    desk.click("Done")
    assert desk.window.page() == "compose"
    desk.type_into("Body value 1", "Bo")
    assert "Hello Bo, it is new." in desk.control("Preview").accessibleDescription()
    desk.click("Edit template")
    desk.type_into("Template name", "newer")
    desk.click("Done")
    assert desk.program.composer.raw()["messages"][0]["message"]["template"]["name"] == "newer"
    assert "Hello Bo, it is new." in desk.control("Preview").accessibleDescription()


def test_what_meta_would_not_approve_is_counted_and_led_to(desk: Any) -> None:
    desk.window.activateWindow()
    desk.program.templates.editing.begin()
    editor = desk.window.templates.editor
    assert editor.faults.isHidden()  # nobody has written anything yet
    desk.type_into("Template name", "Bad Name")
    assert editor.faults.text() == "2 things Meta would not approve"
    desk.type_into("Template text", "Hello.")
    desk.control("Footer").setFocus()
    desk.click("1 thing Meta would not approve")
    assert desk.window.focusWidget().accessibleName() == "Template name"
    desk.type_into("Template name", "good_name")
    assert editor.faults.isHidden()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 740)], ids=str)
@pytest.mark.parametrize("text", ["a\nb\nc\nd", "long " * 100], ids=["lines", "hanging blanks"])
def test_a_text_that_its_field_has_room_for_is_whole(
    desk: Any, text: str, size: tuple[int, int]
) -> None:
    body = {"type": "BODY", "text": text}
    raw = {"name": "mine", "language": "en", "category": "UTILITY", "components": [body]}
    desk.program.templates.library.change([Entry("mine", "en", raw)])
    desk.window.resize(*size)
    desk.program.templates.list.go_to(("mine", "en"))
    for _time in range(2):
        desk.click("Edit template")
        field = desk.control("Template text")
        desk.until(lambda field=field: 400 < field.width() < field.window().width())
        desk.until(lambda field=field: is_whole(field))
        assert field.verticalScrollBar().maximum() == 0
        assert not field.horizontalScrollBar().isVisible()
        desk.click("Done")


def is_whole(field: QPlainTextEdit) -> bool:
    """Whether first and last line are in sight."""
    first, last = QTextCursor(field.document()), QTextCursor(field.document())
    last.movePosition(QTextCursor.MoveOperation.End)
    seen = field.viewport().height()
    return field.cursorRect(first).top() >= 0 and field.cursorRect(last).bottom() <= seen
