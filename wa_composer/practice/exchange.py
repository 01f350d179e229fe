"""The HTTP of one connection: bytes in, answers out. It knows no sockets and no clock but the date.

How the bytes were cut on their way never matters: they go into h11 in pieces of its own size.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import formatdate
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

import h11

from wa_composer.message.limits import FILE_BYTES_MAX
from wa_composer.practice.answers import NOT_FOUND, TOO_LARGE, Answers, Manner, Reply, not_read
from wa_composer.practice.checks import body_fault, header_fault

SEND_PATH = "/v1/conversational/send"
HEAD_BYTES_MAX = 16 * 1024
"""Of a request's line and headers together, and of what stands between the chunks of a body."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the server does next: write `data`, then treat the connection by `manner`."""

    data: bytes = b""
    manner: Manner = Manner.ANSWER
    last: bool = False
    """No further request is read from this connection."""


class Exchange:
    """Reads requests one after the other and gives a turn for each; keeps nothing of them."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._unread = bytearray()
        self._expect_request()

    def receive(self, data: bytes | bytearray) -> None:
        """Take what came; `next_turn` reads it."""
        self._unread += data

    def next_turn(self) -> Turn | None:
        """The next thing to do, None while more bytes are needed; not to be asked after `last`."""
        try:
            while (event := self._next_event()) is not None:
                turn = self._take(event)
                if turn is not None:
                    return turn
        except h11.RemoteProtocolError as error:
            return self._refuse(error.error_status_hint)
        return None

    def _next_event(self) -> h11.Event | None:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            held = len(self._http.trailing_data[0])
            if self._http.their_state is h11.IDLE and not held:
                self._unread = self._unread.lstrip(b"\r\n")  # some clients end a body with one
            if not self._unread:
                return None
            # Never more than its limit and one: so it finds the same fault in whatever pieces.
            room = HEAD_BYTES_MAX + 1 - held
            self._http.receive_data(bytes(self._unread[:room]))
            del self._unread[:room]
        assert isinstance(event, h11.Event)  # never PAUSED: each request has its own reader
        return event

    def _expect_request(self) -> None:
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=HEAD_BYTES_MAX)
        self._method = b""
        self._body = bytearray()
        self._length = 0
        self._answered = False

    def _take(self, event: h11.Event) -> Turn | None:
        if isinstance(event, h11.Request):
            return self._begin(event)
        if isinstance(event, h11.Data):
            return self._gather(event.data)
        return self._end()

    def _begin(self, request: h11.Request) -> Turn | None:
        self._method = request.method
        if not request.http_version.startswith(b"1."):
            return self._answer(not_read(505), last=True)
        headers = _texts(request)
        fault = _fault(request, headers)
        too_large = int(headers.get("content-length", "0")) > FILE_BYTES_MAX
        waits = self._http.they_are_waiting_for_100_continue
        if fault or too_large:
            # Told no, a client that waits may leave its body out or not: nobody could tell.
            return self._answer(fault or TOO_LARGE, last=too_large or waits)
        if waits:
            told = h11.InformationalResponse(status_code=100, headers=[], reason=b"Continue")
            return Turn(self._http.send(told))
        return None

    def _gather(self, data: bytes) -> Turn | None:
        self._length += len(data)
        if self._length > FILE_BYTES_MAX:
            return Turn(last=True) if self._answered else self._answer(TOO_LARGE, last=True)
        if not self._answered:
            self._body += data
        return None

    def _end(self) -> Turn | None:
        turn = None
        if not self._answered:
            checked = body_fault(bytes(self._body))
            reply = checked if isinstance(checked, Reply) else self._answers.to(checked)
            if reply.manner is not Manner.ANSWER:
                return Turn(manner=reply.manner, last=True)
            turn = self._answer(reply)
        self._unread[:0] = self._http.trailing_data[0]
        self._expect_request()
        return turn

    def _answer(self, reply: Reply, last: bool = False) -> Turn:
        self._answered = True
        body = reply.body.encode()
        headers = [
            ("Content-Type", f"{reply.content_type}; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("Date", formatdate(usegmt=True)),
            *reply.headers.items(),
            *([("Connection", "close")] if last else []),
        ]
        phrase = HTTPStatus(reply.status).phrase.encode()
        send = self._http.send
        data = send(h11.Response(status_code=reply.status, headers=headers, reason=phrase))
        if self._method != b"HEAD":
            data += send(h11.Data(data=body))
        data += send(h11.EndOfMessage())
        return Turn(data, last=self._http.our_state is not h11.DONE)

    def _refuse(self, status: int) -> Turn:
        """What came is not HTTP, or goes beyond its limits."""
        if self._http.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            return self._answer(not_read(status), last=True)
        return Turn(last=True)


def _fault(request: h11.Request, headers: Mapping[str, str]) -> Reply | None:
    if request.method != b"POST" or _path(request.target.decode("ascii")) != SEND_PATH:
        return NOT_FOUND
    return header_fault(headers)


def _path(target: str) -> str:
    try:
        return unquote(urlsplit(f"//host{target}" if target.startswith("/") else target).path)
    except ValueError:
        return ""


def _texts(request: h11.Request) -> dict[str, str]:
    """Each header's first value, by its name in lower case."""
    return {
        name.decode("ascii"): value.decode("utf-8", "surrogateescape")
        for name, value in reversed(list(request.headers))
    }
