"""The template library as the window sees it: changed at once, on the disk a moment later."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from wa_composer.message.library import Entry, Key
from wa_composer.session.settling import Unsaved, settled
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.templates import Templates, Undo

T = TypeVar("T")


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
        self._listeners: list[Callable[[], None]] = []
        self._problem: StorageProblem | None = None
        self._failed: Callable[[StorageProblem], None] | None = None

    def listen(self, changed: Callable[[], None]) -> None:
        """Call `changed` after each change."""
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
        return self._read(
            lambda: self._templates.entry(name, language), lambda: self._templates.samples.get(key)
        )

    def entries(self) -> tuple[Entry, ...]:
        """Every template, by name and then language."""
        with self._guard:
            put, drop = dict(self._put), set(self._drop)
        there = self._read(self._templates.entries, lambda: self._templates.samples.values())
        merged = {e.key: e for e in there if e.key not in drop} | put
        return tuple(merged[key] for key in sorted(merged))

    def own(self) -> dict[Key, Entry]:
        """The user's own templates, without the samples."""
        return {entry.key: entry for entry in self.entries() if not entry.sample}

    def now(self) -> str:
        """The time, for what is put here."""
        return self._templates.now()

    def change(self, put: Sequence[Entry] = (), drop: Collection[Key] = ()) -> Undo:
        """Drop some templates, then put others; what takes it back is returned."""
        touched = dict.fromkeys([*drop, *(entry.key for entry in put)])
        if len(touched) > 1:
            known = {entry.key: entry for entry in self.entries()}
            before = {key: known.get(key) for key in touched}
        else:
            before = {key: self.entry(*key) for key in touched}
        with self._guard:
            for key, entry in before.items():
                self._base.setdefault(key, entry)
            for key in drop:
                self._put.pop(key, None)
                self._drop[key] = object()  # its own mark: what is dropped again is not yet saved
            for entry in put:
                self._put[entry.key] = entry
        for listener in self._listeners:
            listener()
        return Undo(
            tuple(entry for entry in before.values() if entry is not None),
            tuple(key for key, entry in before.items() if entry is None),
        )

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

    def _read(self, stored: Callable[[], T], shipped: Callable[[], T]) -> T:
        if self._problem is None:
            try:
                return stored()
            except StorageProblem as problem:
                self._problem = problem
                if self._failed is not None:
                    self._failed(problem)
        return shipped()
