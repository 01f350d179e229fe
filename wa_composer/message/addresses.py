"""Finds web and mail addresses in a text, inside which formatting marks stay as they are."""

from __future__ import annotations

import re

_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"`]+", re.IGNORECASE)
_TRAILING = "*_~.,;:!?)]}'\""
_BEFORE_AT = re.compile(r"[\w.+-]")
_DOMAIN = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}")
LOCAL_MAX = 64
"""Characters before the @ of a mail address (RFC 5321); bounds the look backwards."""


def addresses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return start and end of each address between ``start`` and ``end``, in order.

    Marks and punctuation at the very end belong to the sentence, not to the address.
    """
    found = []
    if _may_hold_web(text[start:end]):
        for match in _WEB.finditer(text, start, end):
            bare = match.group().rstrip(_TRAILING)
            if bare:
                found.append((match.start(), match.start() + len(bare)))
    at = text.find("@", start, end)
    while at >= 0:
        mail = _mail(text, at, start, end)
        if mail is not None:
            found.append(mail)
        at = text.find("@", at + 1, end)
    return found


def may_hold_address(text: str) -> bool:
    """Whether it is worth while to look for addresses; most texts are done with after this."""
    return "@" in text or _may_hold_web(text)


def _may_hold_web(text: str) -> bool:
    return "://" in text or "www." in text.lower()


def _mail(text: str, at: int, start: int, end: int) -> tuple[int, int] | None:
    domain = _DOMAIN.match(text, at + 1, end)
    if domain is None:
        return None
    first = at
    while first > start and at - first < LOCAL_MAX and _BEFORE_AT.match(text[first - 1]):
        first -= 1
    while first < at and text[first] in "_.-+":
        first += 1
    return (first, domain.end()) if first < at else None
