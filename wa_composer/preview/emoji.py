"""Finds emoji: those in a text are drawn a little bigger, up to three alone much bigger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_LONGEST_ALONE = 60
"""Characters: three family emoji with skin tones stay below this."""

# Characters of the older blocks that are emoji by themselves (Unicode: Emoji_Presentation).
_BY_DEFAULT = (
    "\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1"
    "\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705"
    "\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50"
    "\u2b55\U0001f004-\U0001f1e5\U0001f200-\U0001faff"
)
# Characters that are emoji only when U+FE0F asks for it.
_ON_REQUEST = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u2328-\u23fa\u24c2\u25aa-\u25fe"
    "\u2600-\u27bf\u2934\u2935\u2b05-\u2b07\u3030\u303d\u3297\u3299"
)
_TONE = "[\U0001f3fb-\U0001f3ff]"
_ONE = f"(?:[{_BY_DEFAULT}]\ufe0f?{_TONE}?|[{_ON_REQUEST}](?:\ufe0f|{_TONE}))"
_JOINED = f"(?:\u200d(?:{_ONE}|[{_ON_REQUEST}]))"
_EMOJI = (
    "(?:"
    "[\U0001f1e6-\U0001f1ff]{2}"  # flags of countries
    "|\U0001f3f4[\U000e0061-\U000e007a]{1,8}\U000e007f"  # flags of regions
    "|[0-9#*]\ufe0f?\u20e3"  # keycaps
    f"|{_ONE}{_JOINED}*"
    ")"
)


@cache
def _emoji() -> re.Pattern[str]:
    return re.compile(_EMOJI)  # 1 ms: many a text has none


def runs(text: str) -> Iterator[tuple[int, int]]:
    """Where emoji stand in `text`, as (start, end) of its characters."""
    if text.isascii():
        return iter(())
    return (match.span() for match in _emoji().finditer(text))


def count_if_alone(text: str) -> int:
    """How many emoji `text` holds when it holds nothing else and at most three; otherwise 0."""
    rest = text.strip()
    if not rest or len(rest) > _LONGEST_ALONE or rest.isascii():
        return 0
    found = 0
    while rest:
        match = _emoji().match(rest)
        if match is None or found == 3:
            return 0
        found += 1
        rest = rest[match.end() :].lstrip()
    return found
