"""The form of one account: name, endpoint, sender numbers, colour and a key nobody reads back."""

from __future__ import annotations

from typing import Any, Literal, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wa_composer.ui.account_fields import COLOURS, LabelledLine, Swatches

KeyState = Literal["unknown", "none", "kept", "session"]


class AccountLike(Protocol):
    """What the page reads of an account."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def endpoint(self) -> str: ...
    @property
    def senders(self) -> tuple[str, ...]: ...
    @property
    def colour(self) -> str: ...
    @property
    def practice(self) -> bool: ...


class AccountEditor(QWidget):
    """Fields only; what is wrong with them is said from outside, beside the field."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.fields = {
            "name": LabelledLine(self.tr("Name"), self),
            "endpoint": LabelledLine(self.tr("Endpoint"), self),
            "senders": LabelledLine(self.tr("Sender numbers"), self),
            "key": LabelledLine(self.tr("Key"), self),
        }
        self.fields["name"].show_hint(self.tr("Shown in the window and in the log"))
        self.fields["endpoint"].show_hint(
            self.tr("The whole address of the send call, with https://")
        )
        self.fields["senders"].show_hint(
            self.tr("Separated by comma; leave empty if the account has only one number")
        )
        self.fields["key"].line.setEchoMode(QLineEdit.EchoMode.Password)
        self.swatches = Swatches(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for name in ("name", "endpoint", "senders"):
            layout.addWidget(self.fields[name])
        layout.addWidget(self.swatches)
        layout.addWidget(self.fields["key"])
        for field in self.fields.values():
            field.line.returnPressed.connect(self.entered)

    def load(self, account: AccountLike | None, endpoint: str = "", colour: str = "") -> None:
        """Show an account, or a new one with this endpoint and colour; the key starts empty."""
        self._id = account.id if account else ""
        self.fields["name"].line.setText(account.name if account else "")
        self.fields["endpoint"].line.setText(account.endpoint if account else endpoint)
        self.fields["senders"].line.setText(", ".join(account.senders) if account else "")
        self.swatches.show_colour(account.colour if account else colour or COLOURS[0])
        self.clear_key()
        self.clear_problems()
        self.show_key("unknown" if account else "none")

    def values(self) -> dict[str, Any]:
        """What stands in the fields; "id" and "key" are "" for a new account, an unchanged key."""
        return {
            "id": self._id,
            "name": self.fields["name"].line.text().strip(),
            "endpoint": self.fields["endpoint"].line.text().strip(),
            "senders": _numbers(self.fields["senders"].line.text()),
            "colour": self.swatches.colour(),
            "key": self.fields["key"].line.text().strip(),
        }

    def show_key(self, state: KeyState) -> None:
        """Say where the key is kept: in the keyring, for this session, nowhere, or not known."""
        field = self.fields["key"]
        placeholder, hint = {
            "unknown": ("", self.tr("Leave empty to keep the key that is in the keyring")),
            "none": (
                self.tr("No key yet"),
                self.tr(
                    "Goes into your system's keyring, or for this session only; never shown again"
                ),
            ),
            "kept": (
                self.tr("A key is kept in the keyring"),
                self.tr("Leave empty to keep it, or type a new one to replace it"),
            ),
            "session": (
                self.tr("A key is kept until the program ends"),
                self.tr("Leave empty to keep it so, or type it to put it into the keyring"),
            ),
        }[state]
        field.line.setPlaceholderText(placeholder)
        field.show_hint(hint)

    def clear_key(self) -> None:
        """Forget a typed key, with the field's own undo steps."""
        self.fields["key"].line.setText("")

    def clear_problems(self) -> None:
        """Take all faults away."""
        for field in self.fields.values():
            field.show_fault("")

    def show_problem(self, field: str, sentence: str) -> bool:
        """Show a fault beside "name", "endpoint", "senders" or "key"; False for another."""
        shown = self.fields.get(field)
        if shown is None:
            return False
        shown.show_fault(sentence)
        shown.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def _numbers(text: str) -> list[str]:
    from wa_composer.message.phone import split_recipients

    return split_recipients(text)
