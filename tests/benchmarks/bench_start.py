"""Start of the whole window beside bare ones of the same size, in the same run.

    python tests/benchmarks/bench_start.py [ROUNDS]

Each round starts three programs one after the other, each in a process of its own: a bare window,
a bare window that then imports the libraries that ours has loaded when it is ready (each module of
them that ours uses: libraries such as pydantic load little by their name alone), and ours. Times
count from before the process exists. "Ready" is when a key pressed in the form has been read,
checked and painted. On the display of DISPLAY if there is one, else offscreen.

What counts are the ratios. Aims: first paint 1.5, ready 1.15, memory 1.6 times the bare window's.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from figures import Figure, environment, median, python, table
from start_programs import STARTED, now

PROGRAMS = str(Path(__file__).with_name("start_programs.py"))
BESIDE = {
    "bare": "a bare window",
    "libraries": "a bare window that imports the same modules of the libraries",
}


def measure(program: str, home: str, libraries: str = "") -> dict[str, Any]:
    env = environment(home)
    if not env.get("DISPLAY"):
        env["QT_QPA_PLATFORM"] = "offscreen"
    env[STARTED] = repr(now())
    done = subprocess.run(
        python(PROGRAMS, program, libraries),
        env=env,
        stdout=subprocess.PIPE,
        check=True,
        timeout=60,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def figures(rounds: int = 10) -> list[Figure]:
    """Time and memory up to the first paint and until ready, beside the two bare windows."""
    found: dict[str, list[dict[str, Any]]] = {"bare": [], "libraries": [], "ours": []}
    with tempfile.TemporaryDirectory() as home:
        measure("ours", home)  # compiles, and makes the database
        modules = " ".join(measure("ours", home)["modules"])
        measure("libraries", home, modules)
        for _ in range(rounds):
            for program, results in found.items():
                results.append(measure(program, home, "" if program == "bare" else modules))

    def figure(name: str, what: str, beside: str, unit: str, aim: float | None) -> Figure:
        factor = 1000 if unit == "ms" else 1
        mine, other = (median([each[what] for each in found[p]]) for p in ("ours", beside))
        return Figure(name, mine * factor, other * factor, unit, BESIDE[beside], aim)

    return [
        figure("start to first paint", "painted", "bare", "ms", 1.5),
        figure("start to ready", "ready", "libraries", "ms", 1.15),
        figure("memory at first paint", "memory_painted", "bare", "MiB", 1.6),
        figure("memory when ready", "memory_ready", "bare", "MiB", 1.6),
        figure("memory when ready", "memory_ready", "libraries", "MiB", None),
    ]


if __name__ == "__main__":
    print(table(figures(int(sys.argv[1]) if len(sys.argv) > 1 else 10)))
