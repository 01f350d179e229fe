"""Finds the files that ship with the program: fonts, pictures, samples, translations.

The only reader of `resources/`. The folder stands beside the package in a checkout, inside it in an
installed wheel, and under the unpacking folder in a frozen build.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


class MissingResource(FileNotFoundError):
    """A shipped file is not where it belongs: the installation is incomplete."""


def path(name: str) -> Path:
    """Where the shipped file or folder `name` lies, e.g. `"fonts/NotoSans-Regular.ttf"`.

    `name` uses forward slashes and stays inside the folder (ValueError otherwise).
    Raises MissingResource when it is not there.
    """
    if name.startswith("/") or ".." in name.split("/"):
        raise ValueError(f"not a name inside the resources: {name!r}")
    found = folder() / name
    if not found.exists():
        raise MissingResource(f"the program's own file {name} is missing (looked in {folder()})")
    return found


def text(name: str) -> str:
    """The contents of the shipped text file `name`, read as UTF-8; errors as for `path`."""
    return path(name).read_text(encoding="utf-8")


@cache
def folder() -> Path:
    """The resources folder itself. Raises MissingResource when there is none."""
    for candidate in _candidates():
        if candidate.is_dir():
            return candidate
    raise MissingResource("the program's resources folder is missing: install it again")


def licences() -> Path | None:
    """Where a frozen build keeps the licences of all that it holds; None in other installations,
    where each library lies with its own.
    """
    unpacked = getattr(sys, "_MEIPASS", None)
    found = None if unpacked is None else Path(unpacked) / "licences"
    return found if found is not None and found.is_dir() else None


def _candidates() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    places = [package / "resources", package.parent / "resources"]
    unpacked = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's loader
    if unpacked is not None:
        places.insert(0, Path(unpacked) / "resources")
    return tuple(places)
