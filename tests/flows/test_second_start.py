"""A second start hands its files to the window that is open, in real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

MESSAGE = {
    "messages": [
        {
            "phoneNumber": "+12025550177",
            "message": {"type": "image", "image": {"link": "https://example.com/second.jpg"}},
        }
    ]
}


@pytest.fixture
def environ(private_home: Path, x_display: str) -> dict[str, str]:
    return {
        **os.environ,
        "WA_COMPOSER_HOME": str(private_home),
        "DISPLAY": x_display,
        "QT_QPA_PLATFORM": "xcb",
    }


def test_a_second_start_hands_its_files_over_and_the_draft_holds_them(
    environ: dict[str, str], private_home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "second.wamsg"
    file.write_text(json.dumps(MESSAGE))
    draft = private_home / "draft.json"
    start = [sys.executable, "-m", "wa_composer"]
    with subprocess.Popen(start, env=environ) as first:
        try:
            qtbot.waitUntil(lambda: _window_answers(start, environ, first), timeout=30_000)
            second = subprocess.run([*start, str(file)], env=environ, timeout=30, check=False)
            assert second.returncode == 0
            qtbot.waitUntil(
                lambda: draft.exists() and "second.jpg" in draft.read_text(), timeout=10_000
            )
            assert first.poll() is None
        finally:
            first.kill()
    # A kill leaves lock and socket behind: the next start still gets the folder and the draft.
    with subprocess.Popen(start, env=environ) as third:
        try:
            qtbot.waitUntil(lambda: _window_answers(start, environ, third), timeout=30_000)
            assert "second.jpg" in draft.read_text()
        finally:
            third.kill()


def _window_answers(
    start: list[str], environ: dict[str, str], window: subprocess.Popen[bytes]
) -> bool:
    """Whether that window has the folder and listens: a start without files calls it forward."""
    lock = Path(environ["WA_COMPOSER_HOME"]) / "window.lock"
    if not lock.exists() or lock.read_text().partition("\n")[0] != str(window.pid):
        return False
    done = subprocess.run(start, env=environ, timeout=30, check=False, stderr=subprocess.DEVNULL)
    return done.returncode == 0
