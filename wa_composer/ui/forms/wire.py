"""Reading and writing single places of a raw message; everything else in it stays as it is.

A form keeps the message exactly as it was loaded and changes only the place that the user
touched. Reading never fails on odd data: what is not there reads as "", a number or a boolean
as its text. Writing makes the containers it needs and replaces one that is no container.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any


def as_text(value: object) -> str:
    """A value as a field shows it: text as it is, a number or boolean spelled out."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return ""


def get(message: object, *steps: str | int) -> Any:
    """The value at the end of `steps`, or None where there is none."""
    here = message
    for step in steps:
        if isinstance(step, str) and isinstance(here, dict):
            here = here.get(step)
        elif isinstance(step, int) and isinstance(here, list) and 0 <= step < len(here):
            here = here[step]
        else:
            return None
    return here


def text_at(message: object, *steps: str | int) -> str:
    """The value at the end of `steps` as a field shows it."""
    return as_text(get(message, *steps))


def mend_dict(parent: Any, step: str | int) -> dict[str, Any]:
    """The object at `step`, made where it is missing or something else."""
    found = get(parent, step)
    if not isinstance(found, dict):
        found = {}
        _set(parent, step, found)
    return found


def mend_list(parent: Any, step: str | int) -> list[Any]:
    """The list at `step`, made where it is missing or something else."""
    found = get(parent, step)
    if not isinstance(found, list):
        found = []
        _set(parent, step, found)
    return found


def put(message: dict[str, Any], value: object, *steps: str | int) -> None:
    """Write `value` at the end of `steps`, making containers on the way where they are missing."""
    here: Any = message
    for step, then in pairwise(steps):
        here = (mend_list if isinstance(then, int) else mend_dict)(here, step)
    _set(here, steps[-1], value)


def drop(message: dict[str, Any], *steps: str | int) -> None:
    """Take out what is at the end of `steps`, if it is there."""
    parent = get(message, *steps[:-1])
    if get(message, *steps) is not None or (isinstance(parent, dict) and steps[-1] in parent):
        del parent[steps[-1]]


def blank_out(message: dict[str, Any], *steps: str | int) -> None:
    """Empty the value at the end of `steps`, if there is one."""
    parent = get(message, *steps[:-1])
    if isinstance(parent, dict) and steps[-1] in parent:
        parent[steps[-1]] = ""


def in_order(parent: dict[str, Any], *keys: str) -> None:
    """Let `keys` come first, in this order; JSON does not care, people who read it do."""
    for key in (*[k for k in keys if k in parent], *[k for k in parent if k not in keys]):
        parent[key] = parent.pop(key)


def _set(parent: Any, step: str | int, value: object) -> None:
    if isinstance(parent, list) and isinstance(step, int) and step >= len(parent):
        parent.append(value)
    else:
        parent[step] = value
