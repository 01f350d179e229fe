"""Phone numbers: splitting, the rules, grouping."""

from __future__ import annotations

import pytest

from wa_composer.message.phone import country, doubt, pretty, problem_of, split_recipients


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", []),
        (" ,; \n", []),
        ("+44 7700 900123", ["+447700900123"]),
        ("+44 (7700) 900-123", ["+447700900123"]),
        ("+12025550123 +447700900123", ["+12025550123", "+447700900123"]),
        ("+1 202 555 0123, +44 7700 900123;+12025550100\n+12025550101",
         ["+12025550123", "+447700900123", "+12025550100", "+12025550101"]),
        ("\u202a+1\u00a0202\u2011555\u20110123\u202c", ["+12025550123"]),
        ("+44 7700 900123, +447700900123\n+44 (7700) 900-123", ["+447700900123"]),
        ("+44 (0)7700-900123", ["+447700900123"]),
        ("+1 202 555 0123, +44 ( 0 ) 7700 900123", ["+12025550123", "+447700900123"]),
        ("+39 (0)6 1234 5678", ["+390612345678"]),
        ("+1202555o123", ["+1202555o123"]),
        ("{{PHONE_NUMBER}}", ["{{PHONE_NUMBER}}"]),
    ],
)  # fmt: skip
def test_split(text: str, numbers: list[str]) -> None:
    assert split_recipients(text) == numbers


def test_the_rules_refuse_only_what_the_api_refuses() -> None:
    for good in ("+447700900123", "+1202555", "+112312312", "+123456789012345"):
        assert problem_of(good) is None
    for bad in ("", "447700900123", "+044770090012", "+12345", "+1234567890123456", "+12a45678"):
        problem = problem_of(bad)
        assert problem is not None
        assert "recipient" in problem.english()


def test_arabic_digits_are_no_digits_here() -> None:
    assert problem_of("+١٢٠٢٥٥٥٠١٢٣") is not None


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+447700900123", "+44 7700 900123"),
        ("+12025550123", "+1 202 555 0123"),
        ("+358401234567", "+358 401 234 567"),
        ("+4915112345678", "+49 151 123 456 78"),
        ("nonsense", "nonsense"),
        ("+", "+"),
    ],
)
def test_pretty(number: str, shown: str) -> None:
    assert pretty(number) == shown


def test_country_and_doubt() -> None:
    assert country("+447700900123") == "GB"
    assert country("+358401234567") == "FI"
    assert country("x") is None
    assert doubt("+447700900123") is None
    short = doubt("+1202555")
    assert short is not None
    assert "short" in short.english()
