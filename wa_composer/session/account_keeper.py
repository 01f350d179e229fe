"""An account and its key, kept and removed together: a key never meets another address."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from wa_composer.session.vault import Vault
from wa_composer.storage.accounts import Account, Accounts
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.keys import KeyringProblem
from wa_composer.storage.worker import Worker


@dataclass(frozen=True, slots=True)
class Saved:
    """The account as it was saved; `left` is why an earlier key is still in the keyring."""

    account: Account
    left: KeyringProblem | None = None


class AccountKeeper:
    """Keeps accounts in their file and their keys in the keyring, in the order that is safe.

    A key belongs to the address it was entered for. So an account that gets another address gets
    another id, under which there is no key but the one given with it: at no moment, and in no
    process, does a key stand beside an address it was not entered for.
    """

    def __init__(self, accounts: Accounts, vault: Vault, worker: Worker) -> None:
        self._accounts = accounts
        self._vault = vault
        self._worker = worker

    async def save(self, account: Account, key: str = "", *, session_only: bool = False) -> Saved:
        """Keep the account, with its key where one is given, in the keyring or for this session.

        Raises KeyringProblem, or StorageProblem of the file; what was kept before is then kept
        still.
        """
        before = await self._worker.run(self._accounts.by_id, account.id)
        moved = before is not None and before.endpoint != account.endpoint
        former = account.id
        if moved:
            account = replace(account, id=self._accounts.new_id())
        if session_only:
            self._vault.keep_for_session(account.id, key)
        elif key:
            await self._vault.store(account, key)
        try:
            await self._worker.run(self._accounts.save, account, former)
        except StorageProblem:
            if key and (moved or before is None):  # a key that nobody would ever ask for
                with suppress(KeyringProblem):
                    await self._vault.forget(account.id)
            raise
        return Saved(account, await self._forgotten(former) if moved else None)

    async def remove(self, account_id: str) -> None:
        """Take out the key, then the account. Raises KeyringProblem: then both are still there."""
        left = await self._forgotten(account_id)
        if left is not None:
            raise left
        await self._worker.run(self._accounts.remove, account_id)

    async def set_default(self, account_id: str) -> None:
        """Make an existing account the default. Raises StorageProblem."""
        await self._worker.run(self._accounts.set_default, account_id)

    async def _forgotten(self, account_id: str) -> KeyringProblem | None:
        try:
            await self._vault.forget(account_id)
        except KeyringProblem as problem:
            # Without a keyring there is no key to take out.
            return None if problem.kind in ("missing", "unusable") else problem
        return None
