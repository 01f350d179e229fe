"""A cursor that blinks in a field, or a letter typed there, paints little beside that field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wa_composer.ui.shell_parts import centred
from wa_composer.ui.widgets.focus_ring import FocusRing


class Painted(QObject):
    """Counts how often each of some widgets is painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count = dict.fromkeys(widgets, 0)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.count[watched] += 1
        return False


def test_what_lies_beneath_a_page_and_the_ring_around_are_not_painted(
    qapp: QApplication, qtbot: QtBot
) -> None:
    window, field, ring = QWidget(), QLineEdit(), FocusRing(qapp)
    qtbot.addWidget(window)
    form = QWidget()
    QVBoxLayout(form).addWidget(field)
    QVBoxLayout(window).addWidget(centred(form))
    try:
        with qtbot.waitExposed(window):
            window.show()
        ring._move_to(None, field)
        halo = ring._halo
        assert halo is not None
        painted = Painted(window, field, halo)
        qtbot.waitUntil(lambda: painted.count[halo] > 0)
        painted.count = dict.fromkeys(painted.count, 0)
        field.update(field.rect().adjusted(6, 6, -6, -6))
        qtbot.waitUntil(lambda: painted.count[field] > 0)
        assert painted.count == {window: 0, field: 1, halo: 0}
    finally:
        qapp.focusChanged.disconnect(ring._move_to)
        ring.deleteLater()
