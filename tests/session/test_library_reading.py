"""The library as the window reads it: never on its own thread, and no more than what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread, get_ident
from typing import Any

import pytest

from wa_composer.message.library import Entry, Key
from wa_composer.session.library import Library
from wa_composer.storage import templates
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.templates import Templates


def _one(name: str = "offer", text: str = "Hello") -> dict[str, Any]:
    return {"name": name, "language": "en", "components": [{"type": "BODY", "text": text}]}


def _entry(name: str = "offer", text: str = "Hello") -> Entry:
    return Entry(name, "en", _one(name, text))


def _library(folder: Path) -> Library:
    return Library(Templates(folder, [_one("sample")]))


class Elsewhere:
    """The window's side of a library that is read on another thread."""

    def __init__(self, library: Library) -> None:
        self.asked = 0
        self.told: list[frozenset[Any] | None] = []
        self._library = library
        library.read_elsewhere(self._ask)
        library.listen(self.told.append)

    def _ask(self) -> None:
        self.asked += 1

    def read(self) -> None:
        """What is asked for is done."""
        worker = Thread(target=self._library.load)
        worker.start()
        worker.join()
        self._library.loaded()


def test_the_window_s_thread_reads_nothing_not_even_for_the_first_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Templates(tmp_path).change([_entry()])
    threads: list[int] = []
    real = templates.read_shelf

    def spied(path: Path) -> Any:
        threads.append(get_ident())
        return real(path)

    monkeypatch.setattr(templates, "read_shelf", spied)
    library = _library(tmp_path)
    there = Elsewhere(library)
    assert [entry.name for entry in library.entries()] == ["sample"]
    assert library.entry("offer", "en") is None
    assert (there.asked, there.told, threads) == (1, [], [])
    there.read()
    assert there.told == [None]
    assert library.entry("offer", "en") == _entry()
    assert there.asked == 1
    Templates(tmp_path).change([_entry(text="Bye"), _entry("new")])
    threads.clear()
    assert library.entry("offer", "en") == _entry()
    assert library.entry("new", "en") is None
    assert not library.is_current()
    assert (there.asked, there.told, threads) == (2, [None], [])
    there.read()
    assert there.told[1:] == [{("offer", "en"), ("new", "en")}]
    assert library.entry("offer", "en") == _entry(text="Bye")
    assert library.entry("new", "en") == _entry("new")
    assert there.asked == 2
    assert get_ident() not in threads


def test_what_a_save_found_of_others_is_told_too(tmp_path: Path) -> None:
    library = _library(tmp_path)
    there = Elsewhere(library)
    library.size()
    there.read()
    Templates(tmp_path).change([_entry("theirs")])
    library.change([_entry("mine")])
    worker = Thread(target=lambda: library.save(library.unsaved()))
    worker.start()
    worker.join()
    there.told.clear()
    assert library.entry("theirs", "en") == _entry("theirs")
    there.read()
    assert there.told == [{("theirs", "en"), ("mine", "en")}]
    asked = there.asked
    library.size()
    assert there.asked == asked


def test_a_text_that_is_written_before_the_library_was_read_takes_no_other_s_place(
    tmp_path: Path,
) -> None:
    Templates(tmp_path).change([_entry(text="Careful")])
    library = _library(tmp_path)
    there = Elsewhere(library)
    library.change([_entry(text="Quick")])
    worker = Thread(target=lambda: library.save(library.unsaved()))
    worker.start()
    worker.join()
    there.read()
    texts = {e.name: e.definition["components"][0]["text"] for e in library.entries()}
    assert texts == {"offer": "Quick", "offer (2)": "Careful", "sample": "Hello"}


def test_a_change_goes_through_nothing_but_what_it_changes(tmp_path: Path) -> None:
    looked: list[Key] = []

    class Watched(dict[Key, Entry]):
        def __getitem__(self, key: Key) -> Entry:
            looked.append(key)
            return super().__getitem__(key)

        def __iter__(self) -> Iterator[Key]:
            raise AssertionError("all of them were gone through")

        items = keys = values = __iter__  # type: ignore[assignment]

    many = [_entry(f"t{number}") for number in range(10_000)]
    library = _library(tmp_path)
    there = Elsewhere(library)
    library.change(many)
    library.save(library.unsaved())
    there.read()
    kept = library._templates._kept
    assert kept is not None
    shelf = replace(kept[1], entries=Watched(kept[1].entries))
    library._templates._kept = (kept[0], shelf)
    library._told = shelf
    there.told.clear()
    library.change([replace(many[7], favourite=True)])
    assert there.told == [{("t7", "en")}]
    assert library.some([("t7", "en"), ("t8", "en")])[("t7", "en")].favourite
    assert library.entry("t9", "en") == many[9]
    assert set(looked) <= {("t7", "en"), ("t8", "en"), ("t9", "en")}


def test_a_thread_that_comes_upon_an_unreadable_library_leaves_it_to_the_window_to_tell(
    tmp_path: Path,
) -> None:
    Templates(tmp_path).change([_entry()])
    library = _library(tmp_path)
    there = Elsewhere(library)
    library.entries()
    there.read()
    told: list[int] = []
    library.tell(lambda _problem: told.append(get_ident()))
    (tmp_path / templates.FILE_NAME).write_text('{"version": 99, "entries": []}')
    found: list[dict[Key, Entry]] = []
    worker = Thread(target=lambda: found.append(library.own()))
    worker.start()
    worker.join()
    assert (found, told) == ([{("offer", "en"): _entry()}], [])
    library.look_again()
    assert there.asked == 2
    with pytest.raises(StorageProblem) as problem:
        library.load()
    library.loaded(problem.value)
    assert told == [get_ident()]
