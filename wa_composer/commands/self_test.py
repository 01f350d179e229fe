"""`--self-test`: every part once, without a network; a line for each."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from wa_composer.commands.console import Console, Stop
from wa_composer.message.words import words
from wa_composer.storage.errors import StorageProblem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FAMILIES = {"Noto Sans", "Noto Sans Mono", "Noto Color Emoji", "Roboto", "Inter"}
KEYRING_SECONDS = 10.0


def run(args: argparse.Namespace, console: Console) -> int:
    """0 when every part started, 1 when one did not."""
    drawing = _Drawing()
    parts: dict[str, Callable[[], str]] = {
        "messages": _messages,
        "database": _database,
        "keyring": _keyring,
        "http": _http,
        "practice": _practice,
        "window": drawing.window,
        "fonts": drawing.fonts,
        "translations": _translations,
    }
    code = 0
    for name, part in parts.items():
        try:
            console.result(f"ok\t{name}\t{part()}")
        except (StorageProblem, Stop) as problem:
            console.result(f"FAILED\t{name}\t{problem.words.english()}")
            code = 1
        except Exception as fault:  # noqa: BLE001 - each part is tried, whatever the others do
            console.result(f"FAILED\t{name}\t{type(fault).__name__}: {fault}")
            code = 1
        console.flush()
    return code


def _messages() -> str:
    from wa_composer.insider.payload import to_payload
    from wa_composer.message.draft import read

    for raw in _samples():
        draft = read(raw)
        if draft.errors or to_payload(draft.request) != raw:
            raise Stop(draft.problems[0].words)
    return f"{len(_samples())} samples read, checked and written again"


def _samples() -> list[dict[str, object]]:
    import json

    from wa_composer import assets

    folder = assets.path("samples")
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.wamsg"))]


def _database() -> str:
    import sqlite3

    from wa_composer.storage.log import Log

    with tempfile.TemporaryDirectory() as folder:
        log = Log(Path(folder) / "log.sqlite3")
        log.open()
        try:
            count = len(log.rows())
        finally:
            log.close()
    return f"SQLite {sqlite3.sqlite_version}, a new log opened with {count} rows"


def _keyring() -> str:
    from wa_composer.session.vault import Vault
    from wa_composer.storage.keys import KeyringProblem, Keys
    from wa_composer.storage.worker import Worker

    vault = Vault(Keys, Worker("keyring"), os.environ, KEYRING_SECONDS)
    try:
        return asyncio.run(vault.backend_name())
    except KeyringProblem as problem:
        # The program works without one, so this part is well when it can say so.
        return f"none in use: {problem.words.english()}"


def _practice() -> str:
    from wa_composer.practice.server import PracticeServer

    async def started() -> str:
        server = PracticeServer()
        try:
            return await server.start()
        finally:
            await server.stop()

    return asyncio.run(started())


def _http() -> str:
    import httpx

    from wa_composer.insider.client import USER_AGENT, make_http

    async def made() -> None:
        await make_http().aclose()

    asyncio.run(made())
    return f"httpx {httpx.__version__} as {USER_AGENT}"


class _Drawing:
    """The parts that need Qt; they share the one application that a process may have."""

    def __init__(self) -> None:
        self._app: QApplication | None = None

    def window(self) -> str:
        if sys.platform not in ("win32", "darwin"):
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from PySide6 import __version__ as version

        from wa_composer.app import make_application, make_window, wait_for_first_paint

        self._app = make_application()
        window, _pane = make_window(self._app)
        window.show()
        wait_for_first_paint(self._app, window)
        size = window.grab().size()
        window.hide()
        name = self._app.platformName()
        return f"Qt {version} ({name}) painted {size.width()} x {size.height()}"

    def fonts(self) -> str:
        if self._app is None:
            raise Stop(words("Qt did not start, so no picture can be drawn."))
        from PySide6.QtGui import QFontDatabase

        from wa_composer.message.draft import read
        from wa_composer.preview.picture import render
        from wa_composer.preview.scene import View, build
        from wa_composer.preview.theme import LOOKS

        samples = [one for raw in _samples() for one in read(raw).request.messages]
        image = render([build(one, None, View(look=look)) for look in LOOKS for one in samples])
        missing = FAMILIES - set(QFontDatabase.families())
        if missing:
            raise Stop(words("Fonts are missing: {names}.", names=", ".join(sorted(missing))))
        return f"own fonts loaded, the samples drawn on {image.width()} x {image.height()}"


def _translations() -> str:
    from wa_composer import assets

    found = sorted(path.stem for path in assets.path("samples").parent.glob("translations/*.qm"))
    return ", ".join(["English (built in)", *found])
