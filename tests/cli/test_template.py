"""`template`: the library from the command line, through the real command."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from wa_composer.storage.templates import Templates

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def _one(name: str = "offer", text: str = "Hello {{1}}") -> dict[str, Any]:
    components = [{"type": "BODY", "text": text}, {"type": "CAROUSEL", "cards": [{"a": None}]}]
    return {"name": name, "language": "en", "category": "MARKETING", "components": components}


def _file(folder: Path, value: object, name: str = "a.json") -> Path:
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def _listed(run: Run) -> list[str]:
    done = run("template", "list")
    assert (done.returncode, done.stderr) == (0, "")
    return [line for line in done.stdout.splitlines() if not line.endswith("sample")]


def test_from_importing_to_removing(run: Run, tmp_path: Path) -> None:
    file = _file(tmp_path, {"data": [_one(), _one("other")]})
    done = run("template", "import", file)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["offer\ten\tadded", "other\ten\tadded"]
    assert _listed(run) == ["offer\ten\tMARKETING\t\t", "other\ten\tMARKETING\t\t"]
    shown = run("template", "show", "offer", "en")
    assert json.loads(shown.stdout) == _one()
    assert run("template", "remove", "offer", "en").returncode == 0
    gone = run("template", "show", "offer", "en")
    assert (gone.returncode, gone.stdout) == (2, "")
    assert gone.stderr == "The library has no template offer in en.\n"


def test_equal_contents_are_nothing_to_do(call: Run, tmp_path: Path, private_home: Path) -> None:
    file = _file(tmp_path, _one())
    call("template", "import", file)
    before = (private_home / "templates.json").read_bytes()
    done = call("template", "import", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "offer\ten\tequal\n", "")
    assert (private_home / "templates.json").read_bytes() == before


def test_other_contents_are_left_alone_unless_replaced(call: Run, tmp_path: Path) -> None:
    call("template", "import", _file(tmp_path, _one()))
    other = _file(tmp_path, [_one(text="Bye"), _one("new")])
    done = call("template", "import", other)
    assert (done.returncode, done.stdout) == (1, "offer\ten\tleft alone\nnew\ten\tadded\n")
    assert "offer (en) is in the library with other contents. Different: Body." in done.stderr
    assert json.loads(call("template", "show", "offer", "en").stdout) == _one()
    done = call("template", "import", other, "--replace")
    assert (done.returncode, done.stdout) == (0, "offer\ten\treplaced\nnew\ten\tequal\n")
    assert json.loads(call("template", "show", "offer", "en").stdout) == _one(text="Bye")


@pytest.mark.parametrize("replace", [(), ("--replace",)])
def test_the_same_twice_in_one_file(call: Run, tmp_path: Path, replace: tuple[str, ...]) -> None:
    file = _file(tmp_path, [_one(), _one(text="Second")])
    done = call("template", "import", file, *replace)
    assert (done.returncode, done.stdout) == (1, "offer\ten\tadded\noffer\ten\tleft alone\n")
    assert "stands twice in a.json, at [0] and at [1]" in done.stderr
    assert json.loads(call("template", "show", "offer", "en").stdout) == _one()


def test_a_bad_name_is_kept_as_a_draft(call: Run, tmp_path: Path) -> None:
    done = call("template", "import", _file(tmp_path, _one("<Your name>")))
    assert (done.returncode, done.stdout) == (0, "<Your name>\ten\tdraft\n")
    assert "is kept as a draft" in done.stderr
    assert _listed(call) == ["<Your name>\ten\tMARKETING\t\tdraft"]
    assert json.loads(call("template", "show", "<Your name>", "en").stdout) == _one("<Your name>")


def test_a_message_being_written_that_would_break_is_named(
    call: Run, tmp_path: Path, private_home: Path
) -> None:
    call("template", "import", _file(tmp_path, _one()))
    template = {"name": "offer", "language": {"code": "en", "policy": "deterministic"}}
    body = {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]}
    message = {"type": "template", "template": {**template, "components": [body]}}
    entry = {"recipients": "", "kind": "template", "bodies": {"template": message}}
    _file(private_home, {"version": 1, "entries": [entry], "current": 0}, "draft.json")
    done = call("template", "import", _file(tmp_path, _one(text="Hello {{1}} {{2}}")))
    assert "Message 1 of your draft would no longer fit offer (en)" in done.stderr


def test_nothing_is_imported_where_a_file_cannot_be_read(call: Run, tmp_path: Path) -> None:
    good, bad = _file(tmp_path, _one()), _file(tmp_path, "{", "b.json")
    bad.write_text("{")
    for other in (bad, tmp_path / "missing.json", _file(tmp_path, {"messages": []}, "c.json")):
        done = call("template", "import", good, other)
        assert (done.returncode, done.stdout) == (2, "")
        assert other.name in done.stderr
    assert _listed(call) == []


def test_what_is_no_definition_is_named(call: Run) -> None:
    done = call("template", "import", "-", stdin=json.dumps([_one(), 5]).encode())
    assert (done.returncode, done.stdout) == (1, "offer\ten\tadded\n")
    assert done.stderr == "standard input: [1] is no template definition.\n"


def test_what_is_exported_is_what_was_imported(call: Run, tmp_path: Path) -> None:
    call("template", "import", _file(tmp_path, [_one(), _one("other")]))
    assert json.loads(call("template", "export").stdout) == {"data": [_one(), _one("other")]}
    assert json.loads(call("template", "export", "offer", "en").stdout) == _one()
    out = tmp_path / "out.json"
    done = call("template", "export", "-o", out)
    assert (done.returncode, done.stdout) == (0, "")
    done = call("template", "import", out)
    assert (done.returncode, done.stdout) == (0, "offer\ten\tequal\nother\ten\tequal\n")
    assert call("template", "export", "nobody").returncode == 2


def test_the_picture_and_the_library_agree(run: Run, tmp_path: Path) -> None:
    samples = run("template", "list").stdout.splitlines()
    assert "order_update\ten\tUTILITY\t\tsample" in samples
    run("template", "remove", "order_update", "en")
    assert run("template", "show", "order_update", "en").returncode == 2


@pytest.mark.parametrize("args", [(), ("show", "offer"), ("import",), ("list", "x")])
def test_wrong_arguments(call: Run, args: tuple[str, ...]) -> None:
    assert call("template", *args).returncode == 2


def test_what_is_compared_is_what_is_there_when_it_is_written(
    call: Run, tmp_path: Path, private_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process that writes in the middle of an import comes before it or after it."""
    real, others = Templates.own, []

    def own(library: Templates) -> Any:
        found = real(library)
        written = _one(text="Typed in the window")
        others.append(Thread(target=Templates(private_home).put, args=(written,)))
        others[0].start()
        others[0].join(0.2)  # it waits for its turn; where there is none, it is done at once
        return found

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Templates, "own", own)
        call("template", "import", _file(tmp_path, _one(text="From the file")))
    others[0].join()
    kept = Templates(private_home).get("offer", "en")
    assert kept is not None and kept["components"][0]["text"] == "Typed in the window"


def test_over_a_sample_it_says_so(call: Run, tmp_path: Path) -> None:
    done = call("template", "import", _file(tmp_path, _one("order_update")))
    assert (done.returncode, done.stdout) == (0, "order_update\ten\tadded\n")
    assert "takes the place of the sample of that name." in done.stderr


def test_a_number_that_json_has_no_word_for_is_refused(call: Run, tmp_path: Path) -> None:
    text = json.dumps(_one()).replace("null", "1e999")
    done = call("template", "import", "-", stdin=text.encode())
    assert (done.returncode, done.stdout) == (2, "")
    assert "1e999, which is far too large" in done.stderr
