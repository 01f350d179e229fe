"""One to three reply buttons, each with the title that is read and the ID that comes back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wa_composer.message.limits import REPLY_BUTTONS_MAX, REPLY_ID_MAX, REPLY_TITLE_MAX
from wa_composer.ui.forms import reply_wire as raw
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.fields import LineField
from wa_composer.ui.forms.piece import Edit, Message, Piece, Place
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.add_button import AddButton
from wa_composer.ui.widgets.card import Card
from wa_composer.ui.widgets.icon_button import IconButton

_AT = "interactive.action.buttons"


class ReplyButtons(Piece):
    """The card "Buttons"; rows are made when first needed and kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ReplyRow] = []
        self._count = 0
        self._card = Card(self.tr("Buttons"), self)
        self.column.addWidget(self._card)
        self._add = AddButton(self.tr("Add button"), self)
        self._add.clicked.connect(self._add_row)
        self._card.add_foot(self._add)

    def show_message(self, message: Message) -> None:
        """Show a row for each button."""
        found = raw.buttons(message)
        self._count = len(found)
        for index, button in enumerate(found):
            row = self._row(index)
            row.title.show_text(wire.text_at(button, "reply", "title"))
            row.id.show_text(wire.text_at(button, "reply", "id"))
        for index, row in enumerate(self._rows):
            row.setVisible(index < self._count)
            if index >= self._count:
                row.forget()
        most = self.tr("{0} of at most {1}").format(self._count, REPLY_BUTTONS_MAX)
        self._card.show_aside(most, "danger" if self._count > REPLY_BUTTONS_MAX else "")
        self._add.setEnabled(self._count < REPLY_BUTTONS_MAX)

    def places(self, message: Message) -> Iterable[Place]:
        """Title and ID of each row; the title also answers for the button as a whole."""
        for index, row in enumerate(self._rows[: self._count]):
            at = f"{_AT}[{index}]"
            yield Place(row.title, (f"{at}.reply.title", at))
            yield Place(row.id, (f"{at}.reply.id",))

    def clear_values(self, message: Message) -> None:
        """Empty titles and IDs; the rows stay."""
        raw.clear_buttons(message)

    # Private

    def _add_row(self) -> None:
        focus = f"reply.{self._count}.title"
        self.changed.emit(
            Edit("replies", lambda m: raw.mend_buttons(m).append(raw.blank_button()), focus=focus)
        )

    def _remove_row(self, row: int) -> None:
        def apply(message: Message) -> None:
            del raw.mend_buttons(message)[row]

        last = self._count - 1
        self._rows[row].forget()
        focus = f"reply.{min(row, last - 1)}.title"
        self.changed.emit(Edit(f"reply.{row}.title", apply, focus=focus))
        if last == 0:
            self._add.setFocus()

    def _row(self, index: int) -> ReplyRow:
        while len(self._rows) <= index:
            self._rows.append(self._make_row(len(self._rows)))
        return self._rows[index]

    def _make_row(self, number: int) -> ReplyRow:
        row = ReplyRow(number, self._card)
        row.remove.clicked.connect(lambda: self._remove_row(number))
        self.bind(row.title, lambda message, text: raw.set_part(message, number, "title", text))
        self.bind(row.id, lambda message, text: raw.set_part(message, number, "id", text))
        self._card.body.insertWidget(self._card.body.count() - 1, row)
        return row


class ReplyRow(QWidget):
    """Title and ID of one button, each with a line beneath of its own."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = LineField(
            f"reply.{number}.title",
            self.tr("Button {0} title").format(number + 1),
            limit=REPLY_TITLE_MAX,
            parent=self,
        )
        self.remove = IconButton(self.tr("Remove button {0}").format(number + 1), "close")
        self.id = LineField(
            f"reply.{number}.id",
            self.tr("Button {0} ID").format(number + 1),
            limit=REPLY_ID_MAX,
            beside=self.remove,
            parent=self,
        )
        fields = QHBoxLayout(self)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(SPACE.m)
        for field in (self.title, self.id):
            fields.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)

    def forget(self) -> None:
        """The row is not in use: no faults, not left yet."""
        for field in (self.title, self.id):
            field.set_problem("", "")
            field.touch(False)
