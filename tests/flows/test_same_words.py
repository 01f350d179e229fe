"""The window and the command line say the same of the same message."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wa_composer.cli import main
from wa_composer.storage.templates import Templates

TWO = {
    "name": "offer",
    "language": "en",
    "category": "MARKETING",
    "components": [
        {"type": "HEADER", "format": "TEXT", "text": "For {{1}}"},
        {"type": "BODY", "text": "Hello {{1}}, your code is {{2}}."},
        {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Yes"}]},
    ],
}


def _file(folder: Path, language: str, *components: Any) -> Path:
    code = {"code": language, "policy": "deterministic"}
    template = {"name": "offer", "language": code, "components": list(components)}
    one = {"phoneNumber": "+12025550123", "message": {"type": "template", "template": template}}
    path = folder / "message.wamsg"
    path.write_text(json.dumps({"messages": [one]}))
    return path


BODY = {"type": "body", "parameters": [{"type": "text", "text": "a\tb"}] * 3}


@pytest.mark.parametrize(
    "language, components",
    [("en", []), ("en", [BODY]), ("tr", [BODY]), ("en", [{"type": "header", "parameters": []}])],
)
def test_check_says_what_stands_beside_the_fields(
    open_desk: Any,
    private_home: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    language: str,
    components: list[Any],
) -> None:
    private_home.mkdir()
    Templates(private_home).put(TWO)
    file = _file(tmp_path, language, *components)
    desk = open_desk(str(file))
    desk.until(lambda: "+12025550123" in desk.pane.recipients())
    shown = {(fault.level, fault.sentence) for fault in desk.program.composing.faults}
    capsys.readouterr()
    main(["check", str(file)])
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert {(level, sentence) for level, _path, sentence in lines} == shown != set()
