"""A message takes the shape of another template: values go along, and come back with the old one.

A value belongs to its placeholder: to its name, or to its number. Where a wording changes in
names alone, they are still the same. What one template has no place for is kept aside, by
placeholder, until a template has one again: another one that somebody chose, or that very one with
another wording. What no template ever asked for, since it was added by hand or came with a file,
stays in the message.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from wa_composer.message.limits import MEDIA_FORMATS
from wa_composer.message.placeholders import heirs
from wa_composer.message.slots import ButtonSlot, Slots
from wa_composer.ui.forms import button_wire, wire
from wa_composer.ui.forms import template_wire as raw
from wa_composer.ui.forms.piece import Message


@dataclass(frozen=True, slots=True)
class Known:
    """A template of the library by its name and language code, and what it takes."""

    name: str
    slots: Slots
    language: str = ""

    def is_same(self, other: Known) -> bool:
        """Whether it is that template, maybe with another wording."""
        return (self.name, self.language) == (other.name, other.language)


@dataclass
class Kept:
    """Values aside, each under its template and its placeholder, those kept last at the end.

    A button's belongs to its own template; the others go along into another one as well.
    """

    headers: dict[tuple[str, str, str], dict[str, Any]] = field(default_factory=dict)
    values: dict[tuple[str, str], str] = field(default_factory=dict)
    buttons: dict[tuple[str, int, str], dict[str, Any]] = field(default_factory=dict)

    def state(self) -> dict[str, Any]:
        """All of it as JSON values of its own, for `kept_of`; empty when nothing is aside."""
        found = {
            "headers": [[*key, deepcopy(value)] for key, value in self.headers.items()],
            "values": [[*key, value] for key, value in self.values.items()],
            "buttons": [[*key, deepcopy(value)] for key, value in self.buttons.items()],
        }
        return {key: value for key, value in found.items() if value}


def kept_of(state: Mapping[str, Any]) -> Kept:
    """What `Kept.state` gave; what does not fit is left out."""
    kept = Kept()
    for one in _rows(state, "headers"):
        match one:
            case [str(template), str(kind), str(name), dict(value)]:
                kept.headers[template, kind, name] = deepcopy(value)
    for one in _rows(state, "values"):
        match one:
            case [str(template), str(name), str(text)]:
                kept.values[template, name] = text
    for one in _rows(state, "buttons"):
        match one:
            case [str(name), int(place), str(kind), dict(value)]:
                kept.buttons[name, place, kind] = deepcopy(value)
    return kept


def _rows(state: Mapping[str, Any], key: str) -> list[Any]:
    found = state.get(key)
    return found if isinstance(found, list) else []


def adopt(message: Message, old: Known | None, new: Known, kept: Kept) -> None:
    """Give `message` the components that `new` takes, with the values there are for them.

    `old` is the template whose values stand in the message; None when they were added by hand.
    """
    header = _header(message, old, new, kept)
    body = _body(message, old, new, kept)
    buttons = _buttons(message, old, new, kept)
    firsts = {raw.first_of(message, "header"), raw.first_of(message, "body")}
    taken = firsts | set(raw.places_of(message, "button"))
    found = raw.components(message)
    others = [one for place, one in enumerate(found) if place not in taken]
    found[:] = [*header, *body, *buttons, *others]


def _header(message: Message, old: Known | None, new: Known, kept: Kept) -> Iterator[Any]:
    place = raw.first_of(message, "header")
    component = {"type": "header"} if place is None else raw.components(message)[place]
    parameters = wire.get(component, "parameters")
    value = wire.get(parameters, 0)
    if _is_filled(parameters) and not (isinstance(value, dict) and len(parameters) == 1):
        yield component
        return
    kind = wire.text_at(value, "type").lower()
    wanted, name = new.slots.header, new.slots.header_slot.name
    if old is not None and kind and kind == old.slots.header:
        _keep(kept.headers, (old.name, kind, old.slots.header_slot.name), value)
        value = None
    elif kind != wanted and _is_filled(value):
        yield component  # no template asked for it, so nobody but the user may take it out
        return
    if not wanted:
        return
    if value is None or kind != wanted:
        moves = old is not None and old.is_same(new)
        value = _kept(kept.headers, (new.name, wanted, name), moves) or _blank_header(wanted)
    yield {**component, "parameters": [value]}


def _body(message: Message, old: Known | None, new: Known, kept: Kept) -> Iterator[Any]:
    place = raw.first_of(message, "body")
    component = {"type": "body"} if place is None else raw.components(message)[place]
    given = raw.values(message)
    known = old.slots.body if old is not None else ()
    parameters = wire.get(component, "parameters")
    if not isinstance(parameters, list) and _is_filled(parameters):
        yield component
        return
    loose = dict(enumerate(given))  # added by hand
    moves = old is not None and old.is_same(new)
    names = {}
    if moves:
        names = heirs([slot.name for slot in known], [slot.name for slot in new.slots.body])
    for at, slot in enumerate(known[: len(given)]):
        if old is not None and _is_text(parameters[at]):
            name = names.get(slot.name, slot.name)
            _keep(kept.values, (old.name, name), loose.pop(at))
    made = []
    for at, slot in enumerate(new.slots.body):
        mine = _kept(kept.values, (new.name, slot.name), moves) or ""
        text = loose.pop(at) if loose.get(at) else mine
        same = at < len(given) and given[at] == text and isinstance(parameters[at], dict)
        made.append(parameters[at] if same else {"type": "text", "text": text})
    made += [parameters[at] for at in loose if _is_filled(parameters[at])]
    if made:
        yield {**component, "parameters": made}


def _keep(aside: dict[Any, Any], key: tuple[str, ...], value: Any) -> None:
    aside.pop(key, None)
    aside[key] = value


def _kept(aside: Mapping[Any, Any], key: tuple[str, ...], moves: bool) -> Any:
    """What is aside for a placeholder; from another template only where somebody chose that."""
    last = next((aside[one] for one in reversed(aside) if one[1:] == key[1:]), None)
    return aside.get(key) if moves or not _is_filled(last) else last


def _buttons(message: Message, old: Known | None, new: Known, kept: Kept) -> Iterator[Any]:
    found = raw.components(message)
    mine: dict[ButtonSlot, Any] = {}
    loose = []
    for row in button_wire.rows(message, old.slots if old is not None else None):
        if row.place is None:
            continue
        component = found[row.place]
        if row.idle and not _is_filled(wire.get(component, "parameters")):
            continue
        if row.slot is None or old is None:
            loose.append(component)
            continue
        kept.buttons[old.name, row.slot.place, row.slot.kind] = component
        mine[row.slot] = component
    moves = old is not None and old.is_same(new)
    wanted = {_means(slot) for slot in new.slots.buttons}
    for slot in new.slots.buttons:
        at = (slot.kind, str(slot.place))
        by_hand = next((one for one in loose if button_wire.kind_and_index(one) == at), None)
        if by_hand is not None:
            loose.remove(by_hand)
        along = _along(slot, mine, moves)
        aside = kept.buttons.get((new.name, slot.place, slot.kind))
        other = moves and any(_is_other(slot, known, wanted) for known in mine)
        if moves or not button_wire.button_value(aside):
            aside = along or (None if other else aside)
        yield by_hand or aside or button_wire.blank_button(slot)
    yield from (one for one in loose if _is_filled(wire.get(one, "parameters")))


def _along(slot: ButtonSlot, mine: Mapping[ButtonSlot, Any], moves: bool) -> Any:
    """The component of a button that means the same, so that its value goes along."""
    alike = {known.place: one for known, one in mine.items() if _means(known) == _means(slot)}
    if slot.place in alike or not (moves and alike):
        return alike.get(slot.place)
    return {**deepcopy(next(iter(alike.values()))), "index": str(slot.place)}


def _is_other(slot: ButtonSlot, known: ButtonSlot, wanted: Collection[object]) -> bool:
    """Whether another button stood in a place: it is elsewhere now, or nothing of it is left."""
    if slot.place != known.place or _means(slot) == _means(known):
        return False
    return _means(known) in wanted or (slot.label != known.label and slot.url != known.url)


def _means(slot: ButtonSlot) -> tuple[str, str, str]:
    return slot.kind, slot.label, slot.url


def _is_text(parameter: Any) -> bool:
    """Whether all that stands in a body's parameter is what its field shows."""
    if not isinstance(parameter, dict):
        return True
    return not any(_is_filled(one) for key, one in parameter.items() if key not in ("type", "text"))


def _is_filled(value: Any) -> bool:
    """Whether anything stands in a parameter beside its type."""
    if isinstance(value, dict):
        return any(_is_filled(one) for key, one in value.items() if key != "type")
    if isinstance(value, list):
        return any(_is_filled(one) for one in value)
    return value not in (None, "")


def _blank_header(kind: str) -> dict[str, Any]:
    if kind in MEDIA_FORMATS:
        return {"type": kind, kind: {"link": "", "id": ""}}
    return {"type": kind, "text": ""}
