"""Keeps Qt's drawing parts from talking about fonts and pictures on standard error."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLoggingCategory


@cache
def quiet() -> None:
    """Once and in one place, for each call of Qt's function forgets the rules of the one before."""
    # WORKAROUND QFontDatabase talks of each family asked for a script that it does not have, the
    # picture decoders of every fault in a file: the program says that in its own words.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false\nqt.gui.imageio.*=false")
