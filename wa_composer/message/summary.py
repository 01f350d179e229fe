"""A message in one line, for the log and for lists."""

from __future__ import annotations

from wa_composer.message.image import Image
from wa_composer.message.interactive import Interactive
from wa_composer.message.request import Message
from wa_composer.message.template import Template

EXCERPT = 40
"""Characters of a text that the line shows."""


def summary(message: Message) -> str:
    """Return for example ``Template order_update (en)`` or ``Image “Your order, packed”``."""
    if isinstance(message, Template):
        language = f" ({message.language_code})" if message.language_code else ""
        return f"Template {message.name}".rstrip() + language
    if isinstance(message, Interactive):
        return _quoted("Reply buttons", message.body_text)
    if isinstance(message, Image):
        return _quoted("Image", message.caption or message.media.filename)
    return f"Message of type {message.kind}" if message.kind else "Message without a type"


def _quoted(kind: str, text: str) -> str:
    line = " ".join(text[: EXCERPT * 4].split())
    if not line:
        return kind
    return (
        f"{kind} “{line[: EXCERPT - 1].rstrip()}…”" if len(line) > EXCERPT else f"{kind} “{line}”"
    )
