"""Reading, which runs on each keystroke, goes through the worst text once."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from steps import growth

from wa_composer.message.draft import read
from wa_composer.message.texts import _is_marked
from wa_composer.message.unsendable import whole

MOST = 5
"""Of four times the text: 4 is as it should be, 16 is each against each."""
MARKED = re.compile(r"(?<!\w)([*_~`])\S(?:.*\S)?\1(?!\w)")
HALVES = st.sampled_from(["\ud83d", "\ude00", "\udc00", "\ud800", "a", "🎉"])


def _caption(text: str) -> dict[str, Any]:
    return {"messages": [{"message": {"type": "image", "image": {"caption": text}}}]}


def _reply(text: str) -> dict[str, Any]:
    buttons = [{"type": "reply", "reply": {"id": text, "title": text}}]
    message = {"type": "button", "body": {"text": text}, "action": {"buttons": buttons}}
    return {"messages": [{"message": {"type": "interactive", "interactive": message}}]}


@pytest.mark.parametrize("piece", ["\udc00", "\ud800", "\udc00a", "🎉\ud800"])
def test_half_characters(piece: str) -> None:
    assert growth(lambda text: read(_caption(text)), lambda count: piece * count, 2_000) < MOST
    # Where each half is a matter of its own for a codec, this would not end today.
    draft = read(_caption(piece * (4_000_000 // len(piece))))
    assert "broken_character" in {problem.code for problem in draft.problems}


@pytest.mark.parametrize("piece", ["*a ", "`a *b ", "_", "*\n", "~a", "{{", "+*", "https://"])
def test_marks_and_half_placeholders(piece: str) -> None:
    assert growth(lambda text: read(_reply(text)), lambda count: piece * count, 2_000) < MOST
    assert read(_reply(piece * (1_000_000 // len(piece)))).errors


@given(st.text("*_~`a 1\t\r.é\u2028", max_size=14))
def test_marks_are_found_as_one_expression_would_find_them(line: str) -> None:
    assert _is_marked(line) == bool(MARKED.search(line))


@given(st.lists(HALVES, max_size=9).map("".join))
def test_halves_are_joined_as_the_codec_would_join_them(text: str) -> None:
    assert whole(text) == text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
