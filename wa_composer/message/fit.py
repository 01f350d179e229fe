"""Whether the messages being written would still fit a template whose wording changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wa_composer.message import wording
from wa_composer.message.definition import Definition
from wa_composer.message.notes import Notes
from wa_composer.message.placeholders import renamed
from wa_composer.message.problem import Problem
from wa_composer.message.slot_rules import check_slots
from wa_composer.message.slots import ButtonSlot, Slots, slots_of
from wa_composer.message.template import Template
from wa_composer.message.words import Words, words


@dataclass(frozen=True, slots=True)
class Saved:
    """A message that is being written, and its number where there are several.

    Number 0 is none that is shown now, but one that can be had back. One that ``follows`` knows
    what its values were typed for, and takes them along into the places of another wording.
    """

    number: int
    message: Template
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A message being written that the new wording would no longer fit, and why."""

    number: int
    reasons: tuple[Words, ...]


def breaks(saved: Sequence[Saved], before: Definition, after: Definition) -> tuple[Break, ...]:
    """Return which messages of this template no longer fit, for reasons they did not have before.

    The reasons are the sentences that stand beside the fields then, and the values that were
    written for another placeholder or button than the one in their place.
    """
    was, now = slots_of(before), slots_of(after)
    found = []
    for each in saved:
        had = {(one.path, one.code) for one in _misfits(each.message, was)}
        new = [one for one in _misfits(each.message, now) if (one.path, one.code) not in had]
        reasons = [one.words for one in new]
        if not each.follows:
            reasons += _misplaced(each.message, was, now)
        if reasons:
            found.append(Break(each.number, tuple(reasons)))
    return tuple(found)


def _misfits(message: Template, slots: Slots) -> list[Problem]:
    notes = Notes()
    check_slots(message, slots, "message", notes)
    return notes.problems


def _misplaced(message: Template, was: Slots, now: Slots) -> Iterator[Words]:
    names = renamed([slot.name for slot in was.body], [slot.name for slot in now.body])
    pairs = zip(message.body_values, was.body, now.body, strict=False)
    for number, (value, old, new) in enumerate(pairs, start=1):
        if value.strip() and names.get(old.name, old.name) != new.name:
            yield _other(wording.body_value(number), f"{{{{{old.name}}}}}", f"{{{{{new.name}}}}}")
    known = {(one.place, one.kind): one for one in was.buttons}
    wanted = {(one.place, one.kind): one for one in now.buttons}
    means = {_means(one) for one in now.buttons}
    for number, button in enumerate(message.buttons, start=1):
        at = (-1 if button.index is None else button.index, button.kind)
        if button.value.strip() and at in known and at in wanted:
            had, has = known[at], wanted[at]
            moved = _means(had) != _means(has) and _means(had) in means
            if moved or (had.url or had.label) != (has.url or has.label):
                yield _other(wording.button_value(number), *_told(had, has))


def _means(slot: ButtonSlot) -> tuple[str, str]:
    return slot.label, slot.url


def _told(old: ButtonSlot, new: ButtonSlot) -> tuple[str, str]:
    """What tells two buttons apart: what stands on them, else where they lead."""
    return (old.label, new.label) if old.label != new.label else (old.url, new.url)


def _other(field: Words, old: str, new: str) -> Words:
    return words(
        "{field} was written for {old}, and {new} stands there now.", field=field, old=old, new=new
    )
