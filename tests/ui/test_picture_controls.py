"""Look, side, theme, zoom: what the controls above the picture do, and that it is remembered."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from wa_composer.message.draft import read
from wa_composer.preview.scene import build
from wa_composer.preview.theme import LOOKS
from wa_composer.ui.device import DEVICES
from wa_composer.ui.preview_pane import PreviewPane

TEXT = "When shall we deliver? " * 6


@pytest.fixture
def pane(qtbot: QtBot) -> PreviewPane:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(440, 700)
    pane.view_changed.connect(lambda: draw(pane))
    pane.show()
    qtbot.waitExposed(pane)
    draw(pane)
    return pane


def draw(pane: PreviewPane, text: str = TEXT) -> None:
    data = {
        "type": "button",
        "body": {"text": text},
        "action": {"buttons": [{"type": "reply", "reply": {"id": "a", "title": "Today"}}]},
    }
    raw = {
        "messages": [
            {
                "phoneNumber": "+447700900123",
                "message": {"type": "interactive", "interactive": data},
            }
        ]
    }
    pane.show_scene(build(read(raw).request.messages[0], None, pane.view("10:24")))


def press(qtbot: QtBot, control: Any, key: str) -> None:
    qtbot.mouseClick(control.button(key), Qt.MouseButton.LeftButton)


def test_the_names_that_assistive_tools_look_for(pane: PreviewPane) -> None:
    controls = pane.controls
    assert [one.accessibleName() for one in (controls.theme, controls.look, controls.side)] == [
        "Theme",
        "Look",
        "Side",
    ]
    assert controls.look.button("ios").accessibleName() == "iOS"
    assert controls.side.button("business").toolTip() == "Business's side"


@pytest.mark.parametrize("look", sorted(DEVICES))
def test_a_device_is_as_wide_as_its_look(look: str) -> None:
    device, known = DEVICES[look], LOOKS[look]  # type: ignore[index]
    assert (device.column, device.least_zoom) == (known.column, known.least_zoom)
    assert set(DEVICES) == set(LOOKS)


def test_look_and_side_draw_another_picture(pane: PreviewPane, qtbot: QtBot) -> None:
    seen = [pane.phone.grab().toImage()]
    for control, key in (
        (pane.controls.look, "ios"),
        (pane.controls.look, "web"),
        (pane.controls.side, "business"),
    ):
        with qtbot.waitSignal(pane.view_changed):
            press(qtbot, control, key)
        seen.append(pane.phone.grab().toImage())
    assert all(one != other for one, other in pairwise(seen))
    (drawn,) = pane.phone.canvas.scenes
    assert (drawn.look, drawn.side) == ("web", "business")


def test_the_whole_width_of_the_device_is_always_in_sight(pane: PreviewPane, qtbot: QtBot) -> None:
    for width in (312, 400, 456, 700):
        pane.resize(width, 700)
        for look in ("android", "ios", "web"):
            press(qtbot, pane.controls.look, look)
            area = pane.phone.screen_area
            canvas = pane.phone.canvas
            assert canvas.width() == area.viewport().width()
            assert DEVICES[look].least_zoom - 0.01 <= canvas.zoom <= 1.01
            assert area.geometry().right() <= pane.phone.width()
    assert pane.phone.body().width() == 520 + 2


def test_a_chosen_zoom_is_kept_to_and_scrolled(pane: PreviewPane, qtbot: QtBot) -> None:
    pane.chosen.choose(zoom=2.0)
    area = pane.phone.screen_area
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() > 0)
    assert pane.phone.canvas.width() == 720
    part = pane.phone.canvas.box_of("button:0").center().toPoint()
    with qtbot.waitSignal(pane.phone.canvas.parts.chosen) as chosen:
        qtbot.mouseClick(pane.phone.canvas.parts, Qt.MouseButton.LeftButton, pos=part)
    assert chosen.args == ["button:0"]
    assert area.horizontalScrollBar().value() == 0
    pane.chosen.step_zoom(up=False)
    assert pane.chosen.zoom == 1.5
    press(qtbot, pane.controls.side, "business")
    pane.chosen.choose(zoom=2.0)
    bar = area.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    pane.chosen.choose(zoom=0.0)
    qtbot.waitUntil(lambda: area.horizontalScrollBar().maximum() == 0)


def test_the_bar_over_the_phone_scrolls_it_and_takes_no_room(
    pane: PreviewPane, qtbot: QtBot
) -> None:
    wide = pane.phone.canvas.width()
    draw(pane, "word " * 400)
    real = pane.phone.screen_area.verticalScrollBar()
    qtbot.waitUntil(lambda: real.maximum() > 0)
    assert pane.phone.canvas.width() == wide
    pane.phone.bar.setValue(40)
    assert real.value() == 40
    qtbot.mouseClick(pane.phone.canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 60))
    assert not pane.phone.screen_area.hasFocus()


def test_what_was_chosen_comes_back(pane: PreviewPane, qtbot: QtBot) -> None:
    press(qtbot, pane.controls.look, "ios")
    press(qtbot, pane.controls.side, "business")
    press(qtbot, pane.controls.theme, "dark")
    pane.chosen.choose(zoom=1.25)
    kept = pane.choice()
    other = PreviewPane()
    qtbot.addWidget(other)
    other.restore(kept)
    assert other.choice() == kept
    assert other.is_dark()
    other.show_dark(False)  # the program turned light; the picture stays as it was chosen
    assert other.is_dark()


@pytest.mark.parametrize(
    "kept",
    [None, 5, [], {}, {"look": "nokia", "side": 3, "theme": [], "zoom": "x", "folded": "yes"},
     {"zoom": 1e9}, {"look": ["ios"]}],
)  # fmt: skip
def test_a_choice_that_makes_no_sense_is_as_if_never_kept(pane: PreviewPane, kept: Any) -> None:
    before = pane.choice()
    pane.restore(kept)
    assert pane.choice() == before


def test_the_theme_follows_the_program_until_one_is_chosen(pane: PreviewPane) -> None:
    pane.show_dark(True)
    assert pane.is_dark()
    assert pane.choice()["theme"] == ""
    pane.show_dark(False)
    assert not pane.is_dark()


def test_the_menu_holds_the_rest(pane: PreviewPane, qtbot: QtBot) -> None:
    menu = pane.controls.menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:3] == ["Copy picture", "Save picture…", "Save sheet for sign-off…"]
    fold = next(one for one in menu.actions() if one.isCheckable())
    fold.trigger()
    assert pane.view("10:24").folded
    zooms = next(one.menu() for one in menu.actions() if one.menu())
    assert isinstance(zooms, QMenu)
    assert [one.text() for one in zooms.actions() if one.isChecked()] == ["Fit"]
    with qtbot.waitSignal(pane.chosen.changed):
        zooms.actions()[-1].trigger()
    assert pane.chosen.zoom == 2.0


def test_the_wheel_zooms_while_ctrl_is_held_and_scrolls_otherwise(
    pane: PreviewPane, qtbot: QtBot
) -> None:
    draw(pane, "word " * 400)
    real = pane.phone.screen_area.verticalScrollBar()
    qtbot.waitUntil(lambda: real.maximum() > 0)
    turn(pane, -120, Qt.KeyboardModifier.NoModifier)
    assert real.value() > 0
    assert pane.chosen.zoom == 0.0
    turn(pane, 120, Qt.KeyboardModifier.ControlModifier)
    assert pane.chosen.zoom == 1.25
    turn(pane, -120, Qt.KeyboardModifier.ControlModifier)
    assert pane.chosen.zoom == 1.0


def turn(pane: PreviewPane, angle: int, modifier: Qt.KeyboardModifier) -> None:
    view = pane.phone.screen_area.viewport()
    place = QPointF(view.rect().center())
    event = QWheelEvent(
        place, view.mapToGlobal(place), QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton,
        modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QGuiApplication.sendEvent(view, event)
