"""Every practice recipient gives its outcome, exit code and log row through `send`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MESSAGE = ROOT / "resources" / "samples" / "delivery_slot.wamsg"

# recipient: outcome, exit code, HTTP status, a word of the reason. The silent one (0107) is begun
# early, by conftest, and looked at last.
OUTCOMES = {
    "+12025550123": ("accepted", 0, 200, ""),
    "+12025550101": ("refused", 1, 401, "key"),
    "+12025550102": ("refused", 1, 403, "address"),
    "+12025550103": ("refused", 1, 403, "blocked"),
    "+12025550104": ("accepted", 0, 200, ""),
    "+12025550105": ("refused", 1, 400, "content"),
    "+12025550106": ("unknown", 3, 504, "may have"),
    "+12025550108": ("unknown", 3, None, "may have"),
    "+12025550109": ("unknown", 3, 200, "may have"),
    "+12025550110": ("unknown", 3, 200, "may have"),
    "+12025550107": ("unknown", 3, None, "may have"),
}
SILENT = "+12025550107"
Sends = dict[str, "subprocess.Popen[str]"]


@pytest.fixture(scope="module")
def sends(outcomes_home: Path, silent_send: subprocess.Popen[str]) -> Iterator[Sends]:
    """One `send` a recipient, all at once and all into one log, as several terminals would."""
    command = [sys.executable, "-m", "wa_composer", "send", str(MESSAGE)]
    running = {
        number: subprocess.Popen(
            [*command, "--to", number],
            env={**os.environ, "WA_COMPOSER_HOME": str(outcomes_home)},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in OUTCOMES
        if number != SILENT
    }
    yield running | {SILENT: silent_send}
    for process in running.values():
        process.kill()
        process.communicate()


@pytest.mark.parametrize("number", OUTCOMES)
def test_a_recipient_gives_its_outcome(sends: Sends, outcomes_home: Path, number: str) -> None:
    outcome, code, status, word = OUTCOMES[number]
    out, err = sends[number].communicate(timeout=90)
    assert "Traceback" not in out + err
    assert sends[number].returncode == code, err
    ((recipient, said, last),) = [line.split("\t") for line in out.splitlines()]
    assert (recipient, said) == (number, outcome)
    if outcome == "accepted":
        assert last.startswith("whatsapp-")
        assert err == ""
    else:
        assert word in (last + err).lower()
        assert last in err
    log = subprocess.run(
        [sys.executable, "-m", "wa_composer", "log", "--json", "--search", number],
        env={**os.environ, "WA_COMPOSER_HOME": str(outcomes_home)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    (row,) = json.loads(log.stdout)
    assert (row["outcome"], row["status"], row["account"]) == (outcome, status, "Practice")
    assert row["key"] == (last if outcome == "accepted" else "")


def test_the_administrator_gets_a_note_for_1088(sends: Sends, outcomes_home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "wa_composer", "send", str(MESSAGE), "--to", "+12025550102"],
        env={**os.environ, "WA_COMPOSER_HOME": str(outcomes_home)},
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "WA-Composer/" in done.stderr
    assert "+12025550102" not in done.stderr
