"""Ten thousand templates: the window's thread reads nothing and goes through none of the others."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from wa_composer.message.library import Entry
from wa_composer.session.library import Library
from wa_composer.storage import template_file, templates
from wa_composer.storage.templates import Templates

MANY = 10_000
PATIENCE_MS = 10_000
Spy = Callable[[object, str], list[int]]


def _one(name: str) -> dict[str, Any]:
    body = {"type": "BODY", "text": "Hello {{1}}, look.", "example": {"body_text": [["Ada"]]}}
    return {"name": name, "language": "en", "category": "MARKETING", "components": [body]}


@pytest.fixture
def large(private_home: Path) -> Path:
    """A home with ten thousand templates."""
    private_home.mkdir()
    names = [f"t{number:05}" for number in range(MANY)]
    Templates(private_home).change([Entry(name, "en", _one(name)) for name in names])
    return private_home


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> Spy:
    """Notes on which thread a function of a module or a class is called, and calls it."""

    def watch(place: object, name: str) -> list[int]:
        threads: list[int] = []
        real = getattr(place, name)

        def spied(*args: Any) -> Any:
            threads.append(threading.get_ident())
            return real(*args)

        monkeypatch.setattr(place, name, spied)
        return threads

    return watch


def test_a_large_library_is_read_grouped_and_written_aside(
    large: Path, open_desk: Callable[..., Any], spy: Spy
) -> None:
    here = threading.get_ident()
    read, written = spy(templates, "read_shelf"), spy(templates, "write_shelf")
    gone_through = spy(Library, "entries")
    desk = open_desk()
    assert desk.program.library.size() == MANY
    desk.until(lambda: desk.control("Template name").findText("t09999") >= 0)
    desk.window.show_page("templates")
    desk.until(lambda: len(desk.window.templates.browser.found()) == MANY + 3)
    assert len(read) == 1
    later = len(gone_through)
    model = desk.window.templates.browser.list.rows
    told: list[str] = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.rowsMoved.connect(lambda *_: told.append("moved"))
    desk.program.templates.list.go_to(("t05000", "en"))
    desk.click("Favourite")
    desk.until(lambda: bool(written))
    desk.until(lambda: desk.program.library.is_saved)
    desk.until(lambda: told == ["moved"])
    assert desk.window.templates.key() == ("t05000", "en")
    desk.window.show_page("compose")
    desk.window.show_page("templates")
    assert told == ["moved"]
    assert len(gone_through) == later
    assert here not in {*read, *written, *gone_through[1:]}
    starred = Templates(large).entry("t05000", "en")
    assert starred is not None and starred.favourite


def test_what_another_process_wrote_is_seen_at_once_where_it_is_named(
    private_home: Path, open_desk: Callable[..., Any]
) -> None:
    desk = open_desk()
    desk.type_into("Template name", "theirs")
    assert "Hello" not in desk.control("Preview").accessibleDescription()
    Templates(private_home).put(_one("theirs"))
    desk.type_into("Recipients", "+12025550123")
    desk.until(lambda: "Hello" in desk.control("Preview").accessibleDescription())
    desk.until(lambda: desk.control("Template name").findText("theirs") >= 0)


def test_a_write_under_way_is_finished_before_the_window_goes(
    large: Path,
    begin: Callable[..., Any],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    real = template_file.write_atomic

    def held(path: Path, data: bytes) -> None:
        if path.name == "templates.json":
            begun.set()
            assert go_on.wait(30)
        real(path, data)

    life = begin()
    qtbot.waitUntil(lambda: life.instance.attended, timeout=PATIENCE_MS)
    monkeypatch.setattr(template_file, "write_atomic", held)
    page = life.window.templates
    life.window.show_page("templates")
    qtbot.waitUntil(lambda: len(page.browser.found()) == MANY + 3, timeout=PATIENCE_MS)
    page.favourite_changed.emit(("t00007", "en"), True)
    qtbot.waitUntil(begun.is_set, timeout=PATIENCE_MS)
    page.favourite_changed.emit(("t00008", "en"), True)
    life.window.close()
    for _ in range(20):
        qtbot.wait(1)
    assert not life.task.done()
    go_on.set()
    qtbot.waitUntil(life.task.done, timeout=PATIENCE_MS)
    own = Templates(large).own()
    assert [key[0] for key, entry in own.items() if entry.favourite] == ["t00007", "t00008"]
    assert own["t00007", "en"] == replace(own["t00007", "en"], favourite=True)
