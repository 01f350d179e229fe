"""Formatting: which marks style what, and that odd texts cost no more than their length."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import growth

from wa_composer.message.markup import parse

B, IT, S, M = ("bold",), ("italic",), ("strike",), ("mono",)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", []),
        ("plain", [("plain", ())]),
        ("a *b* c", [("a ", ()), ("b", B), (" c", ())]),
        ("_b_", [("b", IT)]),
        ("~b~", [("b", S)]),
        ("`b`", [("b", M)]),
        ("~_*b*_~", [("b", ("bold", "italic", "strike"))]),
        ("*a `b` c*", [("a ", B), ("b", ("bold", "mono")), (" c", B)]),
        ("*x _y* z_", [("x _y", B), (" z_", ())]),
        ("**x**", [("*x", B), ("*", ())]),
        ("*a**b*", [("a", B), ("*b*", ())]),
        ("***", [("***", ())]),
        ("~~**__**~~", [("~~**__**~~", ())]),
        ("file_name_here", [("file_name_here", ())]),
        ("*a*b", [("*a*b", ())]),
        ("*a*, b", [("a", B), (", b", ())]),
        ("*a\nb*", [("*a\nb*", ())]),
        ("*a *", [("*a *", ())]),
        ("- a\n- *b*", [("a", ("bullet",)), ("\n", ()), ("b", ("bullet", "bold"))]),
        ("3. c", [("c", ("number:3",))]),
        ("123. c", [("123. c", ())]),
        ("> q", [("q", ("quote",))]),
        ("- ", [("- ", ())]),
        ("```x```", [("x", M)]),
        ("```x\ny```", [("x\ny", ("monoblock",))]),
        ("a\n```x\n\ny``` b", [("a\n", ()), ("x\n\ny", ("monoblock",)), (" b", ())]),
        ("``` ```", [("``` ```", ())]),
        ("```x", [("```x", ())]),
        ("`*x*`", [("*x*", M)]),
        ("` `", [("` `", ())]),
        ("see https://example.com/_a_/ now", [("see https://example.com/_a_/ now", ())]),
        ("*https://example.com/*", [("https://example.com/", B)]),
        ("_ada_lovelace@example.com_", [("ada_lovelace@example.com", IT)]),
        ("*é*", [("é", B)]),
        ("é*x*", [("é*x*", ())]),
        ("🎉*x*🎉", [("🎉", ()), ("x", B), ("🎉", ())]),
    ],
)
def test_runs(text: str, runs: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(run.text, run.styles) for run in parse(text)] == runs


@settings(max_examples=300)
@given(st.text(st.sampled_from("*_~`-> 1.\nab@:/é🎉\t"), max_size=60))
def test_nothing_is_invented_and_neighbours_differ(text: str) -> None:
    runs = parse(text)
    rest = iter(text)
    assert all(sign in rest for run in runs for sign in run.text)
    assert all(a.styles != b.styles for a, b in pairwise(runs))
    assert all(run.text for run in runs)


@pytest.mark.parametrize(
    "unit",
    ["*a ", "`", "``` ", "_*~", "```\n", "a@", "```a\nb```", "`a`", "- *x*\n", "http://", "\n"],
)
def test_work_grows_with_length_only(unit: str) -> None:
    def piece(size: int) -> str:
        return unit * (size // len(unit))

    assert growth(parse, piece, 2_000) < 5
