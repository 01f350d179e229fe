"""The vault against real keyring services: working, locked, silent for ever, and none."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

MARKED_KEY = "marked-key-7e1f0c52"

# Runs in a process of its own, with the bus of the fixture: keyring looks at it once a process.
TALK = """
import asyncio, json, os, sys
from wa_composer.session.vault import Vault
from wa_composer.storage.accounts import Account
from wa_composer.storage.keys import KeyringProblem, Keys
from wa_composer.storage.worker import Worker

shop = Account("5a0b", "Shop", "https://example.com/send", (), "#1F6FB2")
vault = Vault(Keys, Worker("keyring"), os.environ, patience=float(sys.argv[1]))
async def talk():
    found = []
    for word in sys.argv[2:]:
        try:
            match word.split("="):
                case ["name"]: found.append(await vault.backend_name())
                case ["store", key]: found.append(await vault.store(shop, key))
                case ["key"]: found.append(await vault.key(shop))
                case ["forget"]: found.append(await vault.forget(shop.id))
        except KeyringProblem as problem:
            found.append([problem.kind, str(problem)])
        except Exception as other:
            found.append(type(other).__name__)
    return found
print(json.dumps(asyncio.run(talk())))
"""


def talk(environ: dict[str, str], *words: str, patience: float = 20) -> list[object]:
    done = subprocess.run(
        [sys.executable, "-c", TALK, str(patience), *words],
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


def test_a_real_secret_service_keeps_and_gives_and_forgets(secret_service: dict[str, str]) -> None:
    found = talk(secret_service, "name", "key", f"store={MARKED_KEY}", "key", "store=second", "key")
    assert found == [
        "keyring.backends.SecretService.Keyring",
        "MissingKey",
        None,
        MARKED_KEY,
        None,
        "second",
    ]
    assert talk(secret_service, "key", "forget", "key", "forget") == [
        "second",
        None,
        "MissingKey",
        None,
    ]


def test_a_kept_key_stands_in_no_file_in_clear(secret_service: dict[str, str]) -> None:
    talk(secret_service, f"store={MARKED_KEY}")
    for path in Path(secret_service["HOME"]).parent.rglob("*"):
        if path.is_file():
            assert MARKED_KEY.encode() not in path.read_bytes()


def test_a_locked_keyring_is_said(private_bus: dict[str, str]) -> None:
    for password in (b"right\n", b"wrong\n"):
        subprocess.run(
            ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--replace"],
            input=password,
            env=private_bus,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            timeout=30,
        )
    ((kind, words),) = talk(private_bus, "key")  # type: ignore[misc]
    assert kind == "locked"
    assert "locked" in words


def test_no_keyring_at_all_is_said(private_bus: dict[str, str]) -> None:
    private_bus["XDG_DATA_DIRS"] = private_bus["HOME"]
    without_bus = private_bus | {"DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    ((kind, words),) = talk(without_bus, "key")  # type: ignore[misc]
    assert kind == "missing"
    assert "No keyring is running" in words


@pytest.fixture
def hanging_service(private_bus: dict[str, str]) -> Iterator[dict[str, str]]:
    """A Secret Service that takes every question and answers none."""
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
        assert service.stdout.readline() == b"mine\n"
        yield private_bus
        service.kill()


def test_a_hanging_keyring_is_given_up_and_said(hanging_service: dict[str, str]) -> None:
    found = talk(hanging_service, "key", f"store={MARKED_KEY}", patience=0.5)
    assert [entry[0] for entry in found] == ["timeout", "timeout"]  # type: ignore[index]
    assert "does not answer" in found[0][1]  # type: ignore[index]


@pytest.mark.parametrize(
    ("chosen", "kind"),
    [
        ("keyring.backends.null.Keyring", "unusable"),
        ("keyring.backends.fail.Keyring", "missing"),
        ("keyring.backends.no_such.Keyring", "unusable"),
        ("nonsense", "unusable"),
    ],
)
def test_a_keyring_that_protects_nothing_is_not_used(
    private_bus: dict[str, str], chosen: str, kind: str
) -> None:
    environ = private_bus | {"PYTHON_KEYRING_BACKEND": chosen}
    ((found, _words),) = talk(environ, f"store={MARKED_KEY}")  # type: ignore[misc]
    assert found == kind


def test_the_chainer_is_used_through_its_real_members(secret_service: dict[str, str]) -> None:
    environ = secret_service | {"PYTHON_KEYRING_BACKEND": "keyring.backends.chainer.ChainerBackend"}
    name, *rest = talk(environ, "name", f"store={MARKED_KEY}", "key")
    assert name == "keyring.backends.SecretService.Keyring"
    assert rest == [None, MARKED_KEY]


def test_importing_the_program_asks_no_keyring() -> None:
    script = (
        "import sys\n"
        "import wa_composer.cli, wa_composer.session.vault, wa_composer.storage.keys\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('keyring', 'jeepney')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "[]"
