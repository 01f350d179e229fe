"""Collects problems while a message is read, each with its place and its sentence."""

from __future__ import annotations

from wa_composer.message.problem import Level, Problem
from wa_composer.message.wording import SENTENCES
from wa_composer.message.words import Words


class Notes:
    """What was found wrong so far, in the order of the file.

    `shared` holds each message object with what became of it, by its identity: one that stands at
    many places is gone through once.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.shared: dict[int, tuple[object, object]] = {}

    def error(self, path: str, code: str, **args: str | int | Words) -> None:
        """Note what makes the message unfit to be sent."""
        self._note("error", path, code, args)

    def warning(self, path: str, code: str, **args: str | int | Words) -> None:
        """Note what the server may refuse, or what looks odd."""
        self._note("warning", path, code, args)

    def _note(self, level: Level, path: str, code: str, args: dict[str, str | int | Words]) -> None:
        self.problems.append(Problem(level, path, code, Words(SENTENCES[code].source, args)))
