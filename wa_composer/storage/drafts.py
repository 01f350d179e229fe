"""What is on the screen, on the disk: one file that a killed program finds again."""

from __future__ import annotations

from os.path import lexists
from pathlib import Path
from typing import Any

from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.files import load_json, set_aside, write_json

FILE_NAME = "draft.json"


class Drafts:
    """The last state of the composer, replaced as a whole each time it is saved.

    A file that nobody could make use of is never written over: it is set aside first.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._unused = False

    def load(self) -> dict[str, Any] | None:
        """The state saved last, None when there is none.

        Raises StorageProblem when the file cannot be read or makes no sense.
        """
        try:
            found = load_json(self._path, fits=lambda value: isinstance(value, dict))
        except StorageProblem:
            self._unused = True
            raise
        return found if isinstance(found, dict) else None

    def set_aside(self) -> Path | None:
        """Rename the file, of which no use can be made; its new name, None when it is gone.

        Raises StorageProblem when that is impossible; then `save` tries it again.
        """
        self._unused = True
        kept = set_aside(self._path) if lexists(self._path) else None
        self._unused = False
        return kept

    def save(self, state: dict[str, Any]) -> None:
        """Write the state; raises StorageProblem, and then the one before is still there."""
        if self._unused:
            self.set_aside()
        write_json(self._path, state)
