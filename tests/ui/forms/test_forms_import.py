"""Importing and building the forms needs nothing that is slow to import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

PROGRAM = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication(sys.argv)
from wa_composer.ui import dressing
from wa_composer.ui.forms import FORMS
from wa_composer.ui.forms.recipients import RecipientsField
dressing.apply(app, False)
made = [form() for form in FORMS.values()] + [RecipientsField()]
heavy = {"pydantic", "httpx", "keyring", "sqlite3", "asyncio", "phonenumbers", "qasync"}
print(sorted(heavy & set(sys.modules)))
"""


def test_forms_bring_in_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "PATH": ""},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
