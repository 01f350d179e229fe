"""The buttons of a template in the editor."""

from __future__ import annotations

from collections.abc import Iterable

from wa_composer.message.limits import TEMPLATE_BUTTONS_MAX, TEMPLATE_BUTTONS_READ
from wa_composer.ui.forms.piece import Edit, Message, Place
from wa_composer.ui.forms.rows import Rows
from wa_composer.ui.templates import definition_wire as raw
from wa_composer.ui.templates.button_line import ButtonLine


class ButtonsPart(Rows[ButtonLine]):
    """The card "Buttons"."""

    key = "button.{}.text"

    def show_message(self, message: Message) -> None:
        """Show a row for each button, and say how many more there are than rows are made for."""
        count = len(raw.buttons_of(message))
        for number, row in enumerate(self._show_rows(min(count, TEMPLATE_BUTTONS_READ))):
            row.show_button(message)
            row.show_moves(up=number > 0, down=number < count - 1)
        self._add.setEnabled(count < TEMPLATE_BUTTONS_MAX)
        beyond = max(0, count - TEMPLATE_BUTTONS_READ)
        self._card.show_aside(self.tr("… and {0} more").format(beyond) if beyond else "", "danger")

    def show_examples(self, message: Message) -> None:
        """Show or hide the example of each link, as its address is typed."""
        for row in self._shown():
            row.show_example(message)

    def places(self, message: Message) -> Iterable[Place]:
        """Kind, text, value and example of each row."""
        at = raw.place_of(message, "buttons")
        for number, row in enumerate(self._shown()):
            yield from row.places(f"components[{at}].buttons[{number}]")

    def clear_values(self, message: Message) -> None:
        """Nothing here is a value of a message."""

    # Private

    def _words(self) -> tuple[str, str]:
        return self.tr("Buttons"), self.tr("Add button")

    def _added(self) -> Edit:
        return Edit("buttons", raw.add_button, focus=self.key.format(self._count))

    def _make_row(self, number: int) -> ButtonLine:
        row = ButtonLine(number, self._card)
        row.kind.edited.connect(
            lambda _before, kind: self.changed.emit(
                Edit(row.kind.key, lambda message: raw.set_button_kind(message, number, kind))
            )
        )
        self.bind(row.text, lambda message, text: _put(message, number, "text", text))
        self.bind(row.link, lambda message, text: _put(message, number, "url", text))
        self.bind(row.phone, lambda message, text: _put(message, number, "phone_number", text))
        for field in (row.code, row.example):
            self.bind(field, lambda message, text: raw.set_button_example(message, number, text))
        row.remove.clicked.connect(
            lambda: self._remove_row(number, lambda message: raw.remove_button(message, number))
        )
        row.moved.connect(lambda by: self._move(number, by))
        return row

    def _move(self, number: int, by: int) -> None:
        """Let a button change places; the cursor goes along, wherever in the row it is."""
        if not 0 <= number + by < self._count:
            return
        place = self._rows[number].cursor_place()
        self.changed.emit(
            Edit(self.key.format(number), lambda message: raw.move_button(message, number, by))
        )
        self._rows[number + by].put_cursor(place)


def _put(message: Message, number: int, key: str, text: str) -> None:
    raw.button_at(message, number)[key] = text
