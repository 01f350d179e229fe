"""Where a key comes from when a message leaves: the keyring, or this session's memory."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import TypeVar

from wa_composer.message.words import words
from wa_composer.storage.accounts import Account
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.keys import KeyringProblem, Keys, key_problem
from wa_composer.storage.worker import Worker, WorkerTimeout

T = TypeVar("T")

KEY_VARIABLE = "WA_COMPOSER_AUTH_KEY"
# Long enough for a person to type a password into the unlock window; Qt's timers stay below it.
PATIENCE = 30.0
# The practice endpoint takes any key that is not empty; this one opens nothing anywhere.
PRACTICE_KEY = "practice"

_log = logging.getLogger(__name__)


class MissingKey(StorageProblem):
    """The account has no key, or one that cannot be sent; the keyring itself is well."""


class Vault:
    """Gives the key of an account at the last moment and keeps none longer than asked.

    `keys` is made on first use, in the worker's thread. `patience` is how many seconds the keyring
    may take when the caller names no other time. The practice account never touches the keyring.
    """

    def __init__(
        self,
        keys: Callable[[], Keys],
        worker: Worker,
        environ: Mapping[str, str],
        patience: float = PATIENCE,
    ) -> None:
        self.patience = patience
        self._make_keys = keys
        self._keys: Keys | None = None
        self._worker = worker
        self._environ = environ
        self._session: dict[str, str] = {}

    async def key(
        self,
        account: Account,
        timeout: float | None = None,  # noqa: ASYNC109 - not one of this loop: the worker's
    ) -> str:
        """The key of the account; raises MissingKey, or KeyringProblem after `timeout` seconds."""
        if account.practice:
            return PRACTICE_KEY
        key = self._session.get(account.id)
        if key is None:
            key = await self._ask(lambda keys: keys.read(account.id), timeout)
        if not key:
            raise MissingKey(
                words("The account {name} has no key yet. Enter its key first.", name=account.name)
            )
        if key_problem(key):
            raise MissingKey(
                words(
                    "The key of the account {name} cannot be used. Enter it again.",
                    name=account.name,
                )
            )
        return key

    async def store(self, account: Account, key: str) -> None:
        """Put the key into the keyring and see that it is there; raises KeyringProblem."""
        if account.practice:
            raise ValueError("the practice account has no key of its own")
        try:
            await self._ask(lambda keys: keys.write(account.id, key))
        finally:
            # Whatever became of it: an older key typed for this session is not wanted any more.
            self._session.pop(account.id, None)

    def keep_for_session(self, account_id: str, key: str) -> None:
        """Keep the key in memory only, until the program ends; it goes before the keyring's."""
        self._session[account_id] = key

    def use_environment(self, account: Account) -> bool:
        """Take the key of this one account from WA_COMPOSER_AUTH_KEY; False when that is not set.

        Raises MissingKey when what is set cannot be a key. The practice account never takes it.
        """
        key = self._environ.get(KEY_VARIABLE, "").strip()
        if not key or account.practice:
            return False
        if key_problem(key):
            raise MissingKey(
                words(
                    "The value of {variable} cannot be a key: only printable ASCII characters are "
                    "allowed.",
                    variable=KEY_VARIABLE,
                )
            )
        self.keep_for_session(account.id, key)
        return True

    async def forget(self, account_id: str) -> None:
        """Take the key out of memory and keyring; raises KeyringProblem."""
        self._session.pop(account_id, None)
        await self._ask(lambda keys: keys.delete(account_id))

    async def backend_name(self) -> str:
        """What the keyring in use is called; raises KeyringProblem when there is none."""
        return await self._ask(lambda keys: keys.backend_name())

    async def _ask(self, question: Callable[[Keys], T], patience: float | None = None) -> T:
        limit = self.patience if patience is None else patience
        try:
            return await self._worker.run(self._answer, question, timeout=limit)
        except WorkerTimeout as error:
            # What was found hanging is not asked again: a new start may find another keyring.
            self._keys = None
            _log.info("keyring: no answer within %s s", limit)
            raise KeyringProblem("timeout") from error

    def _answer(self, question: Callable[[Keys], T]) -> T:
        if self._keys is None:
            self._keys = self._make_keys()
        return question(self._keys)
