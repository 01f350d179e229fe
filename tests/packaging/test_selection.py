"""What goes into the frozen program, on lists of files as the freezer finds them on each system."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

FREEZE = Path(__file__).resolve().parents[2] / "packaging" / "freeze"


@pytest.fixture
def selection(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(FREEZE))
    import selection

    yield selection
    del sys.modules["selection"], sys.modules["icu"]


def _names(entries: list[tuple[str, str, str]]) -> set[str]:
    return {name for name, _, _ in entries}


def test_on_linux_only_listed_plugins_and_what_they_need(
    selection: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    plugins = "PySide6/Qt/plugins"
    loads = {
        "PySide6/QtGui.abi3.so": ["libQt6Gui.so.6", "libstdc++.so.6"],
        f"{plugins}/platforms/libqxcb.so": ["libxcb-cursor.so.0", "libX11.so.6"],
        f"{plugins}/platforms/libqeglfs.so": ["libQt6EglFS.so.6"],
    }
    found = [
        ("PySide6/QtGui.abi3.so", "PySide6/QtGui.abi3.so", "EXTENSION"),
        *((name, name, "BINARY") for name in loads if "plugins" in name),
        *((f"PySide6/Qt/lib/{name}", name, "BINARY") for name in ("libQt6Gui.so.6",
                                                                 "libQt6EglFS.so.6")),
        *((name, name, "BINARY") for name in ("libxcb-cursor.so.0", "libX11.so.6",
                                              "libstdc++.so.6", "libpython3.11.so.1.0")),
    ]  # fmt: skip
    kept = selection.binaries(found, tmp_path, lambda file: loads.get(file, []))
    assert _names(kept) == {
        "PySide6/QtGui.abi3.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        f"{plugins}/platforms/libqxcb.so",
        "libxcb-cursor.so.0",
        "libpython3.11.so.1.0",
    }
    assert f"{plugins}/platforms/libqeglfs.so" in (tmp_path / "left-out.txt").read_text()


def test_on_windows_letter_case_is_no_difference(
    selection: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    found = [
        ("PySide6/QtCore.pyd", "core", "EXTENSION"),
        ("PySide6/Qt6Core.dll", "qt", "BINARY"),
        ("PySide6/opengl32sw.dll", "gl", "BINARY"),
        ("PySide6/plugins/platforms/qwindows.dll", "qwindows", "BINARY"),
        ("PySide6/plugins/platforms/qdirect2d.dll", "qdirect2d", "BINARY"),
        ("VCRUNTIME140.dll", "runtime", "BINARY"),
        ("python313.dll", "python", "BINARY"),
        ("python3.dll", "python3", "BINARY"),
    ]
    loads = {"core": ["QT6CORE.DLL"], "qt": ["vcruntime140.dll"]}
    kept = selection.binaries(found, tmp_path, lambda file: loads.get(file, []))
    assert _names(found) - _names(kept) == {
        "PySide6/opengl32sw.dll",
        "PySide6/plugins/platforms/qdirect2d.dll",
    }


def test_on_macos_no_framework_is_left_half(
    selection: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    lib = "PySide6/Qt/lib"
    core, qml = (
        f"{lib}/QtCore.framework/Versions/A/QtCore",
        f"{lib}/QtQml.framework/Versions/A/QtQml",
    )
    found = [
        ("PySide6/QtCore.abi3.so", "core", "EXTENSION"),
        (core, "qt", "BINARY"),
        (qml, "qml", "BINARY"),
        ("Python.framework/Versions/3.13/Python", "python", "BINARY"),
    ]
    loads = {"core": ["@rpath/QtCore.framework/Versions/A/QtCore"]}
    kept = selection.binaries(found, tmp_path, lambda file: loads.get(file, []))
    assert _names(found) - _names(kept) == {qml}
    beside = [
        (f"{lib}/QtCore.framework/Versions/A/Resources/Info.plist", "plist", "DATA"),
        (f"{lib}/QtQml.framework/Versions/A/Resources/Info.plist", "plist", "DATA"),
        (f"{lib}/QtCore.framework/Versions/Current", "A", "SYMLINK"),
        ("QtCore", core, "SYMLINK"),
        ("QtQml", qml, "SYMLINK"),
        ("certifi/cacert.pem", "pem", "DATA"),
        ("PySide6/QtCore.pyi", "stub", "DATA"),
    ]
    (tmp_path / "resources" / "pictures").mkdir(parents=True)
    (tmp_path / "resources" / "pictures" / "window.png").touch()
    (tmp_path / "resources" / "one.txt").touch()
    assert _names(selection.datas(beside, kept, tmp_path)) == {
        f"{lib}/QtCore.framework/Versions/A/Resources/Info.plist",
        f"{lib}/QtCore.framework/Versions/Current",
        "QtCore",
        "certifi/cacert.pem",
        str(Path("resources", "one.txt")),
    }
