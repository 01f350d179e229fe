"""What makes the start quick before anything else is imported."""

from __future__ import annotations

import builtins
import gc
import os


def import_qt() -> None:
    """Load Qt's core without what it adds to every import after it.

    Qt's import hook reads the source of each module imported later, looking for a switch of
    names (`__feature__`) that this program does not use: a third of all importing. Pydantic
    likewise reads what is installed, looking for plugins. Garbage collection is off from here on:
    looking through what start-up makes finds nothing, and `ui.collector` takes over when the
    window is up.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - for its effect

    builtins.__import__ = plain
