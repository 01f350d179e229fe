"""Where things are kept: WA_COMPOSER_HOME alone when it is set."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.paths import home, log_path


def test_the_variable_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = tmp_path / "deep" / "down"
    monkeypatch.setenv("WA_COMPOSER_HOME", str(wanted))
    assert home() == wanted
    assert wanted.is_dir()
    assert log_path(wanted).parent == wanted
    if sys.platform != "win32":
        assert stat.S_IMODE(wanted.stat().st_mode) == 0o700


def test_without_it_the_platforms_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WA_COMPOSER_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert home().name == "wa-composer"
    assert tmp_path in home().parents


def test_a_file_in_the_way_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    monkeypatch.setenv("WA_COMPOSER_HOME", str(taken))
    with pytest.raises(StorageProblem, match="taken"):
        home()
