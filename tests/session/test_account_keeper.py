"""An account and its key are kept together: none is ever left beside the wrong other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from drawer import Drawer
from keyring.errors import KeyringLocked, NoKeyringError

from wa_composer.session.account_keeper import AccountKeeper
from wa_composer.session.vault import Vault
from wa_composer.storage.accounts import PRACTICE, Account, Accounts
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.keys import SERVICE_PREFIX, KeyringProblem, Keys
from wa_composer.storage.worker import Worker

SHOP = Account("5a0b", "Shop", "https://example.com/send", (), "#1F6FB2")
MOVED = replace(SHOP, endpoint="https://example.org/send")


class Bench:
    """A keeper over a real file and a keyring in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.drawer = Drawer()
        self.accounts = Accounts(folder)
        self.workers = (Worker("keyring"), Worker("files"))
        self.vault = Vault(lambda: Keys(lambda: self.drawer), self.workers[0], {}, patience=5)
        self.keeper = AccountKeeper(self.accounts, self.vault, self.workers[1])


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    for worker in bench.workers:
        worker.close()


async def test_another_address_is_another_id_with_a_key_of_its_own(bench: Bench) -> None:
    await bench.keeper.save(SHOP, "first")
    await bench.keeper.set_default(SHOP.id)
    saved = await bench.keeper.save(MOVED, "second")
    assert saved.account.id != SHOP.id
    assert bench.accounts.all() == (PRACTICE, saved.account)
    assert bench.accounts.default() == saved.account
    assert bench.drawer.kept == {SERVICE_PREFIX + saved.account.id: "second"}


async def test_the_same_address_keeps_id_and_key(bench: Bench) -> None:
    await bench.keeper.save(SHOP, "first")
    saved = await bench.keeper.save(replace(SHOP, name="Berlin"))
    assert saved.account.id == SHOP.id
    assert await bench.vault.key(saved.account) == "first"


async def test_a_file_that_cannot_be_written_changes_nothing(bench: Bench) -> None:
    await bench.keeper.save(SHOP, "first")
    stored = bench.accounts.all()
    (bench.folder / "accounts.lock").unlink()
    (bench.folder / "accounts.lock").mkdir()
    with pytest.raises(StorageProblem):
        await bench.keeper.save(MOVED, "second")
    with pytest.raises(StorageProblem):
        await bench.keeper.save(replace(SHOP, id="77aa", name="Other"), "third")
    assert bench.accounts.all() == stored
    assert bench.drawer.kept == {SERVICE_PREFIX + SHOP.id: "first"}


async def test_a_keyring_that_refuses_changes_nothing(bench: Bench) -> None:
    await bench.keeper.save(SHOP, "first")
    bench.drawer.refuses = KeyringLocked("no")
    for attempt in (bench.keeper.save(MOVED, "second"), bench.keeper.remove(SHOP.id)):
        with pytest.raises(KeyringProblem):
            await attempt
    assert bench.accounts.all() == (PRACTICE, SHOP)


async def test_an_earlier_key_that_stays_is_said(bench: Bench) -> None:
    await bench.keeper.save(SHOP, "first")
    bench.drawer.refuses = KeyringLocked("no")
    saved = await bench.keeper.save(MOVED)
    assert saved.left is not None and saved.left.kind == "locked"
    assert bench.accounts.all() == (PRACTICE, saved.account)


async def test_without_any_keyring_accounts_come_and_go(bench: Bench) -> None:
    bench.drawer.refuses = NoKeyringError("none")
    saved = await bench.keeper.save(SHOP, "typed", session_only=True)
    assert await bench.vault.key(saved.account) == "typed"
    await bench.keeper.remove(SHOP.id)
    assert bench.accounts.all() == (PRACTICE,)
    with pytest.raises(KeyringProblem):
        await bench.vault.key(saved.account)
