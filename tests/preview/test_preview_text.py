"""Typed text as paragraphs: formatted, bounded, cleaned; nothing lost that can be shown."""

from __future__ import annotations

import pytest

from wa_composer.message.definition import fill
from wa_composer.message.words import Words
from wa_composer.preview.nodes import Text
from wa_composer.preview.text import (
    CHARACTERS_MOST,
    PARAGRAPHS_MOST,
    clean,
    filled,
    formatted,
    shortened,
)


def body(text: str) -> Text:
    return formatted("body", text, Words.english)


def test_lists_quotes_and_code_are_paragraphs_of_their_kind() -> None:
    paragraphs = body("- a\n12. b\n> c\n```d\ne```\nf").paragraphs
    assert [(one.kind, one.lead, one.text) for one in paragraphs] == [
        ("bullet", "•", "a"),
        ("number", "12.", "b"),
        ("quote", "", "c"),
        ("code", "", "d"),
        ("code", "", "e"),
        ("plain", "", "f"),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("😀", 1), ("😀 🎉", 2), ("👨\u200d👩\u200d👧\u200d👦🇬🇧❤\ufe0f", 3), ("👍🏽", 1),
        ("1\ufe0f\u20e3", 1), ("😀\n😀", 0),
        ("😀😀😀😀", 0), ("😀!", 0), ("©", 0), ("✓", 0), ("1", 0), ("", 0), ("\u200d", 0),
    ],
)  # fmt: skip
def test_up_to_three_emoji_alone_are_counted(text: str, count: int) -> None:
    assert body(text).emoji == count


@pytest.mark.parametrize("text", ["x" * 100_000, "\n" * 100_000, "*" * 100_000, "a\n" * 50_000])
def test_what_is_too_long_is_cut_and_says_so(text: str) -> None:
    paragraphs = body(text).paragraphs
    assert len(paragraphs) <= PARAGRAPHS_MOST + 1
    assert sum(len(one.text) for one in paragraphs[:-1]) <= CHARACTERS_MOST
    assert "goes on" in paragraphs[-1].text
    assert paragraphs[-1].spans[0].mark == "note"


def test_what_fits_is_whole() -> None:
    text = "x" * CHARACTERS_MOST
    assert [one.text for one in body(text).paragraphs] == [text]


@pytest.mark.parametrize(
    "value", ["a\nb", "*x*", "{{1}}", "\U000f0000", "1. a", "https://a.example/_b_"]
)
def test_values_lose_nothing_beside_a_missing_one(value: str) -> None:
    text = filled("body", "body", fill("A {{1}}, {{2}}!", [value, ""]), Words.english)
    shown = "\n".join(paragraph.text for paragraph in text.paragraphs)
    assert shown == f"A {value.replace('*', '')}, {{{{2}}}}!"
    marks = [span.text for one in text.paragraphs for span in one.spans if span.mark == "missing"]
    assert marks == ["{{2}}"]


def test_what_no_font_draws_is_shown_as_such() -> None:
    assert clean("a\ud83d\x00\x1fb\tc") == "a\ufffd\ufffd\ufffdb\tc"
    assert shortened("a\nb" * 5, 4) == "a ba…"


def test_addresses_are_links_without_the_sentence_around_them() -> None:
    (line,) = body("See https://example.com/a_b_c, or a@example.com.").paragraphs
    assert [span.text for span in line.spans if span.mark == "link"] == [
        "https://example.com/a_b_c",
        "a@example.com",
    ]


def test_a_value_of_all_private_characters_leaves_the_missing_one_its_name() -> None:
    value = "".join(chr(code) for code in range(0xF0000, 0xF1000 - 1))
    text = filled("body", "body", fill("{{2}}{{1}}", [value, ""]), Words.english)
    assert [span.text for span in text.paragraphs[0].spans] == ["{{2}}", value]
    more = "".join(chr(code) for code in range(0xF0000, 0xF2000))
    text = filled("body", "body", fill("{{2}}{{1}}", [more, ""]), Words.english)
    assert text.paragraphs[0].spans[0].text == "{{2}}"
