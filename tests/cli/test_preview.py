"""`preview`: looks, sides, definitions from a file, what it shows as JSON, and its refusals."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def template(name: str = "order_update", language: str = "en", *values: str) -> str:
    parameters = [{"type": "text", "text": value} for value in values]
    data = {
        "name": name,
        "language": {"code": language},
        "components": [{"type": "body", "parameters": parameters}],
    }
    message = {"type": "template", "template": data}
    return json.dumps({"messages": [{"phoneNumber": "+12025550100", "message": message}]})


def definition(name: str, language: str, body: str, *buttons: dict[str, str]) -> dict[str, Any]:
    components: list[dict[str, Any]] = [{"type": "BODY", "text": body}]
    if buttons:
        components.append({"type": "BUTTONS", "buttons": list(buttons)})
    return {"name": name, "language": language, "category": "UTILITY", "components": components}


def described(done: Any) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    parts: list[dict[str, Any]] = json.loads(done.stdout)["messages"][0]["parts"]
    return parts


def test_what_the_picture_shows_needs_no_qt(call: Run) -> None:
    done = call("preview", SAMPLES / "order_update.wamsg", "--describe", "--side", "business")
    (message,) = json.loads(done.stdout)["messages"]
    assert message["side"] == "outgoing"
    assert message["to"].startswith("+")
    kinds = [part["kind"] for part in message["parts"]]
    assert kinds[:2] == ["header", "body"]
    runs = message["parts"][1]["runs"]
    assert {"text", "styles"} == set(runs[0])
    assert ["bold"] in [run["styles"] for run in runs]


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda one: one,
        lambda one: [one],
        lambda one: {"data": [one, definition("other", "en", "No")]},
        lambda one: {one["name"]: {key: one[key] for key in one if key != "name"}},
    ],
)
def test_the_text_of_a_template_comes_from_a_file(call: Run, tmp_path: Path, wrapped: Any) -> None:
    file = tmp_path / "def.json"
    file.write_text(json.dumps(wrapped(definition("order_update", "en", "Your *{{1}}*"))))
    done = call(
        "preview", "-", "--describe", "--template", file,
        stdin=template("order_update", "en", "parcel").encode(),
    )  # fmt: skip
    assert described(done) == [
        {
            "kind": "body",
            "runs": [{"text": "Your ", "styles": []}, {"text": "parcel", "styles": ["bold"]}],
        }
    ]
    assert done.stderr == ""


def test_a_single_definition_serves_whatever_its_name_and_says_so(
    call: Run, tmp_path: Path
) -> None:
    file = tmp_path / "def.json"
    file.write_text(json.dumps(definition("<TEMPLATE_NAME>", "en_US", "Hi {{1}}")))
    done = call("preview", "-", "--describe", "--template", file, stdin=template().encode())
    assert described(done)[0]["runs"] == [{"text": "Hi {{1}}", "styles": []}]
    assert "order_update (en)" in done.stderr


def test_what_a_file_of_several_does_not_hold_is_said_and_not_taken_from_elsewhere(
    call: Run, tmp_path: Path
) -> None:
    file = tmp_path / "def.json"
    both = [definition("a", "en", "A"), definition("b", "en", "B")]
    file.write_text(json.dumps(both))
    done = call("preview", "-", "--describe", "--template", file, stdin=template().encode())
    assert described(done)[0]["kind"] == "notice"
    assert "no text for order_update (en)" in done.stderr


def test_the_web_shows_what_it_shows(call: Run, tmp_path: Path) -> None:
    file = tmp_path / "def.json"
    replies = [{"type": "QUICK_REPLY", "text": one} for one in "ABCD"]
    file.write_text(json.dumps(definition("order_update", "en", "Which?", *replies)))
    text = template().encode()
    args = ("preview", "-", "--describe", "--template", file)
    (notice,) = described(call(*args, "--look", "web", stdin=text))
    assert notice["kind"] == "notice"
    buttons = [one for one in described(call(*args, stdin=text)) if one["kind"] == "button"]
    assert [one["type"] for one in buttons] == ["quick_reply", "quick_reply", "see_all"]


def test_looks_and_sides_are_different_pictures(run: Run, tmp_path: Path) -> None:
    seen = set()
    for number, args in enumerate(
        [(), ("--look", "ios"), ("--look", "web"), ("--side", "business"), ("--theme", "dark")]
    ):
        out = tmp_path / f"{number}.png"
        done = run("preview", SAMPLES / "reply_buttons.wamsg", "-o", out, "--scale", 1, *args)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        seen.add(out.read_bytes())
    assert len(seen) == 5


def test_a_picture_too_high_to_draw_is_refused_and_nothing_is_cut(run: Run, tmp_path: Path) -> None:
    raw = json.loads((SAMPLES / "image.wamsg").read_text(encoding="utf-8"))
    raw["messages"] *= 300
    out = tmp_path / "tower.png"
    done = run("preview", "-", "-o", out, stdin=json.dumps(raw))
    assert (done.returncode, done.stdout) == (2, "")
    assert "30000 points" in done.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["--describe", "-o", "x.png"],
        ["--describe", "--look", "nokia"],
        ["--describe", "--side", "left"],
        ["--describe", "--template", "no such file.json"],
        ["--describe", "--template", SAMPLES / "image.wamsg"],
    ],
    ids=str,
)
def test_unusable_arguments_are_exit_2(call: Run, args: list[object]) -> None:
    done = call("preview", SAMPLES / "order_update.wamsg", *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
