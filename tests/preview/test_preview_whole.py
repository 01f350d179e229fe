"""What was typed is in the picture: whole, in order, with the spans side by side."""

from __future__ import annotations

import re
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wa_composer.message.markup import parse
from wa_composer.message.words import Words as Say
from wa_composer.preview.broken import Words
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.nodes import LookName, Scene, Text
from wa_composer.preview.text import formatted
from wa_composer.preview.theme import LOOKS, look_of

pytestmark = pytest.mark.usefixtures("qapp")

PIECES = [
    *("a", "Word ", "*", "_", "~", "`", "```", "\n", "- ", "1. ", "> ", "  "),
    *(
        "https://example.com/a_b ",
        "x@example.com ",
        "😀",
        "مرحبا ",
        "שלום ",
        "नमस्ते ",
        "สวัสดี",
        "漢字",
    ),
    "A longer sentence of some words that goes over the edge of every bubble there is. " * 4,
]
bodies = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)
plain = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), max_size=400)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def lines(scene: Scene, fonts: Fonts) -> list[str]:
    """The lines that were laid out, leads of lists left out."""
    placed = layout(scene, look_of(scene.look).column, fonts)
    leads = {one.lead for part in scene.parts if isinstance(part, Text) for one in part.paragraphs}
    found = []
    for item in placed.items:
        if isinstance(item, Words) and item.layout.text() not in leads - {""}:
            units = item.layout.text().encode("utf-16-le")
            for number in range(item.layout.lineCount()):
                line = item.layout.lineAt(number)
                end = line.textStart() + line.textLength()
                found.append(units[line.textStart() * 2 : end * 2].decode("utf-16-le"))
    return found


@settings(max_examples=150)
@given(text=st.one_of(bodies, plain), look=st.sampled_from(sorted(LOOKS)))
def test_each_paragraph_stands_in_the_lines_whole_and_in_order(
    text: str, look: LookName, fonts: Fonts
) -> None:
    body = formatted("body", text, Say.english)
    scene = Scene("customer", look, "", "", (body,))
    shown = "".join(lines(scene, fonts))
    wanted = "".join(one.text for one in body.paragraphs if one.text != one.lead)
    assert shown.replace("\t", " ") == wanted.replace("\t", " ") or _leads(body)


def _leads(body: Text) -> bool:
    """Whether a paragraph reads like a lead, which the lines above leave out."""
    leads = {one.lead for one in body.paragraphs} - {""}
    return any(one.text in leads for one in body.paragraphs)


@settings(max_examples=200)
@given(text=st.one_of(bodies, plain))
def test_paragraphs_hold_what_the_markup_hands_over(text: str) -> None:
    runs = parse(text)
    body = formatted("body", text, Say.english)
    spans = [span for one in body.paragraphs for span in one.spans]
    assert all(span.text for span in spans)
    shown = "\n".join(one.text for one in body.paragraphs)
    whole = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", "".join(run.text for run in runs))
    assert shown == re.sub("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]", "\ufffd", whole)
    for one, other in pairwise(runs):
        assert one.styles != other.styles


@pytest.mark.parametrize(
    "piece", ["*a", "*a*", "_*~", "`", "```", "> ", "1. ", "@a.b", "www.", "\u202e*"]
)
def test_markup_and_layout_take_time_in_step_with_the_length(piece: str) -> None:
    """Steps are counted and not timed: how often a line of ours runs must not grow faster."""
    small, large = (_steps((piece * 4096)[:length]) for length in (1024, 4096))
    assert large <= 4.5 * small + 200


def _steps(text: str) -> int:
    count = 0

    def step(_frame: object, event: str, _arg: object) -> object:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)  # type: ignore[arg-type]
    try:
        formatted("body", text, Say.english)
    finally:
        sys.settrace(before)
    return count
