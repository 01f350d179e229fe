"""The account in use: chosen by the person, asked for at each press, given up when it is gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from wa_composer.storage.accounts import PRACTICE, Account
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.worker import WorkerTimeout
from wa_composer.ui.theme import palette_in_use
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from wa_composer.services import Services
    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.composing import Composing

PATIENCE_SECONDS = 5.0


class AccountsWiring(QObject):
    """Shows which account is in use, and gives it as it is at the moment of a press.

    A real account comes into use only because the person chose it, or made it the default.
    `listed` carries all accounts and the default one's id whenever they are shown anew.
    """

    listed = Signal(object, str)

    def __init__(
        self,
        window: MainWindow,
        pane: ComposerPane,
        composing: Composing,
        services: Services,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._composing = composing
        self._services = services
        self._changing: set[str] = set()
        self._settled = False
        self.account = PRACTICE
        pane.sender_row.account_chosen.connect(self.choose)
        pane.sender_row.sender_chosen.connect(self._choose_sender)

    def show(self) -> None:
        """Show the accounts everywhere; one in use that is gone gives way to practice."""
        try:
            accounts = self._services.accounts.all()
            default = self._services.accounts.default()
        except StorageProblem as problem:
            self._say("error", say(problem.words))
            accounts, default, self.account = (PRACTICE,), PRACTICE, PRACTICE
        else:
            self._find(accounts, default)
        amber = palette_in_use().warning  # practice wears its strip's colour, light or dark
        offered = [(a.id, a.name, amber if a.practice else a.colour) for a in accounts]
        self._pane.sender_row.show_accounts(offered, self.account.id)
        self.listed.emit(accounts, default.id)
        self._composing.show_account(self.account)

    def choose(self, account_id: str) -> None:
        """Use this account from now on; a sender number it has not is not kept."""
        composer = self._composing.composer
        try:
            found = self._services.accounts.by_id(account_id)
        except StorageProblem:
            pass  # `show` says why
        else:
            senders = found.senders if found else ()
            sender = composer.sender if composer.sender in senders else None
            composer.choose_account(account_id, sender)
        self.show()

    def follow(self, former: str, account: Account) -> None:
        """The account `former` was saved as `account`: what is written goes through that one."""
        composer = self._composing.composer
        if composer.account_id == former != account.id:
            composer.choose_account(account.id, composer.sender)
        self.show()

    def follow_default(self) -> None:
        """The person made another account the default: it comes into use if none was chosen."""
        composer = self._composing.composer
        if not composer.account_id:
            self._settled = False
            before = self.account
            self.show()
            if composer.sender in before.senders and composer.sender not in self.account.senders:
                composer.choose_account("", None)
        self.show()

    async def current(self, shown: Account) -> Account | None:
        """That account as it is on the disk now; None when it cannot send, and said why."""
        accounts = self._services.accounts
        files = self._services.file_worker
        try:
            found = await files.run(accounts.by_id, shown.id, timeout=PATIENCE_SECONDS)
        except StorageProblem as problem:
            self._say("error", _tr("Nothing was sent: {why}").format(why=say(problem.words)))
            return None
        except WorkerTimeout:
            self._say("error", _tr("Nothing was sent: the disk does not answer."))
            return None
        if shown.id in self._changing:
            text = _tr("Nothing was sent: the account {name} is being changed. Send again then.")
            self._say("warn", text.format(name=shown.name))
            return None
        if found != shown:
            self.show()
        return found

    @contextmanager
    def changing(self, account_id: str) -> Iterator[None]:
        """Nothing is sent through this account while it and its key are being changed."""
        self._changing.add(account_id)
        try:
            yield
        finally:
            self._changing.discard(account_id)

    def want_key(self, account_id: str, why: str) -> None:
        """Open the page at an account whose key could not be had."""
        self._window.show_page("accounts")
        self._window.accounts.choose(account_id)
        self._window.accounts.show_problem("key", why)

    def _choose_sender(self, sender: str | None) -> None:
        self._composing.composer.choose_account(self.account.id, sender)

    def _find(self, accounts: tuple[Account, ...], default: Account) -> None:
        """Settle which account is in use; `default` counts only until one has been shown."""
        before, chosen = self.account, self._composing.composer.account_id
        wanted = chosen or (before.id if self._settled else default.id)
        self._settled = True
        found = next((account for account in accounts if account.id == wanted), None)
        self.account = found or PRACTICE
        if found is not None:
            return
        self._composing.composer.choose_account(PRACTICE.id, None)
        if before.id == wanted:
            text = _tr(
                "The account {name} is not there any more. Practice is in use now: choose another "
                "account before you send."
            ).format(name=before.name)
        else:  # one of an earlier start, whose name nobody knows
            text = _tr(
                "The account of this message is not there any more. Practice is in use now: "
                "choose another account before you send."
            )
        self._say("warn", text)

    def _say(self, level: str, text: str) -> None:
        self._window.notice.show_notice(level, text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Accounts", text)
