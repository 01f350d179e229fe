"""The address that a template's link button opens. Standard library only: forms show it."""

from __future__ import annotations

import re
from urllib.parse import quote

from wa_composer.message.placeholders import fill

_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*://|www\.", re.IGNORECASE)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_KEPT = ":/?#[]@!$&'()*+,;=%~"


def resolved(url: str, value: str) -> str:
    """Return a button's whole address: its value where the placeholder stands, then encoded.

    What an address cannot have becomes %20 and so on; what is encoded already stays. Without a
    value the placeholder stays to be seen.
    """
    pieces = fill(url, (value,) if value else ())
    return "".join(
        piece.text if piece.kind == "missing" else encoded(piece.text) for piece in pieces
    )


def encoded(text: str) -> str:
    """Return a part of an address with what it cannot have percent-encoded, as UTF-8."""
    return quote(_BARE_PERCENT.sub("%25", text), safe=_KEPT, errors="replace")


def base_of(url: str) -> str:
    """Return what stands before the placeholder of a button's address."""
    return url.partition("{{")[0]


def is_whole(value: str) -> bool:
    """Return whether a value is a whole address rather than the end of one."""
    return bool(_WHOLE.match(value.strip()))
