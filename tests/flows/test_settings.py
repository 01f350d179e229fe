"""What the window remembers of itself: kept when it makes sense, and never in the way."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from wa_composer import app as application
from wa_composer.ui import dressing, theme


@pytest.mark.logs_warnings
@pytest.mark.parametrize(
    "content",
    [
        b'{"window": "a"}',
        b'{"window": "AAAAAf////8="}',
        '{"window": "é", "appearance": ["dark"]}'.encode(),
        b'{"window": 5, "appearance": {}}',
        b"[]",
        b"\xff",
        b"",
    ],
)
def test_settings_that_make_no_sense_never_stop_the_start(
    open_desk: Callable[..., Any], private_home: Path, content: bytes
) -> None:
    private_home.mkdir(mode=0o700)
    (private_home / "settings.json").write_bytes(content)
    desk = open_desk()
    assert desk.pane.recipients()
    desk.finish(desk.program.close())
    assert "window" in json.loads((private_home / "settings.json").read_text())


def test_settings_that_cannot_be_read_are_said(
    open_desk: Callable[..., Any], private_home: Path
) -> None:
    (private_home / "settings.json").mkdir(parents=True)
    desk = open_desk()
    assert "settings.json" in desk.notice()
    assert desk.pane.recipients()


def test_colours_are_taken_at_once_and_kept(
    open_desk: Callable[..., Any], private_home: Path
) -> None:
    first = open_desk()
    dark = next(a for a in first.window.keys._looks.values() if a.text() == "Dark")
    light = next(a for a in first.window.keys._looks.values() if a.text() == "Light")
    dark.trigger()
    assert theme.palette_in_use().dark
    file = private_home / "settings.json"
    first.until(lambda: file.exists() and '"dark"' in file.read_text())
    light.trigger()
    assert not theme.palette_in_use().dark
    first.finish(first.program.close())
    assert json.loads(file.read_text())["appearance"] == "light"


def test_the_next_window_has_its_place_and_colours_before_it_is_shown(
    open_desk: Callable[..., Any], qapp: QApplication
) -> None:
    first = open_desk()
    first.window.resize(800, 610)  # as wide as the tests' screen lets it be
    next(a for a in first.window.keys._looks.values() if a.text() == "Dark").trigger()
    first.finish(first.program.close())
    dressing.apply(qapp, dark=False)
    window, _ = application.make_window(qapp)
    assert (window.width(), window.height()) == (800, 610)
    assert theme.palette_in_use().dark
    assert window.preview.is_dark()
    window.deleteLater()
    dressing.apply(qapp, dark=False)


def test_nothing_waits_for_the_disk_on_the_windows_thread(
    open_desk: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    waits: set[str] = set()
    fsync = os.fsync

    def watched(handle: int) -> None:
        waits.add(threading.current_thread().name)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    desk = open_desk()
    next(a for a in desk.window.keys._looks.values() if a.text() == "Light").trigger()
    desk.window.show_page("accounts")
    desk.click("Add account")
    desk.type_into("Name", "Shop")
    desk.click("Save")
    desk.until(lambda: desk.window.accounts.chosen() not in ("", "practice"))
    desk.click("Make default")
    desk.until(lambda: not desk.window.accounts.make_default.isVisible())
    desk.window.show_page("compose")
    desk.type_into("Recipients", "+12025550166")
    desk.finish(desk.program.filing.write(str(tmp_path / "saved.wamsg")))
    desk.finish(desk.program.close())
    assert waits
    assert "MainThread" not in waits
