"""What a sheet for sign-off says of a template message beside its pictures."""

from __future__ import annotations

from wa_composer.message.button_links import resolved
from wa_composer.message.definition import Definition
from wa_composer.message.phone import pretty
from wa_composer.message.slots import slots_of
from wa_composer.message.template import Template
from wa_composer.message.words import Words, words

COPY_CODE = words("Copy code")
"""WhatsApp writes this on such a button itself."""
QUICK_REPLY = words("Quick reply")
Line = tuple[str | Words, str | Words]
"""What stands on a button, and what pressing it does."""


def blanks(message: Template, wording: Definition) -> int:
    """Return how many of the values that the wording takes are not filled in yet.

    Header, body, the ends of links, what quick replies send back and codes to copy all count.
    """
    slots, header = slots_of(wording), message.header
    count = 0
    if slots.header == "text":
        count += header is None or not header.text.strip()
    elif slots.header:
        media = header.media if header is not None else None
        count += media is None or not (media.link.strip() or media.id.strip())
    values = message.body_values
    for place in range(len(slots.body)):
        count += place >= len(values) or not values[place].strip()
    given = {button.index: button for button in message.buttons}
    codes = [place for place, one in enumerate(wording.buttons) if one.kind == "copy_code"]
    for place in (*(slot.place for slot in slots.buttons), *codes):
        button = given.get(place)
        count += button is None or not button.value.strip()
    return count


def leads(message: Template, wording: Definition, behind: int) -> tuple[Line, ...]:
    """Return what stands on each button that leads somewhere, and where: no picture shows that.

    It is the whole address or number, or the code that is copied, "" while that is not given. From
    the place `behind` on no picture shows the buttons at all, and quick replies are named as well.
    """
    given = {button.index: button.value for button in message.buttons}
    found: list[Line] = []
    for place, button in enumerate(wording.buttons):
        if button.kind == "url" and button.url:
            found.append((button.label, resolved(button.url, given.get(place) or "")))
        elif button.kind == "phone_number" and button.phone_number:
            found.append((button.label, pretty(button.phone_number)))
        elif button.kind == "copy_code":
            found.append((COPY_CODE, (given.get(place) or "").strip()))
        elif button.kind == "quick_reply" and place >= behind:
            found.append((button.label, QUICK_REPLY))
    return tuple(found)
