"""The raw places of a template message's buttons, and which of the template's each one fills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wa_composer.message.limits import BUTTON_INDEX_MAX
from wa_composer.message.slots import ButtonSlot, Slots
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.piece import Message
from wa_composer.ui.forms.template_wire import components, places_of

_PAYLOAD, _TEXT = "payload", "text"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the form: where its component stands, and what of the template it is for.

    Without a `place` the template asks for a button that the message does not have. `idle` is a
    component without a value for a button that takes none: it needs no row.
    """

    place: int | None
    slot: ButtonSlot | None = None
    idle: bool = False


def rows(message: Message, slots: Slots | None) -> list[Row]:
    """A row for each button component, then one for each that the template asks for beside."""
    left = list(slots.buttons) if slots else []
    found = []
    for place in places_of(message, "button"):
        component = wire.get(message, "template", "components", place)
        at = kind_and_index(component)
        slot = next((one for one in left if (one.kind, str(one.place)) == at), None)
        if slot is not None:
            left.remove(slot)
        idle = slots is not None and any((kind, str(n)) == at for n, kind in slots.idle)
        found.append(Row(place, slot, idle and not button_value(component)))
    return found + [Row(None, slot) for slot in left]


def kind_and_index(component: object) -> tuple[str, str]:
    """The kind of a button in small letters, and its index as a text."""
    return wire.text_at(component, "sub_type").lower(), wire.text_at(component, "index")


def button_of(message: Message, row: int, slots: Slots | None = None) -> dict[str, Any]:
    """The component of a row; made, with those of the rows before, where it is missing."""
    for each in rows(message, slots)[: row + 1]:
        if each.place is None and each.slot is not None:
            components(message).append(blank_button(each.slot))
    found: dict[str, Any] = components(message)[places_of(message, "button")[row]]
    return found


def blank_button(slot: ButtonSlot) -> dict[str, Any]:
    """The component for a button of the template, its value still empty."""
    made = {"type": "button", "sub_type": slot.kind, "index": str(slot.place)}
    component: dict[str, Any] = made | {"parameters": []}
    set_button_value(component, "")
    return component


def button_value(component: object) -> str:
    """The value that a button is sent with."""
    first = wire.get(component, "parameters", 0)
    own = _TEXT if wire.text_at(first, "type").lower() == _TEXT else _PAYLOAD
    other = _PAYLOAD if own == _TEXT else _TEXT
    return wire.text_at(first, own) or wire.text_at(first, other) or wire.as_text(first)


def set_button_value(component: dict[str, Any], text: str) -> None:
    """Write a button's value as its kind wants it; a phone button without one has none."""
    kind = wire.text_at(component, "sub_type").lower()
    own = _TEXT if kind == "url" else _PAYLOAD
    parameters = wire.mend_list(component, "parameters")
    if kind == "phone_number" and not text and len(parameters) <= 1:
        parameters.clear()
        return
    one = wire.mend_dict(parameters, 0)
    one.pop(_PAYLOAD if own == _TEXT else _TEXT, None)
    one["type"] = own
    one[own] = text
    wire.in_order(one, "type")


def set_button_kind(component: dict[str, Any], kind: str) -> None:
    """Change a button's kind and carry its value over."""
    text = button_value(component)
    component["sub_type"] = kind
    set_button_value(component, text)


def add_button(message: Message) -> None:
    """Add a quick reply at the next free index."""
    button = {"type": "button", "sub_type": "quick_reply", "index": str(next_index(message))}
    components(message).append(button | {"parameters": [{"type": _PAYLOAD, _PAYLOAD: ""}]})


def next_index(message: Message) -> int:
    """The index after the highest one in use, or the lowest free one, or the last."""
    found = wire.get(message, "template", "components")
    texts = (wire.text_at(found, at, "index") for at in places_of(message, "button"))
    used = {int(text) for text in texts if text.isdecimal() and len(text) < 3}
    after = max(used, default=-1) + 1
    if after <= BUTTON_INDEX_MAX:
        return after
    free = (index for index in range(BUTTON_INDEX_MAX + 1) if index not in used)
    return next(free, BUTTON_INDEX_MAX)
