"""Dataclasses made in half the time: what is the same in all of them is not compiled for each.

For each class that is decorated, `dataclasses` writes the text of up to six methods and compiles
it; with a hundred classes that was a tenth of the time until this program is ready. All but
`__init__` do the same in each class but for the names of its fields, and are closures here. What
they do, and say when they refuse, is what the standard library's do (a test compares them).
Python 3.13 compiles the six at once, and needs none of this.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from operator import attrgetter
from typing import Any

# `dataclasses` is changed inside, and differs from one Python to the next: those looked at.
KNOWN_PYTHONS = ((3, 11),)

Method = Callable[..., Any]


def hasten() -> None:
    """Have dataclasses made quickly from here on, where it is known how."""
    if sys.version_info[:2] in KNOWN_PYTHONS:
        for name, maker in MAKERS.items():
            setattr(dataclasses, name, maker)


def make_repr(fields: Any, _globals: Any) -> Method:
    """`__repr__`: the class's name and its fields with their values."""
    names = [field.name for field in fields]

    def __repr__(self: Any) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({shown})"

    wrapped: Method = dataclasses._recursive_repr(__repr__)  # type: ignore[attr-defined]
    return wrapped


def make_compare(name: str, sign: str, mine: str, others: str, globals: Any) -> Method:
    """`__eq__`: the same class, and the same in each field; other comparisons as they come."""
    if name != "__eq__":
        other_sign: Method = STOCK["_cmp_fn"](name, sign, mine, others, globals)
        return other_sign
    # The fields come as the text of a tuple: "(self.one,self.other,)".
    values = _values([each.removeprefix("self.") for each in mine[1:-1].split(",") if each])

    def __eq__(self: Any, other: Any) -> Any:
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    return __eq__


def make_hash(fields: Any, _globals: Any) -> Method:
    """`__hash__`, of the values of the fields."""
    values = _values([field.name for field in fields])

    def __hash__(self: Any) -> int:
        return hash(values(self))

    return __hash__


def make_refusals(cls: Any, fields: Any, _globals: Any) -> tuple[Method, Method]:
    """`__setattr__` and `__delattr__` of what must not be changed."""
    names = frozenset(field.name for field in fields)
    refusal = dataclasses.FrozenInstanceError

    def __setattr__(self: Any, name: str, value: Any) -> None:
        if type(self) is cls or name in names:
            raise refusal(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            raise refusal(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of these fields as a tuple."""
    if not names:
        return lambda _: ()
    if len(names) == 1:
        only = attrgetter(names[0])
        return lambda one: (only(one),)
    return attrgetter(*names)


MAKERS: dict[str, Callable[..., Any]] = {
    "_repr_fn": make_repr,
    "_cmp_fn": make_compare,
    "_hash_fn": make_hash,
    "_frozen_get_del_attr": make_refusals,
}
STOCK: dict[str, Any] = {name: getattr(dataclasses, name, None) for name in MAKERS}
