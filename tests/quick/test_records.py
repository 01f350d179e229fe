"""Dataclasses made quickly do what those of the standard library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wa_composer.quick import begin, records

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] not in records.KNOWN_PYTHONS,
    reason="dataclasses are left alone on this Python",
)
HOWS = [
    {},
    {"frozen": True},
    {"slots": True},
    {"frozen": True, "slots": True},
    {"eq": False},
    {"order": True},
    {"unsafe_hash": True},
]
NAMES = [(), ("one",), ("one", "two"), ("name", "self_", "other")]


@pytest.fixture(autouse=True)
def _left_as_it_was() -> Iterator[None]:
    before = {name: getattr(dataclasses, name) for name in records.MAKERS}
    yield
    use(before)


def use(makers: dict[str, Any]) -> None:
    for name, maker in makers.items():
        setattr(dataclasses, name, maker)


def make(makers: dict[str, Any], names: tuple[str, ...], how: dict[str, Any]) -> Any:
    use(makers)
    return dataclasses.make_dataclass("Made", [(name, Any) for name in names], **how)


def outcome(doing: Any, *args: Any) -> Any:
    """What comes of it, or the words in which it is refused."""
    try:
        return doing(*args)
    except Exception as refusal:  # noqa: BLE001 - whatever it is, it is compared
        return type(refusal), str(refusal)


def behaviour(made: Any, names: tuple[str, ...]) -> list[Any]:
    values = list(range(len(names)))
    first, again, third = made(*values), made(*values), made(*([None] * len(names)))
    found: list[Any] = [
        repr(first),
        first == again,
        first == third,
        first == tuple(values),
        outcome(hash, third) if made.__hash__ is not object.__hash__ else "its place",
        outcome(lambda: first < again),
        sorted(name for name in vars(made) if name != "__doc__"),
        {name: vars(made)[name].__qualname__ for name in ("__repr__", "__init__")},
        repr(copy.copy(first)) == repr(first),
    ]
    for name in (*names, "unheard_of"):
        found.append(outcome(setattr, first, name, 7))
        found.append(outcome(delattr, again, name))
    return found


@pytest.mark.parametrize("names", NAMES, ids=len)
@pytest.mark.parametrize("how", HOWS, ids=str)
def test_the_same_in_every_way(names: tuple[str, ...], how: dict[str, Any]) -> None:
    stock = make(records.STOCK, names, how)
    quick = make(records.MAKERS, names, how)
    assert behaviour(quick, names) == behaviour(stock, names)


values = st.one_of(st.none(), st.integers(), st.floats(), st.text(), st.tuples(st.integers()))


@given(st.tuples(values, values), st.tuples(values, values))
def test_equal_when_the_library_says_so(mine: Any, others: Any) -> None:
    use(records.STOCK)
    stock = dataclasses.make_dataclass("Made", ["one", "two"], frozen=True, slots=True)
    use(records.MAKERS)
    quick = dataclasses.make_dataclass("Made", ["one", "two"], frozen=True, slots=True)
    assert (quick(*mine) == quick(*others)) is (stock(*mine) == stock(*others))
    assert hash(quick(*mine)) == hash(stock(*mine))
    assert repr(quick(*mine)) == repr(stock(*mine))


def test_fields_that_are_not_shown_or_compared() -> None:
    use(records.MAKERS)

    @dataclasses.dataclass(frozen=True, slots=True)
    class Made:
        """With fields that are kept aside."""

        shown: int
        secret: str = dataclasses.field(default="", repr=False)
        aside: str = dataclasses.field(default="", compare=False)

    assert repr(Made(1, "key")).endswith("Made(shown=1, aside='')")
    assert Made(1, aside="a") == Made(1, aside="b") != Made(2)
    assert Made(1, "key") != Made(1) and hash(Made(1, aside="a")) == hash(Made(1, aside="b"))
    assert dataclasses.replace(Made(1, "key"), shown=2) == Made(2, "key")


def test_what_holds_itself_can_be_shown() -> None:
    use(records.MAKERS)
    made = dataclasses.make_dataclass("Made", ["one"])
    held: Any = made([])
    held.one.append(held)
    assert repr(held) == "Made(one=[...])"


@dataclasses.dataclass(frozen=True, slots=True)
class Packed:
    """At the top of a module, as pickle needs it."""

    one: int
    two: str = ""


def test_packed_and_unpacked() -> None:
    assert pickle.loads(pickle.dumps(Packed(1, "two"))) == Packed(1, "two")


def test_the_program_begins_with_it() -> None:
    use(records.STOCK)
    begin()
    assert all(getattr(dataclasses, name) is maker for name, maker in records.MAKERS.items())
