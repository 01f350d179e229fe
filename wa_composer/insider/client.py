"""Sends a request to the API: once, unless the API document says that it may be repeated.

What may be repeated by itself: a 429, which was not processed, and a failed connection, over
which nothing went. Everything else is the person's decision, for a send is not idempotent.
"""

from __future__ import annotations

import asyncio
import json
import logging
import ssl
import time
import urllib.request
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
import truststore

from wa_composer import __version__
from wa_composer.insider.auth import KeyAuth, unusable_key
from wa_composer.insider.endpoint import endpoint_problem
from wa_composer.insider.envelope import BODY_BYTES_MAX, read_envelope
from wa_composer.insider.errors import BadEndpoint, BadKey, RateLimited, SendError
from wa_composer.insider.judge import KEY_PLACE, Answer, judge
from wa_composer.insider.routes import Routes
from wa_composer.insider.unanswered import no_answer, not_connected
from wa_composer.message.limits import REQUEST_SECONDS
from wa_composer.message.words import words

USER_AGENT = f"WA-Composer/{__version__} (desktop message composer)"
BACKOFF = (1.0, 2.0, 4.0)
"""Seconds before each repeat of a 429 without a usable Retry-After."""
RECONNECT = (0.5, 1.0)
"""Seconds before each repeat of a failed connection."""
CONNECT_SECONDS = 8.0

_NOT_CONNECTED = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


def make_http() -> httpx.AsyncClient:
    """The one HTTP client for the program's life; the caller closes it.

    System trust store, proxies but never for loopback, redirects off. httpx logs full addresses
    at INFO and httpcore headers at DEBUG, so both are made quiet here.
    """
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    tls = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return httpx.AsyncClient(
        transport=Routes(tls, urllib.request.getproxies()),
        timeout=httpx.Timeout(REQUEST_SECONDS, connect=CONNECT_SECONDS, pool=CONNECT_SECONDS),
        follow_redirects=False,
        trust_env=False,
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
    )


class InsiderClient:
    """Sends one request at a time; owns nothing, the HTTP client is the caller's."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
        seconds: float = REQUEST_SECONDS,
    ) -> None:
        self._http = http
        self._sleep = sleep
        self._clock = clock
        self._seconds = seconds
        self.status: int | None = None
        """HTTP status of the last answer; None before one came."""

    async def send(self, endpoint: str, key: str, payload: Mapping[str, Any]) -> tuple[str, ...]:
        """Send, and return one key per message; raises SendError for everything else.

        At most 30 s with all repeats. Raises ValueError for a payload that JSON cannot carry.
        """
        if problem := endpoint_problem(endpoint):
            raise BadEndpoint(problem, words("Correct the address of the account under Accounts."))
        if problem := unusable_key(key):
            raise BadKey(problem, KEY_PLACE)
        key = key.strip()  # no header may begin or end with a space
        body = json.dumps(payload, allow_nan=False, separators=(",", ":")).encode("ascii")
        messages = len(payload["messages"])
        deadline = self._clock() + self._seconds
        repeats = _Repeats()
        while True:
            exchange = _Exchange(self._http, endpoint, key, body)
            result = await exchange.run(messages, deadline - self._clock())
            self.status = exchange.status
            if not isinstance(result, SendError):
                return result
            wait = repeats.wait_after(exchange, result)
            if wait is None or self._clock() + wait >= deadline:
                raise result
            await self._sleep(wait)


class _Repeats:
    """Counts the repeats of one send; each kind of failure has its own."""

    def __init__(self) -> None:
        self._limited = list(BACKOFF)
        self._disconnected = list(RECONNECT)

    def wait_after(self, exchange: _Exchange, result: SendError) -> float | None:
        """Seconds to wait before sending again, None when it must not be sent again."""
        if exchange.failed_to_connect and self._disconnected:
            return self._disconnected.pop(0)
        if isinstance(result, RateLimited) and self._limited:
            usual = self._limited.pop(0)
            asked_for = retry_after(exchange.retry_after, exchange.asked)
            return usual if asked_for is None else asked_for
        return None


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header (seconds or a date), None when it is unusable."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())


class _Exchange:
    """One request and its answer, within a time limit."""

    def __init__(self, http: httpx.AsyncClient, endpoint: str, key: str, body: bytes) -> None:
        self._http = http
        self._endpoint = endpoint
        self._key = key
        self._body = body
        self._left = False
        self.status: int | None = None
        self._headers: Mapping[str, str] = {}
        self._read = bytearray()
        self.asked = datetime.now(UTC)
        self.failed_to_connect = False

    @property
    def retry_after(self) -> str:
        """The answer's Retry-After header, "" without one."""
        return self._headers.get("retry-after", "")

    async def run(self, messages: int, seconds: float) -> tuple[str, ...] | SendError:
        """The keys, or what went wrong; never raises SendError itself."""
        error: Exception | None = None
        try:
            async with asyncio.timeout(seconds):
                await self._talk()
        except (httpx.RequestError, httpx.InvalidURL, TimeoutError) as caught:
            # Not chained to what is returned: it holds the request, and that may hold the key.
            error = caught
        if self.status is not None:
            # A status decides even where the rest of the answer got lost on the way.
            return judge(self._answer(self.status, broken=error is not None), messages)
        if isinstance(error, _NOT_CONNECTED) or not self._left:
            self.failed_to_connect = isinstance(error, _NOT_CONNECTED)
            return not_connected(error)
        return no_answer(error)

    async def _talk(self) -> None:
        async with self._http.stream(
            "POST",
            self._endpoint,
            content=self._body,
            headers={"Content-Type": "application/json", "Accept": "application/json"},
            auth=KeyAuth(self._key),
            extensions={"trace": self._trace},
        ) as response:
            self._headers = dict(response.headers)
            self.status = response.status_code
            async for chunk in response.aiter_bytes():
                self._read += chunk
                if len(self._read) > BODY_BYTES_MAX:
                    return

    async def _trace(self, event: str, info: Mapping[str, Any]) -> None:
        # A proxy's CONNECT passes here too: only the POST itself carries the message.
        if event.endswith("send_request_headers.started"):
            method = getattr(info.get("request"), "method", b"POST")
            self._left = self._left or method == b"POST"
        elif event.endswith("receive_response_headers.complete") and self._left:
            # httpx may still fail on the answer, for example on a Location that is no address.
            self.status = info["return_value"][1]

    def _answer(self, status: int, *, broken: bool) -> Answer:
        whole = not broken and len(self._read) <= BODY_BYTES_MAX
        # Half a body is worth its words, but never its keys: half a list is another list.
        body = bytes(self._read) if whole or not 200 <= status < 300 else b""
        url = httpx.URL(self._endpoint)
        return Answer(
            status=status,
            envelope=read_envelope(body, self._headers, hide=self._key),
            target=f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}{url.path}",
            user_agent=self._http.headers.get("User-Agent", USER_AGENT),
            asked=self.asked,
        )
