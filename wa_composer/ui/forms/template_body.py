"""The values that go into the template's placeholders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from wa_composer.message.limits import BODY_MAX
from wa_composer.message.slots import VALUES_MOST, Slot
from wa_composer.ui.forms import template_wire as raw
from wa_composer.ui.forms.fields import LineField
from wa_composer.ui.forms.piece import Edit, Message, Place
from wa_composer.ui.forms.rows import Rows
from wa_composer.ui.widgets.icon_button import IconButton

WANTED = "template.components[body]"
"""The path of problems with values that the template has and the message lacks."""


class BodyValues(Rows[LineField]):
    """The card "Body values", a row for each.

    For a known template the rows are those it asks for, and more only where the message has more.
    """

    key = "body.{}"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots: Sequence[Slot] | None = None
        self._hints: Sequence[str] | None = None

    def show_message(self, message: Message) -> None:
        """Show a row for each value."""
        values = raw.values(message)
        values += [""] * (len(self._slots or ()) - len(values))
        for row, text in zip(self._show_rows(len(values)), values, strict=True):
            row.show_text(text)
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
        for number, row in enumerate(self._shown()):
            own = f"template.components[{index}].parameters[{number}]"
            yield Place(row, (own, f"{WANTED}.parameters[{number}]"))

    def clear_values(self, message: Message) -> None:
        """Empty every value; the rows stay."""
        for index in range(len(raw.values(message))):
            raw.set_value(message, index, "")

    # Private

    def _words(self) -> tuple[str, str]:
        return self.tr("Body values"), self.tr("Add body value")

    def _added(self) -> Edit:
        return Edit("body", raw.add_value, focus=self.key.format(self._count))

    def _make_row(self, index: int) -> LineField:
        number = index + 1
        remove = IconButton(self.tr("Remove body value {0}").format(number), "close")
        remove.clicked.connect(
            lambda: self._remove_row(index, lambda message: raw.remove_value(message, index))
        )
        name = self.tr("Body value {0}").format(number)
        row = LineField(f"body.{index}", name, limit=BODY_MAX, beside=remove, parent=self._card)
        self.bind(row, lambda message, text: raw.set_value(message, index, text))
        return row

    def _refresh(self) -> None:
        hints = self._hints or ()
        slots = self._slots or ()
        for index, row in enumerate(self._shown()):
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
        takes = str(len(hints))
        if len(hints) > VALUES_MOST:
            takes = self.tr("more than {0}").format(VALUES_MOST)
        text = self.tr("Values here: {0}. The text takes: {1}").format(self._count, takes)
        self._card.show_aside(text, "" if self._count == len(hints) else "warning")
