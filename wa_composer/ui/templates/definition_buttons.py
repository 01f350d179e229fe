"""The buttons of a template in the editor."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QWidget

from wa_composer.message.limits import (
    TEMPLATE_BUTTONS_MAX,
    TEMPLATE_CODE_MAX,
    TEMPLATE_LABEL_MAX,
)
from wa_composer.ui.forms.fields import ChoiceField, LineField
from wa_composer.ui.forms.piece import Edit, Message, Piece, Place
from wa_composer.ui.templates import definition_wire as raw
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.add_button import AddButton
from wa_composer.ui.widgets.card import Card
from wa_composer.ui.widgets.icon_button import IconButton
from wa_composer.ui.widgets.labelled import FootLine


class ButtonsPart(Piece):
    """The card "Buttons"; rows are made when first needed and kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ButtonLine] = []
        self._count = 0
        self._card = Card(self.tr("Buttons"), self)
        self.column.addWidget(self._card)
        self._add = AddButton(self.tr("Add button"), self)
        self._add.clicked.connect(self._add_row)
        self._card.add_foot(self._add)

    def show_message(self, message: Message) -> None:
        """Show a row for each button."""
        self._count = len(raw.buttons_of(message))
        for row in range(self._count):
            self._row(row).show_button(message)
        for index, each in enumerate(self._rows):
            each.setVisible(index < self._count)
            each.up.setEnabled(index > 0)
            if index >= self._count:
                each.forget()
        self._add.setEnabled(self._count < TEMPLATE_BUTTONS_MAX)

    def show_examples(self, message: Message) -> None:
        """Show or hide the example of each link, as its address is typed."""
        for row in range(min(self._count, len(self._rows))):
            self._rows[row].show_example(message)

    def places(self, message: Message) -> Iterable[Place]:
        """Kind, text, value and example of each row."""
        at = raw.place_of(message, "buttons")
        for number, row in enumerate(self._rows[: self._count]):
            yield from row.places(f"components[{at}].buttons[{number}]")

    def clear_values(self, message: Message) -> None:
        """Nothing here is a value of a message."""

    # Private

    def _add_row(self) -> None:
        self.changed.emit(Edit("buttons", raw.add_button, focus=f"button.{self._count}.text"))

    def _row(self, index: int) -> ButtonLine:
        while len(self._rows) <= index:
            self._rows.append(self._make_row(len(self._rows)))
        return self._rows[index]

    def _make_row(self, number: int) -> ButtonLine:
        row = ButtonLine(number, self._card)
        key = f"button.{number}"
        row.kind.edited.connect(
            lambda _before, kind: self.changed.emit(
                Edit(f"{key}.kind", lambda message: raw.set_button_kind(message, number, kind))
            )
        )
        self.bind(row.text, lambda message, text: _put(message, number, "text", text))
        self.bind(row.link, lambda message, text: _put(message, number, "url", text))
        self.bind(row.phone, lambda message, text: _put(message, number, "phone_number", text))
        for field in (row.code, row.example):
            self.bind(field, lambda message, text: raw.set_button_example(message, number, text))
        row.remove.clicked.connect(lambda: self._remove_row(number))
        row.up.clicked.connect(
            lambda: self.changed.emit(
                Edit(f"{key}.text", lambda message: raw.move_button(message, number, -1))
            )
        )
        self._card.body.insertWidget(self._card.body.count() - 1, row)
        return row

    def _remove_row(self, number: int) -> None:
        last = self._count - 1
        focus = f"button.{min(number, last - 1)}.text" if last else ""
        self._rows[number].forget()
        self.changed.emit(
            Edit(
                f"button.{number}.text",
                lambda message: raw.remove_button(message, number),
                focus=focus,
            )
        )
        if not last:
            self._add.setFocus()


class ButtonLine(QWidget):
    """One button: kind and text, and beneath them what the kind needs."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        name = self.tr("Button {0}").format(number + 1)
        key = f"button.{number}"
        kinds = [
            ("quick_reply", self.tr("Quick reply")),
            ("url", self.tr("Link")),
            ("phone_number", self.tr("Phone number")),
            ("copy_code", self.tr("Copy code")),
        ]
        self.foot = FootLine(parent=self)
        self.kind = ChoiceField(
            f"{key}.kind", self.tr("{0} kind").format(name), kinds, foot=self.foot, parent=self
        )
        self.text = LineField(
            f"{key}.text",
            self.tr("{0} text").format(name),
            limit=TEMPLATE_LABEL_MAX,
            foot=self.foot,
            parent=self,
        )
        self.link = LineField(
            f"{key}.link",
            self.tr("{0} link").format(name),
            trimmed=True,
            placeholder="https://example.com/{{1}}",
            parent=self,
        )
        self.phone = LineField(
            f"{key}.phone", self.tr("{0} phone number").format(name), trimmed=True, parent=self
        )
        self.code = LineField(
            f"{key}.code",
            self.tr("{0} example code").format(name),
            limit=TEMPLATE_CODE_MAX,
            foot=self.foot,
            parent=self,
        )
        self.example = LineField(
            f"{key}.example", self.tr("{0} example").format(name), trimmed=True, parent=self
        )
        self.up = IconButton(self.tr("Move button {0} up").format(number + 1), "chevron_up")
        self.remove = IconButton(self.tr("Remove button {0}").format(number + 1), "close")
        self._lay_out()

    def show_button(self, message: Message) -> None:
        """Show the button of this row."""
        kind = raw.kind_of(raw.button_at(message, self._number))
        text, value, example = raw.shown_values(message, self._number)
        self.kind.show_text(kind)
        self.text.show_text(text)
        self.link.show_text(value if kind == "url" else "")
        self.phone.show_text(value if kind == "phone_number" else "")
        self.code.show_text(example if kind == "copy_code" else "")
        self.text.setVisible(kind != "copy_code")
        self.code.setVisible(kind == "copy_code")
        self.link.setVisible(kind == "url")
        self.phone.setVisible(kind == "phone_number")
        self.show_example(message)

    def show_example(self, message: Message) -> None:
        """Show the example of a link that has a placeholder."""
        button = raw.button_at(message, self._number)
        wanted = raw.kind_of(button) == "url" and "{{" in str(button.get("url", ""))
        self.example.setVisible(wanted)
        self.example.show_text(raw.button_example_of(button) if wanted else "")

    def places(self, at: str) -> Iterable[Place]:
        """The fields in view."""
        yield Place(self.kind, (f"{at}.type", at))
        for field, key in (
            (self.text, "text"),
            (self.link, "url"),
            (self.phone, "phone_number"),
            (self.code, "example"),
            (self.example, "example"),
        ):
            if not field.isHidden():
                yield Place(field, (f"{at}.{key}",))

    def forget(self) -> None:
        """The row is not in use: no faults, not left yet."""
        for field in (self.kind, self.text, self.link, self.phone, self.code, self.example):
            field.set_problem("", "")
            field.touch(False)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.s)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        grid.addWidget(self.kind, 0, 0)
        grid.addWidget(self.text, 0, 1, 1, 2)
        grid.addWidget(self.code, 0, 1, 1, 2)
        tools = QGridLayout()
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setHorizontalSpacing(0)
        tools.setRowStretch(0, 1)
        tools.addWidget(self.up, 1, 0)
        tools.addWidget(self.remove, 1, 1)
        grid.addLayout(tools, 0, 3)
        grid.addWidget(self.foot, 1, 0, 1, 4)
        grid.addWidget(self.link, 2, 0, 1, 2)
        grid.addWidget(self.example, 2, 2, 1, 2)
        grid.addWidget(self.phone, 2, 0, 1, 2)


def _put(message: Message, number: int, key: str, text: str) -> None:
    raw.button_at(message, number)[key] = text
