"""A page that is asked for before the program listens to the window is alive all the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView
from pytestqt.qtbot import QtBot

from wa_composer.running import Program
from wa_composer.wiring.templates import TemplatesWiring


def click(qtbot: QtBot, page: Any, label: str) -> None:
    buttons = page.findChildren(QAbstractButton)
    button = next(each for each in buttons if each.text() == label and each.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_templates(begin: Callable[..., Any], qtbot: QtBot) -> None:
    life = begin(lambda window: window.show_page("templates"))
    page = life.window.templates
    qtbot.waitUntil(lambda: page.browser.all.place("order_update") >= 0)
    qtbot.waitUntil(lambda: page.detail.isVisible())
    click(qtbot, page, "New template")
    qtbot.waitUntil(page.is_editing)


@pytest.mark.parametrize("when", ["before", "between"])
def test_what_is_asked_of_a_page_is_done_once(
    begin: Callable[..., Any], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    told = []
    monkeypatch.setattr(TemplatesWiring, "_favour", lambda *asked: told.append(asked[1:]))
    opening = Program.open

    async def open_late(program: Program, files: list[str]) -> None:
        if when == "between":
            program._window.show_page("templates")
        await opening(program, files)

    monkeypatch.setattr(Program, "open", open_late)
    life = begin((lambda window: window.show_page("templates")) if when == "before" else None)
    qtbot.waitUntil(lambda: life.instance.attended)
    page = life.window.templates
    page.favourite_changed.emit(("order_update", "en"), True)
    assert told == [(("order_update", "en"), True)]


def test_the_accounts(begin: Callable[..., Any], qtbot: QtBot) -> None:
    life = begin(lambda window: window.show_page("accounts"))
    (listed,) = life.window.accounts.findChildren(QAbstractItemView)
    qtbot.waitUntil(lambda: listed.model().rowCount() == 1)
    assert "Practice" in listed.model().index(0, 0).data()
