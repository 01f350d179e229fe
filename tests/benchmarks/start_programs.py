"""The three programs whose start is measured; bench_start.py runs them, each in its process.

They import nothing of the benchmarks: it would count.
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
NOT_LIBRARIES = ("wa_composer", "__main__", "PySide6", "shiboken6", "shibokensupport")


def now() -> float:
    """Seconds on a clock that all processes share."""
    return time.clock_gettime(time.CLOCK_MONOTONIC)


def memory() -> float:
    """Memory of this process, its share of what is shared (PSS), in MiB."""
    with open("/proc/self/smaps_rollup", encoding="ascii") as file:
        line = next(each for each in file if each.startswith("Pss:"))
    return int(line.split()[1]) / 1024


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
    report(painted, memory())


def ours() -> None:
    from wa_composer import quick

    quick.begin()
    quick.import_qt()
    from wa_composer import app

    wait = app.wait_for_first_paint

    def wait_and_note(application: object, window: object) -> None:
        wait(application, window)
        measure_until_ready(since_start(), memory())

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
        "memory_ready": memory(),
        "modules": [n for n in sys.modules if n.split(".")[0] not in NOT_LIBRARIES],
    }
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "ours":
        ours()
    else:
        bare(sys.argv[2].split())
