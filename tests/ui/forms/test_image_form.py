"""The image form, driven by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from form_hand import Hand
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from wa_composer.ui.forms import ImageForm


@pytest.fixture
def hand(show: Callable[[QWidget], Hand]) -> Hand:
    return show(ImageForm())


def test_typing_fills_the_message(hand: Hand) -> None:
    hand.type("Media ID", "123")
    hand.type("Caption", "Packed")
    hand.key("Caption", Qt.Key.Key_Return)
    image = {"link": "", "id": "123", "caption": "Packed\n"}
    assert hand.widget.raw() == {"type": "image", "image": image}


def test_pasted_blanks_around_a_link_are_no_part_of_it(hand: Hand) -> None:
    QApplication.clipboard().setText(" https://example.com/a.jpg\n")
    line = hand.find("Image link")
    line.setFocus()
    line.paste()
    assert hand.widget.raw()["image"]["link"] == "https://example.com/a.jpg"


def test_no_break_spaces_survive(hand: Hand) -> None:
    hand.widget.load({"type": "image", "image": {"caption": "10\u00a0%"}})
    hand.type("Caption", "!")
    assert hand.widget.raw()["image"]["caption"] == "!10\u00a0%"


def test_after_undo_typing_goes_on_at_the_end(hand: Hand) -> None:
    hand.type("Caption", "one two")
    hand.widget.undo()
    hand.type("Caption", "three")
    assert hand.widget.raw()["image"]["caption"] == "one three"


def test_exactly_one_rule_is_said_at_the_link(hand: Hand) -> None:
    hand.widget.show_problems([("image", "error", "Give a link or an ID, not both.")])
    assert hand.widget.reveal("image")
    assert hand.here() == "Image link"
    assert hand.find("Image link").accessibleDescription() == "Give a link or an ID, not both."


def test_enter_in_a_line_does_nothing(hand: Hand) -> None:
    before = hand.widget.raw()
    hand.key("Image link", Qt.Key.Key_Return)
    assert hand.widget.raw() == before
    assert hand.here() == "Image link"
