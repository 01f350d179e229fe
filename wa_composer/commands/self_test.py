"""`--self-test`: every part once, without a network; a line for each."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from wa_composer.commands.console import Console, Stop
from wa_composer.storage.errors import StorageProblem

KEYRING_SECONDS = 10.0


def run(args: argparse.Namespace, console: Console) -> int:
    """0 when every part started, 1 when one did not."""
    code = 0
    for name, part in PARTS.items():
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


def _window() -> str:
    if sys.platform not in ("win32", "darwin"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from wa_composer.app import self_test

    return self_test()


PARTS: dict[str, Callable[[], str]] = {
    "messages": _messages,
    "database": _database,
    "keyring": _keyring,
    "http": _http,
    "practice": _practice,
    "window": _window,
}
