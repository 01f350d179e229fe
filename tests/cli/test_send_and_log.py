"""`send` and `log` against the practice endpoint as a process of its own: keys, accounts, logs."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ROOT = Path(__file__).parents[2]
MESSAGE = ROOT / "resources" / "samples" / "delivery_slot.wamsg"
MARKED_KEY = "marked-key-40d1c6"
LOG_KEYS = [
    "time",
    "account",
    "sender",
    "recipient",
    "type",
    "summary",
    "outcome",
    "status",
    "code",
    "reason",
    "key",
    "delivery",
    "request",
]


@pytest.fixture
def environ(private_home: Path) -> dict[str, str]:
    """No display, no keyring, a private home."""
    return {name: value for name, value in os.environ.items() if name not in ("DISPLAY",)} | {
        "WA_COMPOSER_HOME": str(private_home),
        "PYTHONPATH": str(ROOT),
    }


def test_the_default_account_is_practice_and_its_key_is_printed(run: Run) -> None:
    done = run("send", MESSAGE)
    assert (done.returncode, done.stderr) == (0, "")
    number, outcome, key = done.stdout.rstrip("\n").split("\t")
    assert (number, outcome) == ("+12025550123", "accepted")
    line = run("log").stdout.rstrip("\n").split("\t")
    assert line[1:] == ["Practice", number, "Template delivery_slot (en)", "accepted", key]


def test_who_is_given_twice_gets_the_message_once(run: Run) -> None:
    done = run(
        "send", MESSAGE, "--to", "+44 7700 900123,+44 (0)7700-900123", "--to", "+447700900123"
    )
    assert done.returncode == 0, done.stderr
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["+447700900123"]
    assert done.stderr == "+447700900123 was given more than once. It gets the message once.\n"


def test_a_file_with_the_same_message_twice_is_not_sent(run: Run, tmp_path: Path) -> None:
    raw = json.loads(MESSAGE.read_text(encoding="utf-8"))
    twice = tmp_path / "twice.wamsg"
    twice.write_text(json.dumps({**raw, "messages": raw["messages"] * 2}), encoding="utf-8")
    done = run("send", twice)
    assert (done.returncode, done.stdout) == (2, "")
    assert "messages[1].phoneNumber" in done.stderr
    assert run("log").stdout == ""


def test_to_replaces_the_recipient_and_each_gets_a_key(run: Run) -> None:
    to = ("--to", "+44 7700 900123", "--to", "+12025550190,+12025550191")
    done = run("send", MESSAGE, *to, "--json")
    assert done.returncode == 0, done.stderr
    rows = json.loads(done.stdout)
    assert [row["recipient"] for row in rows] == ["+447700900123", "+12025550190", "+12025550191"]
    assert len({row["key"] for row in rows}) == 3
    assert [list(row) for row in rows] == [LOG_KEYS] * 3
    assert all(len(row["request"]["messages"]) == 1 for row in rows)
    logged = json.loads(run("log", "--json").stdout)
    assert sorted(map(json.dumps, logged)) == sorted(map(json.dumps, rows))


def test_the_log_is_newest_first_and_can_be_searched_and_limited(call: Run) -> None:
    for number in ("+12025550190", "+12025550191", "+12025550192"):
        assert call("send", MESSAGE, "--to", number).returncode == 0
    rows = json.loads(call("log", "--json").stdout)
    assert [row["recipient"][-1] for row in rows] == ["2", "1", "0"]
    assert len(call("log", "--limit", 2).stdout.splitlines()) == 2
    found = json.loads(call("log", "--json", "--search", "+12025550191").stdout)
    assert [row["recipient"] for row in found] == ["+12025550191"]
    assert call("log", "--search", "nothing like this").stdout == ""
    table = list(csv.DictReader(io.StringIO(call("log", "--csv").stdout)))
    assert [row["recipient"][-1] for row in table] == ["2", "1", "0"]
    assert list(table[0]) == LOG_KEYS


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (["--account", "Nobody"], "Nobody"),
        (["--to", "+12AB"], "messages[0].phoneNumber"),
        (["--to", "12025550123"], "messages[0].phoneNumber"),
    ],
)
def test_checks_prevent_any_request(call: Run, args: list[str], word: str) -> None:
    done = call("send", MESSAGE, *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert word in done.stderr
    assert call("log").stdout == ""


def test_to_needs_one_message(call: Run) -> None:
    raw = json.loads(MESSAGE.read_text(encoding="utf-8"))
    raw["messages"] *= 2
    done = call("send", "-", "--to", "+12025550123", stdin=json.dumps(raw).encode())
    assert done.returncode == 2
    assert "--to" in done.stderr


def everything_written(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_a_key_from_the_environment_serves_the_named_account_and_stays_nowhere(
    run: Run, environ: dict[str, str], practice_address: str, private_home: Path
) -> None:
    run("account", "add", "Shop", "--endpoint", practice_address, "--no-key")
    environ["WA_COMPOSER_AUTH_KEY"] = MARKED_KEY
    done = run("send", MESSAGE, "--account", "shop", env=environ)
    assert done.returncode == 0, done.stderr
    (row,) = json.loads(run("log", "--json").stdout)
    assert (row["account"], row["outcome"]) == ("Shop", "accepted")
    assert MARKED_KEY not in done.stdout + done.stderr
    assert MARKED_KEY.encode() not in everything_written(private_home)


def test_the_marked_key_stands_in_the_one_header_and_nowhere_else(
    run: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    script = (
        "import socket\n"
        "server = socket.create_server(('127.0.0.1', 0))\n"
        "print(server.getsockname()[1], flush=True)\n"
        "peer, _ = server.accept()\n"
        "data = b''\n"
        "while b'}}]}' not in data and b']}}}]}' not in data: data += peer.recv(65536)\n"
        'body = b\'{"keys":["whatsapp-1"]}\'\n'
        "peer.sendall(b'HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\n"
        "Content-Length: %d\\r\\nConnection: close\\r\\n\\r\\n' % len(body) + body)\n"
        "print(data.decode())\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        address = f"http://127.0.0.1:{server.stdout.readline().strip()}/send"
        run("account", "add", "Shop", "--endpoint", address, "--no-key")
        environ["WA_COMPOSER_AUTH_KEY"] = MARKED_KEY
        done = run("send", MESSAGE, "--account", "Shop", env=environ)
        assert done.returncode == 0, done.stderr
        seen = server.stdout.read()
    holding = [line for line in seen.splitlines() if MARKED_KEY in line]
    assert [line.lower() for line in holding] == [f"x-ins-auth-key: {MARKED_KEY}"]


def test_the_environments_key_never_serves_an_account_nobody_named(
    run: Run, environ: dict[str, str], practice_address: str
) -> None:
    run("account", "add", "Shop", "--endpoint", practice_address, "--no-key")
    run("account", "default", "Shop")
    environ["WA_COMPOSER_AUTH_KEY"] = MARKED_KEY
    done = run("send", MESSAGE, env=environ)
    assert (done.returncode, done.stdout) == (2, "")
    assert "keyring" in done.stderr  # none runs here, and only it was asked


def test_a_server_never_reached_is_refused(run: Run, environ: dict[str, str]) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    run("account", "add", "Shop", "--endpoint", f"http://127.0.0.1:{port}/send", "--no-key")
    environ["WA_COMPOSER_AUTH_KEY"] = MARKED_KEY
    done = run("send", MESSAGE, "--account", "Shop", env=environ)
    assert done.returncode == 1
    assert "\trefused\t" in done.stdout


def test_a_home_that_cannot_be_made_is_said(run: Run, environ: dict[str, str]) -> None:
    environ["WA_COMPOSER_HOME"] = str(MESSAGE / "below a file")
    for verb in (["log"], ["send", MESSAGE], ["account", "list"]):
        done = run(*verb, env=environ)
        assert (done.returncode, done.stdout) == (2, "")
        assert "below a file" in done.stderr


def test_sending_and_logging_start_no_qt(environ: dict[str, str]) -> None:
    script = (
        "import sys\nfrom wa_composer.cli import main\n"
        f"codes = [main(['send', {str(MESSAGE)!r}]), main(['log'])]\n"
        "print(codes, [name for name in sys.modules if 'PySide6' in name])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=environ, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "[0, 0] []", done.stderr
