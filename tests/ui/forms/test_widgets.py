"""The small widgets that forms are made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from form_hand import Hand
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wa_composer.message.definition import read_definition
from wa_composer.message.placeholders import fill
from wa_composer.message.slots import slots_of
from wa_composer.ui.forms.wordings import excerpts
from wa_composer.ui.widgets import ComboBox, FootLine, GrowingEdit, LineEdit, Segmented
from wa_composer.ui.widgets.focus_ring import FocusRing

KINDS = [("a", "Template"), ("b", "Reply buttons"), ("c", "Image")]


def test_segments_are_radio_buttons(show: Callable[[QWidget], Hand], qtbot: QtBot) -> None:
    bar = Segmented(KINDS)
    hand = show(bar)
    button = hand.find("Reply buttons")
    seen = QAccessible.queryAccessibleInterface(button)
    assert seen.role() == QAccessible.Role.RadioButton
    with qtbot.waitSignal(bar.chosen) as told:
        hand.press("Reply buttons")
    assert told.args == ["b"]
    assert bar.current() == "b"
    with qtbot.waitSignal(bar.chosen):
        hand.key("Reply buttons", Qt.Key.Key_Right)
    assert bar.current() == "c"


def test_selecting_a_segment_tells_nobody(qtbot: QtBot) -> None:
    bar = Segmented(KINDS)
    qtbot.addWidget(bar)
    with qtbot.assertNotEmitted(bar.chosen):
        bar.select("c")
    assert bar.current() == "c"
    bar.select("none of them")
    assert bar.current() == ""


def test_box_grows_with_its_text_up_to_a_bound(qtbot: QtBot) -> None:
    box = GrowingEdit(2, 5)
    qtbot.addWidget(box)
    box.resize(300, 50)
    box.show()
    heights = []
    for lines in (1, 2, 4, 5, 9):
        box.show_text("\n".join("x" * lines))
        heights.append(box.height())
    assert heights[0] == heights[1] < heights[2] < heights[3] == heights[4]


def test_long_text_in_a_line_is_never_cut(qtbot: QtBot) -> None:
    line = LineEdit()
    qtbot.addWidget(line)
    line.show_text("x" * 100_000)
    assert len(line.text()) == 100_000


def test_combo_says_its_name_and_an_assistive_tool_can_choose(qtbot: QtBot) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItems(["None", "Text"])
    box.setAccessibleName("Header")
    seen = QAccessible.queryAccessibleInterface(box)
    assert seen.text(QAccessible.Text.Name) == "Header"
    assert seen.text(QAccessible.Text.Value) == "None"
    assert seen.text(QAccessible.Text.Description) == "None"
    assert seen.child(0).role() == QAccessible.Role.List
    box.view().selectionModel().select(
        box.model().index(1, 0), box.view().selectionModel().SelectionFlag.ClearAndSelect
    )
    assert box.currentText() == "Text"


def test_foot_says_errors_before_warnings_before_the_hint(qtbot: QtBot) -> None:
    foot = FootLine("hint")
    qtbot.addWidget(foot)
    one, two = QWidget(foot), QWidget(foot)
    foot.post(one, "warning", "careful")
    assert (foot.text(), foot.property("role")) == ("careful", "warning")
    foot.post(two, "error", "wrong")
    assert (foot.text(), foot.property("role")) == ("wrong", "fault")
    foot.post(two, "", "")
    foot.post(one, "", "")
    assert (foot.text(), foot.property("role")) == ("hint", "hint")
    assert foot.textFormat() == Qt.TextFormat.PlainText


def test_ring_follows_the_cursor(qapp: QApplication, show: Callable[[QWidget], Hand]) -> None:
    ring = FocusRing(qapp)
    page = QWidget()
    column = QVBoxLayout(page)
    first, second = LineEdit(), LineEdit()
    column.addWidget(first)
    column.addWidget(second)
    show(page)
    try:
        first.setFocus()
        second.setFocus()
        halo = ring._halo
        assert halo is not None
        assert halo.geometry() == second.geometry().adjusted(-3, -3, 3, 3)
        second.hide()
        assert second.isHidden()
    finally:
        qapp.focusChanged.disconnect(ring._move_to)
        ring.deleteLater()


def test_excerpts_follow_the_order_of_values() -> None:
    text = "Code {{2}} for {{1}}. Again {{2}}."
    first, second = excerpts(text)
    assert first.index("{{1}}") and second.startswith("Code {{2}}")
    assert excerpts("Hi {{name}}, {{ day }}!")[1].endswith("{{ day }}!")
    assert excerpts("none") == []
    long = "word " * 30 + "{{1}}" + " word" * 30
    assert excerpts(long)[0].startswith("…word") and excerpts(long)[0].endswith("word…")


@pytest.mark.parametrize(
    "text",
    [
        "{{größe}} {{1}}",
        "{{1234}}",
        "{{     x     }}",
        "{{3}} {{1}}",
        "{{01}}",
        "{{a}} {{2}}",
        "{{_a}} {*{b}}",
    ],
)
def test_there_are_as_many_excerpts_as_the_picture_takes_values(text: str) -> None:
    values = [f"value {number}" for number in range(len(excerpts(text)))]
    assert not [piece for piece in fill(text, values) if piece.kind == "missing"]
    assert len(slots_of(read_definition({"body": text})).body) == len(values)


def test_an_excerpt_ends_where_another_value_stands() -> None:
    text = "Spring is here, {{1}}! Until {{2}} all costs less."
    assert excerpts(text) == ["Spring is here, {{1}}! Until …", "… Until {{2}} all costs less."]


def test_excerpts_are_one_line_without_marks_of_formatting() -> None:
    text = "Our _spring sale_ starts *on {{2}}*.\n- Shoes for {{1}}\n> snake_case stays"
    assert excerpts(text) == [
        "… Shoes for {{1}} snake_case stays",
        "Our spring sale starts on {{2}}. Shoes for …",
    ]
