"""Account and From, side by side: who sends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from wa_composer.ui.account_colour import dot
from wa_composer.ui.widgets import ComboBox

DOT = 10


class SenderRow(QWidget):
    """Chooses the account, and one of its numbers or none.

    `account_chosen` carries the account's id, `sender_chosen` a number or None for
    "not sent". Only the user's choice emits; showing never does.
    """

    account_chosen = Signal(str)
    sender_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._account = ComboBox(self)
        self._sender = ComboBox(self)
        self._offered: list[tuple[str, str, str]] = []
        self._lay_out()
        self._account.setAccessibleName(self.tr("Account"))
        self._sender.setAccessibleName(self.tr("From"))
        self._account.activated.connect(self._choose_account)
        self._sender.activated.connect(self._choose_sender)
        self.show_senders((), None)

    def show_accounts(self, accounts: Sequence[tuple[str, str, str]], current: str) -> None:
        """Offer accounts as (id, name, colour `#RRGGBB`) with `current` chosen."""
        blocked = QSignalBlocker(self._account)
        if self._offered != list(accounts):
            self._offered = list(accounts)
            self._account.clear()
            for key, name, colour in accounts:
                self._account.addItem(dot(colour, DOT, self.devicePixelRatioF()), name, key)
        self._account.setCurrentIndex(max(0, self._account.findData(current)))
        del blocked

    def show_senders(self, numbers: Sequence[tuple[str, str]], current: str | None) -> None:
        """Offer sender numbers as (number, as shown), "Not sent" first."""
        blocked = QSignalBlocker(self._sender)
        self._sender.clear()
        self._sender.addItem(self.tr("Not sent"), None)
        for number, shown in numbers:
            self._sender.addItem(shown, number)
        index = 0 if current is None else self._sender.findData(current)
        self._sender.setCurrentIndex(max(0, index))
        del blocked

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for column, (text, combo) in enumerate(
            ((self.tr("Account"), self._account), (self.tr("From"), self._sender))
        ):
            label = QLabel(text, self)
            label.setProperty("role", "label")
            label.setBuddy(combo)
            grid.addWidget(label, 0, column)
            grid.addWidget(combo, 1, column)
            grid.setColumnStretch(column, 1)

    def _choose_account(self, index: int) -> None:
        self.account_chosen.emit(self._account.itemData(index))

    def _choose_sender(self, index: int) -> None:
        self.sender_chosen.emit(self._sender.itemData(index))
