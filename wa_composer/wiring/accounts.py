"""The accounts page: saving an account, its key into the keyring, choosing the one in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from wa_composer.insider.endpoint import endpoint_problem
from wa_composer.message.phone import problem_of
from wa_composer.storage.accounts import DOCUMENTED_ENDPOINT, PRACTICE, Account
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.keys import KeyringProblem, key_problem
from wa_composer.ui.theme import palette_in_use
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from wa_composer.message.words import Words
    from wa_composer.services import Services
    from wa_composer.ui.accounts_page import AccountsPage
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.composing import Composing

SLOW_MS = 1500
NAME_MAX = 80


class AccountsWiring(QObject):
    """Holds which account is in use and carries the page's wishes to storage and vault."""

    def __init__(
        self,
        window: MainWindow,
        pane: ComposerPane,
        composing: Composing,
        services: Services,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._composing = composing
        self._services = services
        self._tasks = tasks
        self._page: AccountsPage | None = None  # made when it is first looked at
        self.account = PRACTICE
        pane.sender_row.account_chosen.connect(self.choose)
        pane.sender_row.sender_chosen.connect(self._choose_sender)
        window.page_made.connect(self._fill_page)

    def show(self) -> None:
        """Show the accounts everywhere; one that is gone gives way to the default."""
        try:
            accounts = self._services.accounts.all()
            default = self._services.accounts.default()
        except StorageProblem as problem:
            self._window.notice.show_notice("error", say(problem.words))
            accounts, default = (PRACTICE,), PRACTICE
        wanted = self._composing.composer.account_id
        self.account = next((a for a in accounts if a.id == wanted), default)
        amber = palette_in_use().warning  # practice wears its strip's colour, light or dark
        offered = [(a.id, a.name, amber if a.practice else a.colour) for a in accounts]
        self._pane.sender_row.show_accounts(offered, self.account.id)
        if self._page is not None:
            self._page.show_accounts(accounts, default.id)
        self._composing.show_account(self.account)

    def choose(self, account_id: str) -> None:
        """Use this account from now on; a sender number it has not is not kept."""
        composer = self._composing.composer
        found = self._services.accounts.by_id(account_id) or PRACTICE
        sender = composer.sender if composer.sender in found.senders else None
        composer.choose_account(found.id, sender)
        self.account = found
        self._composing.show_account(found)

    def want_key(self, account_id: str, why: str) -> None:
        """Open the page at an account whose key could not be had."""
        self._window.show_page("accounts")
        self._window.accounts.choose(account_id)
        self._window.accounts.show_problem("key", why)

    def _fill_page(self, name: str, page: AccountsPage) -> None:
        if name != "accounts":
            return
        self._page = page
        page.offer_endpoint(DOCUMENTED_ENDPOINT)
        page.save_requested.connect(lambda values: self._tasks.start(self._save(values)))
        page.session_requested.connect(self._keep_for_session)
        page.remove_requested.connect(lambda key: self._tasks.start(self._remove(key)))
        page.default_requested.connect(self._make_default)
        self.show()

    def _choose_sender(self, sender: str | None) -> None:
        self._composing.composer.choose_account(self.account.id, sender)

    async def _save(self, values: dict[str, Any]) -> None:
        if self._show_faults(values):
            return
        page = self._window.accounts
        account = self._made(values)
        key = str(values["key"]).strip()
        if key:
            page.show_busy(True)
            slow = self._say_slow()
            try:
                await self._services.vault.store(account, key)
            except KeyringProblem as problem:
                page.offer_session_only(say(problem.words))
                return
            finally:
                slow.stop()
        self._keep(account, _tr("Saved.") if not key else _tr("Saved; the key is in the keyring."))

    def _keep_for_session(self, values: dict[str, Any]) -> None:
        if self._show_faults(values):
            return
        account = self._made(values)
        self._services.vault.keep_for_session(account.id, str(values["key"]).strip())
        self._keep(account, _tr("Saved; the key is kept until the program ends."))

    def _keep(self, account: Account, sentence: str) -> None:
        try:
            self._services.accounts.save(account)
        except StorageProblem as problem:
            self._window.accounts.show_problem("", say(problem.words))
            return
        self.show()
        self._window.accounts.choose(account.id)
        self._window.accounts.show_saved(sentence)

    async def _remove(self, account_id: str) -> None:
        try:
            self._services.accounts.remove(account_id)
            self.show()
            await self._services.vault.forget(account_id)
        except StorageProblem as problem:
            self._window.accounts.show_problem("", say(problem.words))

    def _make_default(self, account_id: str) -> None:
        try:
            self._services.accounts.set_default(account_id)
        except StorageProblem as problem:
            self._window.accounts.show_problem("", say(problem.words))
            return
        self.show()

    def _made(self, values: dict[str, Any]) -> Account:
        return Account(
            values["id"] or self._services.accounts.new_id(),
            values["name"].strip(),
            values["endpoint"].strip(),
            tuple(values["senders"]),
            values["colour"],
        )

    def _show_faults(self, values: dict[str, Any]) -> bool:
        found: dict[str, str] = {}
        name = values["name"].strip()
        same = self._services.accounts.by_name(name)
        if not name or len(name) > NAME_MAX:
            found["name"] = _tr("Give the account a name of 1 to 80 characters.")
        elif same is not None and same.id != values["id"]:
            found["name"] = _tr("There is an account of this name already; choose another.")
        checks: list[tuple[str, Words | None]] = [
            ("endpoint", endpoint_problem(values["endpoint"].strip())),
            *(("senders", problem_of(number)) for number in values["senders"]),
        ]
        if values["key"]:
            checks.append(("key", key_problem(str(values["key"]).strip())))
        for field, words in checks:
            if words is not None:
                found.setdefault(field, say(words))
        for field, sentence in found.items():
            self._window.accounts.show_problem(field, sentence)
        return bool(found)

    def _say_slow(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(
            lambda: self._window.accounts.show_problem(
                "", _tr("The keyring has not answered yet. It may be asking you to unlock it.")
            )
        )
        timer.timeout.connect(lambda: self._window.accounts.show_busy(True))
        timer.start(SLOW_MS)
        return timer


def _tr(text: str) -> str:
    return QCoreApplication.translate("Accounts", text)
