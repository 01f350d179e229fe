"""Whatever a template is called and however small the window: what can be done is in reach."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from wa_composer.message.library import Entry

NAMES = ["order", "an_endless_name" * 12, "M" * 300, "No such Name " * 20]


FILES = ["exported_message_templates_of_the_shop.json", "W" * 44, "a-long-name_" * 12 + ".json"]
SIZES = [(853, 533), (900, 560), (1024, 640)]


def shown(desk: Any, size: tuple[int, int], entry: Entry) -> Any:
    """The template beside the list in a window of this size."""
    desk.program.templates.library.change([entry])
    desk.window.setMinimumSize(*size)
    desk.window.resize(*size)
    desk.program.templates.list.go_to(entry.key)
    detail = desk.window.templates.detail
    desk.until(lambda: detail.key() == entry.key and desk.window.width() == size[0])
    area = detail.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    desk.until(lambda: area.widget().width() <= area.viewport().width())
    return detail


def are_whole(detail: Any) -> None:
    """The star and the buttons, whatever stands beneath them."""
    for control in (detail.star, detail.use, detail.edit, *detail.more):
        seen = control.visibleRegion().boundingRect()
        assert seen.width() == control.width() >= control.sizeHint().width()


def made(name: str) -> dict[str, Any]:
    body = {"type": "BODY", "text": "Hello"}
    return {"name": name, "language": "en", "category": "UTILITY", "components": [body]}


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", NAMES, ids=["short", "long", "wide", "draft"])
def test_the_star_and_every_button_are_whole(desk: Any, name: str, size: tuple[int, int]) -> None:
    are_whole(shown(desk, size, Entry(name, "en", made(name))))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("file", FILES, ids=["usual", "wide", "long"])
def test_so_they_are_whatever_file_it_comes_from(
    desk: Any, file: str, size: tuple[int, int]
) -> None:
    entry = Entry("order", "en", made("order"), imported="2026-01-01T00:00:00+00:00", source=file)
    detail = shown(desk, size, entry)

    def told() -> list[QLabel]:
        return [
            one for one in detail.findChildren(QLabel) if file in one.text() and one.isVisible()
        ]

    desk.until(lambda: len(told()) == 1)
    (origin,) = told()
    desk.until(lambda: origin.height() >= origin.heightForWidth(origin.width()))
    are_whole(detail)
    area = detail.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    origin.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        desk.qtbot.keyClick(origin, key, Qt.KeyboardModifier.ControlModifier)
    assert desk.clipboard() == origin.text()
