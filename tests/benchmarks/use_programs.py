"""The two programs whose memory and idling are measured; bench_use.py runs them.

They import nothing of the benchmarks: it would count.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from functools import partial

from start_programs import SIZE, memory

SETTLING_SECONDS = 2.0


def processor() -> float:
    """Processor time of this process so far, in milliseconds."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return (used.ru_utime + used.ru_stime) * 1000


def bare(seconds: float, *, field: bool = False) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

    application = QApplication(sys.argv[:1])
    window = QWidget()
    window.resize(*SIZE)
    if field:
        QLineEdit(window).setFocus()
    window.show()
    found: dict[str, float] = {}

    def settled() -> None:
        found.update(memory=memory(), before=processor())
        QTimer.singleShot(int(seconds * 1000), application.quit)

    QTimer.singleShot(int(SETTLING_SECONDS * 1000), settled)
    application.exec()
    report(found["memory"], processor() - found["before"])


def ours(seconds: float) -> None:
    from wa_composer import quick

    quick.begin()
    quick.import_qt()
    from wa_composer import running

    class Measured(running.Program):
        async def open(self, files: list[str]) -> None:
            await super().open(files)
            self.measuring = asyncio.create_task(self.measure())

        async def measure(self) -> None:
            while self._window.action_bar.held:
                await asyncio.sleep(0.05)
            self._window.action_bar.send.click()
            while self.composing.busy or "whatsapp-" not in self._window.notice.text():
                await asyncio.sleep(0.05)
            await asyncio.sleep(SETTLING_SECONDS)
            used, before = memory(), processor()
            await asyncio.sleep(seconds)
            report(used, processor() - before)
            self._window.close()

    running.Program = Measured
    from wa_composer.cli import main as command_line

    command_line([])


def report(used: float, idle: float) -> None:
    print(json.dumps({"memory": used, "idle": idle}), flush=True)


if __name__ == "__main__":
    programs = {"bare": bare, "field": partial(bare, field=True), "ours": ours}
    programs[sys.argv[1]](float(sys.argv[2]))
