"""Slow, silent and vanishing clients of the practice endpoint, through real sockets."""

from __future__ import annotations

import asyncio

import pytest
from raw_client import (
    ADA,
    HEADERS,
    REQUEST_LINE,
    RawClient,
    open_sockets,
    payload,
    request,
    until,
)

from wa_composer.practice import connection

OK = request(payload(ADA))
SILENT = request(payload("+12025550107"))
RESET = request(payload("+12025550108"))
# Its answer is a page.
BLOCKED = REQUEST_LINE + HEADERS.replace(b"WA-Composer", b"curl") + b"\r\n"


async def test_slow_clients_hold_up_nobody(connect):
    slow, silent, quick = [await connect() for _ in range(3)]
    slow.write(OK[:200])
    silent.write(SILENT)
    for _ in range(3):
        quick.write(OK)
        assert await quick.status() == 200
    slow.write(OK[200:])
    assert await slow.status() == 200


async def test_a_reset_is_one_and_nothing_more_is_answered(connect):
    client = await connect()
    client.write(RESET + OK)
    with pytest.raises(ConnectionResetError):
        await client.rest()


@pytest.mark.parametrize("sent", [b"", OK[:200], OK, SILENT, SILENT + OK])
async def test_of_a_client_that_goes_away_nothing_is_left(url, sent):
    before = open_sockets()
    client = await RawClient.to(url)
    client.write(sent)
    await until(lambda: open_sockets() == before + 2)
    await client.close()
    await until(lambda: open_sockets() == before)
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_of_a_client_that_resets_while_answers_come_nothing_is_left(url, caplog, narrow):
    before = open_sockets()
    client = await RawClient.to(url)
    client.write(BLOCKED * 2000)
    await client.answer()
    client.reset()
    await until(lambda: open_sockets() == before)
    assert [each for each in caplog.records if each.name != "asyncio"] == []


async def test_of_a_client_that_resets_as_it_is_refused_nothing_is_left(url):
    before = open_sockets()
    client = await RawClient.to(url)
    head = HEADERS.replace(b": any", b":") + b"Transfer-Encoding: chunked\r\n\r\n"
    client.write(REQUEST_LINE + head)
    assert await client.status() == 401
    client.write(b"rubbish\r\n")
    client.reset()
    await until(lambda: open_sockets() == before)


async def test_of_a_client_that_does_not_read_no_more_is_read(connect, narrow):
    slow, quick = await connect(limit=2048), await connect()
    slow.write(BLOCKED * 2000 + b"\r\n" * 2**23)
    for _ in range(3000):
        await asyncio.sleep(0)
    assert slow.writer.transport.get_write_buffer_size()
    quick.write(OK)
    assert await quick.status() == 200


@pytest.mark.parametrize("answers", [1, 60, 2000])
async def test_a_client_that_reads_late_gets_all_its_answers(connect, narrow, answers):
    slow, quick = await connect(limit=2048), await connect()
    slow.write(BLOCKED * answers)
    for _ in range(20):
        quick.write(OK)
        assert await quick.status() == 200
    for _ in range(answers):
        assert await slow.status() == 403


async def test_a_client_that_still_reads_is_not_left(connect, narrow, monkeypatch):
    monkeypatch.setattr(connection, "LINGER_SECONDS", 0.0)
    client = await connect(limit=2048, room=2048)
    client.write(BLOCKED * 40 + b"rubbish\r\n\r\n")
    for _ in range(500):
        await asyncio.sleep(0)
    answers = await client.rest()
    assert answers.count(b"HTTP/1.1 403 ") == 40
    assert answers.endswith(b'{"message": "bad request"}')


async def test_the_answer_reaches_a_client_that_is_still_sending(connect):
    client = await connect()
    client.write(request(b" " * (11 * 2**20)))
    await client.writer.drain()
    assert await client.status() == 413
    assert await client.rest() == b""


async def test_a_client_that_never_goes_is_left_in_the_end(url, monkeypatch):
    monkeypatch.setattr(connection, "LINGER_SECONDS", 0.01)
    before = open_sockets()
    client = await RawClient.to(url)
    client.write(b"rubbish\r\n\r\n")
    assert await client.status() == 400
    await until(lambda: open_sockets() == before + 1)
    await client.close()


async def test_nothing_that_was_sent_is_logged(connect, caplog):
    client = await connect()
    client.write(OK + b"rubbish\r\n\r\n")
    await client.rest()
    assert {each.name for each in caplog.records} <= {"asyncio"}
    for word in (ADA, "X-INS", "rubbish"):
        assert word not in caplog.text
