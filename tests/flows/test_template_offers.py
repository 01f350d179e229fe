"""The form is offered all templates anew, by a thread of its own: nothing newer is overwritten."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from wa_composer.message.library import Entry
from wa_composer.session.wording import Offer, Wording


def entry(name: str, text: str = "Hello") -> Entry:
    body = {"type": "BODY", "text": text}
    raw = {"name": name, "language": "en", "category": "UTILITY", "components": [body]}
    return Entry(name, "en", raw)


def test_what_changes_while_all_templates_are_offered_is_not_lost(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, go_on, offered = threading.Event(), threading.Event(), Wording.offered

    def look_and_wait(wording: Wording) -> list[Offer]:
        found = offered(wording)
        looked.set()
        go_on.wait(10)
        return found

    monkeypatch.setattr(Wording, "offered", look_and_wait)
    library = desk.program.library
    library.change([entry(f"t{number}") for number in range(400)])
    desk.until(looked.is_set)
    library.change([entry("newest"), entry("t7", "Hello {{1}}")], drop=[("t8", "en")])
    desk.until(lambda: "newest" in names(desk))
    go_on.set()
    desk.until(lambda: "t399" in names(desk))
    assert "newest" in names(desk)
    assert "t8" not in names(desk)


def names(desk: Any) -> list[str]:
    box = desk.control("Template name")
    return [box.itemText(row) for row in range(box.count())]
