"""The values that go into the template's placeholders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from wa_composer.message.limits import BODY_MAX
from wa_composer.message.slots import Slot
from wa_composer.ui.forms import template_wire as raw
from wa_composer.ui.forms.fields import LineField
from wa_composer.ui.forms.piece import Edit, Message, Piece, Place
from wa_composer.ui.widgets.add_button import AddButton
from wa_composer.ui.widgets.card import Card
from wa_composer.ui.widgets.icon_button import IconButton

WANTED = "template.components[body]"
"""The path of problems with values that the template has and the message lacks."""


class BodyValues(Piece):
    """The card "Body values", a row for each; rows are made when first needed and kept.

    For a known template the rows are those it asks for, and more only where the message has more.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[LineField] = []
        self._count = 0
        self._slots: Sequence[Slot] | None = None
        self._hints: Sequence[str] | None = None
        self._card = Card(self.tr("Body values"), self)
        self.column.addWidget(self._card)
        self._add = AddButton(self.tr("Add body value"), self)
        self._add.clicked.connect(self._add_row)
        self._card.add_foot(self._add)

    def show_message(self, message: Message) -> None:
        """Show a row for each value."""
        values = raw.values(message)
        values += [""] * (len(self._slots or ()) - len(values))
        self._count = len(values)
        for index, text in enumerate(values):
            self._row(index).show_text(text)
        for index, row in enumerate(self._rows):
            row.setVisible(index < self._count)
            if index >= self._count:
                row.set_problem("", "")
                row.touch(False)
        self._refresh()

    def expect(self, slots: Sequence[Slot] | None) -> None:
        """Show these rows from the next `show_message` on; None where a template is not known."""
        self._slots = slots

    def show_placeholders(self, hints: Sequence[str] | None) -> None:
        """The surroundings of each placeholder of the wording; None where it is not known."""
        if hints != self._hints:
            self._hints = hints
            self._refresh()

    def places(self, message: Message) -> Iterable[Place]:
        """The rows in order."""
        index = raw.first_of(message, "body")
        for number, row in enumerate(self._rows[: self._count]):
            own = f"template.components[{index}].parameters[{number}]"
            yield Place(row, (own, f"{WANTED}.parameters[{number}]"))

    def clear_values(self, message: Message) -> None:
        """Empty every value; the rows stay."""
        for index in range(len(raw.values(message))):
            raw.set_value(message, index, "")

    # Private

    def _add_row(self) -> None:
        self.changed.emit(Edit("body", raw.add_value, focus=f"body.{self._count}"))

    def _remove_row(self, index: int) -> None:
        last = self._count - 1
        self._rows[index].touch(False)
        focus = f"body.{min(index, last - 1)}"
        key = f"body.{index}"
        self.changed.emit(Edit(key, lambda message: raw.remove_value(message, index), focus=focus))
        if last == 0:
            self._add.setFocus()

    def _row(self, index: int) -> LineField:
        while len(self._rows) <= index:
            self._rows.append(self._make_row(len(self._rows)))
        return self._rows[index]

    def _make_row(self, index: int) -> LineField:
        number = index + 1
        remove = IconButton(self.tr("Remove body value {0}").format(number), "close")
        remove.clicked.connect(lambda: self._remove_row(index))
        name = self.tr("Body value {0}").format(number)
        row = LineField(f"body.{index}", name, limit=BODY_MAX, beside=remove, parent=self._card)
        self.bind(row, lambda message, text: raw.set_value(message, index, text))
        self._card.body.insertWidget(self._card.body.count() - 1, row)
        return row

    def _refresh(self) -> None:
        hints = self._hints or ()
        slots = self._slots or ()
        for index, row in enumerate(self._rows[: self._count]):
            wanted = index < len(slots)
            around = hints[index] if index < len(hints) else ""
            example = slots[index].example if wanted else ""
            said = self.tr("for example {0}").format(example) if example else ""
            row.show_example(said)
            row.foot.show_hint(around)
            row.show_note(". ".join(part for part in (said, around) if part))
            row.show_beside(not wanted)
        self._add.setVisible(self._slots is None)
        self.setVisible(self._slots is None or self._count > 0)
        if self._hints is None or (self._slots is not None and self._count <= len(slots)):
            self._card.show_aside("")
            return
        text = self.tr("Values here: {0}. The text takes: {1}").format(self._count, len(hints))
        self._card.show_aside(text, "" if self._count == len(hints) else "warning")
