"""The rules of the envelope, and which rules belong to which message type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from wa_composer.message import phone, wording
from wa_composer.message.image import Image
from wa_composer.message.interactive import Interactive
from wa_composer.message.interactive_rules import check_interactive
from wa_composer.message.limits import CAPTION_MAX
from wa_composer.message.notes import Notes
from wa_composer.message.request import Outgoing, Request, UnknownMessage
from wa_composer.message.template import Template
from wa_composer.message.template_rules import check_template
from wa_composer.message.texts import media, settled, within
from wa_composer.message.words import Words


def check(request: Request, notes: Notes) -> None:
    """Note everything that is wrong with a request, by the API document's rules."""
    if request.sender:
        _number(notes, "from", request.sender, wording.FROM)
    if not request.messages:
        notes.error("messages", "no_messages")
    checked: set[int] = set()
    for number, outgoing in enumerate(request.messages):
        path, message = f"messages[{number}]", outgoing.message
        _number(notes, f"{path}.phoneNumber", outgoing.phone_number, wording.PHONE_NUMBER)
        if id(message) not in checked:
            checked.add(id(message))
            CHECKS[type(message)](message, f"{path}.message", notes)
    if len(request.messages) > 1:
        _repeats(request.messages, notes)


def _number(notes: Notes, path: str, number: str, field: Words) -> None:
    found = phone.fault(number)
    if found is not None:
        notes.error(path, found[0], field=field, **found[1])
    elif shorter := phone.trunk_zero(number):
        notes.warning(path, "phone_trunk", fit=phone.pretty(shorter))


def _repeats(messages: tuple[Outgoing, ...], notes: Notes) -> None:
    """Nobody gets the same message twice by one press, though the API would allow it."""
    often = Counter(outgoing.phone_number for outgoing in messages)
    seen: set[tuple[str, str]] = set()
    for number, outgoing in enumerate(messages):
        if not outgoing.phone_number or often[outgoing.phone_number] == 1:
            continue
        mark = (outgoing.phone_number, repr(outgoing.message))
        if mark in seen:
            notes.error(f"messages[{number}].phoneNumber", "phone_repeated")
        seen.add(mark)


def _check_image(message: Image, path: str, notes: Notes) -> None:
    data, where = message.image, f"{path}.image"
    media(notes, where, data, "image", wording.IMAGE_LINK, wording.MEDIA_ID)
    if data.caption and settled(notes, f"{where}.caption", data.caption, wording.CAPTION):
        within(notes, f"{where}.caption", data.caption, CAPTION_MAX, wording.CAPTION)


def _check_unknown(message: UnknownMessage, path: str, notes: Notes) -> None:
    if message.type:
        notes.error(f"{path}.type", "message_type", kind=message.type)
    else:
        notes.error(f"{path}.type", "message_type_missing")


CHECKS: dict[type, Callable[[Any, str, Notes], None]] = {
    Template: check_template,
    Interactive: check_interactive,
    Image: _check_image,
    UnknownMessage: _check_unknown,
}
"""The rules by message type; a new type is one entry here."""
