"""`account`: names and addresses in a file, keys in a real keyring, and never anywhere else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from wa_composer.storage.accounts import DOCUMENTED_ENDPOINT

Run = Callable[..., "subprocess.CompletedProcess[str]"]
MESSAGE = Path(__file__).parents[2] / "resources" / "samples" / "image.wamsg"
MARKED_KEY = "marked-key-93ab7d"


@pytest.fixture
def desktop(secret_service: dict[str, str], private_home: Path) -> dict[str, str]:
    """A desktop with a real, unlocked keyring."""
    return secret_service | {"WA_COMPOSER_HOME": str(private_home)}


def listed(run: Run) -> list[list[str]]:
    done = run("account", "list")
    assert (done.returncode, done.stderr) == (0, "")
    return [line.split("\t") for line in done.stdout.splitlines()]


def test_practice_is_the_default_at_first(call: Run) -> None:
    assert listed(call) == [["Practice", "", "+12025550100", "default"]]


def test_an_account_with_a_key_from_adding_to_removing(
    run: Run, desktop: dict[str, str], practice_address: str, private_home: Path
) -> None:
    args = ("account", "add", "Shop", "--endpoint", practice_address, "--from", "+44 7700 900123")
    added = run(*args, stdin=f"{MARKED_KEY}\r\n", env=desktop)
    assert (added.returncode, added.stdout) == (0, ""), added.stderr
    assert listed(run)[1] == ["Shop", practice_address, "+447700900123", ""]

    sent = run("send", MESSAGE, "--account", "Shop", env=desktop)
    assert sent.returncode == 0, sent.stderr
    for done in (added, sent, run("account", "list"), run("log", "--json")):
        assert MARKED_KEY not in done.stdout + done.stderr
    for path in [*private_home.rglob("*"), *Path(desktop["HOME"]).rglob("*")]:
        if path.is_file():
            assert MARKED_KEY.encode() not in path.read_bytes(), path

    assert run("account", "default", "Shop").returncode == 0
    assert listed(run)[1][3] == "default"
    removed = run("account", "remove", "shop", env=desktop)
    assert (removed.returncode, removed.stderr) == (0, "")
    assert listed(run) == [["Practice", "", "+12025550100", "default"]]
    assert kept_keys(desktop) == []


def kept_keys(desktop: dict[str, str]) -> list[str]:
    script = (
        "import secretstorage\n"
        "items = secretstorage.get_default_collection(secretstorage.dbus_init()).get_all_items()\n"
        "print(*[item.get_secret().decode() for item in items], sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=desktop, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_adding_a_name_again_replaces_its_key_only(run: Run, desktop: dict[str, str]) -> None:
    run("account", "add", "Shop", "--from", "+12025550111", stdin="first", env=desktop)
    run("account", "default", "Shop")
    assert run("account", "add", "Shop", stdin="second\n", env=desktop).returncode == 0
    assert listed(run)[1:] == [["Shop", DOCUMENTED_ENDPOINT, "+12025550111", "default"]]
    assert kept_keys(desktop) == ["second"]


def test_a_new_address_takes_its_own_key_and_nothing_else_changes(
    run: Run, desktop: dict[str, str], practice_address: str
) -> None:
    run("account", "add", "Shop", "--from", "+12025550111", stdin="first", env=desktop)
    run("account", "default", "Shop")
    args = ("account", "add", "Shop", "--endpoint", practice_address)
    done = run(*args, stdin="second", env=desktop)
    assert (done.returncode, done.stderr) == (0, "")
    assert listed(run)[1:] == [["Shop", practice_address, "+12025550111", "default"]]
    assert kept_keys(desktop) == ["second"]


def test_a_key_never_follows_an_account_to_another_address(
    run: Run, desktop: dict[str, str], practice_address: str
) -> None:
    run("account", "add", "Shop", stdin=MARKED_KEY, env=desktop)
    args = ("account", "add", "Shop", "--endpoint", practice_address, "--no-key")
    assert run(*args, env=desktop).returncode == 0
    assert kept_keys(desktop) == []
    done = run("send", MESSAGE, "--account", "Shop", env=desktop)
    assert (done.returncode, done.stdout) == (2, "")
    assert "key" in done.stderr


@pytest.mark.parametrize("key", ["", "\n", "  \n", "ключ\n", "a\tb\n", "x" * 20_000])
def test_what_cannot_be_a_key_is_not_kept(call: Run, key: str) -> None:
    done = call("account", "add", "Shop", stdin=key.encode())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("The key ")
    assert len(listed(call)) == 1


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (["Shop", "--endpoint", "http://example.com/send"], "http://example.com/send"),
        (["Shop", "--endpoint", "ftp://example.com"], "ftp://example.com"),
        (["Shop", "--endpoint", "example.com/send"], "example.com/send"),
        (["Shop", "--from", "0203"], "0203"),
        (["Practice"], "practice"),
        (["practice", "--endpoint", "https://example.com/send"], "practice"),
        ([""], "name"),
        (["a\tb"], "name"),
    ],
)
def test_an_account_that_cannot_be_is_refused(call: Run, args: list[str], word: str) -> None:
    done = call("account", "add", *args, "--no-key")
    assert (done.returncode, done.stdout) == (2, "")
    assert word in done.stderr
    assert len(listed(call)) == 1


@pytest.mark.parametrize("verb", ["default", "remove"])
def test_an_unknown_account_is_named(call: Run, verb: str) -> None:
    done = call("account", verb, "Nobody")
    assert done.returncode == 2
    assert "Nobody" in done.stderr


def test_practice_stays(call: Run) -> None:
    assert call("account", "remove", "Practice").returncode == 2
    assert call("account", "default", "Practice").returncode == 0


def test_without_a_keyring_nothing_is_kept(run: Run, private_home: Path) -> None:
    done = run("account", "add", "Shop", stdin=MARKED_KEY)
    assert (done.returncode, done.stdout) == (2, "")
    assert "No keyring is running" in done.stderr
    assert len(listed(run)) == 1
    assert not any(MARKED_KEY.encode() in path.read_bytes() for path in private_home.rglob("*"))


@pytest.fixture
def hanging(private_bus: dict[str, str], private_home: Path) -> Iterator[dict[str, str]]:
    """A desktop whose keyring takes every question and answers none."""
    script = (
        "from jeepney.io.blocking import open_dbus_connection\n"
        "from jeepney.bus_messages import message_bus\n"
        "connection = open_dbus_connection()\n"
        "connection.send_and_get_reply(message_bus.RequestName('org.freedesktop.secrets'))\n"
        "print('mine', flush=True)\n"
        "while True: connection.receive()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        env=private_bus,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as service:
        assert service.stdout is not None
        service.stdout.readline()
        yield private_bus | {"WA_COMPOSER_HOME": str(private_home)}
        service.kill()


def test_a_keyring_that_hangs_is_waited_for_10_seconds_and_said(
    run: Run, hanging: dict[str, str]
) -> None:
    run("account", "add", "Shop", "--no-key")
    with subprocess.Popen(
        [sys.executable, "-m", "wa_composer", "send", str(MESSAGE), "--account", "Shop"],
        env=hanging,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as sending:
        added = run("account", "add", "Other", stdin=MARKED_KEY, env=hanging)
        out, err = sending.communicate(timeout=60)
    assert (sending.returncode, out) == (2, "")
    assert (added.returncode, added.stdout) == (2, "")
    assert "does not answer" in err
    assert "does not answer" in added.stderr
    assert [cells[0] for cells in listed(run)] == ["Practice", "Shop"]
