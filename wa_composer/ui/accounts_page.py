"""The page of accounts: which there are, and the form of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wa_composer.ui.account_editor import AccountEditor, AccountLike, KeyState
from wa_composer.ui.account_fields import COLOURS
from wa_composer.ui.account_list import AccountList
from wa_composer.ui.shell_icons import shell_icon
from wa_composer.ui.shell_parts import Column, note, row_of
from wa_composer.ui.style import set_state
from wa_composer.ui.theme import LIGHT, Palette


class AccountsPage(Column):
    """Saves, removes and chooses nothing itself; each wish leaves as a signal.

    `save_requested` and `session_requested` carry a dict with id ("" for a new account), name,
    endpoint, senders (list), colour ("#RRGGBB") and key ("" for an unchanged one).
    """

    save_requested = Signal(object)
    session_requested = Signal(object)
    remove_requested = Signal(str)
    default_requested = Signal(str)

    def __init__(
        self, palette: Palette = LIGHT, endpoint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Accounts"), parent)
        self._colours = palette
        self._endpoint = endpoint
        self._accounts: dict[str, AccountLike] = {}
        self._default = ""
        self._keys: dict[str, KeyState] = {}
        self._list = AccountList(self)
        self._make_buttons()
        self.editor = AccountEditor(self)
        self._practice = note(
            self.tr(
                "Practice answers inside this program, so you can try everything without "
                "reaching anyone. It needs no key and cannot be changed."
            ),
            "muted",
        )
        self._arrange()
        self._connect()
        self.show_palette(palette)
        self.show_accounts((), "")

    def show_accounts(self, accounts: Sequence[AccountLike], default_id: str) -> None:
        """Show these accounts; the one in the form stays chosen, with what is typed there."""
        chosen = self.chosen()
        before = self._accounts.get(chosen)
        begun = not chosen and bool(self._accounts)  # a new one is being written
        self._accounts = {account.id: account for account in accounts}
        self._default = default_id
        self._list.show_accounts(accounts, default_id)
        if before is not None and self._accounts.get(chosen) == before:
            self._list.choose(chosen)
            self._show_buttons(before)
        elif not begun:
            self.choose(chosen if chosen in self._accounts else next(iter(self._accounts), ""))

    def offer_endpoint(self, endpoint: str) -> None:
        """Fill in this address where a new account begins."""
        self._endpoint = endpoint
        if not self.chosen():
            self._show(None)

    def choose(self, account_id: str) -> None:
        """Show an account in the form; "" begins a new one."""
        self._list.choose(account_id)
        self._show(self._accounts.get(account_id))

    def chosen(self) -> str:
        """The id of the account in the form; "" for a new one."""
        return self._list.chosen()

    def show_key_state(self, account_id: str, state: KeyState) -> None:
        """Say what is known of this account's key, now and whenever it is in the form."""
        self._keys[account_id] = state
        if account_id == self.chosen():
            self.editor.show_key(state)

    def show_saved(self, sentence: str) -> None:
        """Confirm in a sentence and forget the typed key."""
        self.editor.clear_key()
        self.editor.clear_problems()
        self._session.hide()
        self._say(sentence, "muted")
        self.show_busy(False)

    def show_problem(self, field: str, sentence: str) -> None:
        """Say what is wrong beside "name", "endpoint", "senders" or "key", else below."""
        self.show_busy(False)
        if not self.editor.show_problem(field, sentence):
            self._say(sentence, "danger")

    def offer_session_only(self, text: str) -> None:
        """Say why the keyring did not take the key and offer to keep it until the end."""
        self.show_busy(False)
        self._say(text, "danger")
        self._session.show()
        self._session.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_busy(self, busy: bool) -> None:
        """Save waits, for instance for the keyring; the window stays alive."""
        self.save.setEnabled(not busy)
        self.save.setText(self.tr("Saving…") if busy else self.tr("Save"))
        self.save.setAccessibleName(self.save.text())

    def show_palette(self, palette: Palette) -> None:
        """Tint what is drawn by colour."""
        self._colours = palette
        self.add_account.setIcon(shell_icon("plus", palette.accent, 16))

    def _make_buttons(self) -> None:
        self.add_account = self._button(self.tr("Add account"), "quiet")
        self.save = self._button(self.tr("Save"), "primary")
        self.make_default = self._button(self.tr("Make default"), "plain")
        self.remove = self._button(self.tr("Remove"), "danger")
        self._session = self._button(self.tr("Use for this session only"), "plain")
        self._session.hide()
        self._really = QWidget(self)
        self._really.hide()
        self._question = note("", "danger")
        self.remove_yes = self._button(self.tr("Remove account and key"), "danger")
        self.remove_no = self._button(self.tr("Keep it"), "plain")
        self._said = note("", "muted")
        self._said.hide()

    def _button(self, label: str, role: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setProperty("role", role)
        button.setAccessibleName(label)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        really = QVBoxLayout(self._really)
        really.setContentsMargins(0, 0, 0, 0)
        really.addWidget(self._question)
        really.addLayout(row_of(self.remove_yes, self.remove_no))
        left, right = QFrame(self), QFrame(self)
        for card in (left, right):
            card.setProperty("role", "card")
        side = QVBoxLayout(left)
        side.setContentsMargins(8, 8, 8, 8)
        side.addWidget(self._list, 1)
        side.addWidget(self.add_account)
        self._title = QLabel(right)
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        box = QVBoxLayout(right)
        box.setContentsMargins(16, 14, 16, 16)
        box.setSpacing(12)
        for widget in (self._title, self._practice, self.editor, self._said):
            box.addWidget(widget)
        box.addLayout(row_of(self._session))
        box.addLayout(row_of(self.save, self.make_default, None, self.remove))
        box.addWidget(self._really)
        box.addStretch(1)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(left, 2)
        row.addWidget(right, 5)
        self.add(both)
        self.finish()

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(lambda _: self._show(self._current()))
        self.add_account.clicked.connect(self._begin_new)
        self.save.clicked.connect(self._save)
        self.editor.entered.connect(self._save)
        self._session.clicked.connect(lambda: self.session_requested.emit(self.editor.values()))
        self.make_default.clicked.connect(lambda: self.default_requested.emit(self.chosen()))
        self.remove.clicked.connect(self._ask_to_remove)
        self.remove_no.clicked.connect(self._keep)
        self.remove_yes.clicked.connect(self._removed)

    def _current(self) -> AccountLike | None:
        return self._accounts.get(self.chosen())

    def _show(self, account: AccountLike | None) -> None:
        practice = account is not None and account.practice
        self._title.setText(account.name if account else self.tr("New account"))
        self._practice.setVisible(practice)
        self.editor.setVisible(not practice)
        self._show_buttons(account)
        for widget in (self._really, self._session, self._said):
            widget.hide()
        if not practice:
            colour = COLOURS[max(0, len(self._accounts) - 1) % len(COLOURS)]
            self.editor.load(account, self._endpoint, colour)
            if account is not None:
                self.editor.show_key(self._keys.get(account.id, "unknown"))

    def _show_buttons(self, account: AccountLike | None) -> None:
        practice = account is not None and account.practice
        self.save.setVisible(not practice)
        self.remove.setVisible(account is not None and not practice)
        self.make_default.setVisible(account is not None and account.id != self._default)

    def _begin_new(self) -> None:
        self.choose("")
        self.editor.fields["name"].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self.save.isEnabled() and self.save.isVisibleTo(self):
            self.editor.clear_problems()
            self._said.hide()
            self._session.hide()
            self.save_requested.emit(self.editor.values())

    def _ask_to_remove(self) -> None:
        account = self._current()
        if account is not None:
            self._question.setText(
                self.tr("Remove {name} and take its key out of the keyring?").format(
                    name=account.name
                )
            )
            self._really.show()
            self.remove_no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        self._really.hide()
        self.remove.setFocus(Qt.FocusReason.OtherFocusReason)

    def _removed(self) -> None:
        self._really.hide()
        self.remove_requested.emit(self.chosen())

    def _say(self, sentence: str, role: str) -> None:
        set_state(self._said, "role", role)
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
