"""Tab goes through the window as it is read: the whole form before Send, whenever it was made."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

MOST = 80


def here() -> str:
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus else ""


def walk(desk: Any, start: str, end: str) -> list[str]:
    """The names that Tab goes through, from one control to another."""
    desk.control(start).setFocus()
    names: list[str] = []
    while end not in names:
        assert len(names) < MOST, names
        desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(here())
    return names


def choose(form: QWidget, name: str, value: str) -> None:
    box = next(each for each in form.findChildren(QComboBox) if each.accessibleName() == name)
    box.setCurrentIndex(box.findData(value))


def to_send(desk: Any) -> list[str]:
    return walk(desk, "Recipients", desk.window.action_bar.send.accessibleName())


@pytest.mark.parametrize(
    ("kind", "segment", "first", "last"),
    [
        ("template", "Template", "Template name", "Body value 2"),
        ("interactive", "Reply buttons", "Header", "Add button"),
        ("image", "Image", "Image link", "Caption"),
    ],
)
def test_the_form_comes_between_its_type_and_send(
    desk: Any, kind: str, segment: str, first: str, last: str
) -> None:
    desk.pane.choose_kind(kind)
    names = to_send(desk)
    assert [each for each in names if each in ("Template", "Reply buttons", "Image")] == [segment]
    assert names.index(segment) < names.index("Add message") < names.index(first)
    assert names.index(first) < names.index(last)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("format_", "fields"),
    [
        ("text", ["Header text"]),
        ("document", ["Header link", "Header media ID", "File name"]),
    ],
)
def test_fields_of_a_header_chosen_later_follow_it(
    desk: Any, format_: str, fields: list[str]
) -> None:
    desk.pane.choose_kind("interactive")
    choose(desk.pane.form, "Header", format_)
    names = to_send(desk)
    assert [n for n in names[names.index("Header") : names.index("Body")] if n in fields] == fields


def test_rows_added_later_come_before_what_adds_the_next(desk: Any) -> None:
    desk.pane.choose_kind("interactive")
    desk.click("Add button")
    names = to_send(desk)
    assert names.index("Button 2 title") < names.index("Add button")


def test_back_and_forth_between_the_types_keeps_the_order(desk: Any) -> None:
    for kind in ("interactive", "image", "template", "interactive"):
        desk.pane.choose_kind(kind)
    assert "Body" in to_send(desk)


def test_examples_in_the_editor_follow_the_text_with_their_placeholder(desk: Any) -> None:
    desk.window.show_page("templates")
    desk.click("New template")
    choose(desk.window.templates.editor.form, "Header", "text")
    desk.type_into("Header text", "For {{1}}")
    desk.type_into("Template text", "Hello {{1}} and {{2}}")
    names = walk(desk, "Template name", "Footer")
    texts = ("Header text", "Example for {{1}}", "Template text", "Example for {{2}}")
    assert [name for name in names if name in texts] == [
        "Header text",
        "Example for {{1}}",
        "Template text",
        "Example for {{1}}",
        "Example for {{2}}",
    ]
