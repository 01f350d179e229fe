"""Whatever FILE is: a clear sentence naming it, the right exit code, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
MESSAGE = (
    '{"messages":[{"phoneNumber":"+12025550123","message":{"type":"image",'
    '"image":{"link":"https://example.com/a.jpg","caption":"%s"}}}]}'
)
UNREADABLE = {
    "empty": b"",
    "blank": b" \n\t ",
    "prose": b"Dear all, please send this to everyone.",
    "binary": bytes(range(256)) * 8,
    "picture": b"\x89PNG\r\n\x1a\n" + b"\x00" * 64,
    "latin-1": (MESSAGE % "Grüße aus Köln").encode("latin-1"),
    "utf-16 cut short": (MESSAGE % "x").encode("utf-16")[:-1],
    "deep": b"[" * 100_000 + b"]" * 100_000,
    "100 levels": (MESSAGE % "x").replace('"x"', "[" * 100 + "]" * 100).encode(),
    "number": b"12",
    "half": (MESSAGE % "x")[:40].encode(),
}


@pytest.mark.parametrize("verb", ["check", "payload", "send"])
@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_no_message(call: Run, tmp_path: Path, name: str, verb: str) -> None:
    path = tmp_path / "message file.wamsg"
    path.write_bytes(UNREADABLE[name])
    done = call(verb, path)
    # Some can be mended to a message that is wrong: then its problems are said instead.
    assert done.returncode == 2 or (done.returncode == 1 and verb != "send")
    assert done.stdout + done.stderr
    if done.returncode == 2 and verb != "send":
        assert "message file.wamsg" in done.stderr
        assert done.stdout == ""
    assert path.read_bytes() == UNREADABLE[name]


@pytest.mark.parametrize("name", ["prose", "binary", "deep"])
def test_nothing_is_drawn_of_what_is_no_message(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / "message file.wamsg"
    path.write_bytes(UNREADABLE[name])
    done = run("preview", path, "-o", tmp_path / "never.png")
    assert (done.returncode, done.stdout) == (2, "")
    assert "message file.wamsg" in done.stderr
    assert not (tmp_path / "never.png").exists()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_other_programs_are_read(call: Run, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "m.json"
    text = MESSAGE % "Grüße 🌷"
    path.write_bytes(text.encode(encoding))
    done = call("payload", path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == json.loads(text)


def test_50_mb_are_refused_without_being_read_whole(call: Run, tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.write(b'{"messages":[')
        file.truncate(50 * 1024 * 1024)
    for verb in ("check", "payload", "send"):
        done = call(verb, path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "huge.json" in done.stderr


@pytest.mark.parametrize("verb", ["check", "payload", "send", "preview"])
def test_files_that_are_not_there_or_not_files(call: Run, tmp_path: Path, verb: str) -> None:
    more = ("-o", tmp_path / "never.png") if verb == "preview" else ()
    for target in (tmp_path / "missing.json", tmp_path, tmp_path / "a" / "b"):
        done = call(verb, target, *more)
        assert (done.returncode, done.stdout) == (2, "")
        assert target.name in done.stderr


@pytest.mark.parametrize(
    "text", ["null", "[]", '{"messages":5}', '{"messages":[null,"x",{}]}', "{}"]
)
def test_json_of_another_shape_is_an_error_somewhere(call: Run, text: str) -> None:
    assert call("check", "-", stdin=text.encode()).returncode in (1, 2)
    done = call("send", "-", stdin=text.encode())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_an_unknown_type_is_an_error_and_never_sent(call: Run) -> None:
    text = '{"messages":[{"phoneNumber":"+12025550123","message":{"type":"dance","dance":{}}}]}'
    assert "error\tmessages[0].message.type\t" in call("check", "-", stdin=text.encode()).stdout
    assert call("send", "-", stdin=text.encode()).returncode == 2
    assert json.loads(call("log", "--json").stdout) == []


def test_half_a_surrogate_pair_hurts_nobody(run: Run, tmp_path: Path) -> None:
    text = MESSAGE % "\\ud83c"
    assert run("check", "-", stdin=text).returncode in (0, 1)
    payload = run("payload", "-", stdin=text)
    if payload.returncode == 0:
        assert json.loads(payload.stdout) == json.loads(text)
    assert run("preview", "-", "-o", tmp_path / "x.png", stdin=text).returncode == 0


def test_control_characters_do_not_reach_the_terminal(call: Run) -> None:
    text = '{"messages":[{"phoneNumber":"+1\\u001b[31m","message":{"type":"im\\tage\\u001b[2J"}}]}'
    for args in (["check", "-"], ["send", "-"], ["payload", "-"]):
        done = call(*args, stdin=text.encode())
        assert "\x1b" not in done.stdout + done.stderr


def test_a_reader_that_goes_away_is_no_fault(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.json"
    message = json.loads(MESSAGE % ("x" * 900))["messages"][0]
    many = [{**message, "phoneNumber": f"+1202555{number:04}"} for number in range(400)]
    path.write_text(json.dumps({"messages": many}))
    read_end, write_end = os.pipe()
    os.close(read_end)
    import sys

    with subprocess.Popen(
        [sys.executable, "-m", "wa_composer", "payload", str(path)],
        stdout=write_end,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as process:
        os.close(write_end)
        _, err = process.communicate(timeout=60)
    assert err == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_result_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    import sys

    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "wa_composer", "payload", "-"],
            input=(MESSAGE % "x").encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
    assert done.returncode == 2
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr
