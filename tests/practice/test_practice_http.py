"""The practice endpoint reads HTTP as it is written, and refuses what is not."""

from __future__ import annotations

import pytest
from raw_client import ADA, HEADERS, REQUEST_LINE, chunked, payload, request

from wa_composer.message.limits import FILE_BYTES_MAX
from wa_composer.practice.exchange import HEAD_BYTES_MAX

OK = request(payload(ADA))
CHUNKS = REQUEST_LINE + HEADERS + b"Transfer-Encoding: chunked\r\n\r\n"
EXPECT = HEADERS + b"Expect: 100-continue\r\n"
NO_KEY = HEADERS.replace(b": any", b":")


async def test_one_connection_serves_request_after_request(connect):
    client = await connect()
    for _ in range(3):
        client.write(OK)
        status, headers, body = await client.answer()
        assert (status, body[:20]) == (200, b'{"keys": ["whatsapp-')
        assert headers["content-type"] == "application/json; charset=utf-8"
        assert "date" in headers
        assert "connection" not in headers


async def test_requests_that_come_at_once_are_answered_in_their_order(connect):
    client = await connect()
    client.write(request(payload("+12025550101")) + OK + b"\r\n" + request(b"{") + OK)
    assert [await client.status() for _ in range(4)] == [401, 200, 400, 200]


@pytest.mark.parametrize("size", [1, 7, 100_000])
async def test_a_body_in_chunks_is_read_like_any_other(connect, size):
    client = await connect()
    client.write(chunked(payload(ADA), size) + OK)
    assert [await client.status() for _ in range(2)] == [200, 200]


@pytest.mark.parametrize(
    "line",
    [
        b"POST /v1/conversational/send?a=b HTTP/1.1\r\n",
        b"POST /v1/conversational/%73end HTTP/1.1\r\n",
        b"POST http://practice/v1/conversational/send HTTP/1.1\r\n",
    ],
)
async def test_the_address_may_be_written_in_other_ways(connect, line):
    client = await connect()
    client.write(request(payload(ADA), line))
    assert await client.status() == 200


@pytest.mark.parametrize(
    "line",
    [
        b"GET /v1/conversational/send HTTP/1.1\r\n",
        b"PUT /v1/conversational/send HTTP/1.1\r\n",
        b"POST / HTTP/1.1\r\n",
        b"POST //v1/conversational/send HTTP/1.1\r\n",
        b"POST http://[/v1/conversational/send HTTP/1.1\r\n",
        b"OPTIONS * HTTP/1.1\r\n",
        b"CONNECT practice:80 HTTP/1.1\r\n",
    ],
)
async def test_elsewhere_is_nothing_and_the_connection_stays_usable(connect, line):
    client = await connect()
    client.write(request(b"some body", line) + OK)
    assert (await client.answer())[::2] == (404, b'{"message": "not found"}')
    assert await client.status() == 200


async def test_head_gets_the_headers_of_the_answer_without_its_body(connect):
    client = await connect()
    client.write(b"HEAD / HTTP/1.1\r\n" + HEADERS + b"\r\n" + OK)
    status, headers, _ = await client.answer(without_body=True)
    assert (status, headers["content-length"]) == (404, "24")
    assert await client.status() == 200


async def test_rubbish_after_a_head_request_is_answered_with_a_body(connect):
    client = await connect()
    client.write(b"HEAD / HTTP/1.1\r\n" + HEADERS + b"\r\nrubbish\r\n\r\n")
    await client.answer(without_body=True)
    assert (await client.answer())[::2] == (400, b'{"message": "bad request"}')


async def test_no_other_protocol_is_spoken(connect):
    client = await connect()
    upgrade = HEADERS + b"Connection: Upgrade\r\nUpgrade: websocket\r\n"
    client.write(request(payload(ADA), headers=upgrade) + OK)
    assert [await client.status() for _ in range(2)] == [200, 200]


@pytest.mark.parametrize(
    ("line", "headers"),
    [
        (REQUEST_LINE, HEADERS + b"Connection: close\r\n"),
        (REQUEST_LINE.replace(b"1.1", b"1.0"), HEADERS),
    ],
)
async def test_a_client_that_wants_one_answer_gets_it_and_the_end(connect, line, headers):
    client = await connect()
    client.write(request(payload(ADA), line, headers) + OK)
    status, headers, _ = await client.answer()
    assert (status, headers["connection"]) == (200, "close")
    assert await client.rest() == b""


async def test_a_client_that_says_no_more_still_gets_its_answers(connect):
    client = await connect()
    client.write(OK + OK)
    client.writer.write_eof()
    assert (await client.rest()).count(b"HTTP/1.1 200 OK\r\n") == 2


async def test_half_a_request_gets_no_answer(connect):
    client = await connect()
    client.write(OK[:-1])
    client.writer.write_eof()
    assert await client.rest() == b""


async def test_a_client_that_asks_before_sending_its_body_is_told_to(connect):
    client = await connect()
    body = payload(ADA)
    client.write(request(body, headers=EXPECT)[: -len(body)])
    assert await client.status() == 100
    client.write(body + OK)
    assert [await client.status() for _ in range(2)] == [200, 200]


@pytest.mark.parametrize(
    ("line", "headers", "status"),
    [
        (REQUEST_LINE, NO_KEY + b"Expect: 100-continue\r\nContent-Length: 5\r\n", 401),
        (b"PUT / HTTP/1.1\r\n", EXPECT + b"Content-Length: 5\r\n", 404),
        (REQUEST_LINE, EXPECT + b"Content-Length: %d\r\n" % (FILE_BYTES_MAX + 1), 413),
    ],
)
async def test_a_client_that_asks_is_refused_before_it_sends(connect, line, headers, status):
    client = await connect()
    client.write(line + headers + b"\r\n")
    said, headers, _ = await client.answer()
    assert (said, headers["connection"]) == (status, "close")
    assert await client.rest() == b""


async def test_what_is_wrong_in_the_head_is_said_before_the_body_comes(connect):
    client = await connect()
    body = payload(ADA)
    client.write(request(body, headers=NO_KEY)[: -len(body)])
    assert await client.status() == 401
    client.write(body + OK)
    assert await client.status() == 200


async def test_the_largest_body_is_read(connect):
    client = await connect()
    client.write(request(payload(ADA).ljust(FILE_BYTES_MAX)))
    client.write(chunked(payload(ADA).ljust(FILE_BYTES_MAX), 65536))
    assert [await client.status() for _ in range(2)] == [200, 200]


async def test_one_byte_more_is_too_large(connect):
    client = await connect()
    client.write(chunked(payload(ADA).ljust(FILE_BYTES_MAX + 1), 65536))
    assert await client.status() == 413


async def test_of_two_headers_the_first_counts(connect):
    client = await connect()
    client.write(request(payload(ADA), headers=HEADERS + b"Content-Type: text/plain\r\n"))
    assert await client.status() == 200


async def test_a_body_that_says_it_is_too_large_is_refused_unread(connect):
    client = await connect()
    client.write(REQUEST_LINE + HEADERS + b"Content-Length: %d\r\n\r\n" % (FILE_BYTES_MAX + 1))
    assert (await client.answer())[::2] == (413, b'{"message": "request entity too large"}')
    assert await client.rest() == b""


@pytest.mark.parametrize("headers", [HEADERS, NO_KEY])
async def test_a_body_that_never_ends_is_refused_where_it_becomes_too_large(connect, headers):
    client = await connect()
    megabyte = b"100000\r\n" + b" " * 2**20 + b"\r\n"
    client.write(REQUEST_LINE + headers + b"Transfer-Encoding: chunked\r\n\r\n" + megabyte * 11)
    await client.writer.drain()
    assert await client.status() == (413 if headers is HEADERS else 401)
    client.write(megabyte)  # it goes on, and reads what was answered all the same
    assert await client.rest() == b""


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        (b"rubbish\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00", 400),  # a TLS greeting
        (REQUEST_LINE + b"no colon\r\n\r\n", 400),
        (REQUEST_LINE + HEADERS.replace(b"Host: practice\r\n", b"") + b"\r\n", 400),
        (REQUEST_LINE + HEADERS + b"Content-Length: x\r\n\r\n", 400),
        (REQUEST_LINE + HEADERS + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
        (REQUEST_LINE + HEADERS + b"Transfer-Encoding: gzip\r\n\r\n", 501),
        (CHUNKS + b"zz\r\n", 400),
        (CHUNKS + b"1\r\nab\r\n", 400),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
        (b"GET /" + b"a" * HEAD_BYTES_MAX, 431),
        (REQUEST_LINE + b"X: " + b"a" * HEAD_BYTES_MAX, 431),
        (REQUEST_LINE + b"X: a\r\n" * (HEAD_BYTES_MAX // 6), 431),
        (CHUNKS + b"1" * (HEAD_BYTES_MAX + 1), 431),
    ],
)
async def test_what_is_not_http_is_refused_and_the_connection_ended(connect, wrong, status):
    client = await connect()
    client.write(OK + wrong)
    assert await client.status() == 200
    said, headers, body = await client.answer()
    assert (said, headers["connection"]) == (status, "close")
    assert body.startswith(b'{"message": "')
    assert await client.rest() == b""


async def test_a_head_of_nearly_the_limit_is_read(connect):
    client = await connect()
    long = b"X: ".ljust(HEAD_BYTES_MAX - 500, b"a") + b"\r\n"
    client.write(request(payload(ADA), headers=HEADERS + long))
    assert await client.status() == 200


async def test_a_fault_after_the_answer_ends_the_connection_without_another(connect):
    client = await connect()
    client.write(REQUEST_LINE + NO_KEY + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n")
    assert await client.status() == 401
    assert await client.rest() == b""
