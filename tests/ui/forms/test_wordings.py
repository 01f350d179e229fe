"""Excerpts of wordings that are made to be slow, in work and not in seconds."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from wa_composer.message.definition import fill, read_definition
from wa_composer.message.placeholders import READ_MOST
from wa_composer.message.slots import slots_of
from wa_composer.ui.forms.wordings import excerpts

GROWTH_MOST = 9
"""Of four times the text: 4 is as it should be, 16 is each against each."""


def _names(count: int) -> str:
    return " ".join(f"{{{{v{number}}}}}" for number in range(count))


def _growth(work: Callable[[str], object], piece: Callable[[int], str]) -> float:
    best = []
    for count in (1_500, 6_000):
        text, taken = piece(count), []
        for _ in range(3):
            begin = time.process_time()
            work(text)
            taken.append(time.process_time() - begin)
        best.append(min(taken))
    return best[1] / best[0]


@pytest.mark.parametrize(
    "piece", [lambda count: "{{1}} *a " * count, _names], ids=["marks", "names"]
)
@pytest.mark.parametrize(
    "work",
    [
        excerpts,
        lambda text: slots_of(read_definition({"body": text})),
        lambda text: fill(text, ["x"]),
    ],
    ids=["excerpts", "slots", "fill"],
)
def test_work_grows_with_the_text(
    work: Callable[[str], object], piece: Callable[[int], str]
) -> None:
    assert _growth(work, piece) < GROWTH_MOST


def test_of_an_endless_text_the_beginning_is_read() -> None:
    text = "x" * READ_MOST + "{{1}}"
    assert excerpts(text) == []
    assert not slots_of(read_definition({"body": text})).body
    assert [piece.text for piece in fill(text, ["Ada"])] == [text]
    assert fill(text[1:-5] + "{{1}}", ["Ada"])[-1].kind == "text"
    assert fill(text[5:], ["Ada"])[-1].text == "Ada"


def test_signs_in_a_placeholders_name_stay() -> None:
    assert excerpts("*Hi* {{_a_}}, ~now~ {{b_}} *x*") == ["Hi {{_a_}}, now …", "… now {{b_}} x"]
