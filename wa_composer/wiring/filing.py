"""Message files and pasted text into the form, and the form into a file."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from wa_composer.insider.payload import to_payload
from wa_composer.message.limits import FILE_BYTES_MAX
from wa_composer.message.words import words
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.files import write_json
from wa_composer.storage.worker import WorkerTimeout
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wa_composer.insider.pasted import Pasted
    from wa_composer.storage.worker import Worker
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.composing import Composing
    from wa_composer.wiring.returning import Returning

PATIENCE_SECONDS = 30.0
AT_ONCE = 100_000
"""Characters of a text that are read while the window waits: some ten milliseconds."""
KINDS = "WA Composer (*.wamsg *.json *.txt);;*"


class Filing(QObject):
    """New, Open, Save and Paste message; what was on the screen can always be had back.

    `definitions_found` tells of template definitions where a message might have been: names of
    their sources, and values.
    """

    definitions_found = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        composing: Composing,
        returning: Returning,
        worker: Worker,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._composing = composing
        self._returning = returning
        self._worker = worker
        self._tasks = tasks
        self._turn = asyncio.Lock()
        window.new_requested.connect(self.new)
        window.open_requested.connect(self._choose_files)
        window.save_requested.connect(self._choose_place)
        window.paste_requested.connect(self.paste)

    def new(self) -> None:
        """Begin an empty message of the same type; the one before can be brought back."""
        composer = self._composing.composer
        filled = any(entry.filled for entry in composer.entries)
        self._window.show_page("compose")
        self._composing.begin()
        if filled:
            self._returning.offer(_tr("A new message."))

    def open(self, files: Sequence[str]) -> None:
        """Begin `bring_in`."""
        self._tasks.start(self.bring_in(files))

    async def bring_in(self, files: Sequence[str]) -> None:
        """Read message files into the form; several become one request with all messages.

        Files that differ in what a request has only once, such as its sender, are refused.
        """
        async with self._turn:  # what was opened last is what is shown in the end
            await self._bring_in(files)

    async def _bring_in(self, files: Sequence[str]) -> None:
        head: dict[str, object] = {}
        messages: list[object] = []
        notes: list[str] = []
        definitions: list[tuple[str, object]] = []
        names = [Path(name).name for name in files]
        for name, file in zip(names, files, strict=True):
            pasted = await self._read(Path(file))
            if pasted is None:
                return
            if pasted.kind == "definition":
                definitions.append((name, pasted.raw))
                continue
            notes += [say(note) for note in pasted.notes]
            raw = pasted.raw if isinstance(pasted.raw, dict) else {}
            found = raw.get("messages")
            if not isinstance(found, list) or not found:
                self._refuse(_tr("{file} holds no messages.").format(file=name))
                return
            own = {key: value for key, value in raw.items() if key != "messages"}
            odd = _differing(head, own) if messages else []
            if odd:
                text = _tr(
                    "{first} and {other} differ in {keys}, which a request has only once. "
                    "Open them one at a time."
                )
                self._refuse(text.format(first=names[0], other=name, keys=", ".join(odd)))
                return
            head = {**own, **head}
            messages += found
        if messages:
            opened = _tr("Opened {files}.").format(files=", ".join(names))
            self._show({**head, "messages": messages}, [opened, *notes])
        if definitions:
            self.definitions_found.emit(definitions)

    def paste(self) -> None:
        """Read the clipboard's text as a message, whatever form it has."""
        self.take(QGuiApplication.clipboard().text(), _tr("the clipboard"))

    def take(self, text: str, source: str = "") -> None:
        """Read a text as a message, or as template definitions from a source of that name."""
        from wa_composer.insider.pasted import UnreadableFile, read_text

        if len(text) > AT_ONCE:
            self._tasks.start(self._take_aside(text, source))
            return
        try:
            self._taken(read_text(text), source)
        except UnreadableFile as problem:
            self._refuse(say(problem.words))

    async def _take_aside(self, text: str, source: str) -> None:
        from wa_composer.insider.pasted import UnreadableFile, read_text

        try:
            pasted = await self._worker.run(read_text, text, timeout=PATIENCE_SECONDS)
        except UnreadableFile as problem:
            self._refuse(say(problem.words))
        except WorkerTimeout:
            self._refuse(_tr("The text could not be read in time."))
        else:
            self._taken(pasted, source)

    def _taken(self, pasted: Pasted, source: str) -> None:
        name = source or _tr("the text")
        if pasted.kind == "definition":
            self.definitions_found.emit([(name, pasted.raw)])
        elif not isinstance(pasted.raw, dict) or not pasted.raw.get("messages"):
            self._refuse(_tr("{source} holds no message.").format(source=_begun(name)))
        else:
            notes = [say(note) for note in pasted.notes]
            self._show(pasted.raw, [_tr("Pasted."), *notes])

    def _show(self, raw: dict[str, object], notes: list[str]) -> None:
        self._composing.composer.load(raw)
        self._composing.show_composer()
        self._window.show_page("compose")
        self._returning.offer(" ".join(notes))

    async def _read(self, path: Path) -> Pasted | None:
        from wa_composer.insider.pasted import UnreadableFile

        try:
            return await self._worker.run(_pasted, path, timeout=PATIENCE_SECONDS)
        except OSError as error:  # WorkerTimeout is one
            text = _tr("{file} could not be read: {why}")
            self._refuse(text.format(file=path, why=_reason(error)))
        except UnreadableFile as problem:
            self._refuse(f"{path.name}: {say(problem.words)}")
        return None

    def _refuse(self, text: str) -> None:
        window = self._window
        there = window.templates.notice if window.page() == "templates" else window.notice
        there.show_notice("error", text)

    def _choose_files(self) -> None:
        dialog = QFileDialog(self._window, _tr("Open"), "", KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.open)
        self._open(dialog)

    def _choose_place(self) -> None:
        dialog = QFileDialog(self._window, _tr("Save"), "", KINDS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("wamsg")
        dialog.fileSelected.connect(self.save)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, name: str) -> None:
        """Begin `write`."""
        self._tasks.start(self.write(name))

    async def write(self, name: str) -> None:
        """Write the request, finished or not, to a message file; whole or not at all."""
        composer = self._composing.composer
        draft = composer.draft
        raw = to_payload(draft.request) if draft.ready else composer.raw()
        try:
            await self._worker.run(write_json, Path(name), raw, timeout=PATIENCE_SECONDS)
        except (OSError, StorageProblem) as error:
            why = say(error.words) if isinstance(error, StorageProblem) else _reason(error)
            self._refuse(_tr("Not saved: {why}").format(why=why))
            return
        done = _tr("Saved as {file}.").format(file=name)
        self._window.notice.show_notice("ok", done, passes=True)


def _pasted(path: Path) -> Pasted:
    """What a file holds. Raises OSError, and UnreadableFile for what is no message."""
    from wa_composer.insider.pasted import UnreadableFile, read_bytes

    if path.stat().st_size > FILE_BYTES_MAX:
        raise UnreadableFile(words("It is too large for a message."))
    return read_bytes(path.read_bytes())


def _reason(error: OSError) -> str:
    if isinstance(error, WorkerTimeout):
        return _tr("its disk does not answer")
    return error.strerror or type(error).__name__


def _differing(one: dict[str, object], other: dict[str, object]) -> list[str]:
    """The keys in which they differ; an empty value is the same as none."""
    return [key for key in {**one, **other} if (one.get(key) or None) != (other.get(key) or None)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Filing", text)


def _begun(text: str) -> str:
    """A text as it stands at the beginning of a sentence."""
    return text[:1].upper() + text[1:]
