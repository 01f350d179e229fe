"""Megabytes of the worst text are read in a moment: reading runs on each keystroke."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wa_composer.message.draft import read
from wa_composer.message.texts import _is_marked
from wa_composer.message.unsendable import whole

MOST_SECONDS = 1.5
MARKED = re.compile(r"(?<!\w)([*_~`])\S(?:.*\S)?\1(?!\w)")
HALVES = st.sampled_from(["\ud83d", "\ude00", "\udc00", "\ud800", "a", "🎉"])


@pytest.mark.parametrize("piece", ["\udc00", "\ud800", "\udc00a", "🎉\ud800"])
def test_half_characters(piece: str) -> None:
    text = piece * (4_000_000 // len(piece))
    raw = {"messages": [{"message": {"type": "image", "image": {"caption": text}}}]}
    begin = time.process_time()
    draft = read(raw)
    assert time.process_time() - begin < MOST_SECONDS
    assert "broken_character" in {problem.code for problem in draft.problems}


@pytest.mark.parametrize("piece", ["*a ", "`a *b ", "_", "*\n", "~a", "{{", "+*", "https://"])
def test_marks_and_half_placeholders(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    buttons = [{"type": "reply", "reply": {"id": text, "title": text}}]
    message = {"type": "button", "body": {"text": text}, "action": {"buttons": buttons}}
    raw = {"messages": [{"message": {"type": "interactive", "interactive": message}}]}
    begin = time.process_time()
    assert read(raw).errors
    assert time.process_time() - begin < MOST_SECONDS


@given(st.text("*_~`a 1\t\r.é\u2028", max_size=14))
def test_marks_are_found_as_one_expression_would_find_them(line: str) -> None:
    assert _is_marked(line) == bool(MARKED.search(line))


@given(st.lists(HALVES, max_size=9).map("".join))
def test_halves_are_joined_as_the_codec_would_join_them(text: str) -> None:
    assert whole(text) == text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
