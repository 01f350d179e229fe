"""Runs inside the frozen program before anything else: its children find their own libraries.

The loader puts the program's folder first where the system looks for libraries. This process has
read that already; a browser or file manager opened from it must not.
"""

import os
import sys


def _give_back(name: str) -> None:
    before = os.environ.pop(f"{name}_ORIG", None)
    if before is not None:
        os.environ[name] = before
    else:
        os.environ.pop(name, None)


if sys.platform.startswith("linux"):
    _give_back("LD_LIBRARY_PATH")
