"""The accounts page: saving an account and its key, removing it, making it the default."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from wa_composer.insider.endpoint import endpoint_problem
from wa_composer.message.phone import problem_of
from wa_composer.storage.accounts import DOCUMENTED_ENDPOINT, Account
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.keys import KeyringProblem, key_problem
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from wa_composer.message.words import Words
    from wa_composer.services import Services
    from wa_composer.session.account_keeper import Saved
    from wa_composer.ui.accounts_page import AccountsPage
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.accounts import AccountsWiring

SLOW_MS = 1500
NAME_MAX = 80

Values = dict[str, Any]


class AccountPageWiring(QObject):
    """Carries the page's wishes to the keeper of accounts and keys, one at a time."""

    def __init__(
        self, window: MainWindow, accounts: AccountsWiring, services: Services, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._window = window
        self._accounts = accounts
        self._services = services
        self._keeper = services.account_keeper
        self._tasks = tasks
        self._busy = False
        window.page_made.connect(self._fill_page)

    def _fill_page(self, name: str, page: AccountsPage) -> None:
        if name != "accounts":
            return
        page.offer_endpoint(DOCUMENTED_ENDPOINT)
        page.save_requested.connect(lambda values: self._begin(self._save(values), saving=True))
        page.session_requested.connect(
            lambda values: self._begin(self._save(values, session_only=True), saving=True)
        )
        page.remove_requested.connect(lambda key: self._begin(self._remove(key)))
        page.default_requested.connect(lambda key: self._begin(self._make_default(key)))
        self._accounts.listed.connect(page.show_accounts)
        self._accounts.show()

    def _begin(self, work: Coroutine[Any, Any, None], *, saving: bool = False) -> None:
        if self._busy:
            work.close()
            return
        # Busy from this very moment: a second press before the task has run does nothing.
        self._busy = True
        self._page.show_busy(saving)
        self._tasks.start(self._guarded(work, saving))

    async def _guarded(self, work: Coroutine[Any, Any, None], saving: bool) -> None:
        slow = QTimer(self)
        slow.setSingleShot(True)
        slow.timeout.connect(lambda: self._keyring_is_slow(saving))
        slow.start(SLOW_MS)
        try:
            await work
        except StorageProblem as problem:
            self._page.show_problem("", say(problem.words))
        finally:
            slow.stop()
            slow.deleteLater()
            self._busy = False
            self._page.show_busy(False)

    async def _save(self, values: Values, *, session_only: bool = False) -> None:
        before = values["id"]
        key = str(values["key"]).strip()
        known = await self._services.file_worker.run(self._services.accounts.all)
        faults = self._faults(values, known)
        for field, sentence in faults.items():
            self._page.show_problem(field, sentence)
        if faults:
            return
        account = self._made(values)
        try:
            with self._accounts.changing(account.id):
                saved = await self._keeper.save(account, key, session_only=session_only)
        except KeyringProblem as problem:
            self._not_kept(before, account, say(problem.words))
            return
        stayed = self._page.chosen() == before
        if key:
            self._page.show_key_state(saved.account.id, "session" if session_only else "kept")
        self._accounts.follow(account.id, saved.account)
        if stayed:  # else the person has gone on to another one
            self._page.choose(saved.account.id)
            self._page.show_saved(_sentence(saved, key, session_only))

    def _not_kept(self, before: str, account: Account, why: str) -> None:
        if self._page.chosen() == before:
            self._page.offer_session_only(why)
            return
        text = _tr("The key of {name} was not kept: {why}")
        self._page.show_problem("", text.format(name=account.name, why=why))

    async def _remove(self, account_id: str) -> None:
        with self._accounts.changing(account_id):
            await self._keeper.remove(account_id)
        self._accounts.show()

    async def _make_default(self, account_id: str) -> None:
        await self._keeper.set_default(account_id)
        self._accounts.follow_default()

    def _made(self, values: Values) -> Account:
        return Account(
            values["id"] or self._services.accounts.new_id(),
            values["name"].strip(),
            values["endpoint"].strip(),
            tuple(values["senders"]),
            values["colour"],
        )

    def _faults(self, values: Values, known: tuple[Account, ...]) -> dict[str, str]:
        found: dict[str, str] = {}
        name, endpoint = values["name"].strip(), values["endpoint"].strip()
        others = [account for account in known if account.id != values["id"]]
        before = next((account for account in known if account.id == values["id"]), None)
        if not name or len(name) > NAME_MAX:
            found["name"] = _tr("Give the account a name of 1 to 80 characters.")
        elif any(other.name.casefold() == name.casefold() for other in others):
            found["name"] = _tr("There is an account of this name already; choose another.")
        checks: list[tuple[str, Words | None]] = [
            ("endpoint", endpoint_problem(endpoint)),
            *(("senders", problem_of(number)) for number in values["senders"]),
        ]
        if values["key"]:
            checks.append(("key", key_problem(str(values["key"]).strip())))
        elif before is not None and before.endpoint != endpoint:
            found["key"] = _tr(
                "A key belongs to the endpoint it was entered for: enter the key of this one."
            )
        for field, words in checks:
            if words is not None:
                found.setdefault(field, say(words))
        return found

    def _keyring_is_slow(self, saving: bool) -> None:
        text = _tr("The keyring has not answered yet. It may be asking you to unlock it.")
        self._page.show_problem("", text)
        self._page.show_busy(saving)

    @property
    def _page(self) -> AccountsPage:
        return self._window.accounts


def _sentence(saved: Saved, key: str, session_only: bool) -> str:
    if session_only:
        text = _tr("Saved; the key is kept until the program ends.")
    elif key:
        text = _tr("Saved; the key is in the keyring.")
    else:
        text = _tr("Saved.")
    if saved.left is not None:
        why = say(saved.left.words)
        text += " " + _tr("The earlier key could not be removed: {why}").format(why=why)
    return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Accounts", text)
