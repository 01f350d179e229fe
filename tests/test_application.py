"""The application object: its icon, and the files that macOS asks it to open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFileOpenEvent
from wa_composer.app import make_application
from wa_composer.instance import Instance

app = make_application()
sizes = sorted(size.width() for size in app.windowIcon().availableSizes())
print("icon", *sizes)
instance = Instance(Path(sys.argv[1]), app)
app.asked.connect(instance.ask)
instance.called.connect(lambda files: print("called", *files))
QCoreApplication.sendEvent(app, QFileOpenEvent("/early.wamsg"))
print("attending")
instance.attend()
QCoreApplication.sendEvent(app, QFileOpenEvent("/later one.wamsg"))
"""


def test_files_that_the_system_asks_for_are_opened_when_the_program_can(tmp_path: Path) -> None:
    # In a process of its own: there is one application for each, and pytest-qt has this one's.
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "icon 48 128",
        "attending",
        "called /early.wamsg",
        "called /later one.wamsg",
    ], done.stderr
