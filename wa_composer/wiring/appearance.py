"""The window's place and colours: taken up from the last time, and kept for the next."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from wa_composer.first_look import is_dark, text_of
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.worker import WorkerTimeout
from wa_composer.ui import dressing, theme
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from wa_composer.services import Services
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow

PATIENCE_SECONDS = 3.0
_log = logging.getLogger(__name__)


class Appearance(QObject):
    """Dresses the window light or dark. What was kept and makes no sense is as if never kept.

    `dressed` follows when the colours have changed.
    """

    dressed = Signal()

    def __init__(
        self, app: QApplication, window: MainWindow, services: Services, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._settings = services.settings
        self._worker = services.file_worker
        self._tasks = tasks
        self._chosen: object = None
        window.appearance_requested.connect(self._choose)
        app.styleHints().colorSchemeChanged.connect(self._dress)

    def restore(self) -> None:
        """Take up the colours that were chosen; the place was, before the window was shown."""
        try:
            self._chosen = self._settings.get("appearance")
            self._window.preview.restore(self._settings.get("picture"))
        except StorageProblem as problem:
            self._show_problem(problem)
        self._dress()

    async def keep(self) -> None:
        """Keep the window's place and the picture's look; that it may fail holds up no end."""
        state = text_of(self._window.state())
        picture = self._window.preview.choice()
        try:
            for name, value in (("window", state), ("picture", picture)):
                await self._worker.run(self._settings.set, name, value, timeout=PATIENCE_SECONDS)
        except (StorageProblem, WorkerTimeout):
            _log.info("the window's place was not kept")

    def _choose(self, chosen: str) -> None:
        self._chosen = chosen
        self._dress()
        self._tasks.start(self._keep_choice(chosen))

    async def _keep_choice(self, chosen: str) -> None:
        try:
            await self._worker.run(self._settings.set, "appearance", chosen)
        except StorageProblem as problem:
            self._show_problem(problem)

    def _dress(self) -> None:
        self._window.keys.show_appearance(str(self._chosen))
        system = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = is_dark(self._chosen, system)
        if dark == theme.palette_in_use().dark:
            return
        palette = dressing.apply(self._app, dark)
        self._window.show_palette(palette)
        self._window.preview.show_dark(dark)
        self.dressed.emit()

    def _show_problem(self, problem: StorageProblem) -> None:
        self._window.notice.show_notice("error", say(problem.words))
