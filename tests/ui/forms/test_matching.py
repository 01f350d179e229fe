"""Each problem finds its field by path; none is lost."""

from __future__ import annotations

from wa_composer.ui.forms.matching import assign

FIELDS = [
    ("template.name", "template"),
    ("template.components[1]",),
    ("template.components[1].parameters[0].text",),
    ("template.components[10].index",),
    (),
]


def owners(path: str) -> list[int]:
    found, _rest = assign([(path, "error", "said")], FIELDS)
    return [index for index, (level, _text) in enumerate(found) if level]


def test_longest_path_wins() -> None:
    assert owners("template.components[1].parameters[0].text") == [2]
    assert owners("template.components[1].parameters[0].text.more") == [2]
    assert owners("template.components[1].parameters") == [1]
    assert owners("template.components[1]") == [1]
    assert owners("template.language") == [0]


def test_numbers_are_not_mistaken_for_longer_ones() -> None:
    assert owners("template.components[10]") == [0]
    assert owners("template.components[10].index") == [3]
    assert owners("templates") == []


def test_first_field_below_takes_what_nobody_leads_to() -> None:
    found, rest = assign([("image", "error", "said")], [("image.link",), ("image.id",)])
    assert found == [("error", "said"), ("", "")]
    assert rest == []


def test_errors_come_before_warnings() -> None:
    problems = [
        ("template.name", "warning", "odd"),
        ("template.name", "error", "bad"),
        ("template.name", "error", "worse"),
    ]
    found, rest = assign(problems, FIELDS)
    assert found[0] == ("error", "bad")
    assert rest == []


def test_problems_of_the_whole_are_handed_back() -> None:
    assert assign([("", "error", "said")], FIELDS)[1] == [("", "error", "said")]
