"""The frozen program brings PySide6's own modules compiled, and PySide6 takes them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6

FREEZE = Path(__file__).resolve().parents[2] / "packaging" / "freeze"
COLLECT = """
import sys
sys.path.insert(0, sys.argv[1])
import qt_support
from pathlib import Path
for place, source, kind in qt_support.collect(Path(sys.argv[2])):
    print(place, source, kind, sep="\\t")
"""
# The text of the error is put together by those modules.
USE = """
import sys
from PySide6.QtCore import QSize
print(sys.modules["shibokensupport.signature.loader"].__file__)
try:
    QSize("wide", "high")
except TypeError as error:
    print("__init__(w: int, h: int" in str(error))
"""


def _python(program: str, *arguments: object, **changes: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        env={**os.environ, **changes},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_pyside_runs_with_its_own_modules_compiled(tmp_path: Path) -> None:
    rows = [line.split("\t") for line in _python(COLLECT, FREEZE, tmp_path)]
    assert all(place.endswith(".pyc") and kind == "DATA" for place, _, kind in rows)
    site = tmp_path / "frozen"
    installed = Path(PySide6.__file__).parent
    shutil.copytree(installed.parent / "shiboken6", site / "shiboken6")
    (site / "PySide6").symlink_to(installed)
    for place, source, _ in rows:
        (site / place).parent.mkdir(parents=True, exist_ok=True)
        (site / place).write_bytes(Path(source).read_bytes())
    loader, named = _python(USE, PYTHONPATH=str(site))
    assert "files.dir" in loader and loader.endswith("loader.pyc")
    assert named == "True"
