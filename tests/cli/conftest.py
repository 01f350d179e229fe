"""Runs the command line as people and scripts do: as a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from wa_composer.cli import main

ROOT = Path(__file__).parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]
Call = Callable[..., "subprocess.CompletedProcess[str]"]


def environment(home: Path, **changes: str | None) -> dict[str, str]:
    """The environment of a run without a display, writing into `home`; None takes one out."""
    environ = dict(os.environ) | {"WA_COMPOSER_HOME": str(home), "PYTHONPATH": str(ROOT)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environ.pop(name, None)
    for name, value in changes.items():
        if value is None:
            environ.pop(name, None)
        else:
            environ[name] = value
    return environ


@pytest.fixture
def run(private_home: Path) -> Run:
    """Run `wa-composer ARGS`; whatever happens, no traceback may be seen."""

    def wa_composer(
        *args: object, stdin: str | bytes = b"", env: dict[str, str] | None = None, **more: Any
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "wa_composer", *map(str, args)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            env=env or environment(private_home),
            capture_output=True,
            timeout=90,
            **more,
        )
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in out + err
        assert "fault of its own" not in err
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return wa_composer


@pytest.fixture
def call(private_home: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """The same verb in this process, for the many cases in which only what it says matters.

    For verbs that draw nothing; starting a process for each of them would take minutes.
    """
    monkeypatch.delenv("DISPLAY", raising=False)

    def wa_composer(*args: object, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        with monkeypatch.context() as streams:
            streams.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            streams.setattr(sys, "stdout", out)
            streams.setattr(sys, "stderr", err)
            try:
                code = main([str(arg) for arg in args])
            except SystemExit as ended:
                code = int(ended.code or 0)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read())
        assert "Traceback" not in "".join(texts)
        assert "fault of its own" not in texts[1]
        return subprocess.CompletedProcess(args, code, *texts)

    return wa_composer


@pytest.fixture(scope="session")
def practice_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `wa-composer practice`, running as a process of its own."""
    with subprocess.Popen(
        [sys.executable, "-m", "wa_composer", "practice"],
        env=environment(tmp_path_factory.mktemp("practice-home")),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.terminate()
        assert server.wait(timeout=20) == 0


SILENT = "+12025550107"


@pytest.fixture(scope="session")
def outcomes_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home that all sends to the practice recipients share."""
    return tmp_path_factory.mktemp("outcomes")


@pytest.fixture(scope="session", autouse=True)
def silent_send(outcomes_home: Path) -> Iterator[subprocess.Popen[str]]:
    """A send to the recipient that never answers, begun early: its 30 s pass beside other tests."""
    message = ROOT / "resources" / "samples" / "delivery_slot.wamsg"
    command = [sys.executable, "-m", "wa_composer", "send", str(message), "--to", SILENT]
    with subprocess.Popen(
        command,
        env=environment(outcomes_home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()
