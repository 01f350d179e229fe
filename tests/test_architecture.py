"""Who may import whom, as sentences that run; a broken one names the file, or the whole chain.

Imports under TYPE_CHECKING are for the reader and the type checker and do not count; imports inside
functions do, except where a rule is about what importing alone brings in.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "wa_composer"
SMALL_MESSAGE = tuple(
    f"message.{name}"
    for name in (
        "limits",
        "words",
        "outcome",
        "phone",
        "problem",
        "wording",
        "slots",
        "placeholders",
        "button_links",
    )
)


@dataclass(frozen=True)
class Room:
    """One row of the plan: what the modules of a room may import."""

    rooms: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    qt: tuple[str, ...] = ()
    without: tuple[str, ...] = ()  # parts of the standard library that are not its business


DRAWING = ("QtCore", "QtGui")
WINDOW = ("QtCore", "QtGui", "QtWidgets")
WORLD = ("sqlite3", "socket", "asyncio", "subprocess", "urllib.request", "pathlib", "time")

# The longest name that fits decides. The top level (app, cli, ...) is left out: it knows everyone.
ROOMS = {
    "assets": Room(),
    "quick": Room(("quick",), qt=("QtCore",)),
    "message": Room(("message",), ("pydantic", "phonenumbers"), without=(*WORLD, "datetime", "os")),
    "insider": Room(("message", "insider"), ("httpx", "truststore"), without=("sqlite3",)),
    "storage": Room(("message", "storage"), ("keyring", "platformdirs")),
    "preview": Room(("message", "preview", "assets"), qt=DRAWING, without=WORLD[:5]),
    "practice": Room(("message", "practice"), ("h11",), without=("sqlite3",)),
    "receiver": Room(("message", "receiver"), ("h11",), without=("sqlite3",)),
    "session": Room(("message", "insider", "storage", "session"), without=("sqlite3",)),
    "ui": Room(("message", "preview", "session", "ui", "assets"), qt=WINDOW, without=("sqlite3",)),
    "ui.forms": Room(
        (*SMALL_MESSAGE, "ui.forms", "ui.widgets", "ui.theme", "ui.style", "ui.icons"),
        qt=WINDOW,
        without=WORLD,
    ),
}


@dataclass(frozen=True)
class Import:
    """One import as it stands in a file; `late` when it is inside a function."""

    name: str
    line: int
    late: bool


@cache
def modules() -> dict[str, Path]:
    found = {}
    for path in sorted((ROOT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports(module: str) -> tuple[Import, ...]:
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    return tuple(_walk(tree, late=False))


def _walk(node: ast.AST, late: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for other in child.orelse:
                yield from _walk(ast.Module([other], []), late)
        elif isinstance(child, ast.Import):
            yield from (Import(alias.name, child.lineno, late) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, f"relative import in line {child.lineno}: write the whole name"
            for alias in child.names:
                yield Import(_target(child.module or "", alias.name), child.lineno, late)
        else:
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _walk(child, late or inside)


def _target(module: str, name: str) -> str:
    whole = f"{module}.{name}"
    return whole if whole in modules() or module in ("PySide6", "urllib") else module


def _within(name: str, room: str) -> bool:
    return name == room or name.startswith(room + ".")


def _room_of(module: str) -> str | None:
    inside = module.removeprefix(PACKAGE + ".")
    return max((room for room in ROOMS if _within(inside, room)), key=len, default=None)


def _fault(room: Room, name: str) -> str | None:
    if name == PACKAGE:
        return None  # the version
    if _within(name, PACKAGE):
        inside = name.removeprefix(PACKAGE + ".")
        return None if any(_within(inside, other) for other in room.rooms) else "another room"
    if any(_within(name, banned) for banned in room.without):
        return "not this room's business"
    top, _, rest = name.partition(".")
    if top in ("PySide6", "shiboken6"):
        return None if rest.split(".")[0] in room.qt else "a part of Qt that this room does without"
    if top in sys.stdlib_module_names or top in room.libraries:
        return None
    return "a library that this room does without"


@pytest.mark.parametrize("module", [name for name in modules() if _room_of(name)])
def test_a_room_imports_only_what_the_plan_allows(module: str) -> None:
    room = _room_of(module)
    assert room is not None
    faults = [
        f"{modules()[module].relative_to(ROOT)}:{item.line} ({room}) imports {item.name}: {fault}"
        for item in imports(module)
        if (fault := _fault(ROOMS[room], item.name))
    ]
    assert not faults, "\n".join(faults)


def chain(start: str, targets: frozenset[str], late: bool) -> list[str]:
    """The shortest way by which importing `start` brings in one of `targets`; empty if none."""
    came_from: dict[str, str] = {start: ""}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here.split(".")[0] in targets:
            way = [here]
            while came_from[way[-1]]:
                way.append(came_from[way[-1]])
            return way[::-1]
        for name in _reached(here, late):
            if name not in came_from:
                came_from[name] = here
                waiting.append(name)
    return []


def _reached(module: str, late: bool) -> Iterator[str]:
    if module not in modules():
        return
    if "." in module:
        yield module.rpartition(".")[0]  # a package's own file runs before its modules
    yield from (item.name for item in imports(module) if late or not item.late)


def _starting(*rooms: str) -> list[str]:
    return [n for n in modules() if any(_within(n, f"{PACKAGE}.{room}") for room in rooms)]


@pytest.mark.parametrize(
    "module", _starting("message", "insider", "storage", "session", "practice", "receiver", "cli")
)
def test_below_the_window_nothing_brings_in_qt(module: str) -> None:
    way = chain(module, frozenset({"PySide6", "qasync"}), late=module != f"{PACKAGE}.cli")
    assert not way, " -> ".join(way)


@pytest.mark.parametrize(
    "module", [f"{PACKAGE}.preview.{name}" for name in ("scene", "bubbles", "theme")]
)
def test_what_the_preview_shows_is_decided_without_qt(module: str) -> None:
    way = chain(module, frozenset({"PySide6"}), late=True)
    assert not way, " -> ".join(way)


HEAVY = frozenset({"pydantic", "httpx", "keyring", "sqlite3", "h11", "phonenumbers"})


@pytest.mark.parametrize("module", _starting("ui.main_window", "ui.forms", "ui.widgets"))
def test_the_window_is_painted_before_anything_heavy_is_imported(module: str) -> None:
    way = chain(module, HEAVY, late=False)
    assert not way, " -> ".join(way)


def test_importing_the_window_really_loads_nothing_heavy() -> None:
    program = (
        f"import sys, {PACKAGE}.ui.main_window, {PACKAGE}.ui.forms\n"
        f"print(*sorted({set(HEAVY)!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


@pytest.mark.parametrize(
    ("room", "name"),
    [
        ("message", "httpx"),
        ("message", "PySide6.QtCore"),
        ("insider", "wa_composer.storage.log"),
        ("preview", "PySide6.QtWidgets"),
        ("ui", "wa_composer.insider.client"),
        ("ui.forms", "wa_composer.message.draft"),
    ],
)
def test_these_rules_bite(room: str, name: str) -> None:
    assert _fault(ROOMS[room], name)


def test_a_chain_is_named_from_end_to_end() -> None:
    way = chain(f"{PACKAGE}.ui.main_window", frozenset({"PySide6"}), late=False)
    assert way[0] == f"{PACKAGE}.ui.main_window"
    assert way[-1].startswith("PySide6")
