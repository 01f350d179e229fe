"""Notices that arrive together: each can be read, and none stays that is true no more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from wa_composer.ui import notice
from wa_composer.ui.notice_bar import NoticeBar


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.resize(620, 60)
    return bar


def labels(bar: NoticeBar) -> list[str]:
    return [button.text() for button in bar.buttons()]


def more(bar: NoticeBar) -> QToolButton:
    found = bar.findChild(QToolButton, "noticeMore")
    assert isinstance(found, QToolButton)
    return found


def close(bar: NoticeBar) -> QToolButton:
    found = bar.findChild(QToolButton, "quietTool")
    assert isinstance(found, QToolButton)
    return found


def test_failures_that_arrive_together_can_all_be_read(bar: NoticeBar, qtbot: QtBot) -> None:
    said = ["The log is damaged.", "The library cannot be read.", "The disk is full."]
    bar.show_notice("error", said[0], actions=[("Set aside", "a")], details="Page 7")
    assert not more(bar).isVisible()
    bar.show_notice("warn", said[1])
    bar.show_notice("error", said[2])
    bar.show_notice("error", said[2])  # said twice, there once
    assert bar.text() == said[2]
    seen = []
    for _ in range(3):
        assert (more(bar).text(), more(bar).accessibleName()) == ("2 more", "2 more")
        seen.append(bar.text())
        qtbot.mouseClick(more(bar), Qt.MouseButton.LeftButton)
    assert seen == [said[2], said[1], said[0]]
    qtbot.mouseClick(more(bar), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(more(bar), Qt.MouseButton.LeftButton)
    assert (bar.text(), labels(bar)) == (said[0], ["Set aside", "Details"])
    for left in (1, 0):
        qtbot.mouseClick(close(bar), Qt.MouseButton.LeftButton)
        assert more(bar).isVisible() == bool(left)
    qtbot.mouseClick(close(bar), Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_what_was_done_hides_no_failure_for_longer_than_it_is_said(bar: NoticeBar) -> None:
    bar.show_notice("error", "The file cannot be read.")
    bar.show_notice("ok", "Saved.", passes=True)
    assert more(bar).text() == "1 more"
    bar.show_notice("ok", "Copied.", passes=True)
    assert more(bar).text() == "1 more"  # what passes does not pile up
    bar.leave()
    assert bar.text() == "The file cannot be read."


def test_what_is_true_no_more_is_taken_from_wherever_it_lies(bar: NoticeBar) -> None:
    bar.show_notice("error", "Not saved yet.", topic="unsaved")
    bar.show_notice("error", "The file cannot be read.")
    bar.show_notice("error", "Not saved yet: the disk is full.", topic="unsaved")
    assert more(bar).text() == "1 more"
    bar.show_notice("error", "The log is damaged.", topic="log")
    bar.withdraw("unsaved")
    assert (bar.text(), more(bar).text()) == ("The log is damaged.", "1 more")
    bar.withdraw("log")
    assert (bar.text(), more(bar).isVisible()) == ("The file cannot be read.", False)
    bar.withdraw("nothing of the kind")
    assert bar.text() == "The file cannot be read."


def test_a_failure_that_was_there_to_be_read_makes_room(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notice, "LEAST_MS", 0)
    monkeypatch.setattr(notice, "LETTER_MS", 0)
    bar = NoticeBar()
    qtbot.addWidget(bar)
    with qtbot.waitActive(bar):
        bar.show_notice("error", "The file cannot be read.")
        bar.activateWindow()
    bar.show_notice("error", "The log is damaged.", topic="log")
    assert not more(bar).isVisible()
    bar.show_notice("error", "Another file cannot be read.")
    assert more(bar).text() == "1 more"  # what is still true does not go by being read


def test_a_pile_does_not_grow_for_ever(bar: NoticeBar) -> None:
    for number in range(200):
        bar.show_notice("error", f"File {number} cannot be read.")
    assert more(bar).text() == f"{notice.MOST} more"
    bar.dismiss()
    assert bar.isHidden()
