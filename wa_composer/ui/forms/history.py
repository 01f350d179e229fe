"""Undo for a whole form: what it held before each change, one step per run of typing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_MOST = 200
"""Steps kept; each is one small message."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a form held, and the field whose change came after it."""

    state: Any
    key: str


class History:
    """Two stacks of states; typing letter by letter in one field is one step a word."""

    def __init__(self) -> None:
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._run: tuple[str, int] | None = None

    def clear(self) -> None:
        """Forget all; another message stands in the form now."""
        self._past.clear()
        self._future.clear()
        self._run = None

    def pause(self) -> None:
        """The next change begins a step of its own."""
        self._run = None

    def record(self, state: Any, key: str, typed: tuple[str, str] | None) -> None:
        """Keep `state` as it was before a change of `key`; `typed` is the text before, after."""
        self._future.clear()
        run = None if typed is None else (key, _direction(*typed))
        goes_on = run is not None and run == self._run and run[1] != 0 and not _new_word(typed)
        if not goes_on:
            self._past.append(Step(state, key))
            del self._past[:-_MOST]
        self._run = run

    def undo(self, state: Any) -> Step | None:
        """The step to go back to from `state`, or None."""
        return self._move(self._past, self._future, state)

    def redo(self, state: Any) -> Step | None:
        """The step to go forward to from `state`, or None."""
        return self._move(self._future, self._past, state)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forward."""
        return bool(self._future)

    def _move(self, source: list[Step], target: list[Step], state: Any) -> Step | None:
        self._run = None
        if not source:
            return None
        step = source.pop()
        target.append(Step(state, step.key))
        return step


def _direction(before: str, after: str) -> int:
    """1 for one more letter, -1 for one less, 0 for anything bigger, such as pasting."""
    change = len(after) - len(before)
    return change if abs(change) == 1 else 0


def _new_word(typed: tuple[str, str] | None) -> bool:
    """Whether a letter after a blank was typed at the end."""
    if typed is None:
        return False
    before, after = typed
    return bool(before) and before[-1].isspace() and len(after) > len(before)
