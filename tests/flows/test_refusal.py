"""Started by its icon, the program says in a window why it does not open."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# The same start as an icon's: nobody at a terminal. The display is real to Qt in all but name.
START = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from wa_composer import refusal
from wa_composer.cli import main

refusal.UNSEEN = ()

def look():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        print("shown", box.windowTitle(), box.text(), sep="|", flush=True)
        box.findChild(QPushButton).click()
    else:
        QTimer.singleShot(10, look)

make = refusal.make_application
def made():
    app = make()
    QTimer.singleShot(0, look)
    return app
refusal.make_application = made
if len(sys.argv) < 2:
    from wa_composer import app
    whole = app.make_application
    app.make_application = lambda: (whole(), QTimer.singleShot(0, look))[0]
sys.exit(main(sys.argv[1:]))
"""


def start(home: Path, *files: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START, *files],
        env={**os.environ, "WA_COMPOSER_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_folder_that_cannot_be_written_is_said_in_a_window(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = start(tmp_path / "file" / "home")
    assert done.returncode == 2
    said = done.stderr.strip().splitlines()[-1]
    assert str(tmp_path) in said
    assert done.stdout == f"shown|WA Composer|{said}\n"


def test_a_file_that_is_gone_is_said_in_a_window(tmp_path: Path) -> None:
    done = start(tmp_path / "home", "gone.wamsg")
    assert done.returncode == 2
    assert done.stdout == "shown|WA Composer|There is no file and no command named gone.wamsg.\n"
