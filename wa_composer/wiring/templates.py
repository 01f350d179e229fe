"""The page of templates: the library's entries on it, and what a person does with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from wa_composer.message.definition import read_definition
from wa_composer.message.library import Entry, Key
from wa_composer.storage.errors import StorageProblem
from wa_composer.ui.templates.rows import Shown, shown
from wa_composer.ui.words import say
from wa_composer.wiring.provenance import origin
from wa_composer.wiring.template_editing import TemplateEditing
from wa_composer.wiring.template_exporting import TemplateExporting
from wa_composer.wiring.template_importing import TemplateImporting
from wa_composer.wiring.template_renaming import TemplateRenaming

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
        self._after: dict[Key, Entry | None] = {}
        self._stale = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        renaming = TemplateRenaming(window, composing, use, library)
        self.editing = TemplateEditing(self, window, renaming, library)
        self.importing = TemplateImporting(self, window, composing, library, services, tasks)
        self.exporting = TemplateExporting(self, window, library, services, tasks)
        library.listen(self._changed)
        library.read_elsewhere(self._start_loading)
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
        self._rows = {row.key: (self._rows[row.key][0], row) for row in rows}
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
        keys = [*(entry.key for entry in undo.put), *undo.drop] if undo is not None else []
        self._after = {key: self.library.entry(*key) for key in keys}
        actions = [(_tr("Undo"), UNDO)] if undo is not None else []
        self.page.notice.show_notice(level, text, actions=actions)

    def undo(self) -> bool:
        """Take the last removal or import back; False when there is none.

        What was edited since then stays as it is now.
        """
        undo, self._undo = self._undo, None
        if undo is None:
            return False
        put = [entry for entry in undo.put if self._is_untouched(entry.key)]
        drop = [key for key in undo.drop if self._is_untouched(key)]
        self.library.change(put, drop)
        self.page.notice.dismiss()
        self.refresh(put[0].key if put else None)
        self.page.browser.focus_list()
        if len(put) + len(drop) < len(self._after):
            self.say("info", _tr("What you edited since then stays as it is."))
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
        page.export_requested.connect(self.exporting.choose_place)
        page.export_all_requested.connect(self.exporting.choose_place_for_all)
        page.remove_requested.connect(self._remove)
        page.favourite_changed.connect(self._favour)
        page.import_requested.connect(self.importing.choose_files)
        page.paste_requested.connect(self.importing.paste)
        page.import_accepted.connect(self.importing.carry_out)
        page.notice.action.connect(lambda action: self.undo() if action == UNDO else None)
        self._stale = True

    def _is_untouched(self, key: Key) -> bool:
        now, then = self.library.entry(*key), self._after[key]
        if now is None or then is None:
            return now is then
        return now.definition == then.definition

    def _undo_by_key(self) -> None:
        page = self.page if self._window.page() == "templates" else None
        if page is not None and page.review is None and not page.is_editing():
            self.undo()

    def _changed(self) -> None:
        self._stale = True
        if self._undo is not None and not any(map(self._is_untouched, self._after)):
            self._undo = None  # nothing is left that it would take back
            self.page.notice.dismiss()
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
        if (row.favourite, row.sample) == (entry.favourite, entry.sample):
            return row
        return replace(row, favourite=entry.favourite, sample=entry.sample)

    def _read(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            made = shown(entry, read_definition(entry.definition))
            self._rows[entry.key] = (entry.definition, made)

    async def _read_aside(self, entries: Sequence[Entry], chosen: Key | None) -> None:
        await self._services.library_worker.run(self._read, entries)
        self.refresh(chosen)

    def _start_loading(self) -> None:
        self._tasks.start(self._load())

    async def _load(self) -> None:
        try:
            await self._services.library_worker.run(self.library.load)
        except StorageProblem as problem:
            self.library.loaded(problem)
        else:
            self.library.loaded()

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


def _tr(text: str) -> str:
    return QCoreApplication.translate("Templates", text)
