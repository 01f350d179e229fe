"""Rules of the house that are about the text of the files themselves."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 250  # lines
PROGRAM = sorted((ROOT / "wa_composer").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
STATIC_DIALOGS = {
    "QMessageBox": {"information", "question", "warning", "critical", "about"},
    "QFileDialog": {
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
        "getExistingDirectory",
    },
    "QInputDialog": {"getText", "getInt", "getItem", "getMultiLineText"},
}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PROGRAM + TESTS, ids=_name)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, f"{_name(path)} has {lines} lines: split it by what it says"


@pytest.mark.parametrize("path", PROGRAM, ids=_name)
def test_no_dialog_spins_a_loop_of_its_own(path: Path) -> None:
    # Under a coroutine a nested loop raises "Cannot enter into task", and the program hangs.
    faults = list(_nested_loops(ast.parse(path.read_text(encoding="utf-8"))))
    assert not faults, f"{_name(path)}: {faults}"


def _nested_loops(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner, called = ast.unparse(node.func.value), node.func.attr
        if called in ("exec", "exec_") or called in STATIC_DIALOGS.get(owner, ()):
            yield f"line {node.lineno}: {owner}.{called}()"


@pytest.mark.parametrize("path", PROGRAM, ids=_name)
def test_shipped_files_are_found_by_assets_alone(path: Path) -> None:
    if path.name != "assets.py":
        assert '"resources"' not in path.read_text(encoding="utf-8")


def test_the_folder_packaging_never_hides_the_library_of_that_name() -> None:
    assert not list((ROOT / "packaging").rglob("__init__.py"))


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-test.txt", "requirements-build.txt"]
)
def test_each_pin_is_exact_hashed_and_names_no_host(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    assert "://" not in text
    assert "--index" not in text
    for line in text.splitlines():
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:", line), line


@pytest.mark.parametrize("added", ["requirements-test.txt", "requirements-build.txt"])
def test_what_tests_and_packages_add_changes_no_pin_of_the_program(added: str) -> None:
    def pins(name: str) -> set[str]:
        text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
        return {line.rstrip(" \\") for line in text.splitlines() if "==" in line[:60]}

    assert pins("requirements.txt") <= pins(added)
