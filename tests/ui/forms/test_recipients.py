"""Recipients: any usual way of writing several numbers, drawn as chips over plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from form_hand import Hand
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wa_composer.message import phone
from wa_composer.ui.forms.recipients import RecipientsField, chips_of
from wa_composer.ui.theme import palette_in_use


@pytest.fixture
def hand(show: Callable[[QWidget], Hand]) -> Hand:
    return show(RecipientsField())


@pytest.mark.parametrize(
    "typed",
    [
        "+447700900123, +12025550100",
        "+447700900123 +12025550100",
        "+44 7700 900123; +1 (202) 555-0100",
    ],
)
def test_typed_numbers_are_parted(hand: Hand, typed: str) -> None:
    hand.type("Recipients", typed)
    assert hand.widget.numbers() == ["+447700900123", "+12025550100"]
    assert hand.widget.text() == typed


def test_enter_parts_numbers_too(hand: Hand) -> None:
    hand.type("Recipients", "+447700900123")
    hand.key_here(Qt.Key.Key_Return)
    hand.type("Recipients", "+12025550100")
    assert hand.widget.numbers() == ["+447700900123", "+12025550100"]


def test_accessible_text_is_the_numbers(hand: Hand) -> None:
    hand.widget.load("+447700900123, +12025550100")
    box = hand.find("Recipients")
    seen = QAccessible.queryAccessibleInterface(box)
    assert seen.text(QAccessible.Text.Name) == "Recipients"
    assert seen.role() == QAccessible.Role.EditableText
    text = seen.textInterface()
    assert text.text(0, text.characterCount()) == "+447700900123, +12025550100"


def test_loaded_numbers_come_back_as_they_were(hand: Hand) -> None:
    odd = ["+1****", "12 34", "+447700900123", ""]
    hand.widget.load(odd)
    assert hand.widget.numbers() == odd
    hand.widget.load(["+447700900123"])
    assert hand.widget.text() == "+44 7700 900123"


def test_loading_tells_nobody_typing_does(hand: Hand) -> None:
    told: list[None] = []
    hand.widget.edited.connect(lambda: told.append(None))
    hand.widget.load("+447700900123")
    assert told == []
    hand.type("Recipients", "1")
    assert len(told) == 1


def test_fault_names_the_number_among_several(hand: Hand) -> None:
    hand.widget.load(["+447700900123", "+44770"])
    hand.widget.show_problems([(0, "warning", "Odd."), (1, "error", "Too few digits.")])
    assert hand.find("Recipients").accessibleDescription() == "+44770: Too few digits."
    hand.widget.show_problems([])
    assert hand.find("Recipients").accessibleDescription() == ""


def test_empty_field_says_its_fault_only_when_asked(hand: Hand) -> None:
    hand.widget.show_problems([(0, "error", "Who gets it?")])
    hand.widget.focus_field()
    assert hand.find("Recipients").accessibleDescription() == ""
    hand.widget.reveal()
    assert hand.find("Recipients").accessibleDescription() == "Who gets it?"


def test_undo_gives_typed_numbers_back(hand: Hand) -> None:
    hand.type("Recipients", "+447700900123")
    assert hand.widget.undo()
    assert hand.widget.text() == ""
    assert hand.widget.redo()
    assert hand.widget.numbers() == ["+447700900123"]


def test_chips_lie_over_the_numbers_and_mark_wrong_ones() -> None:
    line = " +44 7700 900123, x1 ;+12025550100 "
    chips = chips_of(line)
    assert [line[chip.start : chip.end] for chip in chips] == [
        "+44 7700 900123",
        "x1",
        "+12025550100",
    ]
    assert [chip.wrong for chip in chips] == [False, True, False]


def test_many_numbers_are_counted(hand: Hand) -> None:
    hand.widget.load([f"+1202555{n:04}" for n in range(100, 150)])
    assert len(hand.widget.numbers()) == 50
    hand.widget.grab()


def test_of_a_thousand_in_one_line_those_in_sight_are_chips(hand: Hand) -> None:
    hand.widget.load(", ".join(f"+4477009{n:05}" for n in range(1000)) + ", x")
    for place in (0, 50, 200):
        hand.find("Recipients").verticalScrollBar().setValue(place)
        picture = hand.find("Recipients").viewport().grab().toImage()
        chip = QColor(palette_in_use().accent_soft)
        left, middle = 12, range(picture.height())
        assert sum(picture.pixelColor(left, y) == chip for y in middle) > picture.height() // 3


def _hint(hand: Hand) -> str:
    return hand.widget._box.foot.hint()


def test_the_country_is_named_as_soon_as_a_number_is_complete_and_nothing_moves(
    hand: Hand,
) -> None:
    heights = set()
    shown = []
    for letter in "+44 7700 900123, +1 202 555 0100":
        hand.type("Recipients", letter)
        heights.add(hand.widget.sizeHint().height())
        shown.append(_hint(hand))
    assert shown[:8] == [""] * 8  # not of half a number
    assert shown[14:-1] == ["United Kingdom"] * len(shown[14:-1])
    assert shown[-1] == "United Kingdom · United States"
    assert len(heights) == 1
    hand.key_here(Qt.Key.Key_Backspace)
    assert _hint(hand) == "United Kingdom"


def test_a_number_too_short_for_its_country_is_doubted_when_it_is_left(hand: Hand) -> None:
    hand.type("Recipients", "+447700900123, +1202555")
    assert _hint(hand) == "United Kingdom"
    hand.widget.show_countries()
    assert "This number looks too short" in _hint(hand)


@pytest.mark.parametrize("width", range(220, 420, 20))
def test_no_number_is_parted_by_the_end_of_a_line(hand: Hand, width: int) -> None:
    hand.widget.load(
        ", ".join(["+44 7700 900123", "+1 202 555 0100", "+1 (202) 555-0101", "+351 212 345 678"])
        + "\n+44 7700 900124; +44 7700 900125"
    )
    hand.widget.setFixedWidth(width)
    hand.widget.grab()
    whole = set(hand.widget.numbers())
    box = hand.find("Recipients")
    for letter in ("", "1", ", ", "+44 7700 9001"):  # as it is, and while more is typed
        hand.type("Recipients", letter)
        whole |= set(hand.widget.numbers())
        for line in _lines(box):
            assert set(phone.split_recipients(line)) <= whole, line
    assert (
        box.height() >= len(_lines(box)) * box.fontMetrics().lineSpacing() or len(_lines(box)) > 6
    )


def test_a_number_longer_than_a_line_is_still_in_sight(hand: Hand) -> None:
    hand.widget.load("+44 7700 900123, " + "+1 202 " * 12 + ", +44 7700 900124")
    hand.widget.setFixedWidth(220)
    hand.widget.grab()
    text = "".join(_lines(hand.find("Recipients")))
    assert text == hand.widget.text()


def _lines(box: QWidget) -> list[str]:
    assert isinstance(box, QPlainTextEdit)
    found, block = [], box.document().firstBlock()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = line.textStart()
            found.append(block.text()[start : start + line.textLength()])
        block = block.next()
    return found


def test_numbers_stay_whole_in_another_letter_size_and_after_each_change(hand: Hand) -> None:
    hand.widget.load(", ".join([f"+44 7700 9001{n:02}" for n in range(20)]))
    hand.widget.setFixedWidth(300)
    box = hand.find("Recipients")
    for size in (9, 14, 10, 17, 9):
        font = box.font()
        font.setPointSize(size)
        box.setFont(font)
        hand.widget.grab()
        assert all(
            set(phone.split_recipients(line)) <= set(hand.widget.numbers()) for line in _lines(box)
        )
        hand.key("Recipients", Qt.Key.Key_Home)
        hand.type("Recipients", "+44 7700 900123, ")
        hand.widget.grab()
        assert all(
            set(phone.split_recipients(line)) <= set(hand.widget.numbers()) for line in _lines(box)
        )


def test_when_countries_come_to_be_known_what_is_being_typed_is_not_doubted(hand: Hand) -> None:
    hand.type("Recipients", "+447700900123, +1202555")
    hand.widget.tell_countries()
    assert _hint(hand) == "United Kingdom"


def test_when_countries_come_to_be_known_those_of_the_draft_are_told(hand: Hand) -> None:
    hand.widget.load("+1202555")
    hand.widget._box.foot.show_hint("")
    hand.widget.tell_countries()
    assert "This number looks too short" in _hint(hand)


def test_its_inner_part_is_as_qt_makes_it(hand: Hand) -> None:
    box, plain = hand.find("Recipients"), QPlainTextEdit()
    plain.show()
    mine, other = box.viewport(), plain.viewport()
    assert mine.objectName() == other.objectName()
    assert mine.cursor().shape() == other.cursor().shape()
    assert mine.backgroundRole() == other.backgroundRole()
    assert mine.focusProxy() is box
    for attribute in Qt.WidgetAttribute:
        if attribute is not Qt.WidgetAttribute.WA_UnderMouse:
            assert mine.testAttribute(attribute) == other.testAttribute(attribute), attribute
    plain.close()
