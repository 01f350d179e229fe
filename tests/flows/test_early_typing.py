"""Keys that come before the program has loaded, and just after: none is lost or out of place."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from wa_composer.session.composer import Composer
from wa_composer.ui.main_window import MainWindow

THERE, TYPED = "+12025550123", "+447700900123"


@pytest.fixture
def draft(private_home: Path) -> Path:
    """A draft that was left behind: a picture to one number."""
    composer = Composer()
    image = {"type": "image", "image": {"link": "https://example.com/kept.jpg"}}
    composer.load({"messages": [{"phoneNumber": THERE, "message": image}]})
    private_home.mkdir(mode=0o700)
    path = private_home / "draft.json"
    path.write_text(json.dumps(composer.state()))
    return path


def press(window: MainWindow, text: str) -> None:
    """Press keys as the display does: they go wherever the window has its cursor."""
    for letter in text:
        if letter == "\t":
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        else:
            QTest.keyClick(window.windowHandle(), letter)


@pytest.mark.parametrize("split", [0, 5, len(TYPED)])
def test_a_number_typed_while_the_draft_comes_back_stands_after_those_it_had(
    begin: Callable[..., Any], qtbot: QtBot, draft: Path, split: int
) -> None:
    life = begin(lambda window: press(window, TYPED[:split]))
    qtbot.waitUntil(lambda: life.instance.attended)
    press(life.window, TYPED[split:])
    parted = f"{THERE}, {TYPED}" if split else f"{THERE}{TYPED}"
    assert life.pane.recipients() == parted
    assert "kept.jpg" in json.dumps(life.pane.message())
    qtbot.waitUntil(lambda: parted in draft.read_text())


def test_the_rest_of_a_number_goes_on_where_the_draft_had_ended(
    begin: Callable[..., Any], qtbot: QtBot, draft: Path
) -> None:
    life = begin(lambda window: press(window, "99"))
    qtbot.waitUntil(lambda: life.instance.attended)
    assert life.pane.recipients() == THERE + "99"
    assert life.pane.recipients_field.undo()
    assert life.pane.recipients() == THERE


def test_what_was_typed_into_the_message_is_kept_beside_the_draft(
    begin: Callable[..., Any], qtbot: QtBot, draft: Path
) -> None:
    def early(window: MainWindow) -> None:
        press(window, TYPED)
        window.composer_pane.form.field("name").focus()
        press(window, "my_template")

    life = begin(early)
    qtbot.waitUntil(lambda: life.instance.attended)
    assert life.pane.recipients() == THERE
    (show,) = [b for b in life.window.notice.buttons() if b.text() == "Show it"]
    show.click()
    assert life.pane.recipients() == TYPED
    assert life.pane.message()["template"]["name"] == "my_template"
    assert life.window.keys.back.isEnabled()


@pytest.mark.parametrize("link", ["", "https"])
def test_a_change_of_type_while_the_draft_comes_back_loses_nothing(
    begin: Callable[..., Any], qtbot: QtBot, draft: Path, link: str
) -> None:
    def early(window: MainWindow) -> None:
        pane: Any = window.composer_pane
        pane.form.field("name").focus()
        press(window, "my_template")
        pane.choose_kind("image")
        pane.form.field("image.link").focus()
        press(window, link)

    life = begin(early)
    qtbot.waitUntil(lambda: life.instance.attended)
    assert "kept.jpg" in json.dumps(life.pane.message())
    qtbot.waitUntil(lambda: "my_template" in draft.read_text())
    (show,) = [b for b in life.window.notice.buttons() if b.text() == "Show it"]
    show.click()
    assert life.pane.kind == "image"
    assert life.pane.message()["image"]["link"] == link
    life.pane.choose_kind("template")
    assert life.pane.message()["template"]["name"] == "my_template"


def test_beside_an_empty_draft_it_stands_in_the_form_itself(
    begin: Callable[..., Any], qtbot: QtBot, draft: Path
) -> None:
    draft.write_text(json.dumps(Composer().state()))

    def early(window: MainWindow) -> None:
        form: Any = window.composer_pane.form
        form.field("name").focus()
        press(window, "my_template")

    life = begin(early)
    qtbot.waitUntil(lambda: life.instance.attended)
    assert life.pane.message()["template"]["name"] == "my_template"
    assert not life.window.notice.text()
