"""The editor is left and opened again: what was typed under other kinds is still there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

KEY = ("offer", "en")


def _choose(desk: Any, name: str, value: str) -> None:
    box = desk.control(name)
    box.setCurrentIndex(box.findData(value))


def _written(desk: Any) -> None:
    desk.program.templates.editing.begin()
    desk.type_into("Template name", "offer")
    _choose(desk, "Header", "text")
    desk.type_into("Header text", "A long headline")
    _choose(desk, "Header", "image")
    desk.click("Add button")
    _choose(desk, "Button 1 kind", "url")
    desk.type_into("Button 1 link", "https://example.com/summer")
    _choose(desk, "Button 1 kind", "quick_reply")
    desk.click("Done")


def _back(desk: Any) -> dict[str, str]:
    desk.program.templates.editing.edit(KEY)
    _choose(desk, "Header", "text")
    _choose(desk, "Button 1 kind", "url")
    return {name: desk.control(name).text() for name in ("Header text", "Button 1 link")}


def test_they_come_back_with_their_kind(desk: Any) -> None:
    _written(desk)
    stored = desk.program.templates.library.entry(*KEY).definition
    assert "headline" not in str(stored) and "summer" not in str(stored)
    assert _back(desk) == {
        "Header text": "A long headline",
        "Button 1 link": "https://example.com/summer",
    }


def test_not_into_a_template_that_is_another_one_by_now(desk: Any) -> None:
    _written(desk)
    library = desk.program.templates.library
    entry = library.entry(*KEY)
    other = {**entry.definition, "category": "MARKETING"}
    library.change([replace(entry, definition=other)])
    assert _back(desk) == {"Header text": "", "Button 1 link": ""}
    assert library.entry(*KEY).definition["category"] == "MARKETING"
