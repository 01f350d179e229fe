"""How much work something is, in steps: the same on every machine, however busy it is.

A step is a line of Python that is run, or a character that an expression or a search of the
program goes through. What a library does in one call of its own is one step.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


class Steps:
    """Counts while it is `counting`."""

    def __init__(self) -> None:
        self.taken = 0

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count what this thread does meanwhile, in whatever it is called back by too."""
        patterns = [
            (module, name, value)
            for key, module in list(sys.modules.items())
            if key.startswith("wa_composer.")
            for name, value in list(vars(module).items())
            if isinstance(value, re.Pattern)
        ]
        before = sys.gettrace()
        for module, name, pattern in patterns:
            setattr(module, name, _Expression(pattern, self))
        sys.settrace(self._trace)
        try:
            yield
        finally:
            sys.settrace(before)
            for module, name, pattern in patterns:
                setattr(module, name, pattern)

    def _trace(self, frame: FrameType, _event: str, _arg: object) -> Any:
        if not frame.f_code.co_filename.startswith(_HERE):
            self.taken += 1
            return self._trace
        return None


def steps(work: Callable[[], object]) -> int:
    """The steps of one piece of work."""
    counted = Steps()
    with counted.counting():
        work()
    return counted.taken


def growth(work: Callable[[str], object], piece: Callable[[int], str], count: int) -> float:
    """How many times the work is of four times the text: 4, where each sign is met once; 16,
    where each is met for each other.
    """
    taken = []
    for number in (count, 4 * count):
        counted = Steps()
        text = Text(piece(number), counted)
        with counted.counting():
            work(text)
        taken.append(counted.taken)
    return taken[1] / taken[0]


class Text(str):
    """A text that counts the characters which are gone through in it."""

    _steps: Steps

    def __new__(cls, value: str, counted: Steps) -> Text:
        made = super().__new__(cls, value)
        made._steps = counted
        return made

    def find(self, sub: str, start: Any = 0, end: Any = None) -> int:
        last = len(self) if end is None else min(end, len(self))
        found = super().find(sub, start, last)
        self._steps.taken += max(1, (last if found < 0 else found) - start)
        return found

    def __getitem__(self, key: Any) -> str:
        found = super().__getitem__(key)
        self._steps.taken += len(found)
        return found

    def __iter__(self) -> Iterator[str]:
        for sign in super().__iter__():
            self._steps.taken += 1
            yield sign


class Data(bytes):
    """Bytes that count how many of them are read."""

    _steps: Steps

    def __new__(cls, value: bytes, counted: Steps) -> Data:
        made = super().__new__(cls, value)
        made._steps = counted
        return made

    def find(self, sub: Any, start: Any = 0, end: Any = None) -> int:
        last = len(self) if end is None else min(end, len(self))
        found = super().find(sub, start, last)
        self._steps.taken += max(1, (last if found < 0 else found) - start)
        return found

    def __getitem__(self, key: Any) -> Any:
        found = super().__getitem__(key)
        self._steps.taken += len(found) if isinstance(found, bytes) else 1
        return found


class _Expression:
    """A compiled expression of the program, which counts what it goes through."""

    def __init__(self, pattern: re.Pattern[str], counted: Steps) -> None:
        self._pattern = pattern
        self._steps = counted

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        found = self._pattern.match(text, *bounds)
        self._steps.taken += 1 if found is None else max(1, found.end() - found.start())
        return found

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        self._steps.taken += len(text)
        return self._pattern.fullmatch(text, *bounds)

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        found = self._pattern.search(text, *bounds)
        start, end = _bounds(text, bounds)
        self._steps.taken += max(1, (end if found is None else found.end()) - start)
        return found

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        start, end = _bounds(text, bounds)
        for found in self._pattern.finditer(text, *bounds):
            self._steps.taken += max(1, found.end() - start)
            start = found.end()
            yield found
        self._steps.taken += max(1, end - start)

    def findall(self, text: str, *bounds: int) -> list[Any]:
        self._steps.taken += len(text)
        return self._pattern.findall(text, *bounds)

    def sub(self, new: Any, text: str, *more: Any) -> str:
        self._steps.taken += len(text)
        return self._pattern.sub(new, text, *more)

    def split(self, text: str, *more: Any) -> list[Any]:
        self._steps.taken += len(text)
        return self._pattern.split(text, *more)


def _bounds(text: str, given: tuple[int, ...]) -> tuple[int, int]:
    start, end = (*given, len(text))[:2] if given else (0, len(text))
    return start, min(end, len(text))


_HERE = __file__
