"""A line more in a message paints what it moves, and the window then shows the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion
from pytestqt.qtbot import QtBot

from wa_composer.message.draft import read
from wa_composer.preview.scene import Scene, build
from wa_composer.ui.preview_pane import PreviewPane


def scene(text: str) -> Scene:
    replies = [{"type": "reply", "reply": {"id": "a", "title": "Today"}}]
    data = {"type": "button", "body": {"text": text}, "action": {"buttons": replies}}
    raw = {"messages": [{"message": {"type": "interactive", "interactive": data}}]}
    return build(read(raw).request.messages[0])


class Painted(QObject):
    """What was painted of a widget."""

    region = QRegion()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def test_a_line_more_paints_what_it_moves(qtbot: QtBot) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(400, 760)
    with qtbot.waitExposed(pane):
        pane.show()
    text = "A line of this message.\n" * 6
    painted = Painted()
    pane.phone.canvas.installEventFilter(painted)
    pane.show_scene(scene(text))
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    for more in ("More", "More\nof it", "More"):
        painted.region = QRegion()
        pane.show_scene(scene(text + more))
        qtbot.waitUntil(lambda: not painted.region.isEmpty())
        assert painted.region.boundingRect().top() > 60
        there = pane.screen().grabWindow(pane.winId()).toImage()
        assert there == pane.grab().toImage().convertToFormat(there.format())
