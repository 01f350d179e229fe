"""Whatever a template is called and however small the window: what can be done is in reach."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QScrollArea

from wa_composer.message.library import Entry

NAMES = ["order", "an_endless_name" * 12, "M" * 300, "No such Name " * 20]


@pytest.mark.parametrize("size", [(853, 533), (900, 560), (1024, 640)], ids=str)
@pytest.mark.parametrize("name", NAMES, ids=["short", "long", "wide", "draft"])
def test_the_star_and_every_button_are_whole(desk: Any, name: str, size: tuple[int, int]) -> None:
    body = {"type": "BODY", "text": "Hello"}
    raw = {"name": name, "language": "en", "category": "UTILITY", "components": [body]}
    desk.program.templates.library.change([Entry(name, "en", raw)])
    desk.window.setMinimumSize(*size)
    desk.window.resize(*size)
    desk.program.templates.list.go_to((name, "en"))
    detail = desk.window.templates.detail
    desk.until(lambda: detail.key() == (name, "en") and desk.window.width() == size[0])
    area = detail.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    desk.until(lambda: area.widget().width() <= area.viewport().width())
    for control in (detail.star, detail.use, detail.edit, *detail.more):
        seen = control.visibleRegion().boundingRect()
        assert seen.width() == control.width() >= control.sizeHint().width()
