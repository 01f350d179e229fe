"""The picture column: what it draws, says and never loses."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from wa_composer.message.draft import read
from wa_composer.preview.scene import Scene, build
from wa_composer.ui.preview_pane import PreviewPane
from wa_composer.ui.theme import DARK

TEXT = "When shall we deliver?"


def scene(text: str = TEXT) -> Scene:
    message = {
        "type": "interactive",
        "interactive": {
            "type": "button",
            "body": {"text": text},
            "action": {"buttons": [{"type": "reply", "reply": {"id": "a", "title": "Today"}}]},
        },
    }
    draft = read({"messages": [{"phoneNumber": "+447700900123", "message": message}]})
    return build(draft.request.messages[0])


@pytest.fixture
def pane(qtbot: QtBot) -> PreviewPane:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(400, 640)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def test_it_is_painted_before_there_is_anything_to_draw(pane: PreviewPane) -> None:
    image = pane.phone.grab().toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle.name().upper() == "#F5F1EB"


def test_the_element_preview_says_what_the_picture_shows(pane: PreviewPane) -> None:
    pane.show_scene(scene())
    canvas = pane.phone.canvas
    assert canvas.accessibleName() == "Preview"
    assert TEXT in canvas.accessibleDescription()
    assert "Today" in canvas.accessibleDescription()
    named = pane.pages.button("preview")  # the first element a search for "Preview" meets
    assert named.accessibleDescription() == canvas.accessibleDescription()


def test_several_messages_stand_one_under_the_other(pane: PreviewPane) -> None:
    pane.show_scene(scene())
    one = pane.phone.canvas.sizeHint().height()
    pane.show_scene([scene(), scene("And a second")])
    assert pane.phone.canvas.sizeHint().height() > 1.5 * one
    assert "And a second" in pane.phone.canvas.accessibleDescription()


def test_a_long_picture_scrolls_within_the_phone(pane: PreviewPane, qtbot: QtBot) -> None:
    pane.show_scene(scene("word " * 200))
    bar = pane.phone.screen_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert pane.phone.height() <= pane.height()


def test_the_theme_is_chosen_with_the_arrow_keys_too(pane: PreviewPane, qtbot: QtBot) -> None:
    pane.show_scene(scene())
    assert pane.theme.accessibleName() == "Theme"
    light = pane.phone.grab().toImage()
    pane.activateWindow()
    pane.theme.button("light").setFocus()
    qtbot.waitUntil(pane.theme.button("light").hasFocus)
    with qtbot.waitSignal(pane.theme_changed) as changed:
        qtbot.keyClick(pane.theme.button("light"), Qt.Key.Key_Right)
    assert changed.args == [True]
    assert pane.is_dark()
    assert pane.phone.grab().toImage() != light


def test_request_and_picture_share_a_place(pane: PreviewPane, qtbot: QtBot) -> None:
    pane.follow_request(lambda: '{\n  "messages": []\n}')
    qtbot.mouseClick(pane.pages.button("request"), Qt.MouseButton.LeftButton)
    assert pane.request.isVisible()
    assert not pane.phone.isVisible()
    qtbot.mouseClick(pane.request.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == '{\n  "messages": []\n}'
    qtbot.mouseClick(pane.pages.button("preview"), Qt.MouseButton.LeftButton)
    assert pane.phone.isVisible()


def test_the_request_is_to_read_only_and_keeps_its_place(pane: PreviewPane, qtbot: QtBot) -> None:
    pane.show_page("request")
    view = pane.request.view
    assert view.accessibleName() == "Request"
    assert view.isReadOnly()
    long = "\n".join(f'"{n}": "emoji 😀 and {n}",' for n in range(300))
    pane.request.show_request(long)
    view.verticalScrollBar().setValue(40)
    pane.request.show_request(long + "\n")
    assert view.verticalScrollBar().value() == 40


def test_the_request_is_written_out_only_for_those_who_want_it(
    pane: PreviewPane, qtbot: QtBot
) -> None:
    made: list[str] = []

    def make(text: str) -> Callable[[], str]:
        return lambda: made.append(text) or text

    pane.follow_request(make("one"))
    pane.follow_request(make("two"))
    assert made == []
    pane.request.copy_json()
    assert QGuiApplication.clipboard().text() == "two"
    pane.follow_request(make("three\n" * 2000))
    pane.show_page("request")
    assert pane.request.view.toPlainText().startswith("three")
    for letter in "abc":
        pane.follow_request(make(letter))
    assert pane.request.view.toPlainText().startswith("three")
    qtbot.waitUntil(lambda: pane.request.view.toPlainText() == "c")
    assert made == ["two", "three\n" * 2000, "c"]


def test_the_lines_in_sight_are_tinted(pane: PreviewPane, qtbot: QtBot) -> None:
    pane.show_page("request")
    view = pane.request.view
    pane.request.show_request("\n".join(f'"😀{n}": "x{n}", 7' for n in range(3000)))
    assert view.extraSelections()[0].cursor.selectedText() == '"😀0"'
    view.verticalScrollBar().setValue(1500)
    first = view.firstVisibleBlock().blockNumber()
    assert first == 1500

    def tinted() -> list[str]:
        return [mark.cursor.selectedText() for mark in view.extraSelections()]

    qtbot.waitUntil(lambda: '"😀1500"' in tinted())
    assert tinted()[:3] == ['"😀1500"', '"x1500"', "7"]
    assert len(tinted()) < 600
    colours = {mark.format.foreground().color().name() for mark in view.extraSelections()}
    assert len(colours) == 3
    pane.show_palette(DARK)
    assert {m.format.foreground().color().name() for m in view.extraSelections()} != colours


def test_an_empty_request_is_not_copied(pane: PreviewPane) -> None:
    pane.follow_request(str)
    pane.show_page("request")
    assert not pane.request.copy.isEnabled()


def test_the_caption_is_read_with_its_text(pane: PreviewPane) -> None:
    pane.show_caption("From your own text of spring_sale (en)")
    assert pane.caption() == "From your own text of spring_sale (en)"
