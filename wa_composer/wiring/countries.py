"""When the numbering plans of all countries are loaded: not while the window is getting ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from wa_composer.message import phone

if TYPE_CHECKING:
    from wa_composer.storage.worker import Worker
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.composer_pane import ComposerPane

QUIET_MS = 400


class Countries(QObject):
    """Has them loaded beside the window once it is ready and nobody types, or a number is there.

    Loading takes turns with the window for some fifty milliseconds. A number that is whole before
    that has them loaded at once, by the field itself.
    """

    def __init__(self, pane: ComposerPane, worker: Worker, tasks: Tasks) -> None:
        super().__init__(pane)
        self._field = pane.recipients_field
        self._worker = worker
        self._tasks = tasks
        self._begun = False
        self.quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self.quiet.timeout.connect(self._begin)
        pane.edited.connect(self._edited)

    def open(self) -> None:
        """The window is ready: name the countries of the numbers there, or wait for quiet."""
        if self._field.text():
            self._begin()
        elif not self._begun:
            self.quiet.start()

    def stop(self) -> None:
        """Begin nothing any more."""
        self._begun = True
        self.quiet.stop()

    def _edited(self) -> None:
        if self._begun:
            return
        if self._field.has_focus and self._field.text():
            self._begin()  # a number is on its way, and its country is wanted at its end
        elif self.quiet.isActive():
            self.quiet.start()

    def _begin(self) -> None:
        if not self._begun:
            self.stop()
            self._tasks.start(self._load())

    async def _load(self) -> None:
        await self._worker.run(phone.get_ready)
        self._field.tell_countries()
