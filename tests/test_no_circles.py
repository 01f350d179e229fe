"""No module needs itself by way of others, not even for its types: each can be read after those."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def needs(folder: Path) -> dict[str, set[str]]:
    """Each module of a package with those of the package that it names in any import."""
    files = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        files[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    found: dict[str, set[str]] = {}
    for module, path in files.items():
        named = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                named |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                whole = {f"{node.module}.{alias.name}" for alias in node.names}
                named |= {name if name in files else node.module for name in whole}
        found[module] = named & set(files)
    return found


def circle(folder: Path) -> list[str]:
    """A way from a module back to itself; empty if there is none."""
    try:
        TopologicalSorter(needs(folder)).prepare()
    except CycleError as found:
        return list(found.args[1])
    return []


def test_the_program_has_no_circle() -> None:
    way = circle(ROOT / "wa_composer")
    assert not way, " <- ".join(way)


@pytest.mark.parametrize("condition", ["True", "TYPE_CHECKING"])
def test_this_rule_bites(tmp_path: Path, condition: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "__init__.py").touch()
    (tmp_path / "a" / "b.py").write_text("from a.c import one\n")
    (tmp_path / "a" / "c.py").write_text(f"if {condition}:\n    from a import b\n")
    assert set(circle(tmp_path / "a")) == {"a.b", "a.c"}
