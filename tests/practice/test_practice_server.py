"""The practice endpoint answers as the API is documented, on loopback only."""

from __future__ import annotations

import json
import re
import socket

import httpx
import pytest

from wa_composer.practice.answers import Answers
from wa_composer.practice.server import PracticeServer

KEY = re.compile(r"whatsapp-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
HEADERS = {
    "X-INS-AUTH-KEY": "any",
    "User-Agent": "WA-Composer/test",
    "Content-Type": "application/json",
}


def request_to(*numbers: str) -> dict[str, object]:
    image = {"type": "image", "image": {"link": "https://example.com/a.png"}}
    return {"messages": [{"phoneNumber": number, "message": image} for number in numbers]}


@pytest.fixture
async def url():
    server = PracticeServer()
    yield await server.start()
    await server.stop()


@pytest.fixture
async def post(url):
    async with httpx.AsyncClient(trust_env=False, timeout=5) as http:

        async def post(content, headers=HEADERS, to=url):
            body = content if isinstance(content, bytes) else json.dumps(content).encode()
            return await http.post(to, content=body, headers=headers)

        yield post


async def test_any_number_is_accepted_with_a_key_of_its_own(post):
    answer = await post(request_to("+12025550123", "+447700900123", "+12025550111"))
    keys = answer.json()["keys"]
    assert answer.status_code == 200
    assert len(set(keys)) == 3
    assert all(KEY.fullmatch(key) for key in keys)


@pytest.mark.parametrize("last", range(11, 17))
async def test_numbers_of_the_delivery_reports_are_accepted_like_any_other(post, last):
    answer = await post(request_to(f"+120255501{last}"))
    assert (answer.status_code, len(answer.json()["keys"])) == (200, 1)


@pytest.mark.parametrize(
    ("number", "status", "said"),
    [
        ("+12025550101", 401, '{"message": "unauthorized"}'),
        ("+12025550102", 403, '"code": 1088'),
        ("+12025550103", 403, "Cloudflare"),
        ("+12025550105", 400, '"errorCode": "2002"'),
        ("+12025550106", 504, "<html>"),
        ("+12025550109", 200, '{"keys": ["whatsapp-'),
    ],
)
async def test_each_practice_recipient_has_its_answer(post, number, status, said):
    answer = await post(request_to("+12025550123", number))
    assert answer.status_code == status
    assert said in answer.text


async def test_each_odd_request_to_0104_is_one_too_many(post):
    answers = [await post(request_to("+12025550104")) for _ in range(4)]
    assert [a.status_code for a in answers] == [429, 200, 429, 200]
    assert answers[0].headers["Retry-After"] == "1"


async def test_0110_gets_another_number_of_keys(post):
    answer = await post(request_to("+12025550110", "+12025550123"))
    assert (answer.status_code, len(answer.json()["keys"])) == (200, 3)


async def test_0108_is_reset(post):
    with pytest.raises(httpx.ReadError):
        await post(request_to("+12025550108"))


async def test_0107_reads_and_says_nothing_and_stopping_is_not_held_up(url):
    async with httpx.AsyncClient(trust_env=False) as http:
        with pytest.raises(httpx.ReadTimeout):
            await http.post(url, json=request_to("+12025550107"), headers=HEADERS, timeout=0.1)


def test_the_first_practice_number_decides():
    chosen = Answers().to(["+12025550123", "+12025550105", "+12025550101"])
    assert chosen.status == 400


@pytest.mark.parametrize("key", [None, ""])
async def test_without_a_key_it_is_401(post, key):
    headers = {k: v for k, v in HEADERS.items() if k != "X-INS-AUTH-KEY"}
    answer = await post(
        request_to("+12025550123"), headers | ({} if key is None else {"X-INS-AUTH-KEY": key})
    )
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "python-httpx/0.28",
        "Python/3.11 aiohttp/3.11",
        "curl/8.0",
        "python-requests/2",
        "axios/1",
    ],
)
async def test_a_library_is_stopped_at_the_edge(post, agent):
    answer = await post(request_to("+12025550123"), HEADERS | {"User-Agent": agent})
    assert answer.status_code == 403
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "CF-RAY" in answer.headers


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[" * 100_000,
        [],
        {},
        {"messages": []},
        {"messages": [{}]},
        request_to("12025550123"),
        request_to("+12025550123", ""),
    ],
)
async def test_what_is_not_as_documented_is_2002(post, content):
    answer = await post(content)
    assert answer.status_code == 400
    body = answer.json()
    assert (body["error"]["code"], body["errorCode"]) == (2002, "2002")
    assert body["errors"].startswith("failed to validate request. | ErrorCode: 2002")


async def test_the_place_of_a_fault_is_named(post):
    answer = await post(request_to("+12025550123", "wrong"))
    assert "messages[1].phoneNumber" in answer.json()["errors"]


async def test_the_content_type_is_looked_at(post):
    answer = await post(request_to("+12025550123"), HEADERS | {"Content-Type": "text/plain"})
    assert answer.status_code == 400


async def test_too_large_a_body_is_not_read(post):
    answer = await post(b" " * (11 * 1024 * 1024))
    assert answer.status_code == 413


async def test_there_is_nothing_elsewhere(post, url):
    assert (await post(request_to("+12025550123"), to=url + "/more")).status_code == 404
    async with httpx.AsyncClient(trust_env=False) as http:
        assert (await http.get(url)).status_code == 404


async def test_only_this_computer_can_reach_it(url):
    assert url.startswith("http://127.0.0.1:")
    port = httpx.URL(url).port
    with socket.socket() as other:
        # The port is free on every other address: it is not taken on all of them.
        other.bind(("127.0.0.2", port))


async def test_a_port_in_use_is_an_error_of_the_system():
    first, second = PracticeServer(), PracticeServer()
    url = await first.start()
    with pytest.raises(OSError, match="in use"):
        await second.start(httpx.URL(url).port)
    await second.stop()
    await first.stop()
    await first.stop()


def test_no_answer_holds_a_word_that_the_practice_key_would_be_hidden_as():
    from wa_composer.practice.answers import FIXED

    assert not [r for r in FIXED.values() if "practice" in (r.body + repr(r.headers)).lower()]
