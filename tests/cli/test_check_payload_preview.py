"""`check`, `payload` and `preview`: results out, sentences to standard error, exit codes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wa_composer import __version__

Run = Callable[..., "subprocess.CompletedProcess[str]"]
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
MESSAGES = sorted(SAMPLES.glob("*.wamsg"))
IMAGE: dict[str, Any] = {
    "messages": [
        {
            "phoneNumber": "+12025550123",
            "message": {"type": "image", "image": {"link": "https://example.com/a.jpg"}},
        }
    ]
}


def image(**changes: Any) -> str:
    value = json.loads(json.dumps(IMAGE))
    value["messages"][0] |= {k: v for k, v in changes.items() if k == "phoneNumber"}
    value["messages"][0]["message"]["image"] |= {
        k: v for k, v in changes.items() if k != "phoneNumber"
    }
    return json.dumps(value)


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout == f"wa-composer {__version__}\n"
    for args in (["--help"], ["send", "--help"], ["account", "add", "--help"]):
        done = run(*args)
        assert done.returncode == 0
        assert "usage: wa-composer" in done.stdout


@pytest.mark.parametrize("path", MESSAGES, ids=lambda path: path.stem)
def test_the_samples_are_well_and_come_back_equal(call: Run, path: Path) -> None:
    checked = call("check", path)
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
    payload = call("payload", path)
    assert payload.returncode == 0
    assert json.loads(payload.stdout) == json.loads(path.read_text(encoding="utf-8"))


def test_problems_are_lines_of_level_path_and_sentence(run: Run) -> None:
    done = run("check", "-", stdin=image(link="not a link", caption="x", phoneNumber="+49-ABC"))
    assert done.returncode == 1
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert {(level, path) for level, path, _ in lines} >= {
        ("error", "messages[0].message.image.link"),
        ("error", "messages[0].phoneNumber"),
    }
    assert all(sentence.strip() for _, _, sentence in lines)
    as_json = run("check", "-", "--json", stdin=image(link="not a link", phoneNumber="+49-ABC"))
    assert as_json.returncode == 1
    assert [set(entry) for entry in json.loads(as_json.stdout)] == [
        {"level", "path", "message"}
    ] * 2


def test_warnings_alone_are_exit_0(run: Run) -> None:
    done = run("check", "-", stdin=image(colour="red"))
    assert done.returncode == 0
    assert done.stdout.startswith("warning\tmessages[0].message.image.colour\t")
    assert json.loads(run("check", "-", "--json", stdin=json.dumps(IMAGE)).stdout) == []


def test_a_payload_with_errors_prints_them_to_stderr_only(run: Run) -> None:
    done = run("payload", "-", stdin=image(link=""))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error\tmessages[0].message.image")


def test_unknown_keys_are_kept_in_the_payload(run: Run) -> None:
    text = image(later={"a": [1, None]})
    assert json.loads(run("payload", "-", stdin=text).stdout) == json.loads(text)


def test_what_was_put_right_is_named(run: Run) -> None:
    command = (
        "curl -X POST https://example.com/send -H 'X-INS-AUTH-KEY: marked-key' "
        f"--data-raw '{json.dumps(IMAGE)[:-1]},}}'"
    )
    done = run("payload", "-", stdin=command)
    assert done.returncode == 0
    assert json.loads(done.stdout) == IMAGE
    assert "cURL" in done.stderr
    assert "marked-key" not in done.stdout + done.stderr


def png_size(path: Path) -> tuple[int, int]:
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


def test_a_picture_without_a_display(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.png"
    done = run("preview", SAMPLES / "spring_sale.wamsg", "-o", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert png_size(out)[0] == 720
    narrow = tmp_path / "narrow.png"
    args = ("--theme", "dark", "--width", 300, "--scale", 1)
    assert run("preview", SAMPLES / "spring_sale.wamsg", "-o", narrow, *args).returncode == 0
    assert png_size(narrow)[0] == 300
    assert narrow.read_bytes() != out.read_bytes()


def test_several_messages_stand_one_under_the_other(run: Run, tmp_path: Path) -> None:
    one, two = tmp_path / "one.png", tmp_path / "two.png"
    raw = json.loads((SAMPLES / "image.wamsg").read_text(encoding="utf-8"))
    run("preview", "-", "-o", one, stdin=json.dumps(raw))
    raw["messages"] *= 2
    run("preview", "-", "-o", two, stdin=json.dumps(raw))
    assert png_size(two)[1] > 1.8 * png_size(one)[1]


@pytest.mark.parametrize(
    "text", [image(link=""), image(phoneNumber="+49-ABC", caption=5), '{"messages":[{}]}']
)
def test_drafts_with_errors_are_drawn_too(run: Run, tmp_path: Path, text: str) -> None:
    out = tmp_path / "out.png"
    assert run("preview", "-", "-o", out, stdin=text).returncode == 0
    assert png_size(out)[1] > 20


def test_a_picture_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "no folder" / "x.png"
    done = run("preview", SAMPLES / "image.wamsg", "-o", missing)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no folder" in done.stderr
    empty = run("preview", "-", "-o", tmp_path / "x.png", stdin='{"messages":[]}')
    assert empty.returncode == 2
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize(
    "args",
    [
        ["preview", SAMPLES / "image.wamsg"],
        ["preview", SAMPLES / "image.wamsg", "-o", "x.png", "--width", "9"],
        ["preview", SAMPLES / "image.wamsg", "-o", "x.png", "--scale", "nan"],
        ["preview", SAMPLES / "image.wamsg", "-o", "x.png", "--theme", "pink"],
        ["check"],
        ["log", "--limit", "0"],
        ["log", "--limit", "x"],
        ["practice", "--port", "99999"],
        ["account"],
        ["--no-such-option"],
    ],
    ids=str,
)
def test_unusable_arguments_are_exit_2(call: Run, args: list[object]) -> None:
    done = call(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


@pytest.mark.parametrize("verb", ["check", "payload", "send"])
def test_a_template_definition_is_called_one(run: Run, verb: str) -> None:
    done = run(verb, str(SAMPLES / "templates.json"))
    assert done.returncode == 2
    assert done.stdout == ""
    assert "template definition and no message" in done.stderr
    assert "template import" in done.stderr
