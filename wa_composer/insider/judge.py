"""What an answer means: the keys of an accepted request, or the error that it is.

The order is that of the API document, section 2: status first, then what the body adds to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from wa_composer.insider.codes import SENTENCES
from wa_composer.insider.envelope import Envelope
from wa_composer.insider.errors import (
    EdgeBlocked,
    Facts,
    IpRestricted,
    NoAnswer,
    RateLimited,
    Redirected,
    Rejected,
    SendError,
    ServerFault,
    Unauthorized,
    UnreadableAnswer,
    WrongKeyCount,
)
from wa_composer.message.words import Words, words

IP_RESTRICTED = "1088"

LOOK_FIRST = words(
    "The message may have gone out: look in InOne or ask the recipient before sending it again, "
    "or it may arrive twice."
)
KEY_PLACE = words(
    "Ask an administrator for a Conversational WhatsApp key (in InOne, Insider One's web panel: "
    "Settings, Inone Settings, Integration Settings, API Keys; it is shown once) and enter it "
    "under Accounts."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer: status, what its body says, and where and when it was asked for."""

    status: int
    envelope: Envelope
    target: str
    user_agent: str
    asked: datetime


def judge(answer: Answer, messages: int) -> tuple[str, ...] | SendError:
    """The keys, exactly one for each of the `messages`, or the error that the answer is."""
    status = answer.status
    if 200 <= status < 300:
        return _keys(answer, messages)
    if 300 <= status < 400:
        return _redirected(answer)
    if status == 408:
        return NoAnswer(
            words("The server gave up waiting for the request (HTTP 408)."),
            LOOK_FIRST,
            _facts(answer),
        )
    if 400 <= status < 500:
        return _refused(answer)
    return _server_fault(answer)


def _keys(answer: Answer, messages: int) -> tuple[str, ...] | SendError:
    keys, facts = answer.envelope.keys, _facts(answer)
    if keys is None:
        reason = words(
            "The server's answer (HTTP {status}) holds no keys that can be read.",
            status=answer.status,
        )
        return UnreadableAnswer(_by_code(answer) or reason, LOOK_FIRST, facts)
    if len(keys) == messages and all(keys) and len(set(keys)) == messages:
        return keys
    named = Facts(facts.status, facts.code, _listed(keys), "")
    return WrongKeyCount(
        words(
            "The server did not answer one key for each message ({keys} for {messages}), so "
            "nobody can say which went out.",
            keys=len({k for k in keys if k}),
            messages=messages,
        ),
        LOOK_FIRST,
        named,
    )


def _listed(keys: tuple[str, ...]) -> str:
    shown = ", ".join(k for k in keys[:20] if k)
    return shown[:600]


def _redirected(answer: Answer) -> SendError:
    return Redirected(
        words(
            "The server pointed to another address (HTTP {status}); the key was not sent there.",
            status=answer.status,
        ),
        words("Check the address of the account under Accounts."),
        _facts(answer),
    )


def _refused(answer: Answer) -> SendError:
    envelope, facts = answer.envelope, _facts(answer)
    if answer.status == 429:
        return _rate_limited(answer)
    if answer.status == 401:
        return Unauthorized(
            words("The key is wrong, revoked or of another kind; nothing was sent."),
            KEY_PLACE,
            facts,
        )
    if envelope.code == IP_RESTRICTED or "ip-restricted" in envelope.words.lower():
        return _ip_restricted(answer)
    if answer.status == 403 and (envelope.html or (envelope.cloudflare and not envelope.code)):
        return _edge_blocked(answer)
    sentence = SENTENCES.get(envelope.code)
    if sentence:
        return Rejected(sentence.reason, sentence.action, facts)
    return Rejected(_refusal(answer), _remedy(answer.status), facts)


def _refusal(answer: Answer) -> Words:
    said = answer.envelope.words
    if answer.status == 404:
        return words("There is nothing at this address (HTTP 404); nothing was sent.")
    if answer.status == 413:
        return words("The request is too large for the server; nothing was sent.")
    if said and not answer.envelope.html:
        return words("The server refused the content: {said}", said=said)
    return words("The server refused the request (HTTP {status}).", status=answer.status)


def _remedy(status: int) -> Words:
    if status in (404, 405):
        return words("Check the address of the account under Accounts.")
    if status == 403:
        return words("Ask an administrator whether this account's key may send messages.")
    if status == 413:
        return words("Send fewer messages at once.")
    return words("Correct what the server names, then send again.")


def _rate_limited(answer: Answer) -> SendError:
    return RateLimited(
        _by_code(answer)
        or words("Too many requests were sent at once; this one was not processed."),
        words("Wait a minute, then send again."),
        _facts(answer),
    )


def _ip_restricted(answer: Answer) -> SendError:
    return IpRestricted(
        words("This computer's internet address is not on the account's list; nothing was sent."),
        words("Hand the note to the administrator of the InOne account, who can add it."),
        _facts(answer, note=True),
    )


def _edge_blocked(answer: Answer) -> SendError:
    return EdgeBlocked(
        words("A firewall before the server blocked the request; nothing was sent."),
        words(
            "Hand the note to the administrator, who finds the reason in the Cloudflare "
            "dashboard under Security, Events."
        ),
        _facts(answer, note=True),
    )


def _server_fault(answer: Answer) -> SendError:
    reason = words(
        "The server failed after it was given the message (HTTP {status}).", status=answer.status
    )
    return ServerFault(_by_code(answer) or reason, LOOK_FIRST, _facts(answer))


def _by_code(answer: Answer) -> Words | None:
    sentence = SENTENCES.get(answer.envelope.code)
    return sentence.reason if sentence else None


def _facts(answer: Answer, *, note: bool = False) -> Facts:
    envelope = answer.envelope
    return Facts(answer.status, envelope.code, envelope.words, _note(answer) if note else "")


def _note(answer: Answer) -> str:
    """What an administrator needs to find the request: no key, no phone number, no content."""
    envelope = answer.envelope
    asked = answer.asked.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    lines = [
        "A request to the WhatsApp Conversational API was refused.",
        f"Time: {asked}",
        f"Request: POST {answer.target}",
        f"User-Agent: {answer.user_agent}",
        f"Answer: HTTP {answer.status}" + (f", code {envelope.code}" if envelope.code else ""),
    ]
    if envelope.request_id:
        lines.append(f"Request id: {envelope.request_id}")
    if envelope.ray_id:
        lines.append(f"Cloudflare ray id: {envelope.ray_id}")
    return "\n".join(lines)
