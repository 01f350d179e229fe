"""The key is in its one header and nowhere else; what an administrator gets is ready to hand on."""

from __future__ import annotations

import json
import logging
import traceback

import httpx
import pytest

from wa_composer.insider import errors
from wa_composer.insider.auth import KEY_HEADER, KeyAuth
from wa_composer.insider.client import InsiderClient

PHONE = "+12025550123"


def everything_about(error: errors.SendError) -> str:
    fields = (error.words, error.action, error.server_words, error.administrator_note, error.code)
    text = "".join(traceback.format_exception(error)) + repr(vars(error)) + repr(fields)
    chained: BaseException | None = error
    while chained is not None:
        text += repr(chained) + repr(vars(chained))
        request = getattr(chained, "_request", None)
        text += repr(request.headers.raw) if request is not None else ""
        chained = chained.__cause__ or chained.__context__
    return text


def echoes(key: str) -> list[tuple[int, str, str]]:
    page = f"<html><head><title>{key}</title></head></html>"
    return [
        (400, json.dumps({"message": f"bad key {key}", "code": key, "errors": [key]}), f"X: {key}"),
        (403, page, f"CF-RAY: {key}"),
        (403, '{"error":{"code":1088}}', f"X-Request-Id: {key}"),
        (500, "x" * 590 + key, f"Server: {key}"),
        (200, json.dumps({"keys": [key, key]}), "X: y"),
        (302, "", f"Location: https://example.com/{key}"),
    ]


@pytest.mark.parametrize("number", range(6))
async def test_a_server_that_repeats_the_key_does_not_bring_it_out(
    client, scripted, key, payload, number, caplog
):
    caplog.set_level(logging.DEBUG)
    status, body, header = echoes(key)[number]
    scripted.says(status, body, header)
    with pytest.raises(errors.SendError) as caught:
        await client.send(scripted.url, key, payload())
    assert key not in everything_about(caught.value)
    assert key[:12] not in everything_about(caught.value)
    assert key not in caplog.text
    assert PHONE not in caplog.text
    assert scripted.requests[0].count(key.encode()) == 1
    assert f"{KEY_HEADER}: {key}".encode() in scripted.requests[0]


async def test_a_connection_that_breaks_does_not_bring_it_out(
    client, scripted, key, payload, reset, caplog
):
    caplog.set_level(logging.DEBUG)
    scripted.answers = [reset]
    with pytest.raises(errors.NoAnswer) as caught:
        await client.send(scripted.url, key, payload())
    assert key not in everything_about(caught.value)
    assert key not in caplog.text


def test_the_key_is_on_the_request_only_while_it_is_sent(key):
    auth = KeyAuth(key)
    assert key not in repr(auth) + str(auth)
    request = httpx.Request("POST", "https://example.com")
    flow = auth.auth_flow(request)
    assert next(flow).headers[KEY_HEADER] == key
    flow.close()
    assert KEY_HEADER not in request.headers


def test_the_client_shows_no_key(http, key):
    assert key not in repr(vars(InsiderClient(http)))


async def test_the_note_for_1088_holds_what_an_administrator_needs(client, scripted, key, payload):
    body = '{"message":"ip-restricted","error":{"message":"ip-restricted","code":1088}}'
    scripted.says(403, body, "X-Request-Id: req-7", "CF-RAY: 89abcdef01234567-LHR")
    with pytest.raises(errors.IpRestricted) as caught:
        await client.send(scripted.url, key, payload())
    note = caught.value.administrator_note
    for wanted in ("UTC", "WA-Composer/", "HTTP 403, code 1088", "req-7", "89abcdef01234567-LHR"):
        assert wanted in note
    assert f"POST http://127.0.0.1:{scripted.port}/v1/conversational/send\n" in note
    for secret in (key, PHONE, "tenant"):
        assert secret not in note


async def test_the_ray_id_is_found_in_the_page_too(client, scripted, key, payload):
    page = "<html><title>Blocked</title>Cloudflare Ray ID: <b>0123456789abcdef</b></html>"
    scripted.says(403, page)
    with pytest.raises(errors.EdgeBlocked) as caught:
        await client.send(scripted.url, key, payload())
    assert "Cloudflare ray id: 0123456789abcdef" in caught.value.administrator_note
    assert caught.value.server_words == "Blocked"
