"""Gathers the licence of everything that the frozen program holds, and fails where one is missing.

Qt, its Python bindings and the fonts carry none in their packages; those lie in
`packaging/licences` and `resources/fonts`.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
import sysconfig
from pathlib import Path
from typing import Any

Entry = tuple[str, str, str]

FOLDER = "licences"
NAMED = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
BY_HAND = {"pyside6-essentials", "shiboken6"}  # LGPL-3.0.txt, said in licences/README.txt
TOOLS = {"pyinstaller"}  # its loader is in the program; its licence lets that be


def collect(analysis: Any, root: Path, scratch: Path) -> list[Entry]:
    """Files for the folder `licences`: one folder for each library, and what was kept by hand."""
    gathered = [
        (f"{FOLDER}/{path.name}", str(path), "DATA")
        for path in sorted((root / "packaging" / "licences").iterdir())
    ]
    gathered.append((f"{FOLDER}/wa-composer/LICENSE", str(root / "LICENSE"), "DATA"))
    gathered.append((f"{FOLDER}/python/LICENSE.txt", str(_pythons_own()), "DATA"))
    fonts = root / "resources" / "fonts" / "LICENSE-OFL.txt"
    gathered.append((f"{FOLDER}/fonts/OFL-1.1.txt", str(fonts), "DATA"))
    listing = []
    for name in sorted(_distributions(analysis) | TOOLS):
        distribution = importlib.metadata.distribution(name)
        listing.append(f"{name} {distribution.version}")
        if name in BY_HAND:
            continue
        files = [file for file in distribution.files or () if _is_licence(file.as_posix())]
        if not files:
            raise SystemExit(f"{name} brings no licence: put it into packaging/licences")
        for file in files:
            where = f"{FOLDER}/{name}/{Path(file.as_posix()).name}"
            gathered.append((where, str(distribution.locate_file(file)), "DATA"))
    scratch.mkdir(parents=True, exist_ok=True)
    (scratch / "versions.txt").write_text("\n".join(listing) + "\n", encoding="utf-8")
    gathered.append((f"{FOLDER}/versions.txt", str(scratch / "versions.txt"), "DATA"))
    return gathered


def _distributions(analysis: Any) -> set[str]:
    """The libraries of which at least one module or binary goes in."""
    known = importlib.metadata.packages_distributions()
    used = {entry[0].split(".")[0] for entry in analysis.pure}
    used |= {re.split(r"[./\\]", entry[0])[0] for entry in analysis.binaries}
    names = {name for module in used for name in known.get(module, ())}
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names} - {"wa-composer"}


def _is_licence(path: str) -> bool:
    return ".dist-info/" in path and NAMED.search(Path(path).name) is not None


def _pythons_own() -> Path:
    number = f"{sys.version_info[0]}.{sys.version_info[1]}"
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{number}/copyright"),
        Path(f"/usr/share/doc/libpython{number}-stdlib/copyright"),
    )
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise SystemExit("the licence of Python itself was not found")
    return found
