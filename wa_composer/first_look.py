"""How the window looked the last time: taken up before it is first painted, so nothing jumps."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.files import load_json
from wa_composer.storage.settings import FILE_NAME


def kept_look(folder: Path) -> Mapping[str, object]:
    """The settings kept in that folder; none where there are none that make sense.

    What is wrong with them is said by who reads them in earnest, when the program runs.
    """
    try:
        found = load_json(folder / FILE_NAME)
    except StorageProblem:
        return {}
    return found if isinstance(found, dict) else {}


def place_of(kept: object) -> bytes:
    """The window's place and size as `MainWindow.restore_state` takes it; empty for nonsense."""
    try:
        return base64.b64decode(kept) if isinstance(kept, str) else b""
    except ValueError:
        return b""


def text_of(place: bytes) -> str:
    """The window's place and size as `place_of` takes it."""
    return base64.b64encode(place).decode("ascii")


def is_dark(chosen: object, system: bool) -> bool:
    """Whether to be dark: as chosen, else as the system is."""
    return chosen == "dark" if chosen in ("light", "dark") else system
