"""What a send address may look like, so that a key never travels in the clear. Stdlib only."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from wa_composer.message.words import Words, words

ENDPOINT_MAX = 2048


def is_loopback(host: str) -> bool:
    """Whether `host` is this computer itself: 127.0.0.0/8, ::1 or localhost."""
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def endpoint_problem(url: str) -> Words | None:
    """Why `url` cannot be the address of the send call, or None when it can.

    It must be HTTPS, or plain HTTP to this computer only (the practice endpoint). The sentence
    never repeats the address, which may hold what should not be shown.
    """
    if not url.strip():
        return words("The address of the account is empty.")
    if len(url) > ENDPOINT_MAX or any(c.isspace() or not c.isprintable() for c in url):
        return words("The address of the account holds spaces or signs that no address has.")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return words("The address of the account is not a web address.")
    if parts.scheme not in ("http", "https") or not host or port == 0:
        return words("The address of the account is not a web address; it begins with https://.")
    if "@" in parts.netloc or parts.fragment:
        return words("The address of the account may hold no user name, password or # part.")
    if parts.scheme == "http" and not is_loopback(host):
        return words(
            "The address of the account must begin with https://, so that nobody on the way "
            "can read the key."
        )
    return None
