"""What of a template message does not fit the wording that is known of its template.

All of it are warnings: the wording is a copy, and the template itself may have changed since.
What the message lacks has a path of its own, `...components[body].parameters[1]` for instance,
`...components[header]` or `...components[button:0]` by the button's place in the template.
"""

from __future__ import annotations

from wa_composer.message import wording
from wa_composer.message.button_links import base_of, is_whole
from wa_composer.message.notes import Notes
from wa_composer.message.slots import Slots
from wa_composer.message.template import Component, Template
from wa_composer.message.unfillable import NAMES, ONE_TIME_CODE


def check_slots(message: Template, slots: Slots, path: str, notes: Notes) -> None:
    """Note where a message and what its template takes do not agree."""
    at = f"{path}.template.components"
    found: dict[str, tuple[str, Component]] = {}
    buttons = []
    for number, component in enumerate(message.template.components):
        own = f"{at}[{number}]"
        if component.type == "button":
            buttons.append((own, component))
        else:
            found.setdefault(component.type, (own, component))
    _beyond(slots, buttons, f"{path}.template.name", notes)
    if _is_code(slots, buttons):
        return
    _body(found.get("body"), slots, at, notes)
    if slots.whole:
        _header(found.get("header"), slots, at, notes)
        _buttons(buttons, slots, at, notes)


def _beyond(slots: Slots, buttons: list[tuple[str, Component]], path: str, notes: Notes) -> None:
    """Say what this program has no way to fill in; that the message may be sent stays so."""
    for kind in slots.unfillable:
        if kind == NAMES:
            notes.warning(path, "template_names")
        elif not (kind == ONE_TIME_CODE and _is_code(slots, buttons)):
            notes.warning(path, "template_beyond", part=wording.BEYOND[kind])


def _is_code(slots: Slots, buttons: list[tuple[str, Component]]) -> bool:
    """Whether a message of another program carries its one-time code, as value of a link."""
    has = any(one.sub_type == "url" and not _is_blank(one) for _own, one in buttons)
    return has and ONE_TIME_CODE in slots.unfillable


def _body(found: tuple[str, Component] | None, slots: Slots, at: str, notes: Notes) -> None:
    given = len(found[1].parameters) if found else 0
    for number in range(given, len(slots.body)):
        field = wording.body_value(number + 1)
        notes.warning(f"{at}[body].parameters[{number}]", "slot_missing", field=field)
    if found is None or not (slots.whole or slots.body):
        return
    for number in range(len(slots.body), given):
        field = wording.body_value(number + 1)
        where = f"{found[0]}.parameters[{number}]"
        notes.warning(where, "slot_extra", field=field, wanted=len(slots.body))


def _header(found: tuple[str, Component] | None, slots: Slots, at: str, notes: Notes) -> None:
    kind = found[1].parameters[0].type if found and found[1].parameters else ""
    if kind == slots.header:
        return
    if found is None or not kind:
        field = wording.HEADER_TEXT if slots.header == "text" else wording.HEADER_LINK
        notes.warning(f"{at}[header]", "slot_missing", field=field)
    elif not slots.header:
        notes.warning(found[0], "header_unwanted")
    else:
        notes.warning(found[0], "header_other", wanted=wording.HEADER_KINDS[slots.header])


def _buttons(given: list[tuple[str, Component]], slots: Slots, at: str, notes: Notes) -> None:
    left = {(slot.kind, str(slot.place)): slot for slot in slots.buttons}
    idle = {(kind, str(place)) for place, kind in slots.idle}
    for number, (own, button) in enumerate(given, start=1):
        key = (button.sub_type, button.index)
        slot = left.pop(key, None)
        if slot is not None and slot.kind == "url":
            _link(button, slot.url, own, number, notes)
        elif slot is None and not (key in idle and _is_blank(button)):
            notes.warning(own, "button_unwanted")
    for number, slot in enumerate(left.values(), start=len(given) + 1):
        field = wording.button_value(number)
        notes.warning(f"{at}[button:{slot.place}]", "slot_missing", field=field)


def _link(button: Component, url: str, own: str, number: int, notes: Notes) -> None:
    value = button.parameters[0].text if button.parameters else ""
    where, base = f"{own}.parameters[0].text", base_of(url)
    if base and is_whole(value):
        field = wording.button_value(number)
        notes.warning(where, "url_whole", field=field, base=base[:80])
    elif base.endswith("/") and value.startswith("/"):
        notes.warning(where, "url_slashes", base=base[:80])


def _is_blank(button: Component) -> bool:
    return not any(one.payload.strip() or one.text.strip() for one in button.parameters)
