"""The device around the picture: what it has at which height, and that its ground is one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wa_composer.message.draft import read
from wa_composer.preview.scene import Scene, View, build
from wa_composer.preview.theme import look_of
from wa_composer.preview.wallpaper import wallpaper
from wa_composer.ui.device import DEVICES
from wa_composer.ui.preview_pane import PreviewPane


@pytest.fixture
def pane(qtbot: QtBot) -> PreviewPane:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(440, 900)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def scene(view: View, caption: str = "") -> Scene:
    image = {"link": "https://example.com/p.jpg", "caption": caption}
    raw = {"messages": [{"message": {"type": "image", "image": image}}]}
    return build(read(raw).request.messages[0], None, view)


@pytest.mark.parametrize("look", sorted(DEVICES))
def test_a_tall_device_has_a_clock_and_a_field_for_an_answer_and_a_low_one_more_chat(
    pane: PreviewPane, look: str
) -> None:
    pane.chosen.choose(look=look)
    device = DEVICES[look]
    for height, clock, field in ((900, 1, 1), (660, 1, 0), (560, 0, 0)):
        pane.resize(440, height)
        body, area = pane.phone.body(), pane.phone.screen_area.geometry()
        scale = max(0.8, min(1.0, pane.phone.canvas.zoom))
        below = (device.foot.height + device.foot.home) * scale * field
        above = (device.status * clock + device.head) * scale
        assert body.bottom() - area.bottom() - device.bezel == pytest.approx(below, abs=1)
        assert area.top() - body.top() - device.bezel == pytest.approx(above, abs=1)


@pytest.mark.parametrize("look", ["android", "web"])
@pytest.mark.parametrize("down", [0, 37])
def test_the_ground_goes_on_beneath_the_field_for_an_answer(
    pane: PreviewPane, qtbot: QtBot, look: str, down: int
) -> None:
    pane.chosen.choose(look=look)
    pane.show_scene(scene(pane.view("10:24"), "word " * 400))
    bar = pane.phone.screen_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 37)
    pane.phone.grab()
    bar.setValue(down)
    canvas = pane.phone.canvas
    image = QImage(canvas.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(canvas.zoom, canvas.zoom)
    wallpaper(painter, QRectF(image.rect()), look_of(look).light)
    painter.end()
    drawn = pane.phone.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    seam = pane.phone.screen_area.geometry().bottom() + 1
    start = canvas.mapTo(pane.phone, QPoint(0, 0))
    strip = (start.x() + 10, seam, 280, 4)  # above the field, which is further down
    mine = drawn.copy(*strip)
    assert mine == image.copy(strip[0] - start.x(), strip[1] - start.y(), *strip[2:])
    assert len({mine.pixel(x, y) for x in range(280) for y in range(4)}) > 4


def test_the_clock_is_the_messages_own(pane: PreviewPane) -> None:
    pictures = []
    for time in ("10:24", "10:24", "23:59"):
        pane.show_scene(scene(pane.view(time)))
        body, bezel = pane.phone.body(), DEVICES["android"].bezel
        line = body.adjusted(bezel + 10, bezel, 120 - body.width(), 0)
        line.setHeight(DEVICES["android"].status)
        pictures.append(pane.phone.grab(line).toImage())
    assert pictures[0] == pictures[1] != pictures[2]


def test_a_change_within_the_screen_does_not_draw_the_bezel_anew(
    pane: PreviewPane, qtbot: QtBot
) -> None:
    pane.show_scene(scene(pane.view("10:24")))
    glass = next(one for one in pane.phone.findChildren(type(pane.phone._glass)))
    screen = pane.phone.screen_area.geometry()
    assert not glass.mask().contains(screen.center())
    assert glass.mask().contains(QPoint(pane.phone.body().left() + 2, 200))


def test_from_right_to_left_the_name_stands_beside_its_picture(
    pane: PreviewPane, qapp: QApplication
) -> None:
    pane.show_scene(scene(pane.view("10:24")))
    there = _ink(pane)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        here = _ink(pane)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert here[0] == pytest.approx(there[0], abs=3)  # as far from its own edge
    assert there[1] - there[0] == pytest.approx(here[1] - here[0], abs=3)


def _ink(pane: PreviewPane) -> tuple[int, int]:
    """From where to where the name is written, counted from the edge where reading begins."""
    device = DEVICES["android"]
    body = pane.phone.body().adjusted(device.bezel, 0, -device.bezel, 0)
    top = body.top() + device.bezel + device.status
    image = pane.phone.grab().toImage()
    mirrored = pane.phone.layoutDirection() == Qt.LayoutDirection.RightToLeft
    start = 12 + 22 + 6 + device.avatar + 4  # past arrow and avatar
    dark = [
        far
        for far in range(start, body.width() - 50)
        for y in range(top + 8, top + device.head - 8)
        if image.pixelColor(
            body.right() - far if mirrored else body.left() + far, y
        ).lightness() < 90
    ]  # fmt: skip
    return min(dark), max(dark)
