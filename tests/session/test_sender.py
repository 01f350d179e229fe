"""Record, send, record: with a real log, the real client and the practice endpoint's sockets."""

from __future__ import annotations

import asyncio
import gc
import json
import logging

import pytest

from wa_composer.insider.client import InsiderClient, make_http
from wa_composer.message.draft import read
from wa_composer.message.outcome import Outcome
from wa_composer.message.words import words
from wa_composer.practice.server import PracticeServer
from wa_composer.session.delivery import Repeats
from wa_composer.session.sender import Busy, Sender
from wa_composer.storage.accounts import PRACTICE, Account
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.log import Log
from wa_composer.storage.worker import Worker

KEY = "INS-marked-key-0123456789"
ADA = "+12025550123"


def draft_to(*numbers: str):
    image = {"type": "image", "image": {"link": "https://example.com/a.png", "caption": "Box"}}
    return read({"messages": [{"phoneNumber": number, "message": image} for number in numbers]})


class Desk:
    """The sender with everything real around it."""

    def __init__(self, folder) -> None:
        self.log = Log(folder / "log.sqlite3", lock_seconds=0.05)
        self.worker = Worker("test-log")
        self.server = PracticeServer()
        self.http = make_http()
        self.seconds = 5.0
        self.key = KEY
        self.url = ""
        self.sender = Sender(
            client_factory=self.client,
            log=self.log,
            worker=self.worker,
            key=self.give_key,
            practice_endpoint=self.endpoint,
        )

    def client(self) -> InsiderClient:
        return InsiderClient(self.http, sleep=self.no_sleep, seconds=self.seconds)

    async def give_key(self, account: Account) -> str:
        return self.key

    async def endpoint(self) -> str:
        self.url = self.url or await self.server.start()
        return self.url

    async def no_sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)

    async def close(self) -> None:
        await self.http.aclose()
        await self.server.stop()
        await self.worker.run(self.log.close)
        self.worker.close()


@pytest.fixture
async def desk(tmp_path):
    desk = Desk(tmp_path)
    await desk.worker.run(desk.log.open)
    yield desk
    await desk.close()


REFUSED, UNKNOWN, ACCEPTED = Outcome.REFUSED, Outcome.UNKNOWN, Outcome.ACCEPTED


@pytest.mark.parametrize(
    ("last", "outcome", "status", "code"),
    [
        ("01", REFUSED, 401, ""),
        ("02", REFUSED, 403, "1088"),
        ("03", REFUSED, 403, ""),
        ("04", ACCEPTED, 200, ""),
        ("05", REFUSED, 400, "2002"),
        ("06", UNKNOWN, 504, ""),
        ("07", UNKNOWN, None, ""),
        ("08", UNKNOWN, None, ""),
        ("09", UNKNOWN, 200, ""),
        ("10", UNKNOWN, 200, ""),
        ("23", ACCEPTED, 200, ""),
    ],
)
async def test_each_practice_recipient_has_its_outcome_in_the_log(
    desk, last, outcome, status, code
):
    if last == "07":
        desk.seconds = 0.3
    number = "+120255501" + last
    delivery = await desk.sender.send(PRACTICE, draft_to(number))
    assert (delivery.outcome, delivery.status, delivery.code) == (outcome, status, code)
    assert desk.log.rows() == delivery.rows
    (row,) = delivery.rows
    assert (row.outcome, row.status, row.code, row.recipient) == (outcome, status, code, number)
    assert (row.account, row.type, row.summary) == ("Practice", "image", "Image “Box”")
    assert row.reason == ("" if outcome is ACCEPTED else delivery.reason.english())
    assert bool(row.key) == bool(delivery.keys) == (outcome is ACCEPTED)
    assert bool(delivery.administrator_note) == (last in ("02", "03"))
    assert not desk.sender.busy


async def test_each_message_has_a_row_and_a_key_of_its_own(desk):
    delivery = await desk.sender.send(PRACTICE, draft_to(ADA, "+447700900123"))
    assert [row.recipient for row in delivery.rows] == [ADA, "+447700900123"]
    assert tuple(row.key for row in delivery.rows) == delivery.keys
    assert len({row.batch for row in delivery.rows}) == 1
    assert json.loads(delivery.rows[0].request)["messages"][0]["phoneNumber"] == ADA
    assert len(json.loads(delivery.rows[0].request)["messages"]) == 1


async def test_another_number_of_keys_gives_no_row_a_key(desk):
    delivery = await desk.sender.send(PRACTICE, draft_to("+12025550110", ADA))
    assert [row.key for row in delivery.rows] == ["", ""]
    assert {row.outcome for row in delivery.rows} == {UNKNOWN}


async def test_a_second_press_sends_nothing(desk):
    first = asyncio.ensure_future(desk.sender.send(PRACTICE, draft_to(ADA)))
    await asyncio.sleep(0)
    assert desk.sender.busy
    with pytest.raises(Busy):
        await desk.sender.send(PRACTICE, draft_to(ADA))
    await first
    assert len(desk.log.rows()) == 1


async def test_what_is_not_ready_is_not_sent(desk):
    with pytest.raises(ValueError, match="not ready"):
        await desk.sender.send(PRACTICE, draft_to("wrong"))
    assert desk.log.rows() == ()
    assert not desk.sender.busy


async def test_without_a_key_nothing_is_recorded_or_sent(desk):
    async def no_key(account):
        raise StorageProblem(words("no key"))

    desk.sender._key = no_key
    with pytest.raises(StorageProblem, match="no key"):
        await desk.sender.send(PRACTICE, draft_to(ADA))
    assert desk.log.rows() == ()
    assert not desk.sender.busy


async def test_an_account_without_https_is_refused_with_the_key_unsent(desk):
    account = Account("a", "Shop", "http://example.com/send", (), "#123456")
    delivery = await desk.sender.send(account, draft_to(ADA))
    assert (delivery.outcome, delivery.status) == (REFUSED, None)
    assert "https://" in delivery.reason.english()


async def test_the_same_content_to_the_same_number_is_known_for_a_day(desk):
    draft = draft_to(ADA)
    assert await desk.sender.repeated(PRACTICE, draft) is None
    delivery = await desk.sender.send(PRACTICE, draft)
    again = await desk.sender.repeated(PRACTICE, draft_to("+447700900123", ADA))
    assert again == Repeats(delivery.rows[0], accepted=1, unknown=0, messages=2)
    assert await desk.sender.repeated(PRACTICE, draft_to("+447700900123")) is None
    await desk.sender.send(PRACTICE, draft_to("+12025550101"))
    assert await desk.sender.repeated(PRACTICE, draft_to("+12025550101")) is None


async def test_a_practice_endpoint_that_cannot_start_is_said(desk):
    async def no_port():
        raise OSError(98, "Address already in use")

    desk.sender._practice_endpoint = no_port
    with pytest.raises(StorageProblem, match="Address already in use"):
        await desk.sender.send(PRACTICE, draft_to(ADA))
    assert desk.log.rows() == ()


async def test_the_key_is_in_nothing_that_is_written_logged_or_handed_out(desk, tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    for last in ("01", "02", "03", "05", "06", "09", "23"):
        delivery = await desk.sender.send(PRACTICE, draft_to("+120255501" + last))
        assert KEY not in repr(delivery)
    files = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert {"log.sqlite3", "log.sqlite3-wal"} <= set(files)
    assert not [name for name, data in files.items() if KEY.encode() in data]
    for secret in (KEY, "+120255501", "Box"):
        assert secret not in caplog.text


def test_it_runs_the_same_in_qts_loop(tmp_path, qapp):
    import qasync

    async def story():
        desk = Desk(tmp_path)
        await desk.worker.run(desk.log.open)
        found = []
        for last in ("23", "04", "07", "08", "02"):
            desk.seconds = 0.3 if last == "07" else 5.0
            delivery = await desk.sender.send(PRACTICE, draft_to("+120255501" + last))
            found.append(delivery.outcome)
        await desk.close()
        return found

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qapp)) as runner:
        found = runner.run(story())
    # The loop is a Qt object in a reference cycle: collected later, in the thread of some other
    # test's worker, it would take the process with it.
    gc.collect()
    assert found == [ACCEPTED, ACCEPTED, UNKNOWN, UNKNOWN, REFUSED]
