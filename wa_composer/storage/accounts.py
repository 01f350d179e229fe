"""The accounts a person sends through: name, address, senders, colour. Never a key."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from wa_composer.message.words import words
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.files import read_json, set_aside, write_json
from wa_composer.storage.locks import locked

FILE_NAME = "accounts.json"
LOCK_NAME = "accounts.lock"
VERSION = 1
DOCUMENTED_ENDPOINT = "https://whatsapp.useinsider.com/v1/conversational/send"
COLOURS = ("#1F6FB2", "#7A4FB5", "#A3386C", "#2B7A55", "#5B6472", "#9A4A24")


@dataclass(frozen=True, slots=True)
class Account:
    """One way to send. `id` is random and names its key in the keyring; `colour` is #RRGGBB."""

    id: str
    name: str
    endpoint: str
    senders: tuple[str, ...]
    colour: str
    practice: bool = False


# The account that sends to the endpoint inside the program; it is always there and first.
PRACTICE = Account("practice", "Practice", "", ("+12025550100",), "#8A5300", True)


class Accounts:
    """The accounts of one folder, read anew on each call, so that window and terminal agree.

    Each change is made to what the file holds at that moment, and by one process at a time: it may
    wait for another one, and for the disk, so call it in a Worker. Every method raises
    StorageProblem when the file cannot be read or written, or belongs to a newer program.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._lock = folder / LOCK_NAME

    def all(self) -> tuple[Account, ...]:
        """Every account, the practice one first, then in the order they were added."""
        return self._read()[0]

    def by_name(self, name: str) -> Account | None:
        """The account of that name; letter case decides only where two differ by nothing else."""
        accounts = self.all()
        exact = [account for account in accounts if account.name == name]
        alike = [account for account in accounts if account.name.casefold() == name.casefold()]
        return next(iter(exact + alike), None)

    def by_id(self, account_id: str) -> Account | None:
        """The account with that random id."""
        return next((account for account in self.all() if account.id == account_id), None)

    def default(self) -> Account:
        """The account used when none is named; at first the practice one."""
        accounts, default = self._read()
        return next((account for account in accounts if account.id == default), PRACTICE)

    def set_default(self, account_id: str) -> None:
        """Make an existing account the default; an id that is not there changes nothing."""
        with locked(self._lock):
            accounts, _ = self._mended()
            if any(account.id == account_id for account in accounts):
                self._write(accounts, account_id)

    def save(self, account: Account, replaces: str = "") -> None:
        """Put the account in the place of the one with its id, or of `replaces`; else add it.

        Where the one that is replaced was the default, the new one is.
        """
        if account.practice or PRACTICE.id in (account.id, replaces):
            raise ValueError("the practice account is not stored")
        with locked(self._lock):
            accounts, default = self._mended()
            former = (account.id, replaces)
            place = next((n for n, a in enumerate(accounts) if a.id in former), len(accounts))
            kept = [other for other in accounts if other.id not in former]
            kept.insert(place, account)
            self._write(tuple(kept), account.id if default in former else default)

    def remove(self, account_id: str) -> None:
        """Take the account out; if it was the default, the practice account is that again."""
        with locked(self._lock):
            accounts, default = self._mended()
            kept = tuple(account for account in accounts if account.id != account_id)
            self._write(kept, PRACTICE.id if default == account_id else default)

    def new_id(self) -> str:
        """A random id, so that no second home or test ever meets the key of a real account."""
        return os.urandom(8).hex()

    def next_colour(self) -> str:
        """The colour offered to the next account: the first that none bears, in a fixed order."""
        used = {account.colour for account in self.all()}
        return next((colour for colour in COLOURS if colour not in used), COLOURS[0])

    def _read(self) -> tuple[tuple[Account, ...], str]:
        accounts, default, damaged = self._look()
        if damaged:
            with locked(self._lock):
                accounts, default = self._mended()
        return accounts, default

    def _mended(self) -> tuple[tuple[Account, ...], str]:
        """What the file holds; one with senseless entries is set aside and written without them."""
        accounts, default, damaged = self._look()
        if damaged:
            set_aside(self._path)
            self._write(accounts, default)
        return accounts, default

    def _look(self) -> tuple[tuple[Account, ...], str, bool]:
        found = read_json(self._path, fits=_is_account_file)
        if not isinstance(found, dict):
            return (PRACTICE,), PRACTICE.id, False
        if found["version"] > VERSION:
            raise StorageProblem(
                words(
                    "{file} was written by a newer WA Composer; install that version to use it.",
                    file=str(self._path),
                )
            )
        parsed = [_parse(entry) for entry in found["accounts"]]
        good = tuple(account for account in parsed if account is not None)
        default = str(found.get("default", PRACTICE.id))
        return (PRACTICE, *good), default, len(good) < len(parsed)

    def _write(self, accounts: tuple[Account, ...], default: str) -> None:
        stored = []
        for account in accounts:
            if not account.practice:
                entry = asdict(account)
                del entry["practice"]
                stored.append(entry)
        value = {"version": VERSION, "default": default, "accounts": stored}
        write_json(self._path, value)


def _is_account_file(value: object) -> bool:
    if not isinstance(value, dict) or type(value.get("version")) is not int:
        return False
    return value["version"] > VERSION or isinstance(value.get("accounts"), list)


def _parse(entry: Any) -> Account | None:
    if not isinstance(entry, dict):
        return None
    texts = [entry.get(name) for name in ("id", "name", "endpoint", "colour")]
    senders = entry.get("senders")
    if not all(isinstance(text, str) for text in texts) or not isinstance(senders, list):
        return None
    if not all(isinstance(sender, str) for sender in senders) or texts[0] in ("", PRACTICE.id):
        return None
    account_id, name, endpoint, colour = (str(text) for text in texts)
    return Account(account_id, name, endpoint, tuple(senders), colour)
