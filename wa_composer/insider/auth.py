"""Puts the account's key on a request at the last moment and takes it off again."""

from __future__ import annotations

from collections.abc import Generator

import httpx

from wa_composer.message.words import Words, words

KEY_HEADER = "X-INS-AUTH-KEY"


class KeyAuth(httpx.Auth):
    """The key of one account; its repr shows nothing.

    httpx masks only `authorization` headers when it prints a request, so the key is on the
    request only while httpx sends it.
    """

    def __init__(self, key: str) -> None:
        self._key = key

    def __repr__(self) -> str:
        return "KeyAuth(…)"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Set the header for the time of one exchange."""
        request.headers[KEY_HEADER] = self._key
        try:
            yield request
        finally:
            request.headers.pop(KEY_HEADER, None)


def unusable_key(key: str) -> Words | None:
    """Why `key` cannot be a header value, or None: any non-empty line of printable ASCII can."""
    if not key.strip():
        return words("The key of this account is empty.")
    if not key.isascii() or not key.isprintable():
        return words("The key of this account holds signs that no key has.")
    return None
