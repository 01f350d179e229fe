"""The file of the template library: its form, the forms before it, and what may be damaged."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from wa_composer.message.library import Entry, Key, key_of
from wa_composer.message.words import words
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.files import SenselessFile, load_json, write_atomic

_log = logging.getLogger(__name__)

VERSION = 2
_TEXTS = ("imported", "edited", "source")


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the file holds: the user's entries, and which samples are not wanted.

    ``version`` is that of the file it was read from; ``damaged`` says that more stands there than
    could be read.
    """

    entries: Mapping[Key, Entry] = field(default_factory=dict)
    hidden: frozenset[Key] = frozenset()
    version: int = VERSION
    damaged: bool = False


def read_shelf(path: Path) -> Shelf:
    """Return what the file holds; an empty shelf without one.

    The file is left as it is, whatever it holds. Raises StorageProblem when it cannot be read, or
    is of a newer program.
    """
    try:
        found = load_json(path, fits=_fits)
    except SenselessFile:
        return Shelf(damaged=True)
    if not isinstance(found, dict):
        return Shelf()
    version = int(found["version"])
    if version > VERSION:
        raise StorageProblem(
            words(
                "{file} was written by a newer WA Composer; install that version to use it.",
                file=str(path),
            )
        )
    listed = found["data"] if version == 1 else found["entries"]
    parsed = [_first_form(each) if version == 1 else _parse(each) for each in listed]
    entries = {entry.key: entry for entry in parsed if entry is not None}
    return Shelf(entries, frozenset(_keys(found.get("hidden"))), version, None in parsed)


def write_shelf(path: Path, shelf: Shelf) -> None:
    """Write the shelf as a whole; a damaged file or an older form is copied first. StorageProblem.

    Only for whoever has the turn to change the file.
    """
    if shelf.damaged and path.exists():
        copy = _copy(path, "corrupt")
        _log.warning("%s could not be understood and was set aside as %s.", path, copy.name)
    elif shelf.version < VERSION and path.exists():
        _copy(path, f"version-{shelf.version}")
    hidden = json.dumps(sorted(list(key) for key in shelf.hidden), ensure_ascii=False)
    # An entry a line: of ten thousand none holds up the window's thread for long.
    entries = map(_stored, shelf.entries.values())
    lines = [json.dumps(each, ensure_ascii=False, allow_nan=False) for each in entries]
    text = (
        f'{{"version": {VERSION}, "hidden": {hidden}, "entries": [\n' + ",\n".join(lines) + "\n]}\n"
    )
    # In JSON text a lone surrogate can only stand inside a string, where \udXXX is its escape.
    write_atomic(path, text.encode("utf-8", "backslashreplace"))


def _copy(path: Path, why: str) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target, number = path.with_name(f"{path.name}.{why}-{stamp}"), 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.{why}-{stamp}-{number}")
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        sentence = words("{file} cannot be read: {reason}.", file=str(path), reason=reason)
        raise StorageProblem(sentence) from error
    write_atomic(target, data)
    return target


def _fits(value: object) -> bool:
    if not isinstance(value, dict) or type(value.get("version")) is not int:
        return False
    if value["version"] > VERSION:
        return True
    return isinstance(value.get("data" if value["version"] == 1 else "entries"), list)


def _first_form(value: object) -> Entry | None:
    """In the first form the entries were the definitions themselves, all written by hand."""
    return Entry(*key_of(value), value) if isinstance(value, dict) else None


def _parse(value: object) -> Entry | None:
    if not isinstance(value, dict):
        return None
    key, definition = _key(value.get("name"), value.get("language")), value.get("definition")
    if key is None or not isinstance(definition, dict):
        return None
    texts = {name: value[name] for name in _TEXTS if isinstance(value.get(name), str)}
    judged = value.get("judged") if isinstance(value.get("judged"), dict) else None
    favourite = value.get("favourite") is True
    return Entry(*key, definition, **texts, favourite=favourite, judged=judged)


def _stored(entry: Entry) -> dict[str, Any]:
    given = {name: getattr(entry, name) for name in _TEXTS if getattr(entry, name)}
    if entry.favourite:
        given["favourite"] = True
    if entry.judged is not None:
        given["judged"] = dict(entry.judged)
    head = {"name": entry.name, "language": entry.language}
    return {**head, **given, "definition": dict(entry.definition)}


def _keys(value: object) -> Iterable[Key]:
    for each in value if isinstance(value, list) else ():
        if isinstance(each, list) and len(each) == 2 and (key := _key(*each)):
            yield key


def _key(name: object, language: object) -> Key | None:
    return (name, language) if isinstance(name, str) and isinstance(language, str) else None
