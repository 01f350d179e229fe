"""Send waits until what it would send has been in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from wa_composer.ui.main_window import MainWindow

# Less than anyone takes to read a recipient and press. Keys that were pressed before the message
# was painted come in while it is painted, and belong to this time too.
SEEN_MS = 300


class InSight(QObject):
    """Holds Send while the program puts a message on the screen by itself, as at the start."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._bar = window.action_bar
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._bar.release)

    def begin(self) -> None:
        """A message was just put on the screen: Send can be pressed 0.3 s from now."""
        self._bar.hold()
        self._timer.start(SEEN_MS)
