"""What the values of a message were typed for, in a form that outlives the wording of that time."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from wa_composer.message.slots import PLACES, ButtonSlot, Slot, Slots
from wa_composer.ui.forms.piece import Message
from wa_composer.ui.forms.template_follow import Known, adopt, kept_of
from wa_composer.ui.forms.template_origin import origin_of


def places_of(slots: Slots) -> dict[str, Any]:
    """The names and buttons that values stand in, as JSON values for `known_at`."""
    return {
        "header": [slots.header, slots.header_slot.name],
        "body": [slot.name for slot in slots.body],
        "buttons": [[one.place, one.kind, one.label, one.url] for one in slots.buttons],
    }


def noted(last: Known | None, named: tuple[str, str]) -> dict[str, Any]:
    """What to keep beside a message that names `named` and whose values are those of `last`.

    That is `last` where it is another template, and what its places are called where that is more
    than a number.
    """
    if last is None:
        return {}
    if (last.name, last.language) != named:
        return {"template": [last.name, last.language], PLACES: places_of(last.slots)}
    return {} if _is_plain(last.slots) else {PLACES: places_of(last.slots)}


def _is_plain(slots: Slots) -> bool:
    names = [slot.name for slot in slots.body]
    numbers = names == [str(number) for number in range(1, len(names) + 1)]
    return numbers and slots.header_slot.name in ("", "1") and len(slots.buttons) < 2


def known_at(aside: Mapping[str, Any], named: tuple[str, str]) -> Known | None:
    """The template as it was when the values were typed; None where nobody noted that."""
    match aside.get("template"):
        case [str(name), str(language)]:
            named = name, language
    match aside.get(PLACES):
        case {"header": [str(header), str(name)], "body": list(body), "buttons": list(buttons)}:
            made = [
                ButtonSlot(place, kind, label, url)
                for place, kind, label, url in (one for one in buttons if len(one) == 4)
            ]
            values = tuple(Slot(str(one)) for one in body)
            return Known(named[0], Slots(header, Slot(name), "", values, tuple(made)), named[1])
    return None


def is_other(old: Known, new: Known) -> bool:
    """Whether values of one stand in other places than those of the other."""
    return not old.is_same(new) or places_of(old.slots) != places_of(new.slots)


def caught_up(
    message: Mapping[str, Any], aside: Mapping[str, Any], new: Known
) -> tuple[Message, dict[str, Any]] | None:
    """The message, and what is aside of it, with the values in the places that `new` has for them.

    None where they stand there already, or nobody knows what they were typed for.
    """
    old = known_at(aside, (new.name, new.language))
    if old is None or not is_other(old, new):
        return None
    made, kept = deepcopy(dict(message)), kept_of(aside)
    adopt(made, old, new, kept)
    return made, origin_of(aside).state() | kept.state() | noted(new, (new.name, new.language))
