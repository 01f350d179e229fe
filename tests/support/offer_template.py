"""A template whose wording changes under a message that is typed already, and what comes of it."""

from __future__ import annotations

from typing import Any

from wa_composer.message.library import Entry

HELLO = "Hi {{name}}, order {{order}} is here."
TURNED = "Order {{order}} for {{name}} is here."


def offer(text: str, *buttons: dict[str, Any]) -> dict[str, Any]:
    """The template with this text of its body, and these buttons."""
    parts: list[dict[str, Any]] = [{"type": "BODY", "text": text}]
    if buttons:
        parts.append({"type": "BUTTONS", "buttons": [*buttons]})
    return {"name": "offer", "language": "en", "category": "UTILITY", "components": parts}


def put(desk: Any, definition: dict[str, Any]) -> None:
    """Let the library hold it; nobody is waited for who is told of that."""
    desk.program.templates.library.change([Entry("offer", "en", definition)])


def type_message(desk: Any, text: str = HELLO) -> None:
    """Write a message of the template with this text."""
    put(desk, offer(text))
    desk.program.templates.use(("offer", "en"))
    desk.type_into("Body value 1", "Ada")
    desk.type_into("Body value 2", "42")


def values(desk: Any) -> list[str]:
    """The values of the message on the screen, from its first part to its last."""
    components = desk.pane.message()["template"]["components"]
    return [one.get("text") for part in components for one in part.get("parameters", ())]


def picture(desk: Any) -> str:
    """What the picture says."""
    return str(desk.control("Preview").accessibleDescription())
