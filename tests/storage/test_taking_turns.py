"""Window and terminal change the same file: each waits for its turn, and no change is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from wa_composer.storage.accounts import Accounts
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.locks import locked
from wa_composer.storage.templates import Templates

DEFINING = """
import sys
from pathlib import Path
from wa_composer.storage.templates import Templates

templates = Templates(Path(sys.argv[1]))
for number in range(20):
    templates.put({"name": f"{sys.argv[2]}_{number}", "language": "en", "components": []})
"""

ADDING = """
import sys
from pathlib import Path
from wa_composer.storage.accounts import Account, Accounts

accounts = Accounts(Path(sys.argv[1]))
for number in range(20):
    name = f"{sys.argv[2]}-{number}"
    accounts.save(Account(name, name, "https://example.com/send", (), "#1F6FB2"))
"""

HOLDING = """
import sys
from pathlib import Path
from wa_composer.storage.locks import locked

with locked(Path(sys.argv[1])):
    print("mine", flush=True)
    sys.stdin.read()
"""


def start(script: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def test_accounts_that_two_programs_add_at_once_are_all_there(tmp_path: Path) -> None:
    programs = [start(ADDING, str(tmp_path), name) for name in ("window", "terminal")]
    for program in programs:
        program.communicate(timeout=60)
        assert program.returncode == 0
    assert len(Accounts(tmp_path).all()) == 1 + 40


def test_templates_that_two_programs_put_at_once_are_all_there(tmp_path: Path) -> None:
    programs = [start(DEFINING, str(tmp_path), name) for name in ("window", "terminal")]
    for program in programs:
        program.communicate(timeout=60)
        assert program.returncode == 0
    assert len(Templates(tmp_path).all()) == 40


def test_a_turn_that_never_comes_is_said_and_ends_with_the_other_program(tmp_path: Path) -> None:
    path = tmp_path / "some.lock"
    with start(HOLDING, str(path)) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "mine\n"
        with pytest.raises(StorageProblem, match="Another program"), locked(path, seconds=0.1):
            pass
        other.kill()
        other.wait(timeout=30)
    with locked(path, seconds=0.1):
        pass


def test_a_folder_that_takes_no_lock_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="cannot be written"), locked(tmp_path / "no" / "x"):
        pass
