"""The raw places of a reply-button message: header, footer, buttons."""

from __future__ import annotations

from typing import Any

from wa_composer.ui.forms import wire
from wa_composer.ui.forms.piece import Message

_ORDER = ("type", "header", "body", "footer", "action")


def blank() -> dict[str, Any]:
    """A message with one empty button."""
    return {"type": "button", "body": {"text": ""}, "action": {"buttons": [blank_button()]}}


def blank_button() -> dict[str, Any]:
    """An empty reply button."""
    return {"type": "reply", "reply": {"id": "", "title": ""}}


class ReplyHeader:
    """The header of a reply-button message."""

    def steps(self, message: Message) -> tuple[str | int, ...] | None:
        """The way to the header."""
        found = wire.get(message, "interactive", "header")
        return None if found is None else ("interactive", "header")

    def paths(self, message: Message) -> tuple[str, str]:
        """The header's path, twice."""
        return "interactive.header", "interactive.header"

    def put(self, message: Message, header: dict[str, Any] | None) -> None:
        """Put a header there, or take it out."""
        interactive = wire.mend_dict(message, "interactive")
        if header is None:
            interactive.pop("header", None)
        else:
            interactive["header"] = header
            wire.in_order(interactive, *_ORDER)


def set_footer(message: Message, text: str) -> None:
    """Write the footer; an empty one is left out unless it holds something unknown."""
    interactive = wire.mend_dict(message, "interactive")
    footer = interactive.get("footer")
    if text:
        wire.mend_dict(interactive, "footer")["text"] = text
        wire.in_order(interactive, *_ORDER)
    elif isinstance(footer, dict) and not set(footer) <= {"text"}:
        footer["text"] = ""
    else:
        interactive.pop("footer", None)


def buttons(message: Message) -> list[Any]:
    """The buttons for reading."""
    found = wire.get(message, "interactive", "action", "buttons")
    return found if isinstance(found, list) else []


def mend_buttons(message: Message) -> list[Any]:
    """The buttons for changing, made where they are missing."""
    interactive = wire.mend_dict(message, "interactive")
    return wire.mend_list(wire.mend_dict(interactive, "action"), "buttons")


def set_part(message: Message, row: int, part: str, text: str) -> None:
    """Write a button's "id" or "title"."""
    button = wire.mend_dict(mend_buttons(message), row)
    button.setdefault("type", "reply")
    wire.mend_dict(button, "reply")[part] = text


def clear_buttons(message: Message) -> None:
    """Empty every title and ID."""
    for row in range(len(buttons(message))):
        for part in ("id", "title"):
            wire.blank_out(message, "interactive", "action", "buttons", row, "reply", part)
