"""Finds bodies made of emoji alone, which WhatsApp draws bigger (up to three of them)."""

from __future__ import annotations

import re

_LONGEST = 60
"""Characters: three family emoji with skin tones stay below this."""

_BASE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe"
    "\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f004-\U0001f1e5\U0001f200-\U0001faff]"
)
_TONE = "[\U0001f3fb-\U0001f3ff]?"
_ONE = f"{_BASE}\ufe0f?{_TONE}"
_EMOJI = re.compile(
    "(?:"
    "[\U0001f1e6-\U0001f1ff]{2}"  # flags of countries
    "|\U0001f3f4[\U000e0061-\U000e007a]+\U000e007f"  # flags of regions
    "|[0-9#*]\ufe0f?\u20e3"  # keycaps
    f"|{_ONE}(?:\u200d{_ONE})*"
    ")"
)
_TEXT_BY_DEFAULT = re.compile("^[\u00a9\u00ae\u2122\u2139\u2194-\u21aa\u25aa-\u25fe](?!\ufe0f)")


def count_if_alone(text: str) -> int:
    """How many emoji `text` holds when it holds nothing else and at most three; otherwise 0."""
    rest = text.strip()
    if not rest or len(rest) > _LONGEST:
        return 0
    found = 0
    while rest:
        match = _EMOJI.match(rest)
        if match is None or _TEXT_BY_DEFAULT.match(rest) or found == 3:
            return 0
        found += 1
        rest = rest[match.end() :].lstrip()
    return found
