"""Long words wrap, and whoever marks, copies or has read out gets the text as it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wa_composer.ui.notice_bar import NoticeBar
from wa_composer.ui.widgets.breaking_label import BreakingLabel, breakable

NAME = "exported_message_templates_of_the_shop_" * 3 + "😀.json"
TEXT = f"From {NAME}, imported a day ago\nand more"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def label(qtbot: QtBot) -> BreakingLabel:
    made = BreakingLabel(TEXT)
    qtbot.addWidget(made)
    made.resize(200, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    QGuiApplication.clipboard().clear()
    return made


THAI = "\u0e25\u0e39\u0e01\u0e04\u0e49\u0e32" * 20
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
E_ACUTE = "e\u0301"


@pytest.mark.parametrize("sign", ["\u0e39", "\u0e49", "\u200d", "\u0301"])
@pytest.mark.parametrize("word", [THAI, FAMILY * 20, E_ACUTE * 60, "x" + E_ACUTE * 60])
def test_no_letter_is_torn_from_its_marks(word: str, sign: str) -> None:
    pieces = breakable(word).split("\u200b")
    assert "".join(pieces) == word
    assert len(pieces) > 5
    assert not any(piece.startswith(sign) or piece.endswith("\u200d") for piece in pieces)


@pytest.mark.parametrize("word", ["a" * 100, "\U0001f600" * 60, "\ud83d" * 60, "a\n" * 60])
def test_each_piece_is_short_and_none_is_lost(word: str) -> None:
    pieces = breakable(word).split("\u200b")
    assert "".join(pieces) == word
    assert max(map(len, pieces)) <= 9


def by_keys(qtbot: QtBot, label: BreakingLabel) -> None:
    qtbot.keyClick(label, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(label, Qt.Key.Key_C, CONTROL)


def by_menu(_qtbot: QtBot, label: BreakingLabel) -> None:
    label.menu().actions()[1].trigger()
    label.menu().actions()[0].trigger()


@pytest.mark.parametrize("way", [by_keys, by_menu])
def test_what_is_copied_is_the_plain_text(
    qtbot: QtBot, label: BreakingLabel, way: Callable[[QtBot, BreakingLabel], None]
) -> None:
    assert label.sizeHint().width() < label.fontMetrics().horizontalAdvance(NAME) / 2  # it wraps
    way(qtbot, label)
    assert QGuiApplication.clipboard().text() == TEXT


def test_what_is_marked_by_the_mouse_is_marked_anew_by_the_next_press(
    qtbot: QtBot, label: BreakingLabel
) -> None:
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton, pos=QPoint(3, 20))
    assert label.selectedText()
    assert label.selectedText() in TEXT
    qtbot.mousePress(label, Qt.MouseButton.LeftButton, pos=QPoint(3, 60))
    assert not label.hasSelectedText()  # and so nothing to drag
    qtbot.mouseRelease(label, Qt.MouseButton.LeftButton, pos=QPoint(3, 60))


def test_it_is_read_out_as_it_is(label: BreakingLabel) -> None:
    there = QAccessible.queryAccessibleInterface(label)
    assert there.text(QAccessible.Text.Name) == TEXT


def test_a_notice_is_copied_as_it_was_said(qtbot: QtBot) -> None:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.resize(500, 200)
    bar.show()
    bar.show_notice("error", f"Not saved: {NAME}")
    text = next(one for one in bar.findChildren(QLabel) if NAME in one.text())
    text.setFocus()
    by_keys(qtbot, text)  # type: ignore[arg-type]
    assert QGuiApplication.clipboard().text() == f"Not saved: {NAME}" == bar.text()
