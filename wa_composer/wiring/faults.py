"""Sorts a draft's problems by where their fields are: which message, and which field of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from wa_composer.message.problem import Problem
from wa_composer.session.composer import Placed
from wa_composer.ui.words import say

_MESSAGE = re.compile(r"messages\[(\d+)\]\.?(.*)", re.DOTALL)
_NUMBER = "phoneNumber"


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem as the window shows it.

    `entry` is the message on the stepper (None: the request as a whole), `recipient` the
    place of a number in Recipients (None: not about a number), `path` the place in the
    message object, `template...` for instance.
    """

    level: str
    sentence: str
    entry: int | None = None
    recipient: int | None = None
    path: str = ""


def sort(problems: Iterable[Problem], placed: tuple[Placed, ...]) -> tuple[Fault, ...]:
    """Faults in the order of the request; what equal messages share is said once."""
    return tuple(dict.fromkeys(_fault(problem, placed) for problem in problems))


def sentence_for(fault: Fault, current: int) -> str:
    """The fault's sentence as read while message `current` is shown: another one is named."""
    if fault.entry is None or fault.entry == current:
        return fault.sentence
    text = QCoreApplication.translate("Faults", "Message {number}: {sentence}")
    return text.format(number=fault.entry + 1, sentence=fault.sentence)


def _fault(problem: Problem, placed: tuple[Placed, ...]) -> Fault:
    sentence = say(problem.words)
    match = _MESSAGE.match(problem.path)
    if match is None or int(match[1]) >= len(placed):
        return Fault(problem.level, sentence, path=problem.path)
    place = placed[int(match[1])]
    rest = match[2]
    if rest == _NUMBER:
        return Fault(problem.level, sentence, place.entry, place.recipient)
    return Fault(problem.level, sentence, place.entry, None, rest.removeprefix("message."))
