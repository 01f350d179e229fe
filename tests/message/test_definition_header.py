"""What is said of a text header that looks as if it were formatted."""

from __future__ import annotations

import pytest

from wa_composer.message.definition_rules import check_definition


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Hello {{first_name}}", []),
        ("Hello {{ first_name }}", []),
        ("Hello *{{first_name}}*", ["warning"]),
        ("_Hello_ {{name}}", ["warning"]),
    ],
)
def test_the_name_of_a_placeholder_is_no_formatting(text: str, levels: list[str]) -> None:
    raw = {"components": [{"type": "HEADER", "format": "TEXT", "text": text}]}
    flaws = [flaw for flaw in check_definition(raw) if "bold" in flaw.words.english()]
    assert [flaw.level for flaw in flaws] == levels
