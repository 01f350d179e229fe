"""PySide6's own Python modules, compiled beforehand: it compiles them anew at each start otherwise.

They lie as text inside a library. PySide6 takes them from a folder beside that library instead
once there is one, and makes the folder itself when the environment variable SBK_EMBED says so. A
tenth of the program's start.
"""

from __future__ import annotations

import compileall
import importlib.util
import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

Entry = tuple[str, str, str]
FOLDER = "files.dir"

# The maker of type stubs, imported at each start and used by nobody in a program; empty here.
LEFT_EMPTY = "shibokensupport/signature/lib/pyi_generator.py"


def collect(scratch: Path) -> list[Entry]:
    """The compiled modules and their places in the frozen program.

    Made in a copy, since the environment that the program is built in is not to be changed.
    """
    found = importlib.util.find_spec("shiboken6")
    assert found is not None and found.origin is not None, "shiboken6 is not installed"
    copy = scratch / "qt-support" / "shiboken6"
    shutil.rmtree(copy.parent, ignore_errors=True)
    shutil.copytree(Path(found.origin).parent, copy)
    subprocess.run(
        [sys.executable, "-c", "import shiboken6"],
        env={**os.environ, "PYTHONPATH": str(copy.parent), "SBK_EMBED": "0"},
        check=True,
    )
    folder = copy / FOLDER
    assert (folder / LEFT_EMPTY).stat().st_size, "PySide6 has its maker of stubs elsewhere"
    (folder / LEFT_EMPTY).write_text("# Left out of this program.\n", encoding="utf-8")
    # Without their text, and without a look at when it was written.
    unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
    made = compileall.compile_dir(folder, quiet=1, legacy=True, invalidation_mode=unchecked)
    modules = sorted(path for path in folder.rglob("*.pyc") if path.parent.name != "__pycache__")
    assert made and modules, "PySide6 does not unpack its modules as it did"
    return [(path.relative_to(copy.parent).as_posix(), str(path), "DATA") for path in modules]
