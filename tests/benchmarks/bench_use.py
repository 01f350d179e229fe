"""Memory after the first send, and what the idle window costs, beside a bare one in the same run.

    python tests/benchmarks/bench_use.py [ROUNDS]

The window sends its sample through practice, waits two seconds and is then left alone for ten. The
aims: 1.9 times the bare window's memory, and no processor time that a person could measure.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from figures import Figure, environment, median, python, table

PROGRAMS = str(Path(__file__).with_name("use_programs.py"))
IDLE_SECONDS = 10


def measure(program: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as home:
        env = environment(home)
        if not env.get("DISPLAY"):
            env["QT_QPA_PLATFORM"] = "offscreen"
        done = subprocess.run(
            python(PROGRAMS, program, str(IDLE_SECONDS)),
            env=env,
            stdout=subprocess.PIPE,
            check=True,
            timeout=IDLE_SECONDS + 120,
        )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def figures(rounds: int = 3) -> list[Figure]:
    """Memory and idling; in ours a field has the cursor, so the floor of idling has one as well."""
    programs = ("bare", "field", "ours")
    found = {program: [measure(program) for _ in range(rounds)] for program in programs}

    def middle(program: str, what: str) -> float:
        return median([each[what] for each in found[program]])

    beside = "a bare window"
    idle = f"idle for {IDLE_SECONDS} s, processor time"
    cursor = "a bare window with the cursor in a field"
    return [
        Figure("memory after a send", *(middle(p, "memory") for p in ("ours", "bare")), "MiB",
               beside, 1.9),
        # Where no cursor blinks it takes next to nothing: below a millisecond nothing is compared.
        Figure(idle, middle("ours", "idle"), max(middle("field", "idle"), 1.0), "ms", cursor),
    ]  # fmt: skip


if __name__ == "__main__":
    print(table(figures(int(sys.argv[1]) if len(sys.argv) > 1 else 3)))
