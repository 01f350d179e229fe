"""What each answer becomes: the API document's list, over real sockets."""

from __future__ import annotations

import pytest

from wa_composer.insider import errors
from wa_composer.message.outcome import Outcome

PAGE = "<html><head><title>{}</title></head><body><p>sorry</p></body></html>"


async def failed(client, scripted, key, payload):
    with pytest.raises(errors.SendError) as caught:
        await client.send(scripted.url, key, payload)
    error = caught.value
    assert error.words.english()
    assert error.action.english()
    return error


@pytest.mark.parametrize("status", [200, 201, 202])
async def test_a_key_per_message_is_accepted(client, scripted, key, payload, status):
    scripted.says(status, '{"keys":["whatsapp-1","whatsapp-2"]}')
    assert await client.send(scripted.url, key, payload(2)) == ("whatsapp-1", "whatsapp-2")
    assert client.status == status
    assert len(scripted.requests) == 1


async def test_the_request_is_as_documented(client, scripted, key, payload):
    scripted.says(200, '{"keys":["whatsapp-1"]}')
    await client.send(scripted.url, key, payload())
    head, body = scripted.requests[0].split(b"\r\n\r\n")
    lines = head.decode().split("\r\n")
    fields = {x.split(": ")[0].lower(): x.split(": ")[1] for x in lines[1:]}
    assert lines[0] == "POST /v1/conversational/send?tenant=1 HTTP/1.1"
    assert fields["x-ins-auth-key"] == key
    assert fields["content-type"] == "application/json"
    assert fields["user-agent"].startswith("WA-Composer/")
    assert b'"phoneNumber":"+12025550123"' in body


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ('{"keys":["whatsapp-1","whatsapp-2"]}', errors.WrongKeyCount),
        ('{"keys":[]}', errors.WrongKeyCount),
        ('{"keys":[""]}', errors.WrongKeyCount),
        ('{"keys":["  "]}', errors.WrongKeyCount),
        ('{"keys":[null]}', errors.WrongKeyCount),
        ('{"keys":"whatsapp-1"}', errors.UnreadableAnswer),
        ('{"keys": ["whatsapp-', errors.UnreadableAnswer),
        ("", errors.UnreadableAnswer),
        ("[]", errors.UnreadableAnswer),
        (PAGE.format("Welcome"), errors.UnreadableAnswer),
        ('{"error":{"code":2020,"message":"maintenance"}}', errors.UnreadableAnswer),
    ],
)
async def test_any_other_2xx_is_unknown_and_gives_no_key(
    client, scripted, key, payload, body, kind
):
    error = await failed(client, scripted.says(200, body), key, payload())
    assert type(error) is kind
    assert error.outcome is Outcome.UNKNOWN
    assert error.status == 200


async def test_keys_that_fit_no_message_are_still_shown(client, scripted, key, payload):
    scripted.says(200, '{"keys":["whatsapp-1","whatsapp-2"]}')
    error = await failed(client, scripted, key, payload())
    assert error.server_words == "whatsapp-1, whatsapp-2"


async def test_one_key_for_two_messages_names_neither(client, scripted, key, payload):
    scripted.says(200, '{"keys":["whatsapp-1","whatsapp-1"]}')
    error = await failed(client, scripted, key, payload(2))
    assert type(error) is errors.WrongKeyCount


REFUSED, UNKNOWN = Outcome.REFUSED, Outcome.UNKNOWN
VALIDATION = (
    '{"error":{"code":2002,"message":"failed to validate request"},"errorCode":"2002",'
    '"errors":"failed to validate request. | ErrorCode: 2002 | link","message":"no"}'
)
META = (
    '{"error":{"message":"(#%d) Something","type":"OAuthException","code":%d,'
    '"error_data":{"details":"Details of it"}}}'
)


@pytest.mark.parametrize(
    ("status", "body", "headers", "kind", "outcome", "code"),
    [
        (401, '{"message":"unauthorized"}', (), errors.Unauthorized, REFUSED, ""),
        (401, "", (), errors.Unauthorized, REFUSED, ""),
        (
            403,
            '{"message":"ip-restricted","error":{"message":"ip-restricted","code":1088}}',
            (),
            errors.IpRestricted,
            REFUSED,
            "1088",
        ),
        (403, PAGE.format("Attention"), (), errors.EdgeBlocked, REFUSED, ""),
        (403, "", ("CF-RAY: 0123456789abcdef-LHR",), errors.EdgeBlocked, REFUSED, ""),
        (403, '{"message":"no"}', (), errors.Rejected, REFUSED, ""),
        (400, VALIDATION, (), errors.Rejected, REFUSED, "2002"),
        (422, '{"errors":["one","two"]}', (), errors.Rejected, REFUSED, ""),
        (400, '{"errors":[{"message":"is bad","field":"link"}]}', (), errors.Rejected, REFUSED, ""),
        (404, "", (), errors.Rejected, REFUSED, ""),
        (413, PAGE.format("Too large"), (), errors.Rejected, REFUSED, ""),
        (408, "", (), errors.NoAnswer, UNKNOWN, ""),
        (400, META % (131047, 131047), (), errors.Rejected, REFUSED, "131047"),
        (500, META % (132001, 132001), (), errors.ServerFault, UNKNOWN, "132001"),
        (503, '{"error":{"code":2020}}', (), errors.ServerFault, UNKNOWN, "2020"),
        (504, PAGE.format("504 Gateway Time-out"), (), errors.ServerFault, UNKNOWN, ""),
        (520, "", (), errors.ServerFault, UNKNOWN, ""),
        (530, "error code: 1016", (), errors.ServerFault, UNKNOWN, ""),
        (301, "", ("Location: https://example.com/",), errors.Redirected, REFUSED, ""),
        (302, "", ("Location: http://[",), errors.Redirected, REFUSED, ""),
        (304, "", (), errors.Redirected, REFUSED, ""),
    ],
)
async def test_each_answer_has_one_outcome_and_is_never_repeated(
    client, scripted, key, payload, status, body, headers, kind, outcome, code
):
    error = await failed(client, scripted.says(status, body, *headers), key, payload())
    assert (type(error), error.outcome, error.status, error.code) == (kind, outcome, status, code)
    assert len(scripted.requests) == 1


async def test_the_servers_own_words_come_along_each_once(client, scripted, key, payload):
    error = await failed(client, scripted.says(400, VALIDATION), key, payload())
    assert error.server_words == "no · failed to validate request. | ErrorCode: 2002 | link"
    assert error.server_words in error.words.english()


async def test_an_answer_that_breaks_off_is_judged_by_its_status(client, scripted, key, payload):
    head = b"HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n"
    scripted.answers = [head + b'f\r\n{"message":"no"']
    error = await failed(client, scripted, key, payload())
    assert type(error) is errors.Rejected


async def test_half_an_answer_of_200_gives_no_keys(client, scripted, key, payload):
    chunk = b'{"keys":["whatsapp-1"]}'
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    scripted.answers = [head + b"%x\r\n%b\r\n" % (len(chunk), chunk)]
    error = await failed(client, scripted, key, payload())
    assert (type(error), error.outcome) == (errors.UnreadableAnswer, UNKNOWN)


async def test_an_endless_answer_is_read_only_so_far(client, scripted, key, payload):
    error = await failed(client, scripted.says(200, b" " * 3_000_000), key, payload())
    assert error.outcome is UNKNOWN


async def test_a_reset_after_the_request_left_is_unknown(client, scripted, key, payload, reset):
    scripted.answers = [reset]
    error = await failed(client, scripted, key, payload())
    assert (type(error), error.outcome, error.status) == (errors.NoAnswer, UNKNOWN, None)
    assert len(scripted.requests) == 1


async def test_silence_ends_at_the_limit_as_unknown(http, scripted, key, payload, silent):
    from wa_composer.insider.client import InsiderClient

    scripted.answers = [silent]
    error = await failed(InsiderClient(http, seconds=0.2), scripted, key, payload())
    assert (type(error), error.outcome) == (errors.NoAnswer, UNKNOWN)
    assert len(scripted.requests) == 1
