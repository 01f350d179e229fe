"""The page of templates: the library's entries on it, and what a person does with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from wa_composer.message.definition import read_definition
from wa_composer.message.library import Entry, Key
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.files import write_json
from wa_composer.ui.templates.rows import Shown, shown
from wa_composer.ui.words import say
from wa_composer.wiring.provenance import origin
from wa_composer.wiring.template_editing import TemplateEditing
from wa_composer.wiring.template_importing import TemplateImporting

if TYPE_CHECKING:
    from wa_composer.services import Services
    from wa_composer.session.library import Library
    from wa_composer.storage.templates import Undo
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.ui.templates.page import TemplatesPage
    from wa_composer.wiring.composing import Composing
    from wa_composer.wiring.template_use import TemplateUse

AT_ONCE = 300
"""Definitions read while the window waits: some ten milliseconds."""
KINDS = "Template definitions (*.json);;*"
UNDO = "undo_library"


class TemplatesWiring(QObject):
    """Connects the page when it is made; keeps the rows of the list, which are read once."""

    def __init__(
        self,
        window: MainWindow,
        composing: Composing,
        use: TemplateUse,
        library: Library,
        services: Services,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._use = use
        self.library = library
        self._services = services
        self._tasks = tasks
        self._rows: dict[Key, tuple[object, Shown]] = {}
        self._undo: Undo | None = None
        self._stale = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        self.editing = TemplateEditing(self, window, composing, library)
        self.importing = TemplateImporting(self, window, composing, library, services, tasks)
        library.listen(self._changed)
        window.page_made.connect(self._made)
        window.page_changed.connect(self._page_changed)
        window.undo_requested.connect(self._undo_by_key)
        use.text_requested.connect(self.editing.write)

    @property
    def page(self) -> TemplatesPage:
        """The page, made when it is first asked for."""
        return self._window.templates

    def refresh(self, chosen: Key | None = None) -> None:
        """Show what the library holds now, `chosen` in sight if it is given."""
        try:
            entries = self.library.entries()
        except StorageProblem as problem:
            self.say("error", say(problem.words))
            return
        unread = [e for e in entries if self._kept(e) is None]
        if len(unread) > AT_ONCE:
            self._tasks.start(self._read_aside(unread, chosen))
            return
        self._read(unread)
        self._stale = False
        rows = [self._row(entry) for entry in entries]
        self._rows = {row.key: self._rows[row.key] for row in rows}
        self.page.show_rows(rows, chosen)

    def go_to(self, key: Key) -> None:
        """Show a template on its page."""
        self._window.show_page("templates")
        self.page.show_list()
        self.refresh(key)

    def use(self, key: Key) -> None:
        """Put a template into the message that is being written."""
        entry = self.library.entry(*key)
        if entry is None or entry.draft:
            return
        self._use.use(entry.name, entry.language)

    def say(self, level: str, text: str, undo: Undo | None = None) -> None:
        """Say something on the page, with the way back where there is one."""
        self._undo = undo
        actions = [(_tr("Undo"), UNDO)] if undo is not None else []
        self.page.notice.show_notice(level, text, actions=actions)

    def undo(self) -> bool:
        """Take the last removal or import back; False when there is none."""
        undo, self._undo = self._undo, None
        if undo is None:
            return False
        self.library.change(undo.put, undo.drop)
        self.page.notice.dismiss()
        self.refresh(undo.put[0].key if undo.put else None)
        return True

    # Private

    def _made(self, name: str, page: TemplatesPage) -> None:
        if name != "templates":
            return
        page.wanted.connect(self._show)
        page.use_requested.connect(self.use)
        page.edit_requested.connect(self.editing.edit)
        page.new_requested.connect(self.editing.begin)
        page.duplicate_requested.connect(self.editing.duplicate)
        page.editor_made.connect(self.editing.connect_editor)
        page.editor_left.connect(self.editing.leave)
        page.export_requested.connect(self._choose_place)
        page.export_all_requested.connect(self._choose_place_for_all)
        page.remove_requested.connect(self._remove)
        page.favourite_changed.connect(self._favour)
        page.import_requested.connect(self.importing.choose_files)
        page.paste_requested.connect(self.importing.paste)
        page.import_accepted.connect(self.importing.carry_out)
        page.notice.action.connect(lambda action: self.undo() if action == UNDO else None)
        self._stale = True

    def _undo_by_key(self) -> None:
        if self._window.page() == "templates" and not self.page.is_editing():
            self.undo()

    def _changed(self) -> None:
        self._stale = True
        if self._window.page() == "templates" and not self.page.is_editing():
            self._soon.start(0)

    def _page_changed(self, page: str) -> None:
        if page != "templates":
            return
        if self._stale:
            self.refresh()
        self.page.focus_first()

    def _show(self, key: Key) -> None:
        entry = self.library.entry(*key)
        if entry is not None:
            said = origin(entry, datetime.now(UTC))
            self.page.show_entry(entry, read_definition(entry.definition), said)

    def _kept(self, entry: Entry) -> Shown | None:
        kept = self._rows.get(entry.key)
        return kept[1] if kept is not None and kept[0] is entry.definition else None

    def _row(self, entry: Entry) -> Shown:
        row = self._kept(entry)
        assert row is not None
        return replace(row, favourite=entry.favourite, sample=entry.sample)

    def _read(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            made = shown(entry, read_definition(entry.definition))
            self._rows[entry.key] = (entry.definition, made)

    async def _read_aside(self, entries: Sequence[Entry], chosen: Key | None) -> None:
        await self._services.library_worker.run(self._read, entries)
        self.refresh(chosen)

    def _favour(self, key: Key, on: bool) -> None:
        entry = self.library.entry(*key)
        if entry is not None:
            self.library.change([replace(entry, favourite=on)])

    def _remove(self, key: Key) -> None:
        entry = self.library.entry(*key)
        if entry is None:
            return
        undo = self.library.change(drop=[key])
        told = {"name": entry.name or _tr("The draft"), "language": entry.language}
        self.refresh()
        self.say("info", _tr("{name} ({language}) was removed.").format(**told), undo)

    def _choose_place(self, key: Key) -> None:
        entry = self.library.entry(*key)
        if entry is not None:
            self._ask_place(f"{entry.name}_{entry.language}.json", [entry])

    def _choose_place_for_all(self) -> None:
        own = list(self.library.own().values())
        if own:
            self._ask_place("templates.json", own)
        else:
            self.say("info", _tr("There are only the samples; they need no export."))

    def _ask_place(self, offered: str, entries: Sequence[Entry]) -> None:
        dialog = QFileDialog(self._window, _tr("Export"), "", KINDS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(offered)
        dialog.fileSelected.connect(lambda name: self.export(entries, name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, entries: Sequence[Entry], name: str) -> None:
        """Write definitions to a file, one alone as it is, several as Meta's list of them."""
        self._tasks.start(self._export(list(entries), name))

    async def _export(self, entries: list[Entry], name: str) -> None:
        try:
            await self._services.library_worker.run(_write, entries, Path(name))
        except StorageProblem as problem:
            self.say("error", say(problem.words))
            return
        self.say("ok", _tr("Exported as {file}.").format(file=name))


def _write(entries: list[Entry], path: Path) -> None:
    found = [dict(entry.definition) for entry in entries]
    write_json(path, found[0] if len(found) == 1 else {"data": found})


def _tr(text: str) -> str:
    return QCoreApplication.translate("Templates", text)
