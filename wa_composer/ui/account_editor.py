"""The form of one account: name, endpoint, sender numbers, colour and a key nobody reads back."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wa_composer.ui.style import set_state

COLOURS = ("#1F6FB2", "#7A4FB5", "#A3386C", "#2B7A55", "#5B6472", "#9A4A24")


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
        self.show_key(None if account else False)

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

    def show_key(self, kept: bool | None) -> None:
        """Say whether a key is kept in the keyring; None: not known yet."""
        field = self.fields["key"]
        if kept:
            field.line.setPlaceholderText(self.tr("A key is kept in the keyring"))
            field.show_hint(self.tr("Leave empty to keep it, or type a new one to replace it"))
        elif kept is None:
            field.line.setPlaceholderText("")
            field.show_hint(self.tr("Leave empty to keep the key that is in the keyring"))
        else:
            field.line.setPlaceholderText(self.tr("No key yet"))
            field.show_hint(self.tr("Kept in the keyring of your system; never shown again"))

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


class LabelledLine(QWidget):
    """A label above its field and a line for hint or fault below it; nothing jumps."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(label, self)
        title.setProperty("role", "label")
        self.line = QLineEdit(self)
        self.line.setAccessibleName(label)
        title.setBuddy(self.line)
        self._below = QLabel(" ", self)
        self._below.setProperty("role", "hint")
        self._below.setTextFormat(Qt.TextFormat.PlainText)
        self._below.setWordWrap(True)
        self._hint = " "
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (title, self.line, self._below):
            layout.addWidget(widget)

    def show_hint(self, text: str) -> None:
        """Show `text` below while there is no fault."""
        self._hint = text or " "
        self.show_fault("")

    def show_fault(self, sentence: str) -> None:
        """Show `sentence` as a fault, or the hint again for ""."""
        self._below.setText(sentence or self._hint)
        set_state(self._below, "role", "fault" if sentence else "hint")
        set_state(self.line, "fault", "error" if sentence else "")
        self.line.setAccessibleDescription(sentence or self._hint.strip())

    def below(self) -> str:
        """The line below the field as it is read."""
        return self._below.text().strip()


class Swatches(QFrame):
    """A row of colours; the chosen one is ringed and ticked, not only coloured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Colour"))
        self._group = QButtonGroup(self)
        self._extra = ""
        title = QLabel(self.tr("Colour"), self)
        title.setProperty("role", "label")
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        names = (
            self.tr("Blue"),
            self.tr("Violet"),
            self.tr("Raspberry"),
            self.tr("Green"),
            self.tr("Slate"),
            self.tr("Copper"),
        )
        for name, colour in zip(names, COLOURS, strict=True):
            self._row.addWidget(self._swatch(name, colour))
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addLayout(self._row)
        self._group.buttonClicked.connect(lambda _: self._draw())

    def colour(self) -> str:
        """The chosen colour as "#RRGGBB"."""
        chosen = self._group.checkedButton()
        return self._extra or str(chosen.property("colour") if chosen else COLOURS[0])

    def show_colour(self, colour: str) -> None:
        """Choose `colour`; one that is not among the swatches is kept until another is chosen."""
        self._extra = colour if colour.upper() not in COLOURS else ""
        for button in self._group.buttons():
            if str(button.property("colour")) == colour.upper():
                button.setChecked(True)
        self._draw()

    def _swatch(self, name: str, colour: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("swatch")
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("colour", colour)
        button.setIconSize(QSize(22, 22))
        button.setFixedSize(32, 32)
        button.clicked.connect(self._chosen)
        self._group.addButton(button)
        return button

    def _chosen(self) -> None:
        self._extra = ""

    def _draw(self) -> None:
        for button in self._group.buttons():
            button.setIcon(_disc(str(button.property("colour")), button.isChecked()))


def _disc(colour: str, chosen: bool) -> QIcon:
    pixmap = QPixmap(66, 66)
    pixmap.setDevicePixelRatio(3)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(1, 1, 20, 20)
    if chosen:
        pen = QPen(QColor("#FFFFFF"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(7, 11, 10, 14)
        painter.drawLine(10, 14, 15, 8)
    painter.end()
    return QIcon(pixmap)


def _numbers(text: str) -> list[str]:
    from wa_composer.message.phone import split_recipients

    return split_recipients(text)
