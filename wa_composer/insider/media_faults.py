"""Why a link could not be looked at, in plain words."""

from __future__ import annotations

import ssl

import httpx

from wa_composer.message.words import Words, words


class Refused(Exception):
    """The link is not followed, or leads nowhere; `words` says why.

    `lasting` says that this link never will be.
    """

    def __init__(self, reason: Words, *, lasting: bool = False) -> None:
        super().__init__(reason.english())
        self.words = reason
        self.lasting = lasting


class NotFound(Refused):
    """Nobody here knows the name of the link's server."""

    def __init__(self, host: str) -> None:
        super().__init__(words("No server named {host} was found.", host=host[:80]))


def fault_of(error: Exception, seconds: float) -> Words:
    """The sentence for an error on the way to a link's file."""
    if isinstance(error, httpx.ConnectTimeout | httpx.ConnectError) and _is_tls(error):
        return words("The server's certificate is not trusted; WhatsApp may refuse the link.")
    if isinstance(error, httpx.TimeoutException):
        return words("The server does not answer in time.")
    if isinstance(error, TimeoutError):
        return words("No whole answer within {seconds} seconds.", seconds=round(seconds))
    if isinstance(error, httpx.ProxyError):
        return words("The proxy that is set on this computer did not let the request through.")
    if isinstance(error, httpx.ConnectError):
        return words("The server cannot be reached.")
    if isinstance(error, httpx.RemoteProtocolError | httpx.ReadError | httpx.WriteError):
        return words("The connection broke off before the answer was whole.")
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | ValueError):
        return words("This is not the address of a file in the web.")
    return words("The link could not be looked at.")


def _is_tls(error: BaseException | None) -> bool:
    for _ in range(10):
        if error is None:
            return False
        if isinstance(error, ssl.SSLError) or "CERTIFICATE_VERIFY" in str(error):
            return True
        error = error.__cause__ or error.__context__
    return False
