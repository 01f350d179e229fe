"""Definitions from files, the clipboard or a drop into the library, after a review."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from wa_composer.insider.pasted import UnreadableFile, read_bytes, read_text
from wa_composer.message.definitions import Definitions, read_definitions
from wa_composer.message.importing import Plan, changed_since, plan, taken
from wa_composer.message.library import Key
from wa_composer.message.limits import FILE_BYTES_MAX
from wa_composer.message.words import words
from wa_composer.session.drafted import drafted_in
from wa_composer.storage.errors import StorageProblem
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from wa_composer.services import Services
    from wa_composer.session.library import Library
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.ui.notice_bar import NoticeBar
    from wa_composer.wiring.composing import Composing
    from wa_composer.wiring.template_list import TemplateList

KINDS = "Template definitions (*.json *.txt);;*"
REVIEW = "review_import"
NAMED = 5
"""Templates that one notice names."""
Read = tuple[str, Definitions]
Reader = Callable[[], list[Read]]


class TemplateImporting(QObject):
    """Reads and compares on a thread of its own, so that ten thousand never hold up the window."""

    def __init__(
        self,
        page_list: TemplateList,
        window: MainWindow,
        composing: Composing,
        library: Library,
        services: Services,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._list = page_list
        self._window = window
        self._composing = composing
        self._library = library
        self._services = services
        self._tasks = tasks
        window.notice.action.connect(self.act)
        window.page_changed.connect(self._page_changed)

    def act(self, action: str) -> None:
        """Show the review that was announced to somebody who was doing something else."""
        if action == REVIEW:
            self._list.page.show_waiting()
            self._window.show_page("templates")

    def shown(self) -> None:
        """The review is on its page: announced is it only to somebody on another one."""
        for bar in (self._window.notice, self._list.page.notice):
            bar.withdraw(REVIEW)
        self._list.pass_on()
        if self._window.page() != "templates":
            self._announce(self._window.notice)

    def choose_files(self) -> None:
        """Ask which files to import."""
        dialog = QFileDialog(self._window, _tr("Import templates"), "", KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.open)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, files: Sequence[str]) -> None:
        """Review what these files hold."""
        self._tasks.start(self._review_files(list(files)))

    def paste(self) -> None:
        """Review what the clipboard holds."""
        self.take_text(QGuiApplication.clipboard().text(), _tr("the clipboard"))

    def take_text(self, text: str, source: str) -> None:
        """Review what a text holds."""
        self._tasks.start(self._review_text(text, source))

    def review(self, found: Sequence[tuple[str, object]]) -> None:
        """Review values that were read already, each with the name of its source."""
        self._tasks.start(self._review_values(list(found)))

    def carry_out(self, made: Plan, replacing: Collection[Key]) -> None:
        """Import what was reviewed; it can be undone. What changed since then is left alone."""
        if self._library.is_current():
            self._import(made, replacing)
        else:
            self._tasks.start(self._import_after_reading(made, replacing))

    # Private

    async def _import_after_reading(self, made: Plan, replacing: Collection[Key]) -> None:
        try:
            await self._services.library_worker.run(self._library.load)
        except StorageProblem as problem:
            self._list.page.show_list()
            self._list.say("error", say(problem.words))
        else:
            self._library.loaded()
            self._import(made, replacing)

    def _import(self, made: Plan, replacing: Collection[Key]) -> None:
        there = self._library.some({item.key for item in made.items})
        known = {key: entry for key, entry in there.items() if not entry.sample}
        entries = taken(made, known, self._library.now(), replacing)
        changed = changed_since(made, known, replacing)
        undo = self._library.change(entries)
        self._window.show_page("templates")
        self._list.page.show_list()
        self._list.refresh(entries[0].key if entries else None)
        text = _tr("{count} templates were imported.")
        if len(entries) == 1:
            text = _tr("{name} ({language}) was imported.")
        first = entries[0] if entries else None
        told = {"name": first.name, "language": first.language} if first else {}
        text = text.format(count=len(entries), **told)
        if not changed:
            self._list.say("ok", text, undo, _tr("Undo import"))
            return
        left = _tr("Left alone, since it changed after the comparison: {names}. Import it again.")
        names = ", ".join(f"{name} ({language})" for name, language in changed[:NAMED])
        names += f" +{len(changed) - NAMED}" if len(changed) > NAMED else ""
        left = left.format(names=names)
        if entries:
            self._list.say("warn", f"{text} {left}", undo, _tr("Undo import"))
        else:
            self._list.say("warn", left)

    async def _review_files(self, files: list[str]) -> None:
        await self._show(lambda: [_read_file(Path(name)) for name in files])

    async def _review_text(self, text: str, source: str) -> None:
        await self._show(lambda: [(source, _definitions(read_text(text).raw, source))])

    async def _review_values(self, found: list[tuple[str, object]]) -> None:
        await self._show(lambda: [(name, _definitions(raw, name)) for name, raw in found])

    async def _show(self, read: Reader) -> None:
        self._window.show_page("templates")
        page = self._list.page
        state = self._composing.composer.state()
        try:
            run = self._services.library_worker.run
            made = await run(_planned, read, self._library, state)
        except (UnreadableFile, StorageProblem) as problem:
            if not page.is_editing():
                page.show_list()
            self._list.say("error", say(problem.words))
            return
        here = self._window.page() == "templates"
        shown = page.show_review(made)
        if shown and here:
            self._window.show_page("templates")  # the editor may have gone to its message
        if not shown:
            self._announce(page.notice)
        if not here:
            self._announce(self._window.notice)

    def _announce(self, bar: NoticeBar) -> None:
        ready, actions = _tr("The import is ready."), [(_tr("Review the import"), REVIEW)]
        bar.show_notice("ok", ready, actions=actions, topic=REVIEW)

    def _page_changed(self, name: str) -> None:
        if name == "templates" and self._list.page.review is not None:
            self.shown()


def _planned(read: Reader, library: Library, state: Mapping[str, Any]) -> Plan:
    there = library.entries()
    own = {entry.key: entry for entry in there if not entry.sample}
    samples = {entry.key: entry for entry in there if entry.sample}
    return plan(own, read(), drafted_in(state), samples=samples)


def _read_file(path: Path) -> Read:
    try:
        if path.stat().st_size > FILE_BYTES_MAX:
            raise UnreadableFile(words("{file} is too large.", file=path.name))
        pasted = read_bytes(path.read_bytes())
    except OSError as error:
        told = {"file": str(path), "reason": error.strerror or type(error).__name__}
        raise UnreadableFile(words("{file} cannot be read: {reason}.", **told)) from error
    except UnreadableFile as problem:
        told_of = words("{file}: {sentence}", file=path.name, sentence=problem.words)
        raise UnreadableFile(told_of) from problem
    return path.name, _definitions(pasted.raw, path.name)


def _definitions(raw: object, source: str) -> Definitions:
    found = read_definitions(raw)
    if not found.found:
        raise UnreadableFile(words("{file} holds no template definition.", file=source))
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("TemplateImporting", text)
