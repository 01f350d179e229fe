"""What the README of the benchmarks shows is what was measured."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent / "benchmarks"


def test_the_readme_shows_the_kept_figures() -> None:
    # The benchmarks are scripts beside each other: a process of its own finds them as they do.
    done = subprocess.run(
        [sys.executable, "-c", "import kept; print(kept.kept(), end='')"],
        cwd=BENCHMARKS,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout in (BENCHMARKS / "README.md").read_text(encoding="utf-8")
    assert "start to first paint" in done.stdout
