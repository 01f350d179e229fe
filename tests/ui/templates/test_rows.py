"""What the list shows: found by words and filters, favourites first, one row a name."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

from wa_composer.message.definition import read_definition
from wa_composer.message.library import Entry
from wa_composer.ui.templates.rows import Grouping, Shown, Wish, choices, groups, shown


def _row(name: str, text: str = "Hello", language: str = "en", **more: object) -> Shown:
    raw = {
        "name": name,
        "language": language,
        "category": str(more.get("category", "UTILITY")),
        "status": str(more.get("status", "")),
        "components": [
            {"type": "BODY", "text": text},
            {"type": "FOOTER", "text": "small print"},
            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Tap me"}]},
        ],
    }
    entry = Entry(name, language, raw, favourite=bool(more.get("favourite")))
    return shown(entry, read_definition(raw))


ROWS = [
    _row("order_update"),
    _row("order_update", "Merhaba", "tr"),
    _row("sale", "Everything for less", category="MARKETING", status="APPROVED"),
    _row("welcome", favourite=True),
]


def _names(wish: Wish) -> list[str]:
    return [group.name for group in groups(ROWS, wish)]


def test_favourites_come_first_and_languages_together() -> None:
    found = groups(ROWS)
    assert [group.name for group in found] == ["welcome", "order_update", "sale"]
    assert found[1].languages == ("en", "tr")


def test_search_looks_at_name_and_all_texts_in_any_letter_case() -> None:
    assert _names(Wish(search="ORDER")) == ["order_update"]
    assert _names(Wish(search="less every")) == ["sale"]
    assert _names(Wish(search="tap print")) == ["welcome", "order_update", "sale"]
    assert groups(ROWS, Wish(search="merhaba"))[0].languages == ("tr",)
    assert _names(Wish(search="nothing")) == []


def test_filters() -> None:
    assert _names(Wish(category="MARKETING")) == ["sale"]
    assert _names(Wish(status="APPROVED")) == ["sale"]
    assert _names(Wish(language="tr")) == ["order_update"]
    assert _names(Wish(search="hello", language="tr")) == []
    assert choices(ROWS, "language") == ["en", "tr"]
    assert choices(ROWS, "category") == ["MARKETING", "UTILITY"]


def test_ten_thousand_are_found_between_two_letters() -> None:
    rows = [_row(f"template_{number}") for number in range(10_000)]
    started = process_time()
    assert len(groups(rows, Wish(search="99 hello"))) == 280
    assert process_time() - started < 0.5


def test_only_what_changed_is_grouped_again_and_it_is_found_as_ever() -> None:
    grouping = Grouping()
    rows = [_row(f"t{number}", language=code) for number in range(50) for code in ("en", "tr")]
    wishes = [Wish(), Wish(search="t1"), Wish(language="tr"), Wish(search="nothing")]
    starred = [replace(row, favourite=row.key == ("t7", "en")) for row in rows[:15]] + rows[15:]
    for now in (rows, starred, rows, rows[:-1], [*rows[:-1], _row("z")], [], rows):
        grouping.take(now)
        for wish in wishes:
            assert grouping.found(wish) == groups(now, wish)
    before = {group.name: group for group in grouping.groups}
    grouping.take([replace(rows[0], favourite=True), *rows[1:]])
    assert all(group is before[group.name] for group in grouping.groups if group.name != "t0")
