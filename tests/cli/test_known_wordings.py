"""What only a template's own text can tell, said by the verbs in the words of the window."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wa_composer.storage.templates import Templates

Run = Callable[..., "subprocess.CompletedProcess[str]"]
AT = "messages[0].message.template"
OFFER: dict[str, Any] = {
    "name": "offer",
    "language": "en",
    "category": "MARKETING",
    "components": [
        {"type": "HEADER", "format": "IMAGE"},
        {"type": "BODY", "text": "Hello {{1}}, your code is {{2}}."},
        {
            "type": "BUTTONS",
            "buttons": [{"type": "URL", "text": "Open", "url": "https://example.com/o/{{1}}"}],
        },
    ],
}
PICTURE = {"type": "image", "image": {"link": "https://example.com/a.jpg"}}


def body(*values: str) -> dict[str, Any]:
    return {"type": "body", "parameters": [{"type": "text", "text": one} for one in values]}


def header(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "header", "parameters": [value]}


def link(text: str, index: str = "0") -> dict[str, Any]:
    given = [{"type": "text", "text": text}]
    return {"type": "button", "sub_type": "url", "index": index, "parameters": given}


REPLY = {
    "type": "button",
    "sub_type": "quick_reply",
    "index": "3",
    "parameters": [{"type": "payload", "payload": "yes"}],
}


def message(*components: dict[str, Any], name: str = "offer", language: str = "en") -> str:
    template = {
        "name": name,
        "language": {"code": language, "policy": "deterministic"},
        "components": [*components],
    }
    sent = {"type": "template", "template": template}
    return json.dumps({"messages": [{"phoneNumber": "+12025550123", "message": sent}]})


FITS = message(header(PICTURE), body("Ada", "SPRING"), link("x"))
MISFITS = {
    "values missing": (
        message(header(PICTURE), link("x")),
        [
            (f"{AT}.components[body].parameters[0]", "Body value 1 is missing"),
            (f"{AT}.components[body].parameters[1]", "Body value 2 is missing"),
        ],
    ),
    "a value too many": (
        message(header(PICTURE), body("Ada", "SPRING", "more"), link("x")),
        [(f"{AT}.components[1].parameters[2]", "Body value 3 has no place in the wording")],
    ),
    "no header": (
        message(body("Ada", "SPRING"), link("x")),
        [(f"{AT}.components[header]", "Header link is missing")],
    ),
    "another header": (
        message(header({"type": "text", "text": "Hi"}), body("Ada", "SPRING"), link("x")),
        [(f"{AT}.components[0]", "takes an image")],
    ),
    "no suffix": (
        message(header(PICTURE), body("Ada", "SPRING")),
        [(f"{AT}.components[button:0]", "Button 1 value is missing")],
    ),
    "a button that is none": (
        message(header(PICTURE), body("Ada", "SPRING"), link("x"), REPLY),
        [(f"{AT}.components[3]", "has no button at this place")],
    ),
    "another language": (
        message(header(PICTURE), body("Ada", "SPRING"), link("x"), language="de"),
        [(f"{AT}.language.code", "The wording of offer is known here only in en.")],
    ),
}


@pytest.fixture
def library(private_home: Path) -> Path:
    """A home whose library has one template of the user's own."""
    private_home.mkdir()
    Templates(private_home).put(OFFER)
    return private_home


def told(lines: str) -> list[tuple[str, str, str]]:
    return [(level, path, said) for level, path, said in map(_cells, lines.splitlines())]


def _cells(line: str) -> list[str]:
    return line.split("\t")


@pytest.mark.parametrize("text, wanted", MISFITS.values(), ids=MISFITS)
def test_check_names_what_does_not_fit_the_wording(
    call: Run, library: Path, text: str, wanted: list[tuple[str, str]]
) -> None:
    done = call("check", "-", stdin=text.encode())
    assert (done.returncode, done.stderr) == (0, "")
    found = told(done.stdout)
    assert [(level, path) for level, path, _said in found] == [("warning", p) for p, _ in wanted]
    assert all(part in said for (_, part), (*_, said) in zip(wanted, found, strict=True))
    as_json = json.loads(call("check", "-", "--json", stdin=text.encode()).stdout)
    assert [(one["level"], one["path"], one["message"]) for one in as_json] == found


def test_what_fits_and_what_nobody_knows_have_no_problem(call: Run, library: Path) -> None:
    for text in (FITS, message(body("any"), name="never_heard_of")):
        done = call("check", "-", stdin=text.encode())
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_message_of_a_file_is_looked_at_in_its_place(call: Run, library: Path) -> None:
    raw = json.loads(MISFITS["no header"][0])
    raw["messages"] = [*raw["messages"], *json.loads(FITS)["messages"], *raw["messages"]]
    raw["messages"][0] = raw["messages"][0] | {"phoneNumber": "+"}
    done = call("check", "-", stdin=json.dumps(raw).encode())
    assert done.returncode == 1
    paths = [path for _level, path, _said in told(done.stdout)]
    assert paths == [
        "messages[0].phoneNumber",
        f"{AT}.components[header]",
        "messages[2].message.template.components[header]",
    ]


def test_a_file_of_definitions_stands_in_for_the_library(
    run: Run, private_home: Path, tmp_path: Path
) -> None:
    text, wanted = MISFITS["values missing"]
    assert run("check", "-", stdin=text).stdout == ""
    file = tmp_path / "offer.json"
    file.write_text(json.dumps(OFFER))
    done = run("check", "-", "--template", file, stdin=text)
    assert [path for _level, path, _said in told(done.stdout)] == [path for path, _ in wanted]
    assert not list(private_home.glob("templates.json*"))


def test_send_and_preview_warn_and_go_on_like_the_window(run: Run, library: Path) -> None:
    text, wanted = MISFITS["values missing"]
    for args in (["send", "-"], ["preview", "-", "--describe"]):
        done = run(*args, stdin=text)
        assert done.returncode == 0
        assert [path for _level, path, _said in told(done.stderr)] == [path for path, _ in wanted]
    wrong = run("payload", "-", stdin=text.replace("+12025550123", "12025550123"))
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert len(wrong.stderr.splitlines()) == 3
    assert run("payload", "-", stdin=text).stderr == ""


def test_a_library_that_cannot_be_read_is_said_and_keeps_nothing_from_being_sent(
    run: Run, private_home: Path
) -> None:
    (private_home / "templates.json").mkdir(parents=True)
    for args in (["check", "-"], ["send", "-"]):
        done = run(*args, stdin=FITS)
        assert done.returncode == 0
        assert "templates.json" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_sending_the_same_once_more_is_said(run: Run, private_home: Path) -> None:
    assert run("send", "-", stdin=FITS).stderr == ""
    again = run("send", "-", stdin=FITS)
    assert again.returncode == 0
    assert again.stderr.startswith("The same message went to +12025550123 at ")


def test_of_several_that_are_sent_once_more_it_is_said_how_many(run: Run) -> None:
    # What is sent to the last of these, the practice endpoint leaves unanswered.
    to = ["--to", "+12025550123", "--to", "+12025550124"]
    lost = "+12025550106"
    run("send", "-", *to, stdin=FITS)
    again = run("send", "-", *to, "--to", "+12025550125", stdin=FITS).stderr
    start = "2 of these 3 messages went out before, the last of them to +12025550124 at "
    assert again.startswith(start)
    assert again.endswith(". All 3 are sent now.\n")
    assert run("send", "-", "--to", lost, stdin=FITS).returncode == 3
    mixed = run("send", "-", *to, "--to", lost, stdin=FITS).stderr
    assert mixed.startswith("2 of these 3 messages went out before and 1 more may have, the last ")
    unsure = run("send", "-", *to, stdin=FITS).stderr
    assert unsure.startswith("2 of these 2 messages may have gone out before, the last of them to ")


def test_what_cannot_be_filled_in_is_a_warning(run: Run, tmp_path: Path) -> None:
    code = {"type": "BUTTONS", "buttons": [{"type": "COPY_CODE", "example": "SPRING"}]}
    definition = tmp_path / "offer.json"
    made = OFFER | {"components": [{"type": "BODY", "text": "Hello"}, code]}
    definition.write_text(json.dumps(made), encoding="utf-8")
    run("template", "import", definition)
    done = run("check", "-", stdin=message())
    assert done.returncode == 0
    said = done.stdout + done.stderr
    assert f"warning\t{AT}.name\tThe template has a button that copies a code" in said
