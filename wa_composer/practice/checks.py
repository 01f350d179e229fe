"""What the practice endpoint demands of a request: headers, then body, as documented."""

from __future__ import annotations

import json
from collections.abc import Mapping

from wa_composer.message.draft import read
from wa_composer.practice.answers import EDGE_BLOCKED, UNAUTHORIZED, Reply, invalid

KEY_HEADER = "x-ins-auth-key"
LIBRARY_AGENTS = (
    "aiohttp",
    "apache-httpclient",
    "axios",
    "curl/",
    "dart",
    "go-http-client",
    "guzzlehttp",
    "java/",
    "libwww-perl",
    "node",
    "okhttp",
    "postmanruntime",
    "python",
    "ruby",
    "undici",
    "wget",
)
"""Beginnings of the User-Agents that libraries send by themselves, in lower case."""


def header_fault(headers: Mapping[str, str]) -> Reply | None:
    """The answer to a request whose headers do not pass, or None: the edge looks first.

    `headers` are named in lower case.
    """
    agent = headers.get("user-agent", "").strip().lower()
    if not agent or agent.startswith(LIBRARY_AGENTS):
        return EDGE_BLOCKED
    if not headers.get(KEY_HEADER, "").strip():
        return UNAUTHORIZED
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        return invalid(["Content-Type must be application/json"])
    return None


def body_fault(body: bytes) -> Reply | tuple[str, ...]:
    """The recipients of a valid request, in order, or the answer that names what is wrong."""
    try:
        raw = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        return invalid(["the body is not JSON"])
    draft = read(raw)
    if not draft.ready:
        faults = [f"{p.path}: {p.words.english()}" for p in draft.errors]
        return invalid(faults or ["there is no message"])
    return tuple(outgoing.phone_number for outgoing in draft.request.messages)
