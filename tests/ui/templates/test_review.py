"""The review of an import: nothing is replaced that was not chosen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from wa_composer.message.definitions import read_definitions
from wa_composer.message.importing import plan
from wa_composer.message.library import Entry, Key
from wa_composer.ui.templates.review import Review


def _one(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "language": "en", "components": [{"type": "BODY", "text": text}]}


@pytest.fixture
def review(qtbot: QtBot) -> Review:
    known = {(n, "en"): Entry(n, "en", _one(n, "Old text")) for n in ("first", "second", "same")}
    file = [
        _one("new", "New"),
        _one("first", "New first"),
        _one("second", "New second"),
        _one("same", "Old text"),
        _one("<NAME>", "Draft"),
        5,
    ]
    made = Review(plan(known, [("a.json", read_definitions(file))]))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _said(review: Review) -> str:
    return "\n".join(each.text() for each in review.findChildren(QLabel) if each.isVisible())


def _rows(review: Review) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(review.model.index(row, 0).data(role)) for row in range(review.model.rowCount())]


def _accepted(qtbot: QtBot, review: Review) -> set[Key]:
    with qtbot.waitSignal(review.accepted) as told:
        qtbot.mouseClick(review.accept, Qt.MouseButton.LeftButton)
    keys: set[Key] = told.args[0]
    return keys


def test_what_needs_a_look_comes_first(review: Review) -> None:
    assert _rows(review) == [
        "first (en): differs, yours stays",
        "second (en): differs, yours stays",
        "<NAME> (en): kept as a draft",
        "new (en): new",
        "same (en): there already",
    ]
    said = _said(review)
    assert "1 new, 2 different from the library, 1 without a proper name" in said
    assert "a.json: [5] is no template definition." in said
    assert "Old text" in said
    assert "New first" in said


def test_what_meta_would_not_approve_is_said_in_short(review: Review, qtbot: QtBot) -> None:
    review.list.setCurrentIndex(review.model.index(2, 0))
    # Its name, and that it has no category.
    qtbot.waitUntil(lambda: "Meta would not approve it: 2 faults" in _said(review))


def test_nothing_is_replaced_unasked(review: Review, qtbot: QtBot) -> None:
    assert review.accept.text() == "Import 2"
    assert _accepted(qtbot, review) == set()


def test_one_is_replaced(review: Review, qtbot: QtBot) -> None:
    review.list.setCurrentIndex(review.model.index(1, 0))
    qtbot.mouseClick(review.one, Qt.MouseButton.LeftButton)
    assert _rows(review)[1] == "second (en): is replaced"
    assert review.accept.text() == "Import 2, replace 1"
    assert not review.all.isChecked()
    review.list.setCurrentIndex(review.model.index(0, 0))
    assert not review.one.isChecked()
    assert _accepted(qtbot, review) == {("second", "en")}


def test_a_row_is_ticked_where_it_stands(review: Review, qtbot: QtBot) -> None:
    row = review.list.visualRect(review.model.index(0, 0))
    at = QPoint(row.left() + 20, row.center().y())
    qtbot.mouseClick(review.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert review.one.isChecked()
    assert review.accept.text() == "Import 2, replace 1"
    qtbot.keyClick(review.list, Qt.Key.Key_Space)
    assert not review.one.isChecked()
    qtbot.keyClick(review.list, Qt.Key.Key_Down)
    qtbot.keyClick(review.list, Qt.Key.Key_Space)
    assert _accepted(qtbot, review) == {("second", "en")}


@pytest.mark.parametrize("size", [(1024, 560), (1280, 720)])
def test_the_choice_is_in_sight_however_much_differs(qtbot: QtBot, size: tuple[int, int]) -> None:
    known = {("a", "en"): Entry("a", "en", _one("a", "Old text"))}
    new = _one("a", "\n".join(["Line"] * 90))
    review = Review(plan(known, [("a.json", read_definitions(new))]))
    qtbot.addWidget(review)
    review.resize(*size)
    with qtbot.waitExposed(review):
        review.show()
    box = QRect(review.one.mapTo(review, QPoint(0, 0)), review.one.size())
    assert not review.one.visibleRegion().isEmpty()
    assert review.rect().contains(box)
    assert box.top() < size[1] / 2
    assert review.accept.text() == "Nothing chosen to replace"


def test_escape_leaves_everything_as_it_is(review: Review, qtbot: QtBot) -> None:
    with qtbot.waitSignal(review.cancelled):
        qtbot.keyClick(review.list, Qt.Key.Key_Escape)


def test_all_are_replaced_and_one_of_them_is_not(review: Review, qtbot: QtBot) -> None:
    qtbot.mouseClick(review.all, Qt.MouseButton.LeftButton)
    assert review.one.isChecked()
    qtbot.keyClick(review.one, Qt.Key.Key_Space)
    assert not review.all.isChecked()
    assert _accepted(qtbot, review) == {("second", "en")}


def test_where_all_is_there_already_there_is_nothing_to_import(qtbot: QtBot) -> None:
    known = {("a", "en"): Entry("a", "en", _one("a", "Text"))}
    review = Review(plan(known, [("a.json", read_definitions(_one("a", "Text")))]))
    qtbot.addWidget(review)
    assert review.accept.text() == "Nothing to import"
    assert not review.accept.isEnabled()
    with qtbot.waitSignal(review.cancelled):
        review.cancel.click()


def test_of_what_is_new_the_text_is_shown(review: Review, qtbot: QtBot) -> None:
    review.list.setCurrentIndex(review.model.index(3, 0))
    qtbot.waitUntil(lambda: "new (en) is new." in _said(review))
    assert "Body\nNew" in _said(review)


@pytest.mark.parametrize(
    ("files", "summary", "row", "said"),
    [
        (
            [("a.json", ["One"]), ("b.json", ["One"])],
            "1 new, 1 the same as another one of the import.",
            "offer (en): comes twice, the same",
            ["offer (en) stands in a.json and in b.json with the same text."],
        ),
        (
            [("a.json", ["One"]), ("b.json", ["Two"])],
            "1 new, 1 left out, since the name comes twice.",
            "offer (en): comes twice, left out",
            ["In a.json\nOne", "In b.json\nTwo"],
        ),
        (
            [("a.json", ["One", "Two"])],
            "1 new, 1 left out, since the name comes twice.",
            "offer (en): comes twice, left out",
            ["In a.json, at [0]\nOne", "In a.json, at [1]\nTwo"],
        ),
    ],
)
def test_what_comes_twice_is_said_to_be_in_its_file_and_not_in_the_library(
    qtbot: QtBot, files: list[tuple[str, list[str]]], summary: str, row: str, said: list[str]
) -> None:
    read = [
        (name, read_definitions([_one("offer", one) for one in texts])) for name, texts in files
    ]
    review = Review(plan({}, read))
    qtbot.addWidget(review)
    with qtbot.waitExposed(review):
        review.show()
    assert summary in _said(review)
    at = _rows(review).index(row)
    review.list.setCurrentIndex(review.model.index(at, 0))
    qtbot.waitUntil(lambda: all(text in _said(review) for text in said))
    assert "library" not in _said(review)
