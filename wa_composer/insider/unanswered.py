"""Errors for requests without any answer: what failed on the way, in plain words."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

import httpx

from wa_composer.insider.errors import NoAnswer, NotConnected
from wa_composer.insider.judge import LOOK_FIRST
from wa_composer.message.words import Words, words

_AGAIN = words("Check the internet connection, then send again.")


def not_connected(error: Exception | None) -> NotConnected:
    """The refusal for a request that never left this computer."""
    causes = tuple(_causes(error))
    if any(isinstance(c, ssl.SSLError) or "CERTIFICATE_VERIFY" in str(c) for c in causes):
        return NotConnected(
            words("The server's certificate is not trusted on this computer; nothing was sent."),
            words("Check the date of this computer, or ask its administrator."),
        )
    if isinstance(error, httpx.ProxyError):
        return NotConnected(
            words("The proxy that is set on this computer did not let the request through."),
            words("Check the proxy settings, or ask the administrator; nothing was sent."),
        )
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return NotConnected(
            words("The address of the account is not a web address; nothing was sent."),
            words("Correct the address of the account under Accounts."),
        )
    return NotConnected(_unreached(error, causes), _AGAIN)


def no_answer(error: Exception | None) -> NoAnswer:
    """The unknown outcome of a request that left and was not answered."""
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        reason = words("The server did not answer in time.")
    else:
        reason = words("The connection broke off before an answer came.")
    return NoAnswer(reason, LOOK_FIRST)


def _unreached(error: Exception | None, causes: tuple[BaseException, ...]) -> Words:
    if any(isinstance(c, socket.gaierror) for c in causes):
        return words("The server's name could not be looked up; nothing was sent.")
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return words("The server could not be reached in time; nothing was sent.")
    return words("No connection to the server; nothing was sent.")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < 10:
        yield error
        error = error.__cause__ or error.__context__
        seen += 1
