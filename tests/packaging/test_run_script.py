"""The start command, with its environment already made: what it does where there is no display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted((ROOT / "packaging").rglob("*.sh"))


@pytest.fixture
def made_environment(tmp_path: Path) -> Path:
    """A folder that the scripts take for their finished environment; its Python is this one."""
    folder = tmp_path / "env"
    (folder / "bin").mkdir(parents=True)
    python = folder / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    ask = f'source "{ROOT}/packaging/lib.sh"; wanted_stamp "$ROOT/packaging/requirements.txt"'
    stamp = subprocess.run(["bash", "-c", ask], capture_output=True, text=True, check=True)
    (folder / "run.stamp").write_text(stamp.stdout.strip(), encoding="utf-8")
    return folder


def _start(
    environment: Path, folder: Path, *arguments: str, **changes: str
) -> subprocess.CompletedProcess[str]:
    given = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    scratch = str(environment.parent)
    given |= {"WA_COMPOSER_VENV": str(environment), "HOME": scratch, "TMPDIR": scratch, **changes}
    folder.mkdir()
    return subprocess.run(
        ["bash", ROOT / "packaging" / "run.sh", *arguments],
        cwd=folder,
        env=given,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_are_well_formed(script: Path) -> None:
    subprocess.run(["bash", "-n", script], check=True)


def test_without_a_display_it_does_the_main_job(made_environment: Path, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    done = _start(made_environment, folder)
    assert done.returncode == 0, done.stderr
    sent, logged = done.stdout.splitlines()[:2]
    key = sent.split("\t")[2]
    assert sent.split("\t")[1] == "accepted"
    assert key.startswith("whatsapp-")
    assert key in done.stdout.replace(sent, "", 1), f"the log line is missing: {logged}"
    picture = folder / "wa-composer-preview.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert str(picture) in done.stderr
    assert "No display" in done.stderr
    assert "practice account" in done.stderr


def test_arguments_go_to_the_program(made_environment: Path, tmp_path: Path) -> None:
    done = _start(made_environment, tmp_path / "here", "--version", HOME="/nowhere")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("wa-composer ")


def test_a_window_that_cannot_open_is_said(made_environment: Path, tmp_path: Path) -> None:
    done = _start(made_environment, tmp_path / "here", DISPLAY=":987")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()
