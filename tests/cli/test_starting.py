"""Opening the window from the command line, interrupting, the practice verb and the self-test."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from wa_composer.commands.display import display_problem

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ROOT = Path(__file__).parents[2]
MESSAGE = ROOT / "resources" / "samples" / "image.wamsg"


def without_display(home: Path) -> dict[str, str]:
    taken = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environ = {name: value for name, value in os.environ.items() if name not in taken}
    return environ | {"WA_COMPOSER_HOME": str(home), "PYTHONPATH": str(ROOT)}


@pytest.mark.parametrize("args", [[], [str(MESSAGE)]], ids=["draft", "file"])
def test_no_display_is_said(run: Run, args: list[str]) -> None:
    done = run(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no display" in done.stderr
    assert "DISPLAY" in done.stderr


def test_a_display_that_does_not_answer_is_named(run: Run, private_home: Path) -> None:
    done = run(env=without_display(private_home) | {"DISPLAY": ":8471"})
    assert done.returncode == 2
    assert ":8471" in done.stderr


def test_a_living_display_is_no_problem(x_display: str) -> None:
    assert display_problem({"DISPLAY": x_display}, "linux") is None
    assert display_problem({"DISPLAY": f"{x_display}.0"}, "linux") is None


def test_a_screen_that_the_display_has_not_is_named(
    run: Run, private_home: Path, x_display: str
) -> None:
    done = run(env=without_display(private_home) | {"DISPLAY": f"{x_display}.7"})
    assert done.returncode == 2
    assert f"{x_display}.7" in done.stderr and "no display" in done.stderr


def test_a_display_that_lets_this_user_not_in_is_named(
    run: Run, private_home: Path, tmp_path: Path
) -> None:
    keys = tmp_path / "keys"
    with guarded_display(keys) as display:
        environ = without_display(private_home) | {"DISPLAY": display}
        refused = run(env=environ | {"XAUTHORITY": str(tmp_path / "none")})
        assert (refused.returncode, refused.stdout) == (2, "")
        assert display in refused.stderr and "let this user in" in refused.stderr
        with_key = {"DISPLAY": display, "XAUTHORITY": str(keys)}
        asked = "import os, sys; from wa_composer.commands.display import display_problem as p"
        let_in = subprocess.run(
            [sys.executable, "-c", f"{asked}; sys.exit(p(os.environ) is not None)"],
            env=without_display(private_home) | with_key,
            check=False,
        )
        assert let_in.returncode == 0


@contextmanager
def guarded_display(keys: Path) -> Iterator[str]:
    """A display of X that lets in only who has its key; the key is written into that file."""
    key = secrets.token_bytes(16)
    # One entry for any address and any display: family, address, number, name, key.
    fields = (b"", b"", b"MIT-MAGIC-COOKIE-1", key)
    keys.write_bytes(b"\xff\xff" + b"".join(len(each).to_bytes(2, "big") + each for each in fields))
    read_end, write_end = os.pipe()
    command = ["Xvfb", "-displayfd", str(write_end), "-nolisten", "tcp", "-auth", str(keys)]
    with subprocess.Popen(
        command, pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        os.close(write_end)
        with open(read_end, encoding="ascii") as numbers:
            number = numbers.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


@pytest.mark.parametrize(
    ("environ", "platform"),
    [
        ({}, "win32"),
        ({}, "darwin"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({"DISPLAY": "/private/tmp/launch/org.xquartz:0"}, "linux"),
    ],
)
def test_where_qt_shall_decide(environ: dict[str, str], platform: str) -> None:
    assert display_problem(environ, platform) is None


def test_a_wayland_socket_counts(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "w-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert display_problem(environ, "linux") is not None
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "w-0"))
        server.listen()
        assert display_problem(environ, "linux") is None


def test_a_word_that_is_neither_file_nor_command_is_named(run: Run) -> None:
    done = run("chekc")
    assert (done.returncode, done.stdout) == (2, "")
    assert "chekc" in done.stderr


def test_practice_prints_its_address_first_and_ends_when_asked(private_home: Path) -> None:
    for ending in (signal.SIGTERM, signal.SIGINT):
        with subprocess.Popen(
            [sys.executable, "-m", "wa_composer", "practice"],
            env=without_display(private_home),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as server:
            assert server.stdout is not None
            address = server.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:")
            assert address.endswith("/v1/conversational/send")
            server.send_signal(ending)
            out, err = server.communicate(timeout=20)
        assert (server.returncode, out) == (0, "")
        assert "Traceback" not in err


def test_a_port_that_is_taken_is_said(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("practice", "--port", port)
    assert (done.returncode, done.stdout) == (2, "")
    assert str(port) in done.stderr


def test_ctrl_c_while_sending_leaves_an_unknown_row(run: Run, private_home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(30)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/send"
        run("account", "add", "Shop", "--endpoint", address, "--no-key")
        environ = without_display(private_home) | {"WA_COMPOSER_AUTH_KEY": "any"}
        with subprocess.Popen(
            [sys.executable, "-m", "wa_composer", "send", str(MESSAGE), "--account", "Shop"],
            env=environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as sending:
            peer, _ = server.accept()
            with peer:
                peer.settimeout(30)
                peer.recv(65536)
                sending.send_signal(signal.SIGINT)
                out, err = sending.communicate(timeout=30)
    assert (sending.returncode, out) == (3, "")
    assert "may have gone out" in err
    assert "Traceback" not in err
    assert "\tunknown\t" in run("log").stdout


def test_ctrl_c_elsewhere_is_130(private_home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "wa_composer", "check", "-"],
        env=without_display(private_home),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as checking:
        assert checking.stdin is not None
        # Written text is read before the wait for more, so the verb is under way by then.
        feeder = threading.Thread(target=_fill, args=(checking,))
        feeder.start()
        feeder.join(30)
        checking.send_signal(signal.SIGINT)
        _, err = checking.communicate(timeout=30)
    assert checking.returncode == 130
    assert "Traceback" not in err


def _fill(process: subprocess.Popen[str]) -> None:
    # More than a pipe holds: this comes back only when the verb has begun to read.
    assert process.stdin is not None
    process.stdin.write(" " * 300_000)
    process.stdin.flush()


def test_the_self_test_names_every_part(run: Run) -> None:
    done = run("--self-test")
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert {cells[0] for cells in lines} == {"ok"}, done.stdout
    assert [cells[1] for cells in lines] == [
        "messages",
        "database",
        "keyring",
        "http",
        "practice",
        "window",
        "fonts",
        "translations",
    ]
    assert done.returncode == 0
