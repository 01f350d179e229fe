"""What of a request does not fit the wordings that are known of its templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from wa_composer.message.draft import Draft, in_order
from wa_composer.message.notes import Notes
from wa_composer.message.problem import Problem
from wa_composer.message.request import Request
from wa_composer.message.slot_rules import check_slots
from wa_composer.message.slots import Slots
from wa_composer.message.template import Template

_LANGUAGES_NAMED = 5


class Wordings(Protocol):
    """Whoever knows wordings of templates: the library, or a file of definitions."""

    def slots(self, name: str, language: str) -> Slots | None:
        """What that template takes, None when its wording is not known."""

    def languages(self, name: str) -> Sequence[str]:
        """The codes that a template of this name is known in."""


def misfits(request: Request, known: Wordings) -> tuple[Problem, ...]:
    """Return a warning for all that does not fit what is known; never an error.

    A message object that stands at many places is looked at once, at the first of them.
    """
    notes = Notes()
    seen: set[int] = set()
    for number, outgoing in enumerate(request.messages):
        message = outgoing.message
        if id(message) in seen or not isinstance(message, Template):
            continue
        seen.add(id(message))
        path = f"messages[{number}].message"
        slots = known.slots(message.name, message.language_code)
        if slots is not None:
            check_slots(message, slots, path, notes)
        elif languages := known.languages(message.name):
            more = ", …" if len(languages) > _LANGUAGES_NAMED else ""
            named = ", ".join(languages[:_LANGUAGES_NAMED]) + more
            where = f"{path}.template.language.code"
            notes.warning(where, "language_other", name=message.name, languages=named)
    return tuple(notes.problems)


def fitted(draft: Draft, known: Wordings) -> Draft:
    """Return the draft with what does not fit what is known among its problems."""
    found = misfits(draft.request, known)
    return replace(draft, problems=in_order((*draft.problems, *found))) if found else draft
