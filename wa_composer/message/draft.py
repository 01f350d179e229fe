"""Reads any JSON value as a message being written: always drawable, with all that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wa_composer.message.mend import mend
from wa_composer.message.notes import Notes
from wa_composer.message.problem import Problem
from wa_composer.message.request import Request
from wa_composer.message.rules import check

_MESSAGE = re.compile(r"messages\[([0-9]{1,9})\]")


@dataclass(frozen=True, slots=True)
class Draft:
    """A request as far as it is written, and every problem it has at once."""

    request: Request
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What must be put right before it can be sent."""
        return tuple(p for p in self.problems if p.level == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What may be sent as it is, though something is odd."""
        return tuple(p for p in self.problems if p.level == "warning")

    @property
    def ready(self) -> bool:
        """Whether it can be sent: at least one message and no error."""
        return bool(self.request.messages) and not self.errors


def read(raw: object) -> Draft:
    """Return the draft of any JSON value. Never raises; takes some tens of microseconds.

    Values of a wrong type are kept as text, wrong containers become empty ones, and both are
    problems; unknown keys stay where they are. So no second wave of problems comes up once the
    first is mended. A message object that stands at many places (the same one, not an equal one)
    is read once, and its problems are noted at the first of them.
    """
    notes = Notes()
    if not isinstance(raw, Mapping):
        notes.error("", "not_request")
        return Draft(Request(), tuple(notes.problems))
    request = Request.model_validate(mend(raw, Request, "", notes))
    check(request, notes)
    return Draft(request, _once(notes.problems))


def _once(problems: list[Problem]) -> tuple[Problem, ...]:
    """Keep one problem per place and code, and no "empty" where the value was of a wrong type."""
    mistyped = {p.path for p in problems if p.code in ("not_text", "not_object", "not_list")}
    found: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        if problem.path in mistyped and problem.code not in ("not_text", "not_object", "not_list"):
            continue
        found.setdefault((problem.path, problem.code), problem)
    return in_order(found.values()) if len(found) > 1 else tuple(found.values())


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems of one request in the order of its messages."""
    return tuple(sorted(problems, key=_order))


def _order(problem: Problem) -> tuple[int, int]:
    """The envelope first, then message by message, the recipient before the content."""
    number = _MESSAGE.match(problem.path)
    if number is None:
        return (-1, 0)
    return (int(number.group(1)), 0 if problem.path.endswith("].phoneNumber") else 1)
