"""The help page and the rail that leads to it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from wa_composer.practice.answers import EVERY_OTHER, FIXED, WRONG_COUNT
from wa_composer.ui.help_page import HelpPage
from wa_composer.ui.rail import Rail


def test_it_says_keys_version_folder_and_licences(qtbot: QtBot) -> None:
    page = HelpPage("1.2.3", "/home/ada/data", [("httpx", "BSD-3-Clause")])
    qtbot.addWidget(page)
    page.show()
    text = "\n".join(label.text() for label in page.findChildren(QLabel))
    for part in ("Ctrl+Enter", "1.2.3", "/home/ada/data", "LGPL", "httpx: BSD-3-Clause", "keyring"):
        assert part in text


def test_facts_may_come_after_the_page_was_opened(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.show()
    page.show_facts("1.2.3", "/home/ada/data")
    labels = page.widget().findChildren(QLabel)
    assert any("1.2.3" in label.text() for label in labels)
    assert sum(label.text() == "Help" for label in labels) == 1


def _buttons(page: HelpPage) -> list[str]:
    return [button.text() for button in page.findChildren(QPushButton)]


def test_a_packaged_program_opens_the_licences_of_what_it_holds(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    (tmp_path / "licences").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    page = HelpPage("1.2.3", "/home/ada/data")
    qtbot.addWidget(page)
    page.show()
    buttons = {button.text(): button for button in page.findChildren(QPushButton)}
    buttons["Open licences"].click()
    buttons["Open folder"].click()
    assert opened == [str(tmp_path / "licences"), "/home/ada/data"]


def test_an_installation_by_pip_offers_no_folder_that_it_has_not(qtbot: QtBot) -> None:
    page = HelpPage("1.2.3", "/home/ada/data")
    qtbot.addWidget(page)
    page.show()
    assert _buttons(page) == ["Open folder"]


def test_the_rail_marks_and_names_its_page(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show()
    buttons = {b.accessibleName(): b for b in rail.findChildren(QToolButton)}
    assert buttons["Compose"].isChecked()
    with qtbot.waitSignal(rail.page_selected) as chosen:
        qtbot.mouseClick(buttons["Accounts"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["accounts"]
    assert buttons["Accounts"].isChecked()
    assert not buttons["Compose"].isChecked()


def test_each_number_with_which_practice_misbehaves_is_told(qtbot: QtBot) -> None:
    page = HelpPage()
    qtbot.addWidget(page)
    page.show()
    told = {label.text().replace(" ", "") for label in page.findChildren(QLabel)}
    assert {*FIXED, EVERY_OTHER, WRONG_COUNT} <= told
