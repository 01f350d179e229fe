"""Runs the command line as people and scripts do: as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


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
