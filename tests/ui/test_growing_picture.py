"""A line more in a message paints what it moves, and the window then shows the whole of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from wa_composer.message.draft import read
from wa_composer.preview.scene import Scene, build
from wa_composer.ui.preview_pane import PreviewPane


def scene(text: str) -> Scene:
    replies = [{"type": "reply", "reply": {"id": "a", "title": "Today"}}]
    data = {"type": "button", "body": {"text": text}, "action": {"buttons": replies}}
    raw = {"messages": [{"message": {"type": "interactive", "interactive": data}}]}
    return build(read(raw).request.messages[0])


def size(region: QRegion) -> int:
    """How many pixels it holds."""
    rects = cast("Iterable[QRect]", region)  # it is one; the stubs do not say so
    return sum(rect.width() * rect.height() for rect in rects)


def apart(one: QImage, other: QImage) -> int:
    """How far the two are from each other where they differ most, of 255.

    A round line that is cut where another part of it is painted may be off by one there.
    """
    assert one.size() == other.size()
    bits = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max((abs(a - b) for a, b in bits if a != b), default=0)


class Painted(QObject):
    """What was painted of a widget."""

    region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


@pytest.mark.parametrize("lit", ["", "body"])
def test_a_line_more_paints_what_it_moves(lit: str, qtbot: QtBot) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(400, 760)
    with qtbot.waitExposed(pane):
        pane.show()
    text = "A line of this message.\n" * 12
    canvas, painted = pane.phone.canvas, Painted()
    canvas.installEventFilter(painted)
    pane.show_scene(scene(text))
    canvas.parts.light([lit])
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    pane.grab()  # nothing is left to paint
    for more, share in (("More", 0.2), ("More\nof it", 0.6), ("More", 0.6), ("Mor", 0.2)):
        painted.region = QRegion()
        pane.show_scene(scene(text + more))
        qtbot.waitUntil(lambda: not painted.region.isEmpty())
        assert size(painted.region) < share * size(QRegion(canvas.box_of("bubble").toRect()))
        there = pane.screen().grabWindow(pane.winId()).toImage()
        assert apart(there, pane.grab().toImage().convertToFormat(there.format())) < 3
