"""Whether the messages being written would still fit a template whose wording changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wa_composer.message.definition import Definition
from wa_composer.message.notes import Notes
from wa_composer.message.problem import Problem
from wa_composer.message.slot_rules import check_slots
from wa_composer.message.slots import slots_of
from wa_composer.message.template import Template
from wa_composer.message.words import Words


@dataclass(frozen=True, slots=True)
class Saved:
    """A message that is being written, and its number where there are several.

    Number 0 is none that is shown now, but one that can be had back.
    """

    number: int
    message: Template


@dataclass(frozen=True, slots=True)
class Break:
    """A message being written that the new wording would no longer fit, and why."""

    number: int
    reasons: tuple[Words, ...]


def breaks(saved: Sequence[Saved], before: Definition, after: Definition) -> tuple[Break, ...]:
    """Return which messages of this template no longer fit, for reasons they did not have before.

    The reasons are the sentences that stand beside the fields then.
    """
    found = []
    for each in saved:
        had = {(one.path, one.code) for one in _misfits(each.message, before)}
        new = [one for one in _misfits(each.message, after) if (one.path, one.code) not in had]
        if new:
            found.append(Break(each.number, tuple(one.words for one in new)))
    return tuple(found)


def _misfits(message: Template, wording: Definition) -> list[Problem]:
    notes = Notes()
    check_slots(message, slots_of(wording), "message", notes)
    return notes.problems
