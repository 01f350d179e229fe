"""The template library on the disk."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wa_composer.message.library import Entry
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.template_file import VERSION
from wa_composer.storage.templates import Templates

NOW = "2026-01-02T03:04:05Z"


def _one(name: str = "offer", text: str = "Hello") -> dict[str, Any]:
    components = [{"type": "BODY", "text": text}]
    return {"name": name, "language": "en", "components": components, "later": [None, 1.5]}


def _library(folder: Path, *shipped: dict[str, Any]) -> Templates:
    return Templates(folder, shipped, now=lambda: NOW)


def _entry(name: str = "offer", text: str = "Hello", **more: Any) -> Entry:
    return Entry(name, "en", _one(name, text), **more)


def test_everything_comes_back(tmp_path: Path) -> None:
    entry = _entry(imported=NOW, edited=NOW, source="a.json", favourite=True)
    _library(tmp_path).change([entry, _entry("other")])
    again = _library(tmp_path)
    assert again.entries() == (entry, _entry("other"))
    assert again.get("offer", "en") == _one()
    assert again.entry("offer", "tr") is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
)


@given(value=JSON, name=st.text(st.characters(codec=None, exclude_categories=()), max_size=5))
def test_any_definition_comes_back_untouched(value: object, name: str, tmp_path: Path) -> None:
    entry = Entry(name, "en", {"components": value})
    _library(tmp_path).change([entry])
    assert _library(tmp_path).entry(name, "en") == entry


def test_a_change_can_be_taken_back(tmp_path: Path) -> None:
    library = _library(tmp_path, _one("sample"))
    library.change([_entry(favourite=True)])
    before = library.entries()
    for put, drop in (
        ([_entry(text="New"), _entry("other")], []),
        ([], [("offer", "en"), ("sample", "en"), ("missing", "en")]),
        ([_entry("renamed")], [("offer", "en")]),
        ([_entry("sample", text="Mine")], []),
    ):
        undo = library.change(put, drop)
        assert library.entries() != before
        library.change(undo.put, undo.drop)
        assert library.entries() == before
        assert _library(tmp_path, _one("sample")).entries() == before


def test_a_sample_that_was_removed_stays_away(tmp_path: Path) -> None:
    library = _library(tmp_path, _one("sample"))
    assert [(each.name, each.sample) for each in library.entries()] == [("sample", True)]
    library.change(drop=[("sample", "en")])
    assert _library(tmp_path, _one("sample")).entries() == ()
    library.change([_entry("sample", "Mine")])
    assert [(each.name, each.sample) for each in library.entries()] == [("sample", False)]


def test_a_sample_may_be_a_favourite_and_is_still_one(tmp_path: Path) -> None:
    library = _library(tmp_path, _one("sample"))
    found = library.entry("sample", "en")
    assert found is not None
    library.change([replace(found, favourite=True)])
    (entry,) = _library(tmp_path, _one("sample")).entries()
    assert (entry.favourite, entry.sample) == (True, True)
    assert library.own() == {}


def test_what_is_written_by_hand_keeps_where_it_came_from(tmp_path: Path) -> None:
    library = _library(tmp_path, _one("sample"))
    library.change([_entry(imported="2025-01-01T00:00:00Z", source="a.json", favourite=True)])
    library.put(_one(text="Mine"))
    assert library.entry("offer", "en") == _entry(
        text="Mine", imported="2025-01-01T00:00:00Z", edited=NOW, source="a.json", favourite=True
    )
    library.put(_one("sample", "Mine"))
    assert set(library.own()) == {("offer", "en"), ("sample", "en")}


def test_the_first_form_of_the_file_is_read_and_copied_before_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "templates.json"
    first = json.dumps({"version": 1, "data": [_one(), _one("other")]})
    path.write_text(first)
    library = _library(tmp_path)
    assert [entry.name for entry in library.entries()] == ["offer", "other"]
    assert path.read_text() == first
    library.put(_one("third"))
    (copy,) = tmp_path.glob("templates.json.version-1-*")
    assert copy.read_text() == first
    assert json.loads(path.read_text())["version"] == VERSION
    library.put(_one("fourth"))
    assert len(list(tmp_path.glob("templates.json.version-*"))) == 1
    assert len(_library(tmp_path).entries()) == 4


@pytest.mark.logs_warnings
def test_one_damaged_entry_does_not_take_the_others(tmp_path: Path) -> None:
    library = _library(tmp_path)
    library.change([_entry()])
    path = tmp_path / "templates.json"
    value = json.loads(path.read_text())
    value["entries"] += [5, {"name": "x"}, {"name": 1, "language": "en", "definition": {}}]
    path.write_text(json.dumps(value))
    assert library.entries() == (_entry(),)
    (aside,) = tmp_path.glob("templates.json.corrupt-*")
    assert json.loads(aside.read_text()) == value
    assert _library(tmp_path).entries() == (_entry(),)


def test_a_newer_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "templates.json"
    path.write_text('{"version": 99}')
    with pytest.raises(StorageProblem, match="newer"):
        _library(tmp_path).put(_one())
    assert path.read_text() == '{"version": 99}'


def test_what_another_process_changed_is_seen_and_kept(tmp_path: Path) -> None:
    window, terminal = _library(tmp_path), _library(tmp_path)
    window.put(_one())
    terminal.put(_one("other"))
    assert window.get("other", "en") == _one("other")
    window.put(_one("third"))
    assert [entry.name for entry in terminal.entries()] == ["offer", "other", "third"]


def test_two_threads_lose_nothing(tmp_path: Path) -> None:
    library = _library(tmp_path)

    def put(prefix: str) -> None:
        for number in range(20):
            library.put(_one(f"{prefix}{number}"))
            library.entries()

    threads = [Thread(target=put, args=(prefix,)) for prefix in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(_library(tmp_path).entries()) == 40


def test_nothing_to_change_writes_nothing(tmp_path: Path) -> None:
    library = _library(tmp_path, _one("sample"))
    library.change(drop=[("missing", "en")])
    library.put(_one("sample"))
    assert not (tmp_path / "templates.json").exists()
