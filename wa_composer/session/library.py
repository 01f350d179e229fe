"""The template library as the window sees it: changed at once, on the disk a moment later."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from wa_composer.message.library import Entry, Key
from wa_composer.session.settling import Unsaved, settled
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.template_file import Shelf
from wa_composer.storage.template_view import View, differing
from wa_composer.storage.templates import Templates, Undo

T = TypeVar("T")
Touched = frozenset[Key] | None
"""The templates that are no longer what they were; None where it may be any of them."""


class Library:
    """Entries of the disk with the changes over them that are not written yet.

    `change` never waits for the disk; `save` does, on another thread, and what others have written
    meanwhile, or stood there unread, it leaves under another name. Where the file cannot be
    read, or is of a newer program, the samples that are shipped stand in for it, and it is not
    asked again until something is to be saved.
    """

    def __init__(self, templates: Templates) -> None:
        self._templates = templates
        self._put: dict[Key, Entry] = {}
        self._drop: dict[Key, object] = {}
        self._base: dict[Key, Entry | None] = {}
        self._guard = threading.Lock()
        self._listeners: list[Callable[[Touched], None]] = []
        self._problem: StorageProblem | None = None
        self._elsewhere: Callable[[], None] | None = None
        self._thread = 0
        self._loading = False
        self._told: Shelf | None = None
        self._news: tuple[Shelf, Touched] | None = None
        self._failed: Callable[[StorageProblem], None] | None = None

    def listen(self, changed: Callable[[Touched], None]) -> None:
        """Call `changed` with what was touched, after each change and when more was read."""
        self._listeners.append(changed)

    def tell(self, failed: Callable[[StorageProblem], None]) -> None:
        """Call `failed` when the file cannot be read; at once if that is known already."""
        self._failed = failed
        if self._problem is not None:
            failed(self._problem)

    def entry(self, name: str, language: str) -> Entry | None:
        """The template of that name and language, None when there is none."""
        key = (name, language)
        with self._guard:
            if key in self._put:
                return self._put[key]
            if key in self._drop:
                return None
        return self._read(lambda view: view.entry(key), lambda: self._templates.samples.get(key))

    def entries(self) -> tuple[Entry, ...]:
        """Every template, by name and then language."""
        with self._guard:
            put, drop = dict(self._put), set(self._drop)
        there = self._read(lambda view: view.entries(), lambda: self._templates.samples.values())
        merged = {e.key: e for e in there if e.key not in drop} | put
        return tuple(merged[key] for key in sorted(merged))

    def languages(self, name: str) -> list[str]:
        """The codes that a template of this name exists in, for messages to use."""
        with self._guard:
            put = tuple(self._put)
        there = self._read(lambda view: view.keys(), lambda: tuple(self._templates.samples))
        keys = {key for key in (*put, *there) if key[0] == name}
        found = [entry for key in keys if (entry := self.entry(*key)) and not entry.draft]
        return sorted(entry.language for entry in found)

    def some(self, keys: Collection[Key]) -> dict[Key, Entry]:
        """Those of these that there are; no more of the library is gone through than they."""
        with self._guard:
            over = {
                key: self._put.get(key) for key in keys if key in self._put or key in self._drop
            }
        asked = [key for key in keys if key not in over]
        there = self._read(
            lambda view: [view.entry(key) for key in asked],
            lambda: [self._templates.samples.get(key) for key in asked],
        )
        found = [*over.values(), *there]
        return {entry.key: entry for entry in found if entry is not None}

    def size(self) -> int:
        """About how many there are, samples apart."""
        with self._guard:
            put = len(self._put)
        return put + self._read(lambda view: len(view.shelf.entries), lambda: 0)

    def own(self) -> dict[Key, Entry]:
        """The user's own templates, without the samples."""
        return {entry.key: entry for entry in self.entries() if not entry.sample}

    def now(self) -> str:
        """The time, for what is put here."""
        return self._templates.now()

    def change(self, put: Sequence[Entry] = (), drop: Collection[Key] = ()) -> Undo:
        """Drop some templates, then put others; what takes it back is returned."""
        touched = dict.fromkeys([*drop, *(entry.key for entry in put)])
        known = self.some(touched)
        before = {key: known.get(key) for key in touched}
        with self._guard:
            for key, entry in before.items():
                self._base.setdefault(key, entry)
            for key in drop:
                self._put.pop(key, None)
                self._drop[key] = object()  # its own mark: what is dropped again is not yet saved
            for entry in put:
                self._put[entry.key] = entry
        self._tell(frozenset(touched))
        return Undo(
            tuple(entry for entry in before.values() if entry is not None),
            tuple(key for key, entry in before.items() if entry is None),
        )

    @property
    def is_saved(self) -> bool:
        """Whether `save` has nothing to write."""
        with self._guard:
            return not self._put and not self._drop

    def unsaved(self) -> Unsaved:
        """What `save` has to write."""
        with self._guard:
            return Unsaved(tuple(self._put.values()), tuple(self._drop), dict(self._base))

    def save(self, unsaved: Unsaved) -> None:
        """Write it; may wait for the disk. Raises StorageProblem, and then it stays unsaved."""
        with self._guard:
            marks = {key: self._drop.get(key) for key in unsaved.drop}
        with self._templates.turn():
            self._templates.change(*settled(unsaved, self._templates.entry))
        self._problem = None
        with self._guard:
            now: dict[Key, Entry | None] = {**dict.fromkeys(unsaved.drop)}
            now.update({entry.key: entry for entry in unsaved.put})
            for entry in unsaved.put:
                if self._put.get(entry.key) is entry:
                    del self._put[entry.key]
            for key, mark in marks.items():
                if self._drop.get(key) is mark and mark is not None:
                    del self._drop[key]
            for key, there in now.items():
                self._base[key] = there
                if key not in self._put and key not in self._drop:
                    del self._base[key]

    # Reading

    def read_elsewhere(self, start: Callable[[], None]) -> None:
        """From now on this thread reads nothing: it makes do with what was read last, if anything.

        Whenever there is more, `start` is called, once, to have `load` run on another thread, and
        then `loaded` on this one.
        """
        self._elsewhere = start
        self._thread = threading.get_ident()

    def is_current(self) -> bool:
        """Whether nothing was written that was not read yet."""
        return self._templates.is_current()

    def look_again(self) -> None:
        """Have it read, if others have written."""
        self._read(lambda _view: None, lambda: None)

    def load(self) -> None:
        """Read what there is; may wait for the disk. Raises StorageProblem."""
        shelf = self._templates.view().shelf
        self._news = shelf, differing(self._told, shelf)

    def loaded(self, problem: StorageProblem | None = None) -> None:
        """It was read, or could not be: tell everyone."""
        self._loading = False
        if problem is not None:
            self._give_up(problem)
            self._tell(None)
        elif self._news is not None:
            (self._told, touched), self._news = self._news, None
            if touched is None or touched:
                self._tell(touched)

    # Private

    def _tell(self, touched: Touched) -> None:
        for listener in self._listeners:
            listener(touched)

    def _read(self, stored: Callable[[View], T], shipped: Callable[[], T]) -> T:
        if self._problem is not None:
            return shipped()
        try:
            return stored(self._view())
        except StorageProblem as problem:
            if self._elsewhere is not None:
                # Not on the window's thread, which comes upon it as well, and is the one to tell.
                return stored(self._templates.last())
            self._give_up(problem)
        return shipped()

    def _view(self) -> View:
        if self._elsewhere is None or threading.get_ident() != self._thread:
            return self._templates.view()
        view = self._templates.last()
        # What a save has read on its way is news to the listeners as well.
        if not self._loading and (view.shelf is not self._told or not self._templates.is_current()):
            self._loading = True
            self._elsewhere()
        return view

    def _give_up(self, problem: StorageProblem) -> None:
        self._problem = problem
        if self._failed is not None:
            self._failed(problem)
