"""What the world does to a log file: each is said in plain words, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.log import Log
from wa_composer.storage.tables import SCHEMA


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_only_the_owner_can_read_it(tmp_path, a_row):
    path = tmp_path / "log.sqlite3"
    path.touch(mode=0o644)
    before = os.umask(0)
    try:
        log = Log(path)
        log.open()
        log.begin("b1", [a_row()])
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in tmp_path.iterdir()}
        log.close()
    finally:
        os.umask(before)
    ours = ("log.sqlite3", "log.sqlite3-wal", "log.sqlite3-shm", "log.sqlite3.sending-b1")
    assert set(modes) == set(ours)
    assert set(modes.values()) == {0o600}


def problem(log: Log, call=None) -> str:
    with pytest.raises(StorageProblem) as caught:
        (call or log.open)()
    sentence = caught.value.words.english()
    assert str(log.path) in sentence
    return sentence


def test_a_newer_database_is_refused_and_left_as_it_is(tmp_path):
    path = tmp_path / "log.sqlite3"
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    before = path.read_bytes()
    assert "newer version" in problem(Log(path))
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "log.sqlite3"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name)")
    other.close()
    assert "no log of this program" in problem(Log(path))


def test_a_damaged_database_is_set_aside_only_when_asked_and_not_lost(tmp_path, clock):
    path = tmp_path / "log.sqlite3"
    path.write_bytes(b"this is no database at all, only text" * 100)
    log = Log(path, now=clock)
    assert "damaged" in problem(log)
    assert path.exists()
    aside = log.set_aside()
    assert aside.read_bytes().startswith(b"this is no database")
    log.open()
    assert log.rows() == ()
    log.close()


def test_damage_in_the_middle_is_said_too(tmp_path, a_row):
    path = tmp_path / "log.sqlite3"
    log = Log(path)
    log.open()
    log.begin("b1", [a_row(summary="x" * 3000) for _ in range(50)])
    log.close()
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    assert "damaged" in problem(log, log.rows)
    log.close()


def test_a_locked_database_is_said_after_a_while(log, a_row):
    with sqlite3.connect(log.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "locked" in problem(log, lambda: log.begin("b1", [a_row()]))
        other.execute("ROLLBACK")
    other.close()
    assert log.rows() == ()


def test_a_full_disk_is_said_and_nothing_is_half_written(log, a_row):
    log.begin("b1", [a_row()])
    pages = log._connection.execute("PRAGMA page_count").fetchone()[0]
    log._connection.execute(f"PRAGMA max_page_count = {pages}")
    many = [a_row(summary="x" * 3000) for _ in range(20)]
    assert "full" in problem(log, lambda: log.begin("b2", many))
    assert [r.batch for r in log.rows()] == ["b1"]


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "log.sqlite3").mkdir()
    problem(Log(tmp_path / "log.sqlite3"))
    problem(Log(tmp_path / "missing" / "log.sqlite3"))


def test_an_older_database_is_copied_and_then_migrated(tmp_path, a_row):
    path = tmp_path / "log.sqlite3"
    old = Log(path)
    old.open()
    old.begin("b1", [a_row()])
    old.close()
    steps = (*SCHEMA, ("ALTER TABLE log ADD COLUMN mood TEXT NOT NULL DEFAULT ''",))
    new = Log(path, steps=steps)
    new.open()
    assert len(new.rows()) == 1
    new.close()
    (copy,) = tmp_path.glob("log.sqlite3.version-1-*")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600 or os.name == "nt"
    assert versions(path, copy) == [2, 1]
    assert "newer version" in problem(Log(path))


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path, a_row):
    path = tmp_path / "log.sqlite3"
    old = Log(path)
    old.open()
    old.begin("b1", [a_row()])
    old.close()
    steps = (*SCHEMA, ("ALTER TABLE log ADD COLUMN mood TEXT", "ALTER TABLE nothing ADD x"))
    problem(Log(path, steps=steps))
    old.open()
    assert len(old.rows()) == 1
    old.close()
    connection = sqlite3.connect(path)
    assert "mood" not in {column[1] for column in connection.execute("PRAGMA table_info(log)")}
    connection.close()


def versions(*paths: Path) -> list[int]:
    found = []
    for path in paths:
        connection = sqlite3.connect(path)
        found.append(connection.execute("PRAGMA user_version").fetchone()[0])
        connection.close()
    return found
