"""The notice bar: one notice at a time, said in words, signs and to assistive tools."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from wa_composer.ui import notice
from wa_composer.ui.notice_bar import NoticeBar

KEY = "whatsapp-8c1f0b7e-1d64-4c07-9a35-91ab3d21e02a"


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.resize(620, 60)
    return bar


def details(bar: NoticeBar) -> QPlainTextEdit:
    found = bar.findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def labels(bar: NoticeBar) -> list[str]:
    return [button.text() for button in bar.buttons()]


def test_there_is_no_bar_without_a_notice(bar: NoticeBar) -> None:
    assert bar.isHidden()
    assert bar.accessibleName() == "Notice"


@pytest.mark.parametrize(
    ("level", "sign"), [("ok", "✓"), ("warn", "?"), ("error", "✕"), ("info", "i")]
)
def test_a_sign_stands_beside_the_colour(bar: NoticeBar, level: str, sign: str) -> None:
    bar.show_notice(level, "Something happened")
    assert bar.isVisible()
    assert bar.level() == level
    assert sign in [label.text() for label in bar.findChildren(QLabel)]
    assert bar.accessibleDescription() == f"{sign} Something happened"


def test_buttons_say_their_id(bar: NoticeBar, qtbot: QtBot) -> None:
    said: list[str] = []
    bar.action.connect(said.append)
    bar.show_notice("ok", f"Accepted. Key {KEY}", actions=[("Copy key", "k"), ("Bring back", "b")])
    assert labels(bar) == ["Copy key", "Bring back"]
    for button in bar.buttons():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said == ["k", "b"]
    assert bar.text() == f"Accepted. Key {KEY}"


def test_a_new_notice_replaces_the_old_with_its_buttons(bar: NoticeBar) -> None:
    bar.show_notice("error", "Refused", details="<b>403</b>", actions=[("Copy note", "n")])
    bar.show_notice("ok", "Accepted")
    assert labels(bar) == []
    assert bar.text() == "Accepted"


def test_the_servers_own_words_are_one_click_away_and_plain(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice("error", "Refused", details="<b>403</b>")
    assert not details(bar).isVisible()
    qtbot.mouseClick(bar.buttons()[0], Qt.MouseButton.LeftButton)
    assert details(bar).isVisible()
    assert details(bar).toPlainText() == "<b>403</b>"
    bar.show_notice("info", "Another")
    assert not details(bar).isVisible()


def test_text_is_never_taken_for_markup(bar: NoticeBar) -> None:
    bar.show_notice("error", "<h1>Big</h1>")
    texts = [label for label in bar.findChildren(QLabel) if "Big" in label.text()]
    assert [label.textFormat() for label in texts] == [Qt.TextFormat.PlainText]


def test_a_very_long_text_is_shortened_and_whole_in_the_details(bar: NoticeBar) -> None:
    text = "word " * 400
    bar.show_notice("error", text)
    assert bar.text().endswith("…")
    assert details(bar).toPlainText() == text
    assert bar.heightForWidth(500) < 260


def test_it_stays_until_dismissed(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice("warn", "Unknown")
    close = bar.findChild(QToolButton)
    assert isinstance(close, QToolButton)
    assert close.accessibleName() == "Dismiss notice"
    with qtbot.waitSignal(bar.dismissed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert bar.accessibleDescription() == ""


@pytest.mark.parametrize("width", [500, 620, 900])
def test_nothing_of_a_notice_is_cut_off(bar: NoticeBar, qtbot: QtBot, width: int) -> None:
    text = "Refused: the address of this computer may not use the account. Ask for it. " * 2
    bar.show_notice("error", text, actions=[("Copy note for the administrator", "n")])
    bar.resize(width, bar.heightForWidth(width))
    bar.resize(width, bar.heightForWidth(width))
    label = next(label for label in bar.findChildren(QLabel) if "address" in label.text())
    assert label.height() >= label.heightForWidth(label.width())
    assert all(bar.rect().contains(b.parentWidget().geometry()) for b in bar.buttons())


def test_what_was_done_passes_and_an_outcome_comes_back(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice("ok", f"Accepted {KEY}", actions=[("Bring back", "b")], topic="send")
    bar.show_notice("ok", "The key was copied.", passes=True)
    assert bar.text() == "The key was copied."
    bar.show_notice("ok", "The picture was copied.", passes=True)
    bar.leave()
    assert bar.text() == f"Accepted {KEY}"
    assert labels(bar) == ["Bring back"]
    bar.leave()
    assert bar.isVisible()  # an outcome stays
    bar.withdraw("send")
    bar.show_notice("error", "The disk is full.", topic="disk")
    bar.withdraw("disk")
    bar.show_notice("ok", "Saved.", passes=True)
    bar.leave()
    assert bar.isHidden()  # an error that is over does not come back


def test_what_was_done_goes_by_itself_but_not_while_it_is_used(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice, "LEAST_WITH_ACTIONS_MS", 1)
    monkeypatch.setattr(notice, "LETTER_MS", 0)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field = QLineEdit(window)
    field.setFixedHeight(200)  # the mouse is over it, and not over the bar
    bar = NoticeBar()
    column.addWidget(field)
    column.addWidget(bar)
    window.show()
    qtbot.waitActive(window)
    bar.show_notice("info", "Opened.", actions=[("Back", "b")])
    bar.buttons()[0].setFocus()
    assert bar.isVisible()
    field.setFocus()
    qtbot.waitUntil(bar.isHidden)


def test_dismissing_takes_away_what_lies_beneath_too(bar: NoticeBar) -> None:
    bar.show_notice("warn", "It may have gone out.", topic="send")
    bar.show_notice("ok", "The key was copied.", passes=True)
    bar.dismiss()
    assert bar.isHidden()
    bar.show_notice("ok", "The picture was copied.", passes=True)
    bar.leave()
    assert bar.isHidden()


def test_few_words_of_a_server_need_a_small_box(bar: NoticeBar) -> None:
    heights = []
    for words in ("One line", "Some lines that wrap. " * 12, "line\n" * 200):
        bar.show_notice("error", words[:8], details=words)
        bar.buttons()[0].click()
        heights.append(details(bar).height())
    assert heights == sorted(set(heights))
    assert heights[-1] < 200
