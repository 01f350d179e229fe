"""The reply-button form, driven by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from form_hand import Hand
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from wa_composer.ui.forms import InteractiveForm


@pytest.fixture
def hand(show: Callable[[QWidget], Hand]) -> Hand:
    return show(InteractiveForm())


def inner(hand: Hand) -> dict[str, Any]:
    found: dict[str, Any] = hand.widget.raw()["interactive"]
    return found


def test_typing_fills_the_message(hand: Hand) -> None:
    hand.type("Body", "When?")
    hand.key("Body", Qt.Key.Key_Return)
    hand.type("Body", "Tell us")
    hand.type("Footer", "Acme")
    hand.type("Button 1 title", "Morning")
    hand.type("Button 1 ID", "am")
    hand.press("Add button")
    assert hand.here() == "Button 2 title"
    hand.type("Button 2 title", "Evening")
    hand.type("Button 2 ID", "pm")
    assert hand.widget.raw() == {
        "type": "interactive",
        "interactive": {
            "type": "button",
            "body": {"text": "When?\nTell us"},
            "footer": {"text": "Acme"},
            "action": {
                "buttons": [
                    {"type": "reply", "reply": {"id": "am", "title": "Morning"}},
                    {"type": "reply", "reply": {"id": "pm", "title": "Evening"}},
                ]
            },
        },
    }


def test_emptied_footer_is_left_out(hand: Hand) -> None:
    hand.type("Footer", "A")
    hand.key("Footer", Qt.Key.Key_Backspace)
    assert "footer" not in inner(hand)


def test_header_has_caption_and_file_name(hand: Hand) -> None:
    for _ in range(4):
        hand.key("Header", Qt.Key.Key_Down)
    assert inner(hand)["header"] == {"type": "document", "document": {"link": "", "id": ""}}
    assert list(inner(hand)) == ["type", "header", "body", "action"]
    hand.type("Header media ID", "123")
    hand.type("Header caption", "The bill")
    hand.type("File name", "bill.pdf")
    document = {"link": "", "id": "123", "caption": "The bill", "filename": "bill.pdf"}
    assert inner(hand)["header"] == {"type": "document", "document": document}
    hand.widget.load({"type": "interactive", "interactive": {"header": {"type": "image"}}})
    assert hand.there("Header caption")
    assert not hand.there("File name")


def test_audio_header_is_shown_and_kept(hand: Hand) -> None:
    header = {"type": "audio", "audio": {"link": "https://example.com/a.mp3"}}
    hand.widget.load({"type": "interactive", "interactive": {"header": header}})
    assert hand.find("Header").currentText() == "audio"
    assert inner(hand)["header"] == header


def test_no_more_than_three_buttons_are_offered(hand: Hand) -> None:
    hand.press("Add button")
    hand.press("Add button")
    assert not hand.find("Add button").isEnabled()
    hand.press("Remove button 2")
    assert hand.find("Add button").isEnabled()
    assert len(inner(hand)["action"]["buttons"]) == 2


def test_both_lines_of_advice_stand_there(hand: Hand) -> None:
    said = [label.text() for label in hand.widget.findChildren(QLabel) if label.isVisible()]
    assert (
        "Arrives only if this customer wrote to you in the last 24 hours; otherwise use a template"
    ) in said
    assert any("InOne" in text for text in said)


def test_each_fault_of_a_button_stands_beneath_its_own_field(hand: Hand) -> None:
    said = {"title": "Button 1 title is empty.", "id": "Button 1 ID is empty."}
    at = "interactive.action.buttons[0].reply"
    hand.widget.show_problems([(f"{at}.{part}", "error", text) for part, text in said.items()])
    for part, name in (("title", "Button 1 title"), ("id", "Button 1 ID")):
        hand.widget.reveal(f"{at}.{part}")
        field = hand.find(name)
        labels = [one for one in hand.widget.findChildren(QLabel) if one.text() == said[part]]
        (line,) = [one for one in labels if one.isVisible()]
        assert line.mapToGlobal(QPoint(0, 0)).x() == field.mapToGlobal(QPoint(0, 0)).x()
        foot = field.mapToGlobal(QPoint(0, field.height())).y()
        assert line.mapToGlobal(QPoint(0, 0)).y() >= foot


def test_fault_of_a_button_is_read_with_its_field(hand: Hand) -> None:
    path = "interactive.action.buttons[0].reply.id"
    hand.widget.show_problems([(path, "error", "Button 1 ID is empty.")])
    assert hand.widget.reveal(path)
    assert hand.here() == "Button 1 ID"
    assert hand.find("Button 1 ID").accessibleDescription() == "Button 1 ID is empty."
    assert hand.find("Button 1 title").accessibleDescription() == ""


def test_clear_values_keeps_header_kind_and_rows(hand: Hand) -> None:
    hand.type("Body", "When?")
    hand.type("Footer", "Acme")
    hand.key("Header", Qt.Key.Key_Down)
    hand.type("Header text", "Hello")
    hand.press("Add button")
    hand.type("Button 2 title", "Evening")
    before = hand.widget.raw()
    hand.widget.clear_values()
    blank = {"type": "reply", "reply": {"id": "", "title": ""}}
    assert inner(hand) == {
        "type": "button",
        "header": {"type": "text", "text": ""},
        "body": {"text": ""},
        "action": {"buttons": [blank, blank]},
    }
    assert hand.widget.undo()
    assert hand.widget.raw() == before
