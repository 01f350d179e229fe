"""The template's buttons that take a value, each with its place in the template."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from wa_composer.message.slots import Slots
from wa_composer.ui.forms import button_wire as raw
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.button_row import ButtonRow
from wa_composer.ui.forms.piece import Edit, Message, Place
from wa_composer.ui.forms.rows import Rows
from wa_composer.ui.forms.template_wire import components, places_of

WANTED = "template.components[button:{}]"
"""The path of problems with a button that the template has and the message lacks."""


class TemplateButtons(Rows[ButtonRow]):
    """The card "Buttons".

    For a known template the rows are those of its buttons that take a value, and more only where
    the message has more.
    """

    key = "button.{}.value"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots: Slots | None = None

    def expect(self, slots: Slots | None) -> None:
        """Show these rows from the next `show_message` on; None where a template is not known."""
        self._slots = slots

    def show_message(self, message: Message) -> None:
        """Show a row for each button component, and for each that the template asks for."""
        rows = raw.rows(message, self._slots)
        found = wire.get(message, "template", "components")
        for shown, row in zip(self._show_rows(len(rows)), rows, strict=True):
            component = None if row.place is None else found[row.place]
            shown.show_button(component, row.slot)
            shown.setVisible(not row.idle)
        self._add.setVisible(self._slots is None)
        self.setVisible(self._slots is None or any(not row.idle for row in rows))

    def places(self, message: Message) -> Iterable[Place]:
        """Kind, index and value of each row."""
        rows = raw.rows(message, self._slots)
        for shown, row in zip(self._rows, rows, strict=False):
            if row.idle:
                continue
            at = WANTED.format(row.slot.place) if row.slot else ""
            real = at if row.place is None else f"template.components[{row.place}]"
            if row.slot is None:
                yield Place(shown.kind, (f"{real}.sub_type", real))
                yield Place(shown.index, (f"{real}.index",))
                yield Place(shown.value, (f"{real}.parameters",))
            else:
                yield Place(shown.value, (real, at))

    def clear_values(self, message: Message) -> None:
        """Empty every value; kinds and places stay."""
        found = components(message)
        for place in places_of(message, "button"):
            if wire.get(found[place], "parameters"):
                raw.set_button_value(found[place], "")

    # Private

    def _words(self) -> tuple[str, str]:
        return self.tr("Buttons"), self.tr("Add button")

    def _added(self) -> Edit:
        return Edit("buttons", raw.add_button, focus=f"button.{self._count}.kind")

    def _remove(self, row: int) -> None:
        def apply(message: Message) -> None:
            del components(message)[places_of(message, "button")[row]]

        self._remove_row(row, apply)

    def _make_row(self, number: int) -> ButtonRow:
        row = ButtonRow(number, self._card)
        row.remove.clicked.connect(lambda: self._remove(number))
        row.kind.edited.connect(lambda _before, kind: self._choose(number, kind))
        self.bind(
            row.index, lambda message, text: raw.button_of(message, number).update(index=text)
        )
        self.bind(row.value, lambda message, text: self._write(message, number, text))
        return row

    def _choose(self, row: int, kind: str) -> None:
        self.changed.emit(
            Edit(
                f"button.{row}.kind",
                lambda message: raw.set_button_kind(raw.button_of(message, row), kind),
            )
        )

    def _write(self, message: Message, row: int, text: str) -> None:
        raw.set_button_value(raw.button_of(message, row, self._slots), text)
