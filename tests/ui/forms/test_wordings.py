"""Excerpts of wordings that are made to be slow, in work and not in seconds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from steps import growth

from wa_composer.message.definition import fill, read_definition
from wa_composer.message.placeholders import READ_MOST
from wa_composer.message.slots import slots_of
from wa_composer.ui.forms.wordings import excerpts

GROWTH_MOST = 5
"""Of four times the text: 4 is as it should be, 16 is each against each."""


def _names(count: int) -> str:
    return " ".join(f"{{{{v{number}}}}}" for number in range(count))


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
    assert growth(work, piece, 400) < GROWTH_MOST


def test_of_an_endless_text_the_beginning_is_read() -> None:
    text = "x" * READ_MOST + "{{1}}"
    assert excerpts(text) == []
    assert not slots_of(read_definition({"body": text})).body
    assert [piece.text for piece in fill(text, ["Ada"])] == [text]
    assert fill(text[1:-5] + "{{1}}", ["Ada"])[-1].kind == "text"
    assert fill(text[5:], ["Ada"])[-1].text == "Ada"


def test_signs_in_a_placeholders_name_stay() -> None:
    assert excerpts("*Hi* {{_a_}}, ~now~ {{b_}} *x*") == ["Hi {{_a_}}, now …", "… now {{b_}} x"]
