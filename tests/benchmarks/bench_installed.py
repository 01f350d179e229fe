"""The built program, as it is installed, beside a bare window that this Python opens.

    python tests/benchmarks/bench_installed.py [ROUNDS]

Seen from outside, on the display itself: how long until the middle of it is no longer empty, from
before the process exists; and the memory (PSS) two seconds later, when each is ready. Measured
where there is a display of X with nothing on it, and a program in dist/wa-composer
(`packaging/build.sh`); else there are no figures.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from figures import ROOT, Figure, environment, median, python, table

PROGRAM = ROOT / "dist" / "wa-composer" / "wa-composer"
MIDDLE = (640, 400)
LOOK_SECONDS = 0.001
PATIENCE_SECONDS = 20.0
READY_SECONDS = 2.0
BARE = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
application.exec()
"""
_ALL_PLANES, _PIXELS = 0xFFFFFFFF, 2


class Display:
    """The display of DISPLAY, looked at from outside the programs on it."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XGetImage"):
            getattr(self._x, name).restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = self._x.XGetPixel.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))
        assert self._display, "the display does not answer"
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._empty = self._middle()

    def empty(self) -> bool:
        """Whether the middle looks as it did before anything was opened."""
        return self._middle() == self._empty

    def wait(self, empty: bool) -> None:
        """Until it is so; an error after 20 seconds."""
        end = time.monotonic() + PATIENCE_SECONDS
        while self.empty() is not empty:
            assert time.monotonic() < end, "nothing changes on the display"
            time.sleep(LOOK_SECONDS)

    def _middle(self) -> int:
        picture = ctypes.c_void_p(
            self._x.XGetImage(
                self._display, self._root, *MIDDLE, 1, 1, ctypes.c_ulong(_ALL_PLANES), _PIXELS
            )
        )
        try:
            return int(self._x.XGetPixel(picture, 0, 0))
        finally:
            self._x.XDestroyImage(picture)


@contextmanager
def running(command: list[str], env: dict[str, str]) -> Iterator[int]:
    """The program from its start to its end; gives its process."""
    with subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process.pid
        finally:
            process.kill()


def measure(display: Display, command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Milliseconds until it is seen, and MiB when it is ready."""
    display.wait(empty=True)
    start = time.monotonic()
    with running(command, env) as pid:
        display.wait(empty=False)
        seen = (time.monotonic() - start) * 1000
        time.sleep(READY_SECONDS)
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            pss = next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
    return seen, pss / 1024


def figures(rounds: int = 10) -> list[Figure]:
    """Time until it is seen, and memory, of what is installed."""
    if not PROGRAM.exists() or not os.environ.get("DISPLAY"):
        return []
    display = Display()
    with tempfile.TemporaryDirectory() as home:
        env = environment(home)
        del env["PYTHONPATH"]
        commands = (python("-c", BARE), [str(PROGRAM)])
        for command in commands:  # compiled, read from the disk, its database made
            measure(display, command, env)
        found = [[measure(display, command, env) for command in commands] for _ in range(rounds)]
    middles = [
        [median(values) for values in zip(*each, strict=True)] for each in zip(*found, strict=True)
    ]
    (bare, bare_memory), (ours, our_memory) = middles
    beside = "a bare window"
    return [
        Figure("the installed program, start until seen", ours, bare, "ms", beside, 1.5),
        Figure("the installed program, memory", our_memory, bare_memory, "MiB", beside, 1.6),
    ]


if __name__ == "__main__":
    print(table(figures(int(sys.argv[1]) if len(sys.argv) > 1 else 10)))
