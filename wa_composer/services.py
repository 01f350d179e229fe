"""Builds what both the window and the command line stand on, without Qt.

The composition root for everything below the user interface: storage in the user's
folder, the keyring's vault, the practice endpoint and the sender. `app` adds the window.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from wa_composer import assets
from wa_composer.session.account_keeper import AccountKeeper
from wa_composer.session.vault import Vault
from wa_composer.storage.accounts import Accounts
from wa_composer.storage.drafts import Drafts
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.keys import Keys
from wa_composer.storage.paths import home
from wa_composer.storage.settings import Settings
from wa_composer.storage.templates import Templates
from wa_composer.storage.worker import Worker, WorkerTimeout

if TYPE_CHECKING:
    import httpx

    from wa_composer.insider.client import InsiderClient
    from wa_composer.practice.server import PracticeServer
    from wa_composer.session.sender import Sender
    from wa_composer.storage.log import Log

LOG_FILE = "log.sqlite3"
SAMPLE_TEMPLATES = "samples/templates.json"
CLOSING_SECONDS = 3.0

_log = logging.getLogger(__name__)


def shipped_templates() -> list[dict[str, object]]:
    """The sample templates that come with the program, in Meta's form."""
    loaded = json.loads(assets.text(SAMPLE_TEMPLATES))
    return list(loaded["data"] if isinstance(loaded, dict) else loaded)


@dataclass
class Services:
    """Everything that lasts as long as the program, made from one folder.

    Nothing is opened or started by construction: the HTTP client and the practice
    endpoint come to life when first needed, the log when `open_log` is awaited.
    """

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)

    def __post_init__(self) -> None:
        folder = home()
        self.folder = folder
        self.accounts = Accounts(folder)
        self.settings = Settings(folder)
        self.drafts = Drafts(folder)
        self.templates = Templates(folder, shipped=shipped_templates())
        # The keyring may hang for ever, a database may wait for a lock, a message file may lie
        # on a network: one thread each, and one for what was typed, so that none holds up another.
        self.log_worker = Worker("log")
        self.draft_worker = Worker("drafts")
        self.file_worker = Worker("files")
        self.message_worker = Worker("message files")
        self.library_worker = Worker("library")
        self.key_worker = Worker("keyring")
        self.vault = Vault(Keys, self.key_worker, self.environ)
        self.account_keeper = AccountKeeper(self.accounts, self.vault, self.file_worker)
        self._closed = False
        self._http: httpx.AsyncClient | None = None
        self._practice: PracticeServer | None = None
        self._practice_url = ""

    @cached_property
    def log(self) -> Log:
        """The log, which is imported with its database when it is first asked for."""
        from wa_composer.storage.log import Log

        return Log(self.folder / LOG_FILE)

    @cached_property
    def sender(self) -> Sender:
        """What sends and keeps the log true, as late."""
        from wa_composer.session.sender import Sender

        return Sender(
            client_factory=self._client,
            log=self.log,
            worker=self.log_worker,
            key=self.vault.key,
            practice_endpoint=self.practice_endpoint,
        )

    async def open_log(self) -> None:
        """Open the log's database; raises StorageProblem when it cannot be used."""
        await self.log_worker.run(self.log.open)

    async def practice_endpoint(self) -> str:
        """The send address of the embedded practice endpoint, started on first use."""
        if self._practice is None:
            from wa_composer.practice.server import PracticeServer

            server = PracticeServer()
            self._practice_url = await server.start()
            self._practice = server
        return self._practice_url

    async def close(self) -> None:
        """Close the client, the practice endpoint and the log; safe to call twice.

        Every one of them, whatever became of the others; the last fault is raised then. A log
        that cannot be closed is none: what it was given is on the disk.
        """
        if self._closed:
            return
        self._closed = True
        http, self._http = self._http, None
        practice, self._practice = self._practice, None
        async with AsyncExitStack() as steps:  # the last one added is taken first
            for worker in self._workers():
                steps.callback(worker.close)
            steps.push_async_callback(self._close_log)
            if practice is not None:
                steps.push_async_callback(practice.stop)
            if http is not None:
                steps.push_async_callback(http.aclose)

    def _workers(self) -> tuple[Worker, ...]:
        own = (self.log_worker, self.draft_worker, self.file_worker)
        return (self.key_worker, self.message_worker, self.library_worker, *own)

    async def _close_log(self) -> None:
        if "log" not in vars(self):
            return
        try:
            await self.log_worker.run(self.log.close, timeout=CLOSING_SECONDS)
        except (StorageProblem, WorkerTimeout):
            _log.info("the log was left open: it is locked, or its disk does not answer")

    def _client(self) -> InsiderClient:
        from wa_composer.insider.client import InsiderClient, make_http

        if self._http is None:
            self._http = make_http()
        return InsiderClient(self._http)
