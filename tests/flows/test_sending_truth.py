"""What is sent is what was seen, and what is said of it is true."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QDate, QLocale

from wa_composer.insider.payload import to_payload
from wa_composer.message.outcome import Outcome
from wa_composer.session.delivery import new_rows
from wa_composer.storage.accounts import PRACTICE, Account
from wa_composer.storage.log import Log

SHOP = Account("a1", "Shop", "https://127.0.0.1:9/send", (), "#1F6FB2")


@pytest.fixture
def ask(desk: Any) -> Callable[[], None]:
    """Sends the first message, brings it back and presses Send again, until it is asked."""

    def story() -> None:
        desk.send()
        desk.answer("Bring back")
        desk.window.action_bar.press()
        desk.until(lambda: "Send it again" in desk.notice())
        desk.until(lambda: not desk.program.composing.busy)

    return story


def rows(desk: Any) -> list[tuple[str, str]]:
    return [(row.account, row.request) for row in desk.program.services.log.rows()]


def test_an_edit_after_the_press_changes_nothing_of_what_is_sent(desk: Any) -> None:
    desk.program.services.accounts.save(SHOP)
    desk.program.accounts.show()
    seen = desk.program.composer.raw()
    desk.window.action_bar.press()
    desk.type_into("Body value 1", "typed too late")
    desk.program.accounts.choose(SHOP.id)
    desk.until(lambda: not desk.program.composing.busy)
    desk.until(lambda: desk.window.log.model.rowCount() == 1)
    ((account, request),) = rows(desk)
    assert (account, json.loads(request)) == ("Practice", seen)
    assert desk.control("Body value 1").text() == "typed too late"
    assert "changed meanwhile" in desk.notice()


@pytest.mark.parametrize("what", ["message", "account", "sender"])
def test_a_question_goes_away_when_it_is_no_longer_about_what_is_seen(
    desk: Any, ask: Callable[[], None], what: str
) -> None:
    ask()
    desk.program.services.accounts.save(SHOP)
    if what == "message":
        desk.type_into("Body value 1", "something else")
    elif what == "account":
        desk.program.accounts.choose(SHOP.id)
    else:
        desk.program.composer.choose_account(PRACTICE.id, PRACTICE.senders[0])
    assert not desk.window.notice.isVisible()
    assert len(rows(desk)) == 1


def test_send_again_sends_what_was_asked_about_once(desk: Any, ask: Callable[[], None]) -> None:
    ask()
    desk.answer("Send again")
    desk.until(lambda: desk.window.log.model.rowCount() == 2)
    first, second = rows(desk)
    assert first == second


@pytest.mark.parametrize("hours", [0, 23])
@pytest.mark.parametrize("outcome", [Outcome.ACCEPTED, Outcome.UNKNOWN])
def test_a_repeat_is_asked_with_its_day_and_how_sure_it_is(
    desk: Any, outcome: Outcome, hours: int
) -> None:
    moment = datetime.now(UTC) - timedelta(hours=hours)
    draft = desk.program.composer.draft
    earlier = Log(desk.program.services.log.path, now=lambda: moment)
    ids = earlier.begin("b", new_rows(PRACTICE, draft, to_payload(draft.request)))
    earlier.finish(ids, outcome=outcome)
    earlier.close()
    desk.window.action_bar.press()
    desk.until(lambda: "Send it again" in desk.notice())
    local = moment.astimezone()
    day = QLocale().toString(QDate(local.year, local.month, local.day), "d MMM")
    assert f"at {local:%H:%M}" in desk.notice()
    assert (f"on {day}" in desk.notice()) == (local.date() != datetime.now().date())
    assert ("may have gone" in desk.notice()) == (outcome is Outcome.UNKNOWN)


SAID = {
    (3, 0): ("All 3 messages went out before, the last of them to +44 7700 900103 ", "Send them"),
    (0, 3): ("All 3 messages may have gone out before, the last of them to +44 ", "Send them"),
    (2, 0): ("2 of these 3 messages went out before, the last of them to +44 ", "Send all 3?"),
    (0, 2): ("2 of these 3 messages may have gone out before, the last of ", "Send all 3?"),
    (2, 1): ("2 of these 3 messages went out before and 1 more may have, the ", "Send all 3?"),
    (1, 0): ("The same message went to +44 7700 900101 at ", "Send it again?"),
    (0, 1): ("The same message may have gone to +44 7700 900101 at ", "Send it again?"),
}


@pytest.mark.parametrize("sent", SAID, ids=str)
def test_of_several_repeats_it_is_said_how_many_they_are(desk: Any, sent: tuple[int, int]) -> None:
    """Or forty would be sent again by who was asked about one of them."""
    desk.type_into("Recipients", "+447700900101, +447700900102, +447700900103")
    draft = desk.program.composer.draft
    new = new_rows(PRACTICE, draft, to_payload(draft.request))
    log = desk.program.services.log
    log.finish(log.begin("earliest", new[: sum(sent)]), outcome=Outcome.UNKNOWN)
    accepted, unknown = new[: sent[0]], new[sent[0] : sum(sent)]
    log.finish(log.begin("accepted", accepted), outcome=Outcome.ACCEPTED)
    log.finish(log.begin("unknown", unknown), outcome=Outcome.UNKNOWN)
    desk.window.action_bar.press()
    desk.until(lambda: "?" in desk.notice())
    start, end = SAID[sent]
    assert desk.notice().startswith(start)
    assert end in desk.notice()


@pytest.mark.logs_warnings
def test_a_fault_of_the_program_during_a_send_never_says_that_nothing_was_sent(desk: Any) -> None:
    desk.program.services.sender._client_factory = object  # it cannot send
    before = desk.program.composer.raw()
    desk.send()
    assert "may have gone out" in desk.notice()
    assert "Unknown" in desk.log_row()["Outcome"]
    assert desk.program.composer.raw() == before


@pytest.mark.logs_warnings
def test_any_other_fault_says_nothing_about_sending(desk: Any) -> None:
    async def fault() -> None:
        raise LookupError("+447700900123")

    desk.program.tasks.start(fault())
    desk.until(lambda: "went wrong" in desk.notice())
    assert "sent" not in desk.notice()


@pytest.fixture
def lock(desk: Any) -> Iterator[sqlite3.Connection]:
    """Locks the log for writing from the moment that a message is recorded in it."""
    log = desk.program.services.log
    log._connection.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(log.path, isolation_level=None, check_same_thread=False)
    begin = log.begin

    def begin_and_lock(*args: Any) -> Any:
        ids = begin(*args)
        other.execute("BEGIN IMMEDIATE")
        return ids

    log.begin = begin_and_lock
    yield other
    log.begin = begin
    other.close()


def test_what_could_not_be_logged_is_said_beside_what_to_do(
    desk: Any, lock: sqlite3.Connection
) -> None:
    desk.type_into("Recipients", "+12025550101")
    desk.send()
    lock.execute("ROLLBACK")
    assert "key" in desk.notice()
    assert "could not be written into the log" in desk.notice()
    assert "locked" in desk.notice()


def test_a_row_that_another_program_left_behind_is_settled_in_sight(desk: Any) -> None:
    moment = datetime.now(UTC) - timedelta(seconds=118)
    draft = desk.program.composer.draft
    killed = Log(desk.program.services.log.path, now=lambda: moment)
    killed.begin("b", new_rows(PRACTICE, draft, to_payload(draft.request)))
    killed.close()
    desk.program.logging.again.setInterval(200)
    desk.program.logging.refresh()
    desk.until(lambda: "Sending" in desk.log_row()["Outcome"])
    desk.until(lambda: "Unknown" in desk.log_row()["Outcome"])
    desk.until(lambda: not desk.program.logging.again.isActive())
