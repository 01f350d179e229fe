"""Which field a problem belongs to, by the path of each."""

from __future__ import annotations

from collections.abc import Sequence

Problem = tuple[str, str, str]


def assign(
    problems: Sequence[Problem], fields: Sequence[tuple[str, ...]]
) -> tuple[list[tuple[str, str]], list[Problem]]:
    """For each field, given by its paths, its (level, sentence); and the problems nobody claims.

    A problem belongs to the field with the longest path that leads to it, else to the first
    field below it. Of several the first error is said, else the first warning.
    """
    found = [("", "")] * len(fields)
    rest = []
    for problem in problems:
        path, level, sentence = problem
        index = _owner(path, fields)
        if index is None:
            rest.append(problem)
        elif not found[index][0] or (found[index][0] == "warning" and level == "error"):
            found[index] = (level, sentence)
    return found, rest


def _owner(path: str, fields: Sequence[tuple[str, ...]]) -> int | None:
    best, length = None, 0
    for index, paths in enumerate(fields):
        for one in paths:
            if len(one) > length and leads_to(one, path):
                best, length = index, len(one)
    if best is not None:
        return best
    below = (i for i, paths in enumerate(fields) if any(leads_to(path, one) for one in paths))
    return next(below, None)


def leads_to(short: str, long: str) -> bool:
    """Whether `long` is `short` or lies below it."""
    if not long.startswith(short) or not short:
        return False
    rest = long[len(short) :]
    return not rest or rest[0] in ".["
