"""What Qt loads from the system is what the start command installs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

ROOT = Path(__file__).resolve().parents[2]
QT = Path(PySide6.__file__).parent
USED = [
    "QtCore.abi3.so",
    "QtGui.abi3.so",
    "QtWidgets.abi3.so",
    "QtNetwork.abi3.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqoffscreen.so",
    "Qt/plugins/platforms/libqwayland.so",
]


def _libraries(name: str) -> dict[str, bool]:
    done = subprocess.run(["ldd", QT / name], capture_output=True, text=True, check=True)
    lines = [line.split() for line in done.stdout.splitlines() if "=>" in line]
    return {words[0]: "not" not in words[2:4] for words in lines}


@pytest.mark.parametrize("name", USED)
def test_nothing_that_qt_loads_is_missing(name: str) -> None:
    assert sys.platform == "linux", "the start command is for Linux"
    missing = [library for library, found in _libraries(name).items() if not found]
    assert not missing


def test_the_list_names_only_what_qt_loads() -> None:
    text = (ROOT / "packaging" / "lib.sh").read_text(encoding="utf-8")
    listed = set(re.findall(r"^(lib\S+\.so\.\d+) lib\S+$", text, re.MULTILINE))
    loaded = {library for name in USED for library in _libraries(name)}
    by_plugins = {"libwayland-egl.so.1"}  # loaded by Qt's wayland integration, by name
    assert listed - loaded - by_plugins == set()
