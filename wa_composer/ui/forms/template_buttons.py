"""The template's buttons that take a value, each with its place in the template."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from wa_composer.message.limits import BUTTON_INDEX_MAX, PAYLOAD_MAX
from wa_composer.ui.forms import template_wire as raw
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.fields import ChoiceField, IndexField, LineField
from wa_composer.ui.forms.piece import Edit, Message, Piece, Place
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.add_button import AddButton
from wa_composer.ui.widgets.card import Card
from wa_composer.ui.widgets.icon_button import IconButton
from wa_composer.ui.widgets.labelled import FootLine


class TemplateButtons(Piece):
    """The card "Buttons"; rows are made when first needed and kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ButtonRow] = []
        self._count = 0
        self._card = Card(self.tr("Buttons"), self)
        self.column.addWidget(self._card)
        self._add = AddButton(self.tr("Add button"), self)
        self._add.clicked.connect(self._add_row)
        self._card.add_foot(self._add)

    def show_message(self, message: Message) -> None:
        """Show a row for each button component."""
        places = raw.places_of(message, "button")
        self._count = len(places)
        for row, place in enumerate(places):
            self._row(row).show_button(wire.get(message, "template", "components", place))
        for index, each in enumerate(self._rows):
            each.setVisible(index < self._count)
            if index >= self._count:
                each.forget()

    def places(self, message: Message) -> Iterable[Place]:
        """Kind, index and value of each row."""
        found = raw.places_of(message, "button")
        for row, place in zip(self._rows, found, strict=False):
            at = f"template.components[{place}]"
            yield Place(row.kind, (f"{at}.sub_type", at))
            yield Place(row.index, (f"{at}.index",))
            yield Place(row.value, (f"{at}.parameters",))

    def clear_values(self, message: Message) -> None:
        """Empty every value; kinds and places stay."""
        for component in _components(message):
            if wire.get(component, "parameters"):
                raw.set_button_value(component, "")

    # Private

    def _add_row(self) -> None:
        self.changed.emit(Edit("buttons", raw.add_button, focus=f"button.{self._count}.kind"))

    def _remove_row(self, row: int) -> None:
        def apply(message: Message) -> None:
            del raw.components(message)[raw.places_of(message, "button")[row]]

        last = self._count - 1
        self._rows[row].forget()
        focus = f"button.{min(row, last - 1)}.value"
        self.changed.emit(Edit(f"button.{row}.value", apply, focus=focus))
        if last == 0:
            self._add.setFocus()

    def _row(self, index: int) -> ButtonRow:
        while len(self._rows) <= index:
            self._rows.append(self._make_row(len(self._rows)))
        return self._rows[index]

    def _make_row(self, number: int) -> ButtonRow:
        row = ButtonRow(number, self._card)
        row.remove.clicked.connect(lambda: self._remove_row(number))
        row.kind.edited.connect(lambda _before, kind: self._choose(number, kind))
        self.bind(row.index, lambda message, text: _button(message, number).update(index=text))
        self.bind(row.value, lambda message, text: _write(message, number, text))
        self._card.body.insertWidget(self._card.body.count() - 1, row)
        return row

    def _choose(self, row: int, kind: str) -> None:
        self.changed.emit(
            Edit(
                f"button.{row}.kind",
                lambda message: raw.set_button_kind(_button(message, row), kind),
            )
        )


class ButtonRow(QWidget):
    """One button: its kind, its place, its value, and a line beneath for all three."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = self.tr("Button {0}").format(number + 1)
        key = f"button.{number}"
        self._hints = {
            "quick_reply": self.tr("Comes back to you when the customer taps the button."),
            "url": self.tr("Goes to the end of the link that the template has."),
            "phone_number": self.tr("Takes no value when sending: leave it empty."),
        }
        kinds = [
            ("quick_reply", self.tr("Quick reply")),
            ("url", self.tr("Link")),
            ("phone_number", self.tr("Phone number")),
        ]
        self.foot = FootLine(parent=self)
        self.kind = ChoiceField(
            f"{key}.kind", self.tr("{0} kind").format(name), kinds, foot=self.foot, parent=self
        )
        self.index = IndexField(
            f"{key}.index",
            self.tr("{0} index").format(name),
            BUTTON_INDEX_MAX,
            foot=self.foot,
            parent=self,
        )
        self.remove = IconButton(self.tr("Remove button {0}").format(number + 1), "close")
        self.value = LineField(
            f"{key}.value",
            self.tr("{0} value").format(name),
            foot=self.foot,
            beside=self.remove,
            parent=self,
        )
        self._lay_out()

    def show_button(self, component: Any) -> None:
        """Show a button component."""
        kind = wire.text_at(component, "sub_type")
        kind = kind.lower() if kind.lower() in self._hints else kind
        self.kind.show_text(kind)
        self.index.show_text(wire.text_at(component, "index"))
        self.value.show_text(raw.button_value(component))
        length = len(self.value.text())
        self.value.set_limit(PAYLOAD_MAX if kind == "quick_reply" else 0, length)
        self.foot.show_hint(self._hints.get(kind, ""))

    def forget(self) -> None:
        """The row is not in use: no faults, not left yet."""
        for field in (self.kind, self.index, self.value):
            field.set_problem("", "")
            field.touch(False)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.s)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self.kind, 0, 0)
        grid.addWidget(self.index, 0, 1)
        grid.addWidget(self.value, 0, 2)
        grid.addWidget(self.foot, 1, 0, 1, 3)


def _components(message: Message) -> list[dict[str, Any]]:
    found = raw.components(message)
    return [found[place] for place in raw.places_of(message, "button")]


def _button(message: Message, row: int) -> dict[str, Any]:
    return _components(message)[row]


def _write(message: Message, row: int, text: str) -> None:
    raw.set_button_value(_button(message, row), text)
