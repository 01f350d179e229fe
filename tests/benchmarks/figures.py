"""What a benchmark hands in: a figure beside its floor, both measured in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
NOT_INSTALLED = ("click", "pygments", "rich")


@dataclass(frozen=True)
class Figure:
    """One measurement: `value` and `floor` in `unit`; `aim` is the ratio that is aimed at."""

    name: str
    value: float
    floor: float
    unit: str
    beside: str
    aim: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.value / self.floor

    def plain(self) -> dict[str, Any]:
        """As JSON values, the ratio among them."""
        return asdict(self) | {"ratio": round(self.ratio, 3)}


@dataclass(frozen=True)
class Growth:
    """How something grows: one line through `points` of (size, `unit`) for each name."""

    name: str
    size: str
    unit: str
    lines: Mapping[str, Sequence[tuple[float, float]]]


def table(figures: Sequence[Figure]) -> str:
    """The figures as lines of equal columns."""
    rows = [("", "ours", "floor", "ratio", "aim", "beside")]
    for each in figures:
        aim = f"{each.aim:g}" if each.aim else ""
        mine, floor = (f"{value:.2f} {each.unit}" for value in (each.value, each.floor))
        rows.append((each.name, mine, floor, f"{each.ratio:.2f}", aim, each.beside))
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def environment(home: str) -> dict[str, str]:
    """What the measured programs run with: compiled modules kept outside the tree, one folder.

    And without the tests' own libraries that httpx would load: where it is installed, there are
    none.
    """
    absent = Path(home, "absent")
    absent.mkdir(exist_ok=True)
    for name in NOT_INSTALLED:
        (absent / f"{name}.py").write_text("raise ImportError\n", encoding="ascii")
    path = os.pathsep.join((str(absent), str(ROOT)))
    made = dict(os.environ, WA_COMPOSER_HOME=home, PYTHONPATH=path)
    # As on a user's machine, the second start finds compiled modules.
    made.pop("PYTHONDONTWRITEBYTECODE", None)
    made["PYTHONPYCACHEPREFIX"] = os.path.join(home, "compiled")
    return made


def cost(command: Sequence[str], env: Mapping[str, str]) -> tuple[float, float]:
    """Milliseconds from start to end of a command, and of processor time; fails with it."""
    start = time.perf_counter()
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return (time.perf_counter() - start) * 1000, (used.ru_utime + used.ru_stime) * 1000


def python(*arguments: str) -> list[str]:
    """A command line for this very Python."""
    return [sys.executable, *arguments]


def median(values: Sequence[float]) -> float:
    """The middle value: what else runs on the machine moves it little."""
    return float(statistics.median(values))
