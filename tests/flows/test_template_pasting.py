"""A paste on the page of templates, wherever the cursor is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

OFFER = {"name": "offer", "language": "en", "components": [{"type": "BODY", "text": "Hello."}]}


def _paste(desk: Any, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    focused = desk.window.focusWidget()
    desk.qtbot.keyClick(focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("place", ["Search templates", "Templates", "Import…"])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_definition_that_is_pasted_is_reviewed(desk: Any, place: str, indent: int | None) -> None:
    desk.window.show_page("templates")
    desk.window.activateWindow()
    page = desk.window.templates
    places = {"Templates": page.browser.list, "Search templates": page.browser.search}
    (places.get(place) or page.browser.take_in).setFocus()
    _paste(desk, json.dumps({"data": [OFFER]}, indent=indent))
    desk.until(lambda: page.review is not None)
    assert page.browser.search.text() == ""
    desk.click("Import 1")
    assert page.key() == ("offer", "en")


def test_words_that_are_pasted_into_the_search_are_looked_for(desk: Any) -> None:
    desk.window.show_page("templates")
    desk.window.templates.browser.search.setFocus()
    _paste(desk, "{{1}} spring")
    assert desk.window.templates.browser.search.text() == "{{1}} spring"
    assert desk.window.templates.review is None


def test_a_paste_in_the_editor_goes_into_its_field(desk: Any) -> None:
    desk.program.templates.editing.begin()
    desk.control("Template text").setFocus()
    _paste(desk, json.dumps(OFFER))
    assert "offer" in desk.control("Template text").toPlainText()
    assert desk.window.templates.review is None
