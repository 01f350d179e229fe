"""Small things the window remembers: theme, geometry, splitter positions."""

from __future__ import annotations

from pathlib import Path

from wa_composer.storage.files import read_json, write_json

FILE_NAME = "settings.json"


class Settings:
    """Named JSON values in one file, read once and written whole on each change."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._values: dict[str, object] | None = None

    def get(self, name: str, default: object = None) -> object:
        """The value of `name`, else `default`; raises StorageProblem if the file is unreadable."""
        return self._loaded().get(name, default)

    def set(self, name: str, value: object) -> None:
        """Keep a JSON value under `name`; raises StorageProblem when it cannot be written."""
        values = self._loaded()
        if name in values and values[name] == value:
            return
        changed = {**values, name: value}
        write_json(self._path, changed)
        self._values = changed

    def _loaded(self) -> dict[str, object]:
        if self._values is None:
            found = read_json(self._path, fits=lambda value: isinstance(value, dict))
            self._values = dict(found) if isinstance(found, dict) else {}
        return self._values
