"""The list of accounts: colour and name, the default one marked in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from wa_composer.ui.account_colour import dot
from wa_composer.ui.account_editor import AccountLike
from wa_composer.ui.theme import palette_in_use

ID = Qt.ItemDataRole.UserRole
DOT = 12


class AccountList(QListWidget):
    """Holds ids and names only; `currentRowChanged` speaks of what the user chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accountList")
        self.setAccessibleName(self.tr("Accounts"))
        self.setIconSize(QSize(DOT, DOT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_accounts(self, accounts: Sequence[AccountLike], default_id: str) -> None:
        """Show these accounts, without a signal; none of them is chosen yet."""
        self.blockSignals(True)
        self.clear()
        for account in accounts:
            self.addItem(self._item(account, account.id == default_id))
        self.blockSignals(False)

    def choose(self, account_id: str) -> None:
        """Mark the account with this id, without a signal; an unknown one marks none."""
        self.blockSignals(True)
        ids = [self.item(line).data(ID) for line in range(self.count())]
        self.setCurrentRow(ids.index(account_id) if account_id in ids else -1)
        self.blockSignals(False)

    def chosen(self) -> str:
        """The id of the marked account; "" when none is marked."""
        item = self.currentItem()
        return str(item.data(ID)) if item else ""

    def _item(self, account: AccountLike, default: bool) -> QListWidgetItem:
        text = account.name
        if default:
            text = self.tr("{name} (default)").format(name=account.name)
        # Practice wears the colour of its strip.
        colour = palette_in_use().warning if account.practice else account.colour
        item = QListWidgetItem(dot(colour, DOT, self.devicePixelRatioF()), text)
        item.setData(ID, account.id)
        item.setToolTip(text)
        return item
