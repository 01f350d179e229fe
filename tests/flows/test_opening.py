"""What a start loads and draws before the first key is answered, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from wa_composer.session.composer import Composer

THERE = "+447700900123"

# The whole program from its command line; it says what there is when it is ready, and when the
# numbering plans have come, and ends.
START = """
import asyncio, json, sys
from wa_composer import running
from wa_composer.cli import main
from wa_composer.ui.preview_canvas import PreviewCanvas

drawn = []
show = PreviewCanvas.show_scenes
PreviewCanvas.show_scenes = lambda self, *shown: (drawn.append(1), show(self, *shown))[1]

class Watched(running.Program):
    async def open(self, files):
        await super().open(files)
        field = self._pane.recipients_field
        ready = {"modules": list(sys.modules), "pictures": len(drawn)}
        while "phonenumbers" not in sys.modules or self.tasks._running:
            await asyncio.sleep(0.01)
        ready["said"] = field._box.foot.hint()
        print(json.dumps(ready), flush=True)
        self._window.close()

running.Program = Watched
sys.exit(main([]))
"""


def start(home: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", START],
        env={**os.environ, "WA_COMPOSER_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def keep(home: Path, recipients: str) -> None:
    """Leave a draft of a picture behind."""
    composer = Composer()
    image = {"type": "image", "image": {"link": "https://example.com/kept.jpg"}}
    composer.edit(recipients, image)
    home.mkdir(mode=0o700)
    (home / "draft.json").write_text(json.dumps(composer.state()))


@pytest.mark.parametrize(("recipients", "said"), [("", ""), ("+447700900123", "United Kingdom")])
def test_the_numbering_plans_come_when_the_window_is_ready_and_nobody_need_ask(
    private_home: Path, recipients: str, said: str
) -> None:
    keep(private_home, recipients)
    ready = start(private_home)
    assert not [name for name in ready["modules"] if name.startswith("phonenumbers")]
    assert ready["said"] == said


def test_the_picture_of_the_draft_is_made_once(private_home: Path) -> None:
    keep(private_home, "")
    assert start(private_home)["pictures"] == 1


def test_the_window_is_ready_before_it_hears_later_starts_and_opens_the_log(
    private_home: Path,
) -> None:
    loaded = start(private_home)["modules"]
    assert not {"PySide6.QtNetwork", "sqlite3"}.intersection(loaded)


def test_what_is_behind_a_click_is_not_loaded_before_it(private_home: Path) -> None:
    keep(private_home, "")
    loaded = start(private_home)["modules"]
    late = ("ui.templates", "insider.pasted", "message.importing", "message.definition_rules")
    ours = [name.removeprefix("wa_composer.") for name in loaded]
    assert not [name for name in ours if name.startswith(late)]
    behind = ("template_list", "template_editing", "template_importing", "template_exporting")
    assert not {f"wiring.{name}" for name in behind}.intersection(ours)
