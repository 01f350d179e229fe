"""The template library while it is damaged, being written, or changed by another process."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from wa_composer.message.library import Entry
from wa_composer.message.words import words
from wa_composer.storage import template_file, templates
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.locks import locked
from wa_composer.storage.template_file import Shelf
from wa_composer.storage.templates import Templates


def _one(name: str = "offer", text: str = "Hello") -> dict[str, Any]:
    return {"name": name, "language": "en", "components": [{"type": "BODY", "text": text}]}


def _entry(name: str = "offer", text: str = "Hello") -> Entry:
    return Entry(name, "en", _one(name, text))


def _library(folder: Path) -> Templates:
    return Templates(folder)


def _damaged(folder: Path) -> Path:
    _library(folder).change([_entry()])
    path = folder / "templates.json"
    value = json.loads(path.read_text())
    value["entries"].append({"bad": 1})
    path.write_text(json.dumps(value))
    return path


@pytest.mark.logs_warnings
def test_a_damaged_file_is_mended_only_in_its_turn(tmp_path: Path) -> None:
    path = _damaged(tmp_path)
    before, library = path.read_bytes(), _library(tmp_path)
    with locked(tmp_path / "templates.lock"):
        assert library.entries() == (_entry(),)
        assert path.read_bytes() == before
        assert not list(tmp_path.glob("*.corrupt-*"))
    library.change([_entry("other")])
    (aside,) = tmp_path.glob("templates.json.corrupt-*")
    assert aside.read_bytes() == before
    assert _library(tmp_path).entries() == (_entry(), _entry("other"))


@pytest.mark.logs_warnings
def test_a_mending_that_fails_half_way_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _damaged(tmp_path)
    real = template_file.write_atomic

    def full(target: Path, data: bytes) -> None:
        if target == path:
            raise StorageProblem(words("the disk is full"))
        real(target, data)

    library = _library(tmp_path)
    with monkeypatch.context() as disk:
        disk.setattr(template_file, "write_atomic", full)
        assert library.entries() == (_entry(),)
    library.change([_entry("other")])
    assert _library(tmp_path).entries() == (_entry(), _entry("other"))


def test_a_lookup_while_a_change_is_written_reads_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = _library(tmp_path)
    library.change([_entry()])
    read: list[Path] = []
    looked: list[Entry | None] = []
    real_read, real_write = templates.read_shelf, templates.write_shelf

    def counted(path: Path) -> Shelf:
        read.append(path)
        return real_read(path)

    def write(path: Path, shelf: Shelf) -> None:
        real_write(path, shelf)
        reader = Thread(target=lambda: looked.append(library.entry("offer", "en")))
        reader.start()
        reader.join()

    monkeypatch.setattr(templates, "read_shelf", counted)
    monkeypatch.setattr(templates, "write_shelf", write)
    library.change([_entry("other")])
    assert looked == [_entry()]
    assert library.entry("other", "en") == _entry("other")
    assert read == []


def test_what_another_process_left_alone_stays_the_same_object(tmp_path: Path) -> None:
    library = _library(tmp_path)
    library.change([_entry(), _entry("other")])
    before = library.entry("offer", "en")
    _library(tmp_path).put(_one("other", "Bye"))
    assert library.get("other", "en") == _one("other", "Bye")
    assert library.entry("offer", "en") is before
