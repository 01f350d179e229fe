"""The wording of templates, kept per name and language for the preview; it is never sent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wa_composer.message.words import words
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.files import read_json, write_json

FILE_NAME = "templates.json"
VERSION = 1


class Templates:
    """Template definitions in Meta's form: the user's own, over the samples that are shipped.

    Methods raise StorageProblem when the file cannot be read or written, or is of a newer program.
    """

    def __init__(self, folder: Path, shipped: Sequence[dict[str, Any]] = ()) -> None:
        self._path = folder / FILE_NAME
        self._shipped = {_name_of(definition): definition for definition in shipped}
        self._own: dict[tuple[str, str], dict[str, Any]] | None = None

    def get(self, name: str, language: str) -> dict[str, Any] | None:
        """The definition of that name and language; the user's own wording wins."""
        found = self._loaded().get((name, language))
        return found if found is not None else self._shipped.get((name, language))

    def put(self, definition: dict[str, Any]) -> None:
        """Keep a definition under its own name and language, in place of an earlier one."""
        name = _name_of(definition)
        own = self._loaded()
        if own.get(name) == definition:
            return
        changed = {**own, name: definition}
        write_json(self._path, {"version": VERSION, "data": list(changed.values())})
        self._own = changed

    def all(self) -> list[dict[str, Any]]:
        """Every definition, by name and then language."""
        merged = {**self._shipped, **self._loaded()}
        return [merged[name] for name in sorted(merged)]

    def _loaded(self) -> dict[tuple[str, str], dict[str, Any]]:
        if self._own is None:
            found = read_json(self._path, fits=_is_template_file)
            entries = found["data"] if isinstance(found, dict) and self._current(found) else []
            self._own = {_name_of(entry): entry for entry in entries}
        return self._own

    def _current(self, found: dict[str, Any]) -> bool:
        if found["version"] > VERSION:
            raise StorageProblem(
                words(
                    "{file} was written by a newer WA Composer; install that version to use it.",
                    file=str(self._path),
                )
            )
        return True


def _name_of(definition: dict[str, Any]) -> tuple[str, str]:
    return str(definition.get("name", "")), str(definition.get("language", ""))


def _is_template_file(value: object) -> bool:
    if not isinstance(value, dict) or type(value.get("version")) is not int:
        return False
    if value["version"] > VERSION:
        return True
    entries = value.get("data")
    return isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)
