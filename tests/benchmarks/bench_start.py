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

import contextlib
import importlib
import json
import os
import sys
import time

STARTED = "WA_COMPOSER_BENCH_STARTED"
SIZE = (1280, 800)
LIBRARIES = "pydantic httpx keyring qasync aiohttp truststore platformdirs phonenumbers sqlite3"
NOT_LIBRARIES = ("wa_composer", "__main__", "PySide6", "shiboken6", "shibokensupport")


def now() -> float:
    """Seconds on a clock that all processes share."""
    return time.clock_gettime(time.CLOCK_MONOTONIC)


def resident() -> float:
    """Memory of this process, in MiB."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def since_start() -> float:
    return now() - float(os.environ[STARTED])


# The three programs


def bare(libraries: list[str]) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        painted = False

        def event(self, event: QEvent) -> bool:
            self.painted = self.painted or event.type() == QEvent.Type.Paint
            return super().event(event)

    application = QApplication(sys.argv[:1])
    window = Window()
    window.resize(*SIZE)
    window.show()
    while not window.painted:
        application.processEvents()
    application.processEvents()
    painted = since_start()
    for name in libraries:
        with contextlib.suppress(ImportError):  # a part that only its library can load
            importlib.import_module(name)
    report(painted, resident())


def ours() -> None:
    from wa_composer import quick

    quick.import_qt()
    from wa_composer import app

    wait = app.wait_for_first_paint

    def wait_and_note(application: object, window: object) -> None:
        wait(application, window)
        measure_until_ready(since_start(), resident())

    app.wait_for_first_paint = wait_and_note
    from wa_composer.cli import main as command_line

    command_line([])


def measure_until_ready(painted: float, at_paint: float) -> None:
    from wa_composer import running

    class Measured(running.Program):
        async def open(self, files: list[str]) -> None:
            await super().open(files)
            press_a_key(self._window.composer_pane)
            self._window.preview.repaint()
            report(painted, at_paint)
            self._window.close()

    running.Program = Measured


def press_a_key(pane: object) -> None:
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

    assert isinstance(pane, QWidget)
    edited: list[bool] = []
    pane.edited.connect(lambda: edited.append(True))
    fields = [*pane.form.findChildren(QLineEdit), *pane.form.findChildren(QPlainTextEdit)]
    field = next(each for each in fields if each.isVisible())
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    QCoreApplication.sendEvent(field, key)
    assert edited, "the key did not reach the form"


def report(painted: float, at_paint: float) -> None:
    found = {
        "painted": painted,
        "ready": since_start(),
        "memory_painted": at_paint,
        "memory_ready": resident(),
        "libraries": [name for name in LIBRARIES.split() if name in sys.modules],
        "modules": [n for n in sys.modules if n.split(".")[0] not in NOT_LIBRARIES],
    }
    print(json.dumps(found), flush=True)


# The parent


def measure(program: str, home: str, libraries: str = "") -> dict[str, float]:
    import subprocess

    environment = dict(os.environ, WA_COMPOSER_HOME=home)
    # As on a user's machine, the second start finds compiled modules; here, outside the tree.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = os.path.join(home, "compiled")
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    environment[STARTED] = repr(now())
    done = subprocess.run(
        [sys.executable, __file__, program, libraries],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
        timeout=60,
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main(rounds: int) -> None:
    import tempfile
    from statistics import median

    with tempfile.TemporaryDirectory() as home:
        measure("ours", home)  # compiles, and makes the database
        first = measure("ours", home)
        names = " ".join(first["libraries"])  # type: ignore[arg-type]
        libraries = " ".join(first["modules"])  # type: ignore[arg-type]
        measure("libraries", home, libraries)
        print(f"{rounds} rounds; libraries loaded when ready: {names}")
        found: dict[str, list[dict[str, float]]] = {"bare": [], "libraries": [], "ours": []}
        for _ in range(rounds):
            for program, results in found.items():
                results.append(measure(program, home, libraries))

    def middle(program: str, what: str) -> float:
        return float(median(each[what] for each in found[program]))

    rows = (
        ("start to first paint", "painted", "bare", 1000, "ms", 1.5),
        ("start to ready", "ready", "libraries", 1000, "ms", 1.15),
        ("memory at first paint", "memory_painted", "bare", 1, "MiB", 1.6),
        ("memory when ready", "memory_ready", "bare", 1, "MiB", 1.6),
        ("memory when ready", "memory_ready", "libraries", 1, "MiB", None),
    )
    for title, what, beside, factor, unit, aim in rows:
        mine, other = middle("ours", what), middle(beside, what)
        goal = f", aim {aim}" if aim else ""
        print(
            f"{title}: {mine * factor:.0f} {unit}, {mine / other:.2f} times the "
            f"{'bare window' if beside == 'bare' else 'bare window with the libraries'}"
            f" ({other * factor:.0f} {unit}){goal}"
        )


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else "20"
    if asked == "ours":
        ours()
    elif asked in ("bare", "libraries"):
        bare(sys.argv[2].split() if asked == "libraries" else [])
    else:
        main(int(asked))
