"""Keys in the keyring of the operating system, and nowhere else.

Only backends that protect what they hold are used: never a plain file, never one that drops what
it is given. Nothing is looked for until the first call, since looking means talking to D-Bus.
Every call here may block for as long as an unlock window is open: call it in a Worker.
"""

from __future__ import annotations

import importlib
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from wa_composer.message.words import Words, words
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.keys_wording import Kind, sentence

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE_PREFIX = "wa-composer:"
USER = "auth-key"

# module, class: the backends of keyring 25 that hand keys to the operating system.
_MACOS = (("keyring.backends.macOS", "Keyring"),)
_WINDOWS = (("keyring.backends.Windows", "WinVaultKeyring"),)
_DESKTOP = (
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.kwallet", "DBusKeyringKWallet4"),
    ("keyring.backends.libsecret", "Keyring"),
)
REAL_BACKENDS = frozenset((*_MACOS, *_WINDOWS, *_DESKTOP))

# These hold nothing themselves: to configure one is to have none.
_CHAINER = "keyring.backends.chainer"
_EMPTY = (_CHAINER, "keyring.backends.fail")

# Errors of the libraries below keyring, which it lets through; looked up when they are loaded.
_FOREIGN_ERRORS = (
    ("secretstorage.exceptions", "SecretStorageException"),
    ("jeepney.wrappers", "DBusErrorResponse"),
    ("dbus.exceptions", "DBusException"),
    ("gi.repository.GLib", "Error"),
    ("win32ctypes.pywin32.pywintypes", "error"),
    ("pywintypes", "error"),
)

_log = logging.getLogger(__name__)


class KeyringProblem(StorageProblem):
    """The keyring is missing, locked, refused, silent, hanging (timeout) or not a safe one."""

    def __init__(self, kind: Kind, detail: str = "") -> None:
        super().__init__(sentence(kind, detail))
        self.kind: Kind = kind


class Keys:
    """Reads, writes and deletes one key per account id; each method raises KeyringProblem."""

    def __init__(self, find: Callable[[], KeyringBackend] | None = None) -> None:
        self._find = find or find_backend
        self._backend: KeyringBackend | None = None

    def read(self, account_id: str) -> str | None:
        """The key of that account, None when the keyring holds none."""
        with _plain_errors():
            return self._ring().get_password(_service(account_id), USER)

    def write(self, account_id: str, key: str) -> None:
        """Keep the key and read it back, since some keyrings drop what they are given."""
        with _plain_errors():
            self._ring().set_password(_service(account_id), USER, key)
            if self._ring().get_password(_service(account_id), USER) != key:
                raise KeyringProblem("silent")

    def delete(self, account_id: str) -> None:
        """Take the key out; nothing happens when there is none."""
        with _plain_errors():
            if self._ring().get_password(_service(account_id), USER) is None:
                return
            self._ring().delete_password(_service(account_id), USER)

    def backend_name(self) -> str:
        """What the keyring in use is called, for the self-test."""
        with _plain_errors():
            backend = self._ring()
            return f"{type(backend).__module__}.{type(backend).__name__}"

    def _ring(self) -> KeyringBackend:
        if self._backend is None:
            self._backend = self._find()
        return self._backend


def key_problem(key: str) -> Words | None:
    """Why this cannot be a key: only an empty one, or one with other than printable ASCII."""
    if not key:
        return words("The key is empty.")
    if not (key.isascii() and key.isprintable()):
        return words("The key holds characters that no key has; copy it again from InOne.")
    return None


def find_backend() -> KeyringBackend:
    """The keyring to use: the one the user configured for keyring, else the best real one.

    Raises KeyringProblem: "unusable" when the configured one does not protect keys, "missing"
    when there is none.
    """
    chosen = _configured()
    if chosen is not None:
        members = list(getattr(chosen, "backends", ())) if _is_chainer(chosen) else [chosen]
        real = [member for member in members if is_real(member)]
        if not real and type(chosen).__module__ not in _EMPTY:
            raise KeyringProblem("unusable", type(chosen).__module__)
    else:
        real = list(_viable())
    if not real:
        raise KeyringProblem("missing")
    return max(real, key=lambda backend: float(backend.priority))


def is_real(backend: KeyringBackend) -> bool:
    """Whether this very class is one of those that hand keys to the operating system."""
    return (type(backend).__module__, type(backend).__name__) in REAL_BACKENDS


def _is_chainer(backend: KeyringBackend) -> bool:
    return type(backend).__module__ == _CHAINER


def _configured() -> KeyringBackend | None:
    import configparser

    from keyring import core

    try:
        return core.load_env() or core.load_config()
    except (ImportError, AttributeError, ValueError, TypeError, OSError, configparser.Error) as bad:
        raise KeyringProblem("unusable", type(bad).__name__) from bad
    except RuntimeError as bad:  # a real one that cannot work here says so by this
        raise KeyringProblem("missing") from bad


def _viable() -> Iterator[KeyringBackend]:
    """The real backends of this system that can work now.

    Not keyring's own search: it loads every plugin that is installed, needs package metadata that
    a frozen build lacks, and remembers for ever that no keyring was running when it looked.
    """
    names = {"darwin": _MACOS, "win32": _WINDOWS}.get(sys.platform, _DESKTOP)
    for module_name, class_name in names:
        backend = getattr(importlib.import_module(module_name), class_name)
        if backend.viable:
            yield backend()


def _service(account_id: str) -> str:
    return SERVICE_PREFIX + account_id


@contextmanager
def _plain_errors() -> Iterator[None]:
    from keyring import errors

    try:
        yield
    except errors.NoKeyringError as error:
        raise KeyringProblem("missing") from error
    except _errors_of_keyrings() as error:
        kind = _kind_of(error)
        _log.info("keyring: %s (%s)", kind, type(error).__name__)
        raise KeyringProblem(kind, _detail(error)) from error


def _errors_of_keyrings() -> tuple[type[Exception], ...]:
    from keyring import errors

    foreign: list[type[Exception]] = [
        getattr(sys.modules[module], name)
        for module, name in _FOREIGN_ERRORS
        if module in sys.modules
    ]
    return (errors.KeyringError, OSError, *foreign)


def _kind_of(error: BaseException) -> Kind:
    causes: list[BaseException] = [error]
    while (cause := causes[-1].__cause__ or causes[-1].__context__) and cause not in causes:
        causes.append(cause)
    names = {type(cause).__name__ for cause in causes}
    if names & {"KeyringLocked", "LockedException", "PromptDismissedException"}:
        return "locked"
    gone = (ConnectionError, FileNotFoundError)  # the bus itself: its socket is a file
    if "SecretServiceNotAvailableException" in names or any(isinstance(c, gone) for c in causes):
        return "missing"
    return "refused"


def _detail(error: BaseException) -> str:
    """The keyring's own words in one short line; they never hold the key, only its label."""
    return " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__
