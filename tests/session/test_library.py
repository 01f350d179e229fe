"""The library as the window sees it: changed at once, written a moment later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from wa_composer.message.library import Entry
from wa_composer.session.library import Library
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.templates import Templates


def _one(name: str = "offer", text: str = "Hello") -> dict[str, Any]:
    return {"name": name, "language": "en", "components": [{"type": "BODY", "text": text}]}


def _entry(name: str = "offer", text: str = "Hello") -> Entry:
    return Entry(name, "en", _one(name, text))


def _library(folder: Path) -> Library:
    return Library(Templates(folder, [_one("sample")]))


def test_a_change_is_seen_before_it_is_written(tmp_path: Path) -> None:
    library = _library(tmp_path)
    told: list[int] = []
    library.listen(lambda _touched: told.append(1))
    library.change([_entry()], [("sample", "en")])
    assert [entry.name for entry in library.entries()] == ["offer"]
    assert library.entry("sample", "en") is None
    assert told == [1]
    assert list(tmp_path.iterdir()) == []
    library.save(library.unsaved())
    assert library.unsaved().put == () == library.unsaved().drop
    assert [entry.name for entry in _library(tmp_path).entries()] == ["offer"]


def test_what_changes_while_it_is_written_stays_unsaved(tmp_path: Path) -> None:
    library = _library(tmp_path)
    library.change([_entry()], [("sample", "en")])
    writing = library.unsaved()
    library.change([_entry(text="Newer")], [("sample", "en")])
    library.save(writing)
    assert library.entry("offer", "en") == _entry(text="Newer")
    assert library.unsaved().put == (_entry(text="Newer"),)
    library.save(library.unsaved())
    assert _library(tmp_path).entry("offer", "en") == _entry(text="Newer")


def test_a_change_is_taken_back_before_and_after_it_is_written(tmp_path: Path) -> None:
    library = _library(tmp_path)
    library.change([_entry()])
    before = library.entries()
    for write in (False, True):
        undo = library.change([_entry("other")], [("offer", "en"), ("sample", "en")])
        if write:
            library.save(library.unsaved())
        library.change(undo.put, undo.drop)
        assert library.entries() == before
    library.save(library.unsaved())
    assert _library(tmp_path).entries() == before


def test_what_cannot_be_written_is_not_forgotten(tmp_path: Path) -> None:
    library = _library(tmp_path / "missing")
    library.change([_entry()])
    with pytest.raises(StorageProblem):
        library.save(library.unsaved())
    assert library.entry("offer", "en") == _entry()
    (tmp_path / "missing").mkdir()
    library.save(library.unsaved())
    assert _library(tmp_path / "missing").entry("offer", "en") == _entry()


def test_a_text_written_while_the_library_was_unreadable_takes_no_other_s_place(
    tmp_path: Path,
) -> None:
    Templates(tmp_path).change([_entry(text="Careful"), _entry("sample", "My own sample")])
    file, away = tmp_path / "templates.json", tmp_path / "away.json"
    file.rename(away)
    file.mkdir()
    library = _library(tmp_path)
    assert library.entry("offer", "en") is None
    library.change([_entry(text="N"), _entry("sample", "S")])
    file.rmdir()
    away.rename(file)
    library.save(library.unsaved())
    library.change([_entry(text="New")])
    library.save(library.unsaved())
    texts = {e.name: e.definition["components"][0]["text"] for e in library.entries()}
    assert texts == {
        "offer": "New",
        "offer (2)": "Careful",
        "sample": "S",
        "sample (2)": "My own sample",
    }


def test_what_another_process_wrote_meanwhile_is_not_lost(tmp_path: Path) -> None:
    library, other = _library(tmp_path), Templates(tmp_path, [_one("sample")])
    other.change([_entry(), _entry("gone"), _entry("star")])
    library.change(
        [_entry(text="Window"), replace(_entry("star"), favourite=True)], [("gone", "en")]
    )
    other.change([_entry(text="Other"), _entry("gone", "Other"), _entry("star", "Other")])
    library.save(library.unsaved())
    found = {
        e.name: (e.definition["components"][0]["text"], e.favourite) for e in library.entries()
    }
    assert found == {
        "offer": ("Window", False),
        "offer (2)": ("Other", False),
        "gone": ("Other", False),
        "star": ("Other", True),
        "sample": ("Hello", False),
    }


def test_typing_on_while_it_is_written_makes_no_second_template(tmp_path: Path) -> None:
    library = _library(tmp_path)
    for number in range(3):
        library.change([_entry(text=f"{number}")])
        writing = library.unsaved()
        library.change([_entry(text=f"{number} and more")], [("sample", "en")])
        library.save(writing)
    library.save(library.unsaved())
    library.change(drop=[("offer", "en")])
    library.save(library.unsaved())
    assert library.entries() == ()
