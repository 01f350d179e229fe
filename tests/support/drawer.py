"""A keyring in memory that waits or refuses as a test tells it."""

from __future__ import annotations

import threading

from keyring.backends.SecretService import Keyring as SecretServiceKeyring


class Drawer(SecretServiceKeyring):
    """A real backend's class over a dict; `gate` holds up writing, `refuses` is raised."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, str] = {}
        self.refuses: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get(service)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.gate.wait(10)
        self._answer()
        self.kept[service] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        del self.kept[service]

    def _answer(self) -> None:
        if self.refuses is not None:
            raise self.refuses
