"""Where a key comes from, where it goes, and what is said when the keyring refuses it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.SecretService import Keyring as SecretServiceKeyring
from keyring.errors import InitError, KeyringLocked, PasswordSetError

from wa_composer.session.vault import PRACTICE_KEY, MissingKey, Vault
from wa_composer.storage.accounts import PRACTICE, Account
from wa_composer.storage.keys import KeyringProblem, Keys, find_backend, is_real, key_problem
from wa_composer.storage.keys_wording import Kind, sentence
from wa_composer.storage.worker import Worker

MARKED_KEY = "marked-key-7e1f0c52"
SHOP = Account("5a0b", "Shop", "https://example.com/send", (), "#1F6FB2")
OTHER = Account("77aa", "Other", "https://example.org/send", (), "#1F6FB2")


class StubbornKeyring(SecretServiceKeyring):
    """A real backend's class whose service behaves as told."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self, behave: Callable[[str], str | None]) -> None:
        super().__init__()
        self.behave = behave

    def get_password(self, service: str, username: str) -> str | None:
        return self.behave("get")

    def set_password(self, service: str, username: str, password: str) -> None:
        self.behave("set")

    def delete_password(self, service: str, username: str) -> None:
        self.behave("delete")


def raising(error: Exception) -> Callable[[str], str | None]:
    def behave(_call: str) -> str | None:
        raise error

    return behave


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker("keyring")
    yield worker
    worker.close()


def vault_over(
    behave: Callable[[str], str | None], worker: Worker, environ: dict[str, str] | None = None
) -> Vault:
    return Vault(lambda: Keys(lambda: StubbornKeyring(behave)), worker, environ or {}, patience=5)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (KeyringLocked("Failed to unlock the collection!"), "locked"),
        (PasswordSetError("No room"), "refused"),
        (InitError("Failed to create the collection"), "refused"),
        (PermissionError(13, "Permission denied"), "refused"),
        (ConnectionResetError("bus gone"), "missing"),
    ],
)
async def test_errors_of_the_keyring_become_plain_words(
    worker: Worker, error: Exception, kind: str
) -> None:
    with pytest.raises(KeyringProblem) as caught:
        await vault_over(raising(error), worker).store(SHOP, MARKED_KEY)
    assert caught.value.kind == kind
    assert MARKED_KEY not in str(caught.value)


async def test_a_keyring_that_drops_what_it_is_given_is_found_out(worker: Worker) -> None:
    with pytest.raises(KeyringProblem) as caught:
        await vault_over(lambda _call: None, worker).store(SHOP, MARKED_KEY)
    assert caught.value.kind == "silent"
    assert "was not kept" in str(caught.value)


async def test_for_this_session_only(worker: Worker) -> None:
    vault = vault_over(raising(KeyringLocked("no")), worker)
    with pytest.raises(KeyringProblem):
        await vault.key(SHOP)
    vault.keep_for_session(SHOP.id, MARKED_KEY)
    assert await vault.key(SHOP) == MARKED_KEY
    with pytest.raises(KeyringProblem):
        await vault.key(OTHER)  # a key goes to its own account only


async def test_practice_never_touches_the_keyring(worker: Worker) -> None:
    vault = vault_over(raising(AssertionError("asked")), worker)
    assert await vault.key(PRACTICE) == PRACTICE_KEY


async def test_the_environments_key_serves_the_named_account_only(worker: Worker) -> None:
    vault = vault_over(lambda _call: None, worker, {"WA_COMPOSER_AUTH_KEY": MARKED_KEY})
    with pytest.raises(MissingKey):
        await vault.key(SHOP)  # nobody named it
    assert vault.use_environment(SHOP)
    assert await vault.key(SHOP) == MARKED_KEY
    with pytest.raises(MissingKey):
        await vault.key(OTHER)
    assert not vault.use_environment(PRACTICE)
    assert await vault.key(PRACTICE) == PRACTICE_KEY


async def test_an_impossible_key_is_not_sent(worker: Worker) -> None:
    vault = vault_over(lambda _call: "ключ", worker, {"WA_COMPOSER_AUTH_KEY": "a\nb"})
    with pytest.raises(MissingKey, match="cannot be used"):
        await vault.key(SHOP)
    with pytest.raises(MissingKey, match="WA_COMPOSER_AUTH_KEY"):
        vault.use_environment(SHOP)


@pytest.mark.parametrize("key", ["x", "a b", "~!@#$%^&*()", "0" * 1000])
def test_any_printable_line_may_be_a_key(key: str) -> None:
    assert key_problem(key) is None


@pytest.mark.parametrize("key", ["", "tab\there", "nul\x00", "ключ", "line\nbreak", "é"])
def test_nothing_else_may(key: str) -> None:
    assert key_problem(key) is not None


KINDS: tuple[Kind, ...] = ("missing", "locked", "refused", "silent", "timeout", "unusable")


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_system_has_words_for_every_kind(platform: str, kind: Kind) -> None:
    words = sentence(kind, "the system said no", platform).english()
    assert words.endswith(".")
    assert "{" not in words
    if kind in ("refused", "unusable"):
        assert "the system said no" in words
    if kind not in ("unusable",):
        named = {"linux": "keyring", "win32": "Windows", "darwin": "macOS"}[platform]
        assert named in words


def test_a_subclass_of_a_real_backend_is_not_taken_for_it() -> None:
    backend: KeyringBackend = StubbornKeyring(lambda _call: None)
    assert not is_real(backend)
    assert is_real(SecretServiceKeyring())
    with pytest.raises(KeyringProblem):
        find_backend()
