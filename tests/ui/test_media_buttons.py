"""The buttons over a medium: in their place at any size of the picture, and named."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wa_composer.message.draft import read
from wa_composer.preview.nodes import Sight, View
from wa_composer.preview.scene import Scene, build
from wa_composer.preview.sights import with_sight
from wa_composer.ui.media_buttons import MediaActions, MediaButtons
from wa_composer.ui.preview_canvas import PreviewCanvas


def scene(kind: str) -> Scene:
    header = {"type": kind, kind: {"link": "https://example.com/a/file"}}
    data = {"type": "button", "header": header, "body": {"text": "Hello"}}
    message = {"type": "interactive", "interactive": data}
    request = read({"messages": [{"phoneNumber": "+12025550100", "message": message}]}).request
    return with_sight(build(request.messages[0]), Sight(room=True))


@pytest.fixture
def canvas(qtbot: QtBot) -> PreviewCanvas:
    canvas = PreviewCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(360, 400)
    canvas.show()
    return canvas


@pytest.fixture
def buttons(canvas: PreviewCanvas) -> MediaButtons:
    return MediaButtons(canvas)


@pytest.mark.parametrize("width", [250, 300, 360, 720])
@pytest.mark.parametrize("kind", ["image", "video", "document"])
def test_they_stay_within_the_medium_and_below_its_words(
    canvas: PreviewCanvas, buttons: MediaButtons, kind: str, width: int
) -> None:
    foot: Any = "load" if kind == "image" else "check"
    buttons.show_actions(MediaActions(foot, "sample" if kind == "image" else ""))
    canvas.show_scenes([scene(kind)], "")
    canvas.resize(width, 400)
    box = canvas.box_of("header").toAlignedRect()
    assert box.contains(buttons.foot.geometry())
    assert buttons.foot.isVisible()
    assert buttons.corner.isVisible() is (kind == "image")
    if kind == "image":
        assert box.contains(buttons.corner.geometry())
        assert not buttons.corner.geometry().intersects(buttons.foot.geometry())
    words = [item for item in canvas._placed[0].items if type(item).__name__ == "Words"]
    rows = [w.y + w.layout.boundingRect().bottom() for w in words]
    inside = [row for row in rows if row * canvas.zoom < box.bottom()]
    assert max(inside) * canvas.zoom <= buttons.foot.y() + 2


@pytest.mark.parametrize("width", [250, 300, 360, 720])
@pytest.mark.parametrize("look", ["android", "ios", "web"])
@pytest.mark.parametrize("note", ["", "There is a great deal to say about this link. " * 4])
def test_they_keep_clear_of_the_time_and_of_the_words(
    canvas: PreviewCanvas, buttons: MediaButtons, look: Any, width: int, note: str
) -> None:
    message = {"type": "image", "image": {"link": "https://example.com/a/file"}}
    request = read({"messages": [{"phoneNumber": "+12025550100", "message": message}]}).request
    made = build(request.messages[0], view=View("business", look, "10:30"))
    buttons.show_actions(MediaActions("sample"))
    canvas.show_scenes([with_sight(made, Sight(note, bool(note), room=True))], "")
    canvas.resize(width, 400)
    time, place = canvas.box_of("time").toAlignedRect(), buttons.foot.geometry()
    assert canvas.box_of("header").toAlignedRect().contains(time)
    assert not place.adjusted(-3, -3, 3, 3).intersects(time)
    words = [item for item in canvas._placed[0].items if type(item).__name__ == "Words"]
    rows = [(w.y + w.layout.boundingRect().bottom()) * canvas.zoom for w in words]
    assert max(row for row in rows if row < time.top()) <= place.y() + 2


def test_without_a_medium_there_is_no_button(canvas: PreviewCanvas, buttons: MediaButtons) -> None:
    buttons.show_actions(MediaActions("load", "sample"))
    canvas.show_scenes([scene("image")], "")
    assert buttons.foot.isVisible()
    bare = {"type": "interactive", "interactive": {"body": {"text": "Hello"}}}
    canvas.show_scenes([build(read({"messages": [{"message": bare}]}).request.messages[0])], "")
    assert not buttons.foot.isVisible()
    assert not buttons.corner.isVisible()


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("load", "Load picture"),
        ("check", "Check link"),
        ("again", "Try again"),
        ("sample", "Use a picture on this computer"),
    ],
)
def test_each_says_what_it_does_and_does_it(
    canvas: PreviewCanvas, buttons: MediaButtons, qtbot: QtBot, foot: Any, name: str
) -> None:
    canvas.show_scenes([scene("image")], "")
    buttons.show_actions(MediaActions(foot))
    assert buttons.foot.accessibleName() == buttons.foot.text() == name
    wanted = buttons.sample_requested if foot == "sample" else buttons.load_requested
    with qtbot.waitSignal(wanted):
        qtbot.mouseClick(buttons.foot, Qt.MouseButton.LeftButton)


def test_the_corner_is_an_icon_with_a_name(
    canvas: PreviewCanvas, buttons: MediaButtons, qtbot: QtBot
) -> None:
    canvas.show_scenes([scene("image")], "")
    buttons.show_actions(MediaActions(corner="remove"))
    assert buttons.corner.accessibleName() == "Remove the local sample"
    assert buttons.corner.text() == ""
    assert buttons.corner.width() == buttons.corner.height()
    with qtbot.waitSignal(buttons.sample_removed):
        qtbot.keyClick(buttons.corner, Qt.Key.Key_Space)


def test_who_presses_a_button_that_goes_stays_at_the_picture(
    canvas: PreviewCanvas, buttons: MediaButtons, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(canvas)
    column.addWidget(QLineEdit(window))  # where Qt would go on
    QWidget.setTabOrder(buttons.corner, window.findChild(QLineEdit))
    window.resize(400, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    buttons.show_actions(MediaActions("load", "sample"))
    canvas.show_scenes([scene("image")], "")
    buttons.foot.setFocus()
    buttons.show_actions(MediaActions())
    assert not buttons.foot.isVisible()
    assert window.focusWidget() is canvas.parts
    canvas.setParent(None)  # each is taken apart by itself
