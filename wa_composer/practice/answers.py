"""What the practice endpoint answers, by recipient: facts only, no server.

The numbers are fictional ones that nobody owns. The first of them in a request decides.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from http import HTTPStatus
from typing import Any

JSON = "application/json"
HTML = "text/html"


class Manner(Enum):
    """What the endpoint does with its connection, beside answering."""

    ANSWER = "answer"
    SILENCE = "read the request, never answer"
    RESET = "read the request, reset the connection"


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer, ready to be written."""

    status: int = 200
    body: str = ""
    content_type: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    manner: Manner = Manner.ANSWER


def _page(title: str, ray: bool = False) -> str:
    ray_line = "<p>Cloudflare Ray ID: <strong>0123456789abcdef</strong></p>" if ray else ""
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head>"
        f"<body><h1>{title}</h1>{ray_line}</body></html>"
    )


def _json(value: Any) -> str:
    return json.dumps(value)


UNAUTHORIZED = Reply(401, _json({"message": "unauthorized"}))
IP_RESTRICTED = Reply(
    403,
    _json({"message": "ip-restricted", "error": {"message": "ip-restricted", "code": 1088}}),
    headers={"X-Request-Id": "local-request-1"},
)
EDGE_BLOCKED = Reply(
    403,
    _page("Attention Required! | Cloudflare", ray=True),
    HTML,
    {"Server": "cloudflare", "CF-RAY": "0123456789abcdef-LHR"},
)
TOO_MANY = Reply(429, _json({"error": "rejected: too many requests"}), headers={"Retry-After": "1"})
GATEWAY_TIMEOUT = Reply(504, _page("504 Gateway Time-out"), HTML)
SILENCE = Reply(manner=Manner.SILENCE)
RESET = Reply(manner=Manner.RESET)
BROKEN = Reply(200, '{"keys": ["whatsapp-')
NOT_FOUND = Reply(404, _json({"message": "not found"}))
TOO_LARGE = Reply(413, _json({"message": "request entity too large"}))


def not_read(status: int) -> Reply:
    """The answer to what cannot be read as a request, with its HTTP status."""
    return Reply(status, _json({"message": HTTPStatus(status).phrase.lower()}))


def invalid(details: Sequence[str]) -> Reply:
    """The validation error 2002 in the documented envelope."""
    sentence = "failed to validate request"
    listed = "; ".join(details[:20])
    return Reply(
        400,
        _json(
            {
                "error": {"code": 2002, "message": sentence},
                "errorCode": "2002",
                "errors": f"{sentence}. | ErrorCode: 2002 | {listed}",
                "message": sentence,
            }
        ),
    )


def accepted(messages: int) -> Reply:
    """One fresh key for each of `messages`."""
    return Reply(200, _json({"keys": [f"whatsapp-{uuid.uuid4()}" for _ in range(messages)]}))


INVALID = invalid(["this number always gets a validation error"])

FIXED: dict[str, Reply] = {
    "+12025550101": UNAUTHORIZED,
    "+12025550102": IP_RESTRICTED,
    "+12025550103": EDGE_BLOCKED,
    "+12025550105": INVALID,
    "+12025550106": GATEWAY_TIMEOUT,
    "+12025550107": SILENCE,
    "+12025550108": RESET,
    "+12025550109": BROKEN,
}
EVERY_OTHER = "+12025550104"
"""429 to each odd request, then accepted."""
WRONG_COUNT = "+12025550110"
"""200 with another number of keys than messages."""


class Answers:
    """Chooses the answer to a request that is valid; remembers only how often it was asked."""

    def __init__(self) -> None:
        self._asked = 0

    def to(self, recipients: Sequence[str]) -> Reply:
        """The answer to a request with one message for each of `recipients`."""
        for number in recipients:
            if number in FIXED:
                return FIXED[number]
            if number == EVERY_OTHER:
                self._asked += 1
                return TOO_MANY if self._asked % 2 else accepted(len(recipients))
            if number == WRONG_COUNT:
                return accepted(len(recipients) + 1)
        return accepted(len(recipients))
