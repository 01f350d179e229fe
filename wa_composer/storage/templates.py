"""The template library: wordings per name and language, for the preview; they are never sent."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from wa_composer.message.library import Entry, Key, key_of
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.locks import LOCK_SECONDS, locked
from wa_composer.storage.template_file import Shelf, read_shelf, write_shelf
from wa_composer.storage.template_view import View, with_known

FILE_NAME = "templates.json"
LOCK_NAME = "templates.lock"
_NOTHING = Shelf()


@dataclass(frozen=True, slots=True)
class Undo:
    """What takes a change back: the entries to put, and the keys to drop."""

    put: tuple[Entry, ...] = ()
    drop: tuple[Key, ...] = ()


def moment() -> str:
    """The time now as the library notes it: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Templates:
    """Template definitions in Meta's form: the user's own, over the samples that are shipped.

    Another process may change the file: each call sees what it holds now, and changes wait for
    their turn. May be called from several threads. Methods raise StorageProblem when the file
    cannot be read or written, or is of a newer program; then nothing has changed.
    """

    def __init__(
        self,
        folder: Path,
        shipped: Sequence[Mapping[str, Any]] = (),
        now: Callable[[], str] = moment,
    ) -> None:
        self._path = folder / FILE_NAME
        self._turn = folder / LOCK_NAME
        self._now = now
        made = (Entry(*key_of(each), each, sample=True) for each in shipped)
        self._shipped = {entry.key: entry for entry in made}
        self._kept: tuple[object, Shelf] | None = None
        self._lock = threading.RLock()
        self._turns = 0
        self._writing = False

    @property
    def samples(self) -> Mapping[Key, Entry]:
        """The templates that are shipped, whatever the file says."""
        return self._shipped

    def view(self) -> View:
        """What the library holds now."""
        return View(self._shelf(), self._shipped)

    def last(self) -> View:
        """What it held when it was last read or written here, the samples before that.

        It never waits.
        """
        kept = self._kept
        return View(_NOTHING if kept is None else kept[1], self._shipped)

    def is_current(self) -> bool:
        """Whether `view` has nothing to read from the disk."""
        kept = self._kept
        return kept is not None and (self._writing or kept[0] == self._fingerprint())

    def entry(self, name: str, language: str) -> Entry | None:
        """The template of that name and language; the user's own wins over a sample."""
        return self.view().entry((name, language))

    def entries(self) -> tuple[Entry, ...]:
        """Every template, by name and then language."""
        return self.view().entries()

    def own(self) -> dict[Key, Entry]:
        """The user's own templates, without the samples."""
        return self.view().own()

    def get(self, name: str, language: str) -> Mapping[str, Any] | None:
        """The definition of that name and language as it was read."""
        found = self.entry(name, language)
        return None if found is None else found.definition

    def all(self) -> list[Mapping[str, Any]]:
        """Every definition, by name and then language."""
        return [entry.definition for entry in self.entries()]

    def put(self, definition: Mapping[str, Any]) -> None:
        """Keep a definition that was written by hand, in place of an earlier one."""
        key = key_of(definition)
        with self.turn():
            before = self.entry(*key)
            if before is None:
                self.change([Entry(*key, definition, edited=self._now())])
            elif before.definition != definition:
                changed = replace(before, definition=definition, edited=self._now(), sample=False)
                self.change([changed])

    def change(self, put: Sequence[Entry] = (), drop: Collection[Key] = ()) -> Undo:
        """Drop some templates, then put others, in one write; what takes it back is returned.

        A sample that is dropped stays away until it is put back.
        """
        with self.turn():
            view = self.view()
            shelf = view.shelf
            touched = dict.fromkeys([*drop, *(entry.key for entry in put)])
            before = {key: view.entry(key) for key in touched}
            dropped = frozenset(drop)
            entries = {k: e for k, e in shelf.entries.items() if k not in dropped}
            entries.update({entry.key: entry for entry in put})
            for key in [key for key in touched if key in entries]:
                if view.marked(entries[key]).sample and not entries[key].favourite:
                    del entries[key]
            gone = {key for key in drop if key in self._shipped}
            hidden = (shelf.hidden | gone) - {entry.key for entry in put}
            self._write(replace(shelf, entries=entries, hidden=frozenset(hidden)))
            return Undo(
                tuple(entry for entry in before.values() if entry is not None),
                tuple(key for key, entry in before.items() if entry is None),
            )

    @contextmanager
    def turn(self, seconds: float = LOCK_SECONDS) -> Iterator[None]:
        """Let no other process or thread change the file meanwhile; may wait for it, see `locked`.

        Whoever has the turn may take it again.
        """
        with self._lock, ExitStack() as stack:
            if self._turns == 0:
                stack.enter_context(locked(self._turn, seconds))
            self._turns += 1
            try:
                yield
            finally:
                self._turns -= 1

    def now(self) -> str:
        """The time, for what is put here."""
        return self._now()

    # Private

    def _shelf(self) -> Shelf:
        # Without the lock, so that a reader never waits for a write to reach the disk.
        kept, print_ = self._kept, self._fingerprint()
        if kept is not None and self._writing:
            return kept[1]  # the file may be the new one already, but it is not read again
        while kept is None or kept[0] != print_:
            shelf = read_shelf(self._path)
            if kept is not None:
                shelf = with_known(shelf, kept[1])
            if shelf.damaged:
                self._mend(shelf)
            kept = (print_, shelf)
            print_ = self._fingerprint()  # another one when it changed meanwhile: once more
        self._kept = kept
        return kept[1]

    def _mend(self, found: Shelf) -> None:
        """Write what could be read of a damaged file; not now if another one is writing.

        Then, or where it fails, the next change does it. Raises StorageProblem when nothing could
        be read.
        """
        if not self._lock.acquire(blocking=False):
            return
        try:
            with self.turn(seconds=0):
                again = read_shelf(self._path)
                if again.damaged:
                    write_shelf(self._path, again)
        except StorageProblem:
            if not found.entries:
                raise
        finally:
            self._lock.release()

    def _write(self, shelf: Shelf) -> None:
        kept = self._shelf()
        if (dict(shelf.entries), shelf.hidden) == (dict(kept.entries), kept.hidden):
            return
        self._writing = True
        try:
            write_shelf(self._path, shelf)
            self._kept = (self._fingerprint(), Shelf(shelf.entries, shelf.hidden))
        finally:
            self._writing = False

    def _fingerprint(self) -> object:
        try:
            found = self._path.stat()
        except OSError:
            return None  # missing, or unreadable: reading says which
        return found.st_mtime_ns, found.st_size, found.st_ino
