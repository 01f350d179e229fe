"""What is on the screen, on the disk: one file that a killed program finds again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from wa_composer.storage.files import read_json, write_json

FILE_NAME = "draft.json"


class Drafts:
    """The last state of the composer, replaced as a whole each time it is saved."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME

    def load(self) -> dict[str, Any] | None:
        """The state saved last, None when there is none or it was damaged (then set aside).

        Raises StorageProblem when the file is there and cannot be read.
        """
        found = read_json(self._path, fits=lambda value: isinstance(value, dict))
        return found if isinstance(found, dict) else None

    def save(self, state: dict[str, Any]) -> None:
        """Write the state; raises StorageProblem, and then the one before is still there."""
        write_json(self._path, state)
