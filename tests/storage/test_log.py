"""The log against a real SQLite file: durable, private and searchable."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest

from wa_composer.message.outcome import Outcome
from wa_composer.storage.log import STALE_REASON, Log
from wa_composer.storage.tables import SCHEMA, NewRow

ADA = "+12025550123"
GRACE = "+447700900123"


def test_a_row_is_on_the_disk_before_it_is_finished(log, a_row):
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


def test_finishing_gives_each_message_its_own_key(log, a_row):
    ids = log.begin("b1", [a_row(), a_row(GRACE)])
    done = log.finish(ids, outcome=Outcome.ACCEPTED, status=200, keys=("whatsapp-1", "whatsapp-2"))
    assert [(r.recipient, r.key, r.outcome, r.status) for r in done] == [
        (ADA, "whatsapp-1", Outcome.ACCEPTED, 200),
        (GRACE, "whatsapp-2", Outcome.ACCEPTED, 200),
    ]
    assert log.rows() == tuple(reversed(done))
    assert log.row(ids[0]) == done[0]
    assert log.row(999) is None


def test_another_number_of_keys_is_a_mistake_of_the_caller(log, a_row):
    ids = log.begin("b1", [a_row(), a_row(GRACE)])
    with pytest.raises(ValueError, match="as many keys"):
        log.finish(ids, outcome=Outcome.ACCEPTED, keys=("whatsapp-1",))
    assert {r.key for r in log.rows()} == {""}


def test_settling_a_batch_leaves_finished_rows_alone(log, a_row):
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
def test_search_finds_what_a_person_would_write(log, search, a_row):
    ids = log.begin("b1", [a_row(GRACE)])
    log.finish(ids, outcome=Outcome.REFUSED, reason="Straße 100%", keys=("whatsapp-key",))
    assert len(log.rows(search)) == 1


@pytest.mark.parametrize(
    "search", ["900124", "order_updateX", "order%", "orderXupdate", "order no"]
)
def test_search_does_not_find_anything_else(log, search, a_row):
    log.begin("b1", [a_row(GRACE)])
    assert log.rows(search) == ()


SENT = (
    '{"messages":[{"phoneNumber":"+447700900555","message":{"type":"template","template":{'
    '"components":[{"type":"body","parameters":[{"type":"text","text":"Ada \\"Änne\\""}]}]}}}]}'
)


@pytest.fixture(params=["of this program", "of an older one"])
def sent(request, log, a_row):
    """A log with one message that was accepted, and one that was not."""
    ids = log.begin("b1", [replace(a_row("+447700900555"), request=SENT), a_row()])
    log.finish(ids[:1], outcome=Outcome.ACCEPTED, keys=("whatsapp-key",))
    log.finish(ids[1:], outcome=Outcome.UNKNOWN)
    if request.param == "of an older one":
        with sqlite3.connect(log.path) as other:
            other.execute("UPDATE log SET search = substr(search, 1, instr(search, char(31)) - 1)")
        other.close()
    return log


@pytest.mark.parametrize(
    "search",
    [
        "accepted",
        "Accep",
        "ada",
        '"Änne"',
        "äNNE accepted",
        "07700 900555",
        "0044 7700 900555",
        "+44 (0)7700-900555",
        "ada 07700",
    ],
)
def test_search_finds_outcomes_values_and_national_numbers(sent, search):
    assert [row.recipient for row in sent.rows(search)] == ["+447700900555"]


@pytest.mark.parametrize("search", ["parameters", "body", "refused", "ada unknown", "0555 555"])
def test_search_does_not_find_how_a_request_is_written(sent, search):
    assert sent.rows(search) == ()


def test_an_unknown_outcome_is_found_by_its_word(sent):
    assert [row.outcome for row in sent.rows("unknown")] == [Outcome.UNKNOWN]


def test_rows_are_limited(log, a_row):
    log.begin("b1", [a_row(summary=str(n)) for n in range(5)])
    assert [r.summary for r in log.rows(limit=2)] == ["4", "3"]
    assert log.rows(limit=0) == ()


def test_text_that_no_file_can_hold_is_kept_as_far_as_it_goes(log, a_row):
    log.begin("b1", [a_row(summary="half a pair \ud83d")])
    assert log.rows()[0].summary == "half a pair ?"
    assert log.rows("\ud83d")


def test_a_repeat_is_the_same_request_that_may_have_gone_out(log, clock, a_row):
    since = "2026-01-01T03:04:05Z"
    (row_id,) = log.begin("b1", [a_row()])
    request = a_row().request

    def found(to=ADA, request=request, since=since, practice=False):
        rows = log.repeated([GRACE, to], ["{", request], since, practice=practice)
        return rows[0].id if rows else None

    log.finish([row_id], outcome=Outcome.UNKNOWN)
    assert found() == row_id
    assert found(practice=True) is None
    assert found(request=request[:-1] + ',"more":1}') is None
    assert found(to=GRACE) is None
    assert found(since="2026-01-02T03:04:06Z") is None
    log.finish([row_id], outcome=Outcome.REFUSED)
    assert found() is None


def test_a_repeat_is_one_whichever_account_or_number_it_came_from(log, a_row):
    row = a_row()
    content = row.request[1:]
    deep = "[" * 1200 + "]" * 1200
    kept = [
        replace(row, account="Shop", request='{"from":"+12025550100",' + content),
        replace(row, account="Practice", request="{" + content.replace("messages", "practised")),
        replace(row, account="Shop", request=deep),
    ]
    shop, practised, odd = log.begin("b1", kept)

    def found(request, practice=False):
        rows = log.repeated([ADA], [request], "2026-01-01T00:00:00Z", practice=practice)
        return rows[0].id if rows else None

    assert found("{" + content) == shop
    assert found('{"from":"+12025550199",' + content) == shop
    assert found(kept[1].request) is None
    assert found(kept[1].request, practice=True) == practised
    assert found(deep) == odd


def test_rows_of_a_program_that_ended_become_unknown(log, clock, a_row):
    log.begin("old", [a_row()])
    clock.moment += timedelta(seconds=121)
    log.begin("new", [a_row(GRACE)])
    log.close()
    log.open()
    new, old = log.rows()
    assert (old.outcome, old.reason) == (Outcome.UNKNOWN, STALE_REASON)
    assert new.outcome is Outcome.SENDING
    assert log.rows("program ended") == (old,)


def test_a_row_never_says_sending_for_ever(log, clock, a_row):
    log.begin("old", [a_row()])
    clock.moment += timedelta(seconds=119)
    assert log.rows()[0].outcome is Outcome.SENDING
    clock.moment += timedelta(seconds=2)
    with sqlite3.connect(log.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert log.rows()[0].outcome is Outcome.SENDING  # it can be read while another one writes
        other.execute("ROLLBACK")
    other.close()
    (row,) = log.rows()
    assert (row.outcome, row.reason) == (Outcome.UNKNOWN, STALE_REASON)


SEND_AND_DIE = """
import os, sys
from pathlib import Path
from wa_composer.storage.log import Log
from wa_composer.storage.tables import NewRow
log = Log(Path(sys.argv[1]))
log.begin("theirs", [NewRow("Shop", "", "+12025550123", "image", "Image", "{}")])
print("begun", flush=True)
sys.stdin.read()
os._exit(1)
"""


def test_a_row_whose_program_was_killed_is_settled_at_once(tmp_path):
    """And not while that program, the command line for instance, is still sending."""
    path = tmp_path / "log.sqlite3"
    log = Log(path)
    command = [sys.executable, "-c", SEND_AND_DIE, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline().strip() == b"begun"
        log.begin("ours", [NewRow("Shop", "", GRACE, "image", "Image", "{}")])
        assert [row.outcome for row in log.rows()] == [Outcome.SENDING] * 2
        other.kill()
        other.wait()
    ours, theirs = log.rows()
    assert (theirs.outcome, theirs.reason) == (Outcome.UNKNOWN, STALE_REASON)
    assert ours.outcome is Outcome.SENDING
    log.finish([ours.id], outcome=Outcome.ACCEPTED)
    assert not list(tmp_path.glob("*.sending-*"))
    log.close()
