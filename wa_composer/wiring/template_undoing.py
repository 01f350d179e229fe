"""The ways back from removals and imports, the last one first."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wa_composer.message.library import Entry, Key

if TYPE_CHECKING:
    from wa_composer.session.library import Library
    from wa_composer.storage.templates import Undo

MOST = 30
"""Ways back that are kept."""


@dataclass(frozen=True, slots=True)
class Step:
    """What was done in words, what takes it back, and what the templates were after it."""

    said: str
    label: str
    undo: Undo
    after: dict[Key, Entry]

    def touched(self) -> list[Key]:
        """Name and language of each template that was changed."""
        return [*(entry.key for entry in self.undo.put), *self.undo.drop]


class Steps:
    """A step of which nothing is as it left it has nothing to take back, and is passed over.

    It is passed over when it is asked for and not before: a later step may undo what changed.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._steps: deque[Step] = deque(maxlen=MOST)

    def add(self, said: str, label: str, undo: Undo) -> None:
        """Something was done; `label` is for a button that takes it back, among other things."""
        made = Step(said, label, undo, {})
        self._steps.append(Step(said, label, undo, self._library.some(made.touched())))

    def last(self) -> Step | None:
        """The one to take back next."""
        while self._steps and not self.is_open():
            self._steps.pop()
        return self._steps[-1] if self._steps else None

    def take(self) -> Step | None:
        """The one to take back now; it is not offered again."""
        return self._steps.pop() if self.last() is not None else None

    def is_open(self) -> bool:
        """Whether the last one has something to take back at this moment."""
        last = self._steps[-1] if self._steps else None
        return last is not None and any(self.untouched(last, [key]) for key in last.touched())

    def untouched(self, step: Step, keys: Sequence[Key]) -> set[Key]:
        """Which of these templates are what they were after a step."""
        now = self._library.some(keys)
        return {key for key in keys if _text(now.get(key)) == _text(step.after.get(key))}


def _text(entry: Entry | None) -> object:
    return None if entry is None else entry.definition
