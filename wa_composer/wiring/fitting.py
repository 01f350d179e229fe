"""What of a request does not fit the wording that the library has of its templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wa_composer.message.notes import Notes
from wa_composer.message.slot_rules import check_slots
from wa_composer.message.template import Template

if TYPE_CHECKING:
    from wa_composer.message.problem import Problem
    from wa_composer.message.request import Request
    from wa_composer.message.slots import Slots
    from wa_composer.session.composer import Placed


def misfits(
    request: Request, placed: tuple[Placed, ...], find: Callable[[str, str], Slots | None]
) -> tuple[Problem, ...]:
    """Problems of each message whose template `find` knows; equal messages are looked at once."""
    notes = Notes()
    seen: set[int] = set()
    for number, (outgoing, place) in enumerate(zip(request.messages, placed, strict=False)):
        message = outgoing.message
        if place.entry in seen or not isinstance(message, Template):
            continue
        seen.add(place.entry)
        slots = find(message.name, message.language_code)
        if slots is not None:
            check_slots(message, slots, f"messages[{number}].message", notes)
    return tuple(notes.problems)
