"""One to three reply buttons, each with the title that is read and the ID that comes back."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wa_composer.message.limits import REPLY_BUTTONS_MAX, REPLY_ID_MAX, REPLY_TITLE_MAX
from wa_composer.ui.forms import reply_wire as raw
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.fields import LineField
from wa_composer.ui.forms.piece import Edit, Message, Place
from wa_composer.ui.forms.rows import Rows
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.icon_button import IconButton

_AT = "interactive.action.buttons"


class ReplyButtons(Rows["ReplyRow"]):
    """The card "Buttons"."""

    key = "reply.{}.title"

    def show_message(self, message: Message) -> None:
        """Show a row for each button."""
        found = raw.buttons(message)
        for row, button in zip(self._show_rows(len(found)), found, strict=True):
            row.title.show_text(wire.text_at(button, "reply", "title"))
            row.id.show_text(wire.text_at(button, "reply", "id"))
        most = self.tr("{0} of at most {1}").format(len(found), REPLY_BUTTONS_MAX)
        self._card.show_aside(most, "danger" if len(found) > REPLY_BUTTONS_MAX else "")
        self._add.setEnabled(len(found) < REPLY_BUTTONS_MAX)

    def places(self, message: Message) -> Iterable[Place]:
        """Title and ID of each row; the title also answers for the button as a whole."""
        for index, row in enumerate(self._shown()):
            at = f"{_AT}[{index}]"
            yield Place(row.title, (f"{at}.reply.title", at))
            yield Place(row.id, (f"{at}.reply.id",))

    def clear_values(self, message: Message) -> None:
        """Empty titles and IDs; the rows stay."""
        raw.clear_buttons(message)

    # Private

    def _words(self) -> tuple[str, str]:
        return self.tr("Buttons"), self.tr("Add button")

    def _added(self) -> Edit:
        focus = self.key.format(self._count)
        return Edit(
            "replies", lambda m: raw.mend_buttons(m).append(raw.blank_button()), focus=focus
        )

    def _make_row(self, number: int) -> ReplyRow:
        row = ReplyRow(number, self._card)
        row.remove.clicked.connect(
            lambda: self._remove_row(number, lambda m: raw.mend_buttons(m).pop(number))
        )
        self.bind(row.title, lambda message, text: raw.set_part(message, number, "title", text))
        self.bind(row.id, lambda message, text: raw.set_part(message, number, "id", text))
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
