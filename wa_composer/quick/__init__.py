"""What makes the start quick before anything else is imported."""

from __future__ import annotations

import builtins
import gc
import os

from wa_composer.quick import enums, records


def begin() -> None:
    """Leave out two searches that find nothing while a program starts.

    Pydantic reads what is installed, looking for plugins: this program has none. And garbage is
    looked for among the thousands of things that imports make for good: from here on only after
    10,000 new ones instead of 700.
    """
    records.hasten()
    young, middle, old = gc.get_threshold()
    gc.set_threshold(max(young, 10_000), middle, old)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def import_qt() -> None:
    """Load Qt's core without what it adds to every import after it.

    Qt's import hook reads the source of each module imported later, looking for a switch of
    names (`__feature__`) that this program does not use: a third of all importing. Garbage
    collection is off from here on: looking through what start-up makes finds nothing, and
    `ui.collector` takes over when the window is up.
    """
    gc.disable()
    enums.hasten()
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401 - for its effect

    builtins.__import__ = plain
