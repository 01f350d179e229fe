"""However the bytes of requests are cut on their way, the answers are the same."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from raw_client import ADA, HEADERS, REQUEST_LINE, RawClient, chunked, payload, request, steady

from wa_composer.practice.answers import Answers
from wa_composer.practice.exchange import HEAD_BYTES_MAX, Exchange
from wa_composer.practice.server import PracticeServer

OK = request(payload(ADA))
GET = b"GET / HTTP/1.1\r\nHost: practice\r\nX: "
EXPECT = request(payload(ADA), headers=HEADERS + b"Expect: 100-continue\r\n")
GOOD = [
    OK,
    request(payload("+12025550104", ADA)),
    request(payload("+12025550103")),
    request(b"{"),
    request(payload(ADA), headers=HEADERS.replace(b"any", b"")),
    request(b"body", b"PUT / HTTP/1.1\r\n"),
    chunked(payload(ADA), 9),
    b"HEAD / HTTP/1.1\r\n" + HEADERS + b"\r\n",
    EXPECT,
    b"\r\n\r\n",
]
LAST = [
    b"",
    b"rubbish\r\n\r\n",
    b"\rrubbish",
    OK[:-1],
    request(payload("+12025550107")),
    request(payload("+12025550108")),
    request(payload(ADA), headers=HEADERS + b"Connection: close\r\n"),
    REQUEST_LINE + HEADERS + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabcdexx",
    *(GET.ljust(HEAD_BYTES_MAX + more, b"a") + b"\r\n\r\n" for more in range(-5, 1)),
]
streams = st.tuples(st.lists(st.sampled_from(GOOD), max_size=4), st.sampled_from(LAST))


def cut(stream: bytes, places: list[int]) -> list[bytes]:
    at = [0, *sorted({place % (len(stream) + 1) for place in places}), len(stream)]
    return [stream[a:b] for a, b in pairwise(at) if b > a]


def played(pieces: list[bytes]) -> tuple[bytes, object]:
    """All that is written for `pieces`, and what becomes of the connection."""
    exchange = Exchange(Answers())
    written = b""
    for piece in pieces:
        exchange.receive(piece)
        while turn := exchange.next_turn():
            written += turn.data
            if turn.last:
                return steady(written), turn.manner
    return steady(written), None


@given(streams, st.lists(st.integers(0, 2**15), max_size=12))
@example(([], LAST[-1]), [HEAD_BYTES_MAX + 1])
@example((GOOD, LAST[-1]), list(range(6000)))
def test_an_exchange_answers_the_same(parts, places):
    stream = b"".join(parts[0]) + OK + parts[1] + OK
    assert played(cut(stream, places)) == played([stream])


@pytest.mark.parametrize("last", range(len(LAST)))
def test_byte_by_byte_is_the_same_as_at_once(last):
    stream = b"".join(GOOD) + LAST[last] + OK
    assert played([stream[at : at + 1] for at in range(len(stream))]) == played([stream])


@settings(max_examples=25)
@given(st.lists(st.sampled_from(GOOD), max_size=4), st.lists(st.integers(0, 4000), max_size=8))
async def test_a_socket_gives_the_same(good, places):
    stream = b"".join(good) + request(payload(ADA), headers=HEADERS + b"Connection: close\r\n")
    server = PracticeServer()
    client = await RawClient.to(await server.start())
    for piece in cut(stream, places):
        client.write(piece)
        await asyncio.sleep(0)  # the server's turn
    assert steady(await client.rest()) == played([stream])[0]
    await client.close()
    await server.stop()
