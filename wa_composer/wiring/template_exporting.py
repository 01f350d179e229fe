"""Definitions of the library into a file, one alone or all of the user's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from wa_composer.message.library import Entry, Key
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.files import write_json
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from wa_composer.services import Services
    from wa_composer.session.library import Library
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.template_list import TemplateList

KINDS = "Template definitions (*.json);;*"


class TemplateExporting(QObject):
    """Asks for the place and writes there, on a thread of its own."""

    def __init__(
        self,
        page_list: TemplateList,
        window: MainWindow,
        library: Library,
        services: Services,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._list = page_list
        self._window = window
        self._library = library
        self._services = services
        self._tasks = tasks

    def choose_place(self, key: Key) -> None:
        """Ask where one template goes."""
        entry = self._library.entry(*key)
        if entry is not None:
            plain = re.sub(r"[^A-Za-z0-9_-]+", "", f"{entry.name[:80]}_{entry.language[:20]}")
            self._ask(f"{plain}.json", [entry])

    def choose_place_for_all(self) -> None:
        """Ask where all go that are not samples."""
        self._tasks.start(self._choose_place_for_all())

    async def _choose_place_for_all(self) -> None:
        own = list((await self._services.library_worker.run(self._library.own)).values())
        if own:
            self._ask("templates.json", own)
        else:
            self._list.say("info", _tr("There are only the samples; they need no export."))

    def export(self, entries: Sequence[Entry], name: str) -> None:
        """Write definitions to a file, one alone as it is, several as Meta's list of them."""
        self._tasks.start(self._export(list(entries), name))

    # Private

    def _ask(self, offered: str, entries: Sequence[Entry]) -> None:
        dialog = QFileDialog(self._window, _tr("Export"), "", KINDS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(offered)
        dialog.fileSelected.connect(lambda name: self.export(entries, name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _export(self, entries: list[Entry], name: str) -> None:
        try:
            await self._services.library_worker.run(_write, entries, Path(name))
        except StorageProblem as problem:
            self._list.say("error", say(problem.words))
            return
        self._list.say("ok", _tr("Exported as {file}.").format(file=name))


def _write(entries: list[Entry], path: Path) -> None:
    found = [dict(entry.definition) for entry in entries]
    write_json(path, found[0] if len(found) == 1 else {"data": found})


def _tr(text: str) -> str:
    return QCoreApplication.translate("TemplateExporting", text)
