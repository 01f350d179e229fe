"""What the client repeats by itself: a 429 and a failed connection, within limits, nothing else."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from wa_composer.insider import errors
from wa_composer.insider.client import BACKOFF, RECONNECT, InsiderClient, retry_after
from wa_composer.message.outcome import Outcome

TOO_MANY = '{"error":"rejected: too many requests"}'
ACCEPTED = '{"keys":["whatsapp-1"]}'


async def test_a_429_is_repeated_after_the_seconds_it_asks_for(
    client, time, scripted, key, payload
):
    scripted.says(429, TOO_MANY, "Retry-After: 2").says(200, ACCEPTED)
    assert await client.send(scripted.url, key, payload()) == ("whatsapp-1",)
    assert time.slept == [2.0]
    assert len(set(scripted.requests)) == 1


async def test_a_429_is_repeated_three_times_and_then_refused(http, time, scripted, key, payload):
    client = InsiderClient(http, sleep=time.sleep, clock=time.clock)
    scripted.says(429, TOO_MANY)
    with pytest.raises(errors.RateLimited) as caught:
        await client.send(scripted.url, key, payload())
    assert caught.value.outcome is Outcome.REFUSED
    assert caught.value.server_words == "rejected: too many requests"
    assert tuple(time.slept) == BACKOFF
    assert len(scripted.requests) == 4


@pytest.mark.parametrize(("asked", "slept"), [("31", []), ("20", [20.0]), ("x", [1.0, 2.0, 4.0])])
async def test_all_repeats_together_stay_within_30_seconds(
    http, time, scripted, key, payload, asked, slept
):
    client = InsiderClient(http, sleep=time.sleep, clock=time.clock)
    scripted.says(429, TOO_MANY, f"Retry-After: {asked}")
    with pytest.raises(errors.RateLimited):
        await client.send(scripted.url, key, payload())
    assert time.slept == slept


def test_retry_after_is_seconds_or_a_date():
    now = datetime(2026, 1, 2, tzinfo=UTC)
    assert retry_after(" 7 ", now) == 7
    assert retry_after(format_datetime(now + timedelta(seconds=9), usegmt=True), now) == 9
    assert retry_after(format_datetime(now - timedelta(seconds=9), usegmt=True), now) == 0
    assert [retry_after(x, now) for x in ("", "soon", "-1", "1.5", "٣")] == [None] * 5


async def test_a_failed_connection_is_tried_twice_more_and_then_refused(client, time, key, payload):
    with socket.socket() as plug:
        plug.bind(("127.0.0.1", 0))  # bound, but nobody listens
        url = f"http://127.0.0.1:{plug.getsockname()[1]}/send"
        with pytest.raises(errors.NotConnected) as caught:
            await client.send(url, key, payload())
    assert caught.value.outcome is Outcome.REFUSED
    assert caught.value.status is None
    assert tuple(time.slept) == RECONNECT


async def test_a_server_fault_after_a_429_is_not_repeated(client, time, scripted, key, payload):
    scripted.says(429, TOO_MANY, "Retry-After: 0").says(500)
    with pytest.raises(errors.ServerFault):
        await client.send(scripted.url, key, payload())
    assert len(scripted.requests) == 2


@pytest.mark.parametrize(
    "url", ["http://example.com/send", "", "ftp://x", "https://u:p@example.com/", "https://["]
)
async def test_the_key_goes_to_no_address_that_is_not_safe(client, key, payload, url):
    with pytest.raises(errors.BadEndpoint) as caught:
        await client.send(url, key, payload())
    assert caught.value.outcome is Outcome.REFUSED


@pytest.mark.parametrize("bad", ["", "  ", "a\nb", "kéy"])
async def test_a_key_that_no_header_can_hold_is_refused_before_anything(
    client, scripted, payload, bad
):
    with pytest.raises(errors.BadKey):
        await client.send(scripted.url, bad, payload())
    assert scripted.requests == []


async def test_what_json_cannot_carry_is_never_sent(client, scripted, key, payload):
    with pytest.raises(ValueError, match="JSON"):
        await client.send(scripted.url, key, {**payload(), "odd": float("nan")})
    assert scripted.requests == []


async def test_spaces_around_a_key_are_no_part_of_it(client, scripted, key, payload):
    scripted.says(200, ACCEPTED)
    assert await client.send(scripted.url, f" {key} ", payload()) == ("whatsapp-1",)
    assert f"X-INS-AUTH-KEY: {key}\r\n".encode() in scripted.requests[0]
