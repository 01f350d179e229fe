"""What the list shows: found by words and filters, favourites first, one row a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from wa_composer.message.definition import read_definition
from wa_composer.message.library import Entry
from wa_composer.ui.templates.group_list import GroupList
from wa_composer.ui.templates.grouping import Grouping
from wa_composer.ui.templates.rows import Shown, Wish, fitting, groups, shown


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
    return [group.name for group in fitting(groups(ROWS), wish)]


def test_favourites_come_first_and_languages_together() -> None:
    found = groups(ROWS)
    assert [group.name for group in found] == ["welcome", "order_update", "sale"]
    assert found[1].languages == ("en", "tr")


def test_search_looks_at_name_and_all_texts_in_any_letter_case() -> None:
    assert _names(Wish(search="ORDER")) == ["order_update"]
    assert _names(Wish(search="less every")) == ["sale"]
    assert _names(Wish(search="tap print")) == ["welcome", "order_update", "sale"]
    assert fitting(groups(ROWS), Wish(search="merhaba"))[0].languages == ("tr",)
    assert _names(Wish(search="nothing")) == []


def test_filters() -> None:
    assert _names(Wish(category="MARKETING")) == ["sale"]
    assert _names(Wish(status="APPROVED")) == ["sale"]
    assert _names(Wish(language="tr")) == ["order_update"]
    assert _names(Wish(search="hello", language="tr")) == []
    assert _names(Wish(favourites=True)) == ["welcome"]
    assert _names(Wish(favourites=True, language="tr")) == []
    grouping = Grouping(ROWS)
    assert grouping.choices("language") == ["en", "tr"]
    assert grouping.choices("category") == ["MARKETING", "UTILITY"]
    assert grouping.choices("status") == ["APPROVED"]


WISHES = [
    Wish(),
    Wish(search="t1"),
    Wish(language="tr"),
    Wish(favourites=True),
    Wish(search="nothing"),
]


def _told(rows: Iterable[Shown], now: Iterable[Shown]) -> dict[Any, Shown | None]:
    """What changed between two states of the library."""
    before, after = {row.key: row for row in rows}, {row.key: row for row in now}
    return {
        key: after.get(key)
        for key in sorted(before.keys() | after.keys())
        if before.get(key) != after.get(key)
    }


@pytest.mark.parametrize("wish", WISHES, ids=str)
def test_what_changes_one_by_one_is_found_as_if_all_were_grouped_anew(
    wish: Wish, qtbot: Any
) -> None:
    rows = [_row(f"t{number}", language=code) for number in range(30) for code in ("en", "tr")]
    starred = [replace(row, favourite=row.key == ("t7", "en")) for row in rows]
    other = [replace(row, text="Bye", favourite=row.key[0] > "t2") for row in rows[3:]]
    grouping = Grouping(rows)
    grouping.look(wish)
    shown_list = GroupList()
    qtbot.addWidget(shown_list)
    shown_list.show_groups(grouping.found, -1)
    before = rows
    for now in (starred, rows, rows[:-1], [*rows[:-1], _row("z")], other, [], rows):
        shown_list.take(grouping.change(_told(before, now)))
        assert grouping.found == fitting(groups(now), wish) == shown_list.rows.groups
        assert grouping.choices("language") == sorted({row.key[1] for row in now})
        assert [grouping.place(g.name) for g in grouping.found] == [*range(len(grouping.found))]
        before = now


@dataclass(frozen=True)
class Watched(Shown):
    """A row that counts how often it is looked at."""

    looks: ClassVar[Counter[str]] = Counter()

    def __getattribute__(self, name: str) -> Any:
        if name in ("favourite", "haystack", "text"):
            Watched.looks[object.__getattribute__(self, "key")[0]] += 1
        return super().__getattribute__(name)


def _watched(name: str, **more: Any) -> Watched:
    values = {"category": "", "status": "", "text": "", "haystack": f"{name} hello"}
    return Watched(key=(name, "en"), **values | more, favourite=False, sample=False, draft=False)


def test_a_star_among_ten_thousand_touches_one_row_of_the_list(qtbot: Any) -> None:
    rows = [_watched(f"t{number:05}") for number in range(10_000)]
    grouping = Grouping(rows)
    shown_list = GroupList()
    qtbot.addWidget(shown_list)
    shown_list.show_groups(grouping.found, 500)
    model, told = shown_list.rows, []
    for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
        signal.connect(lambda *_: told.append("too much"))
    model.rowsMoved.connect(lambda *_: told.append("moved"))
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    Watched.looks.clear()
    star = replace(rows[700], favourite=True)
    shown_list.take(grouping.change({star.key: star}))
    assert told == ["moved", (0, 0)]
    assert shown_list.currentIndex().row() == 501
    assert len(Watched.looks) < 60  # those met on the way to its two places
    assert sum(Watched.looks.values()) < 200


def test_each_letter_looks_at_each_row_once() -> None:
    grouping = Grouping(_watched(f"template_{number}") for number in range(10_000))
    Watched.looks.clear()
    grouping.look(Wish(search="99 hello"))
    assert len(grouping.found) == 280
    assert sum(Watched.looks.values()) <= 2 * 10_000  # a look for each word


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_name_begins_where_the_window_does(
    direction: Qt.LayoutDirection, qapp: QApplication, request: pytest.FixtureRequest, qtbot: Any
) -> None:
    request.addfinalizer(lambda: qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto))
    qapp.setLayoutDirection(direction)
    shown_list = GroupList()
    qtbot.addWidget(shown_list)
    shown_list.resize(400, 80)
    shown_list.show_groups(groups([_row("m" * 12, text=" ", language="l")]), -1)
    image = shown_list.viewport().grab().toImage()
    middle, ground = image.width() // 2, image.pixel(1, 1)

    def ink(columns: range) -> int:
        rows = range(image.height())
        return sum(image.pixel(x, y) != ground for x in columns for y in rows)

    left, right = ink(range(middle)), ink(range(middle, image.width()))
    assert (left > right > 0) == (direction == Qt.LayoutDirection.LeftToRight)
    assert left != right
