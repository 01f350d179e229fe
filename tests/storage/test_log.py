"""The log against a real SQLite file: durable, private, searchable, and honest about faults."""

from __future__ import annotations

import os
import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from wa_composer.message.outcome import Outcome
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.log import STALE_REASON, Log
from wa_composer.storage.tables import SCHEMA, NewRow

ADA = "+12025550123"
GRACE = "+447700900123"


class Clock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment


def a_row(recipient: str = ADA, summary: str = "Template order_update (en)") -> NewRow:
    request = f'{{"messages":[{{"phoneNumber":"{recipient}"}}]}}'
    return NewRow("Shop", "+12025550100", recipient, "template", summary, request)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def log(tmp_path, clock):
    log = Log(tmp_path / "log.sqlite3", now=clock, lock_seconds=0.05)
    log.open()
    yield log
    log.close()


def test_a_row_is_on_the_disk_before_it_is_finished(log):
    (row_id,) = log.begin("b1", [a_row()])
    with sqlite3.connect(log.path) as other:
        found = other.execute("SELECT id, outcome, time FROM log").fetchall()
    other.close()
    assert found == [(row_id, "sending", "2026-01-02T03:04:05Z")]


def test_commits_wait_for_the_disk_and_the_version_stands_in_the_file(log):
    connection = log._connection
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(SCHEMA),)


def test_finishing_gives_each_message_its_own_key(log):
    ids = log.begin("b1", [a_row(), a_row(GRACE)])
    done = log.finish(ids, outcome=Outcome.ACCEPTED, status=200, keys=("whatsapp-1", "whatsapp-2"))
    assert [(r.recipient, r.key, r.outcome, r.status) for r in done] == [
        (ADA, "whatsapp-1", Outcome.ACCEPTED, 200),
        (GRACE, "whatsapp-2", Outcome.ACCEPTED, 200),
    ]
    assert log.rows() == tuple(reversed(done))
    assert log.row(ids[0]) == done[0]
    assert log.row(999) is None


def test_another_number_of_keys_is_a_mistake_of_the_caller(log):
    ids = log.begin("b1", [a_row(), a_row(GRACE)])
    with pytest.raises(ValueError, match="as many keys"):
        log.finish(ids, outcome=Outcome.ACCEPTED, keys=("whatsapp-1",))
    assert {r.key for r in log.rows()} == {""}


def test_settling_a_batch_leaves_finished_rows_alone(log):
    first, _ = log.begin("b1", [a_row(), a_row(GRACE)])
    log.finish([first], outcome=Outcome.REFUSED, reason="no")
    log.settle("b1", outcome=Outcome.UNKNOWN, reason="the window was closed")
    assert [(r.outcome, r.reason) for r in log.rows()] == [
        (Outcome.UNKNOWN, "the window was closed"),
        (Outcome.REFUSED, "no"),
    ]


@pytest.mark.parametrize(
    "search",
    [
        "+44 7700 900123",
        "447700900123",
        "(44) 7700-900",
        "900123",
        "ORDER_update",
        "whatsapp-KEY",
        "shop",
        "straße",
        "STRASSE",
        "order shop",
        "  ",
    ],
)
def test_search_finds_what_a_person_would_write(log, search):
    ids = log.begin("b1", [a_row(GRACE)])
    log.finish(ids, outcome=Outcome.REFUSED, reason="Straße 100%", keys=("whatsapp-key",))
    assert len(log.rows(search)) == 1


@pytest.mark.parametrize(
    "search", ["900124", "order_updateX", "order%", "orderXupdate", "order no"]
)
def test_search_does_not_find_anything_else(log, search):
    log.begin("b1", [a_row(GRACE)])
    assert log.rows(search) == ()


def test_rows_are_limited(log):
    log.begin("b1", [a_row(summary=str(n)) for n in range(5)])
    assert [r.summary for r in log.rows(limit=2)] == ["4", "3"]
    assert log.rows(limit=0) == ()


def test_text_that_no_file_can_hold_is_kept_as_far_as_it_goes(log):
    log.begin("b1", [a_row(summary="half a pair \ud83d")])
    assert log.rows()[0].summary == "half a pair ?"
    assert log.rows("\ud83d")


def test_a_repeat_is_the_same_request_of_the_same_account_that_may_have_gone_out(log, clock):
    since = "2026-01-01T03:04:05Z"
    (row_id,) = log.begin("b1", [a_row()])
    request = a_row().request
    log.finish([row_id], outcome=Outcome.UNKNOWN)
    assert log.repeated(ADA, request, since, "Shop").id == row_id
    assert log.repeated(ADA, request, since, "Other") is None
    assert log.repeated(ADA, request + " ", since, "Shop") is None
    assert log.repeated(GRACE, request, since, "Shop") is None
    assert log.repeated(ADA, request, "2026-01-02T03:04:06Z", "Shop") is None
    log.finish([row_id], outcome=Outcome.REFUSED)
    assert log.repeated(ADA, request, since, "Shop") is None


def test_rows_of_a_program_that_ended_become_unknown(log, clock):
    log.begin("old", [a_row()])
    clock.moment += timedelta(seconds=121)
    log.begin("new", [a_row(GRACE)])
    log.close()
    log.open()
    new, old = log.rows()
    assert (old.outcome, old.reason) == (Outcome.UNKNOWN, STALE_REASON)
    assert new.outcome is Outcome.SENDING
    assert log.rows("program ended") == (old,)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_only_the_owner_can_read_it(tmp_path):
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
    assert set(modes) == {"log.sqlite3", "log.sqlite3-wal", "log.sqlite3-shm"}
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


def test_damage_in_the_middle_is_said_too(tmp_path):
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


def test_a_locked_database_is_said_after_a_while(log):
    with sqlite3.connect(log.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert "locked" in problem(log, lambda: log.begin("b1", [a_row()]))
        other.execute("ROLLBACK")
    other.close()
    assert log.rows() == ()


def test_a_full_disk_is_said_and_nothing_is_half_written(log):
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


def test_an_older_database_is_copied_and_then_migrated(tmp_path):
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


def test_a_migration_that_fails_leaves_the_database_as_it_was(tmp_path):
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


def versions(*paths: Path) -> list[int]:
    found = []
    for path in paths:
        connection = sqlite3.connect(path)
        found.append(connection.execute("PRAGMA user_version").fetchone()[0])
        connection.close()
    return found
