"""The command line's `send` beside a bare Python that imports the same modules, in the same run.

    python tests/benchmarks/bench_send.py [ROUNDS]

The message goes to the practice endpoint, served by a process of its own; the aim is 1.25.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from figures import ROOT, Figure, cost, environment, median, python, table

AIM = 1.25
MESSAGE = str(ROOT / "resources/samples/order_update.wamsg")
SEND = ("send", MESSAGE, "--account", "Loopback")
LOADED = """
import json, sys
before = set(sys.modules)
from wa_composer.cli import main
code = main(sys.argv[1:])
foreign = [n for n in sys.modules if n not in before and n.split(".")[0] != "wa_composer"]
print(json.dumps([code, foreign]))
"""
IMPORT = """
import contextlib, importlib, sys
for name in sys.argv[1].split():
    with contextlib.suppress(ImportError):
        importlib.import_module(name)
"""


@contextmanager
def practice(env: dict[str, str]) -> Iterator[str]:
    """A practice endpoint of its own process; gives its send address."""
    command = python("-m", "wa_composer", "practice")
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def figures(rounds: int = 15) -> list[Figure]:
    """Time of one send, and of the floor."""
    with tempfile.TemporaryDirectory() as home:
        env = environment(home) | {"WA_COMPOSER_AUTH_KEY": "for-the-benchmark"}
        with practice(env) as address:
            add = ("account", "add", "Loopback", "--endpoint", address, "--no-key")
            subprocess.run(python("-m", "wa_composer", *add), env=env, check=True)
            found = subprocess.run(
                python("-c", LOADED, *SEND), env=env, check=True, capture_output=True, text=True
            )
            code, modules = json.loads(found.stdout.splitlines()[-1])
            assert code == 0, found.stderr
            assert not any(name.startswith("PySide6") for name in modules)
            ours, bare = [], []
            for _ in range(rounds):
                bare.append(cost(python("-c", IMPORT, " ".join(modules)), env))
                ours.append(cost(python("-m", "wa_composer", *SEND), env))
    beside = "a bare Python that imports the same modules"
    return [
        Figure(name, *(median(times) for times in (mine, floor)), "ms", beside, AIM)
        for name, mine, floor in zip(
            ("send, on the command line", "send, processor time"),
            zip(*ours, strict=True),
            zip(*bare, strict=True),
            strict=True,
        )
    ]


if __name__ == "__main__":
    print(table(figures(int(sys.argv[1]) if len(sys.argv) > 1 else 15)))
