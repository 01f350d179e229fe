"""Qt's enumerations, made in a fraction of the time that the standard library takes for them.

PySide6 makes Python enumerations of all of a Qt class's own when the class is first used: some
400, with 5,000 members, before this window is painted. `enum` takes each member through checks
and steps that a plain list of names and numbers does not need: a sixth of the whole start. What
is made here is the same, attribute for attribute (a test compares all of Qt's); whatever is not
plain is left to `enum`.
"""

from __future__ import annotations

import enum
import sys
from typing import Any

# What an enumeration keeps inside differs from one Python to the next, 3.11.2 to 3.11.7 even: it
# is looked at whether such ones come out the same, before any is made this way.
SAMPLES: tuple[tuple[Any, list[tuple[str, int]]], ...] = (
    (enum.Enum, [("A", 0), ("B", 2), ("Alias", 2)]),
    (enum.IntEnum, [("A", 0), ("B", 2), ("Alias", 2)]),
    (enum.Flag, [("Zero", 0), ("B", 2), ("A", 1), ("Far", 12), ("All", -1), ("Alias", 1)]),
    (enum.IntFlag, [("Zero", 0), ("B", 2), ("A", 1), ("Far", 12), ("All", -1), ("Alias", 1)]),
)
STOCK: Any = getattr(enum.EnumType, "_create_", None)
_BASES = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
_FRESH = ("_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_")
_patterns: dict[Any, dict[str, Any]] = {}
_taken: dict[Any, frozenset[str]] = {}


def hasten() -> None:
    """Have plain enumerations made quickly from here on, where they come out the same."""
    if fits():
        enum.EnumType._create_ = create  # type: ignore[attr-defined]


def fits() -> bool:
    """Whether what is made here is what this Python's `enum` makes; takes half a millisecond."""
    try:
        return all(_same(base, names) for base, names in SAMPLES)
    except Exception:  # noqa: BLE001 - whatever does not fit: `enum` makes them all
        return False


def _same(base: Any, names: list[tuple[str, int]]) -> bool:
    how = {"module": __name__, "qualname": "Sample", "boundary": enum.KEEP}
    made = [told(make(base, "Sample", list(names), **how)) for make in (STOCK, create)]
    return made[0] == made[1] and bool(_is_plain(base, names, how))


def told(made: Any) -> dict[str, Any]:
    """All that an enumeration's class has, so that it can be compared with another's."""

    def plain(value: Any) -> Any:
        if isinstance(value, made):
            own = {k: v for k, v in vars(value).items() if k != "__objclass__"}
            return value._name_, own, value.__objclass__ is made
        if isinstance(value, dict):
            return [(key, plain(each)) for key, each in value.items()]
        return getattr(value, "__func__", value)

    left_out = ("__dict__", "__weakref__")
    return {name: plain(value) for name, value in vars(made).items() if name not in left_out}


def create(base: Any, name: str, names: Any, **how: Any) -> Any:
    """The enumeration of those names and whole numbers, as `base(name, names, **how)` has it."""
    module = how.get("module") or _caller()
    if not module or not _is_plain(base, names, how):
        # Named, as it would take `create` for the one who asks.
        return STOCK(base, name, names, **{**how, "module": module or None})
    pattern = _pattern(base)
    pattern["__module__"] = module
    pattern["__qualname__"] = how["qualname"] or name
    made = type.__new__(enum.EnumType, name, (base,), pattern)
    _fill(made, names)
    if issubclass(base, enum.Flag):
        _weigh(made)
    return made


def _caller() -> str:
    """The module that asked for the enumeration; empty where C asked with no Python around it."""
    try:
        return str(sys._getframe(3).f_globals["__name__"])  # past this, `create` and `enum`
    except (ValueError, KeyError):
        return ""


def _is_plain(base: Any, names: Any, how: dict[str, Any]) -> bool:
    if base not in _BASES or type(names) is not list or how.get("type") is not None:
        return False
    if how.get("boundary") is not enum.KEEP or "module" not in how or "qualname" not in how:
        return False
    if base not in _taken:
        # Not `dir(base)`, which does not tell of `name` and `value`.
        _taken[base] = frozenset({"mro", ""}.union(*(vars(each) for each in base.__mro__)))
    for each in names:
        if type(each) is not tuple or type(each[1]) is not int or each[0][:1] == "_":
            return False
    return _taken[base].isdisjoint(dict(names))


def _pattern(base: Any) -> dict[str, Any]:
    """What the class of an enumeration without a member has; nothing in it is shared."""
    if base not in _patterns:
        empty = STOCK(base, "Empty", [], module=__name__, boundary=enum.KEEP)
        _patterns[base] = {
            name: value
            for name, value in empty.__dict__.items()
            if name not in ("__dict__", "__weakref__")
        }
    pattern = dict(_patterns[base])
    for name in _FRESH:
        pattern[name] = pattern[name].copy()
    return pattern


def _fill(made: Any, names: list[tuple[str, int]]) -> None:
    """Make the members; of several with one number the first, the others are its aliases."""
    new, with_value = made._new_member_, made._use_args_
    own, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    flags = issubclass(made, enum.Flag)
    put = type.__setattr__
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = new(made, value) if with_value else new(made)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(own)
            by_value[value] = member
            # Of flags those of several bits, or of none, are no members of their own.
            if not flags or (value > 0 and not value & (value - 1)):
                own.append(name)
        by_name[name] = member
        put(made, name, member)


def _weigh(made: Any) -> None:
    """Say which bits the flags have, and in which order they come."""
    values = list(made._value2member_map_)
    singles = [value for value in values if value > 0 and not value & (value - 1)]
    for value in values:
        made._flag_mask_ |= value
    for value in singles:
        made._singles_mask_ |= value  # the first of 3.11 have none: `fits` says no there
    made._all_bits_ = 2 ** made._flag_mask_.bit_length() - 1
    if singles != sorted(singles):
        made._iter_member_ = made._iter_member_by_def_
