"""The practice endpoint ends at once and wholly, whatever its clients are doing, under any loop."""

from __future__ import annotations

import asyncio
import contextlib
import gc

import pytest
from raw_client import ADA, HEADERS, REQUEST_LINE, RawClient, open_sockets, payload, request

from wa_composer.practice.server import STOP_SECONDS, PracticeServer

OK = request(payload(ADA))
SILENT = request(payload("+12025550107"))
BLOCKED = REQUEST_LINE + HEADERS.replace(b"WA-Composer", b"curl") + b"\r\n"
UNREAD = BLOCKED * 2000
MOMENTS = {
    "idle": b"",
    "half a request": OK[:200],
    "answered": OK,
    "silent": SILENT,
    "silent, and asking on": SILENT + OK * 500,
    "refused": b"rubbish\r\n\r\n",
    "asked to send": request(b" ", headers=HEADERS + b"Expect: 100-continue\r\n")[:-1],
}


async def ended(client: RawClient) -> None:
    """The server has let go of it, with or without a reset."""
    with contextlib.suppress(ConnectionResetError):
        await client.rest()
    await client.close()


async def stopped_amid(sent: bytes) -> float:
    """Stop while a client has sent that; the seconds it took."""
    before = open_sockets()
    server = PracticeServer()
    url = await server.start()
    client, other = await RawClient.to(url, limit=2048), await RawClient.to(url)
    client.write(sent)
    other.write(OK)
    assert await other.status() == 200
    clock = asyncio.get_running_loop().time
    started = clock()
    await server.stop()
    took = clock() - started
    assert open_sockets() == before + 2  # the clients' own
    assert asyncio.all_tasks() == {asyncio.current_task()}
    for one in (client, other):
        await ended(one)
    with pytest.raises(ConnectionRefusedError):
        await RawClient.to(url)
    return took


async def stopped_as_one_comes(turns: int) -> None:
    """Stop so many turns of the loop after a client began to connect."""
    before = open_sockets()
    server = PracticeServer()
    url = await server.start()
    connecting = asyncio.create_task(RawClient.to(url))
    for _ in range(turns):
        await asyncio.sleep(0)
    await server.stop()
    assert open_sockets() <= before + 1  # the client's own
    with contextlib.suppress(ConnectionError):
        await ended(await connecting)


@pytest.mark.parametrize("moment", MOMENTS)
async def test_stopping_waits_for_nobody_and_leaves_nothing(moment):
    assert await stopped_amid(MOMENTS[moment]) < STOP_SECONDS


async def test_stopping_does_not_wait_for_ever_for_a_client_that_does_not_read(narrow, monkeypatch):
    monkeypatch.setattr("wa_composer.practice.server.STOP_SECONDS", 0.05)
    assert await stopped_amid(UNREAD) < STOP_SECONDS


async def test_stopping_that_is_given_up_leaves_nothing_either(server, url):
    before = open_sockets()
    client = await RawClient.to(url)
    client.write(OK)
    assert await client.status() == 200
    stopping = asyncio.create_task(server.stop())
    await asyncio.sleep(0)
    stopping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await stopping
    assert open_sockets() == before  # without the port, with the client's own
    await ended(client)


async def test_a_silent_recipient_is_reset(server, connect):
    client = await connect()
    client.write(OK + SILENT)
    assert await client.status() == 200
    await server.stop()
    with pytest.raises(ConnectionResetError):
        await client.rest()


@pytest.mark.parametrize("turns", range(8))
async def test_a_client_that_comes_at_the_last_moment_is_not_left_open(turns):
    await stopped_as_one_comes(turns)


async def test_it_may_be_stopped_twice_unstarted_and_started_again():
    server = PracticeServer()
    await server.stop()
    for _ in range(2):
        client = await RawClient.to(await server.start())
        client.write(OK)
        assert await client.status() == 200
        await asyncio.gather(server.stop(), server.stop())
        await server.stop()
        await client.close()


async def test_a_start_that_is_given_up_leaves_no_port_taken():
    before = open_sockets()
    starting = asyncio.create_task(PracticeServer().start())
    while open_sockets() == before:
        await asyncio.sleep(0)
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting
    assert open_sockets() == before


def test_all_this_is_the_same_in_qts_loop(qapp):
    import qasync

    async def story():
        for turns in range(8):
            await stopped_as_one_comes(turns)
        return [await stopped_amid(MOMENTS[moment]) for moment in MOMENTS]

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qapp)) as runner:
        took = runner.run(story())
    # The loop is a Qt object in a reference cycle: collected later, in the thread of some other
    # test's worker, it would take the process with it.
    gc.collect()
    assert max(took) < STOP_SECONDS
