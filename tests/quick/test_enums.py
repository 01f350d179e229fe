"""Enumerations made quickly are those that the standard library makes, attribute for attribute."""

from __future__ import annotations

import copy
import enum
import pickle
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui, QtNetwork, QtSvg, QtWidgets

from wa_composer.quick import enums

BASES = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)
HOW = {"module": __name__, "qualname": "Made", "boundary": enum.KEEP}


def of_qt() -> Iterator[Any]:
    """Each enumeration of the parts of Qt that the program uses."""
    for module in (QtCore, QtGui, QtWidgets, QtNetwork, QtSvg):
        for name in dir(module):
            found = getattr(module, name)
            if isinstance(found, enum.EnumType):
                yield found
            elif isinstance(found, type):
                yield from (v for v in vars(found).values() if isinstance(v, enum.EnumType))


def same(base: Any, names: list[tuple[str, int]]) -> Any:
    """What is made quickly, after it has been compared."""
    stock = enums.STOCK(base, "Made", list(names), **HOW)
    quick = enums.create(base, "Made", list(names), **HOW)
    assert enums.told(quick) == enums.told(stock)
    assert repr(list(quick)) == repr(list(stock))
    assert type(quick) is type(stock) and quick.__mro__[1:] == stock.__mro__[1:]
    return quick


def test_all_of_qt() -> None:
    seen = 0
    for found in of_qt():
        base = found.__mro__[1] if found.__mro__[1] in BASES else None
        assert base is not None, found
        names = [(name, member.value) for name, member in found.__members__.items()]
        assert enums._is_plain(base, names, HOW), found
        same(base, names)
        seen += 1
    assert seen > 500


words = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,8}", fullmatch=True)
lists = st.lists(st.tuples(words, st.integers(-9, 70)), max_size=9, unique_by=lambda n: n[0])


@given(st.sampled_from(BASES), lists)
def test_any_names_and_numbers(base: Any, names: list[tuple[str, int]]) -> None:
    if issubclass(base, enum.Flag):
        names = [(name, abs(value)) for name, value in names]
    try:
        enums.STOCK(base, "Made", list(names), **HOW)
    except Exception as refusal:  # noqa: BLE001 - whatever it is, the same must come
        with pytest.raises(type(refusal)):
            enums.create(base, "Made", list(names), **HOW)
        return
    same(base, names)


@pytest.mark.parametrize("name", ["name", "value", "_hidden", "__dunder__", "real"])
@pytest.mark.parametrize("base", BASES)
def test_names_with_a_meaning_of_their_own_are_left_to_the_library(base: Any, name: str) -> None:
    names = [("First", 1), (name, 2)]
    plain = enums._is_plain(base, names, HOW)
    assert plain is (name == "real" and not issubclass(base, int))


def test_flags_are_calculated_with_and_kept() -> None:
    quick = same(enum.Flag, [("None_", 0), ("A", 1), ("B", 2), ("Both", 3), ("Far", 64)])
    assert quick.A | quick.B is quick.Both
    assert (quick.Far | quick.A) & quick.A is quick.A
    assert list(quick.Both) == [quick.A, quick.B]
    assert quick(65) == quick.A | quick.Far and quick(65) is quick.A | quick.Far
    assert (~quick.Both & quick.Far) is quick.Far and not ~quick.Both & quick.A
    assert quick.B in quick.Both and not quick.None_
    assert quick["Both"] is quick(3) and quick.Both.name == "Both"


def test_members_are_copied_and_packed_as_themselves() -> None:
    found = QtCore.Qt.AlignmentFlag.AlignLeft
    assert copy.deepcopy(found) is found
    assert pickle.loads(pickle.dumps(QtCore.Qt.Key.Key_A)) is QtCore.Qt.Key.Key_A


def test_it_can_be_told_from_now_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enum.EnumType, "_create_", enums.STOCK)
    enums.hasten()
    assert enum.EnumType._create_ is enums.create  # type: ignore[attr-defined]
    made = enum.Flag("Made", [("A", 1)], boundary=enum.KEEP)  # type: ignore[call-overload]
    assert made.__module__ == __name__ and repr(made.A) == "<Made.A: 1>"


@pytest.mark.parametrize("names", ["A B", ["A", "B"], [("A", 1), ("B", 2)]])
@pytest.mark.parametrize("base", BASES)
def test_what_is_left_to_the_library_is_of_the_module_that_asked(
    monkeypatch: pytest.MonkeyPatch, base: Any, names: Any
) -> None:
    monkeypatch.setattr(enum.EnumType, "_create_", enums.create)
    assert base("Made", names).__module__ == __name__


def test_asked_for_out_of_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enum.EnumType, "_create_", enums.create)
    made: list[Any] = []
    nameless = {"enum": enum, "made": made, "__builtins__": {}}
    exec("made.append(enum.Enum('Made', [('A', 1)], boundary=enum.KEEP))", nameless)
    assert [member.value for member in made[0]] == [1]
