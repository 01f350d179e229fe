"""A card of rows of one sort: made when first needed, kept, added to, and taken out again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from wa_composer.ui.forms.fields import Field
from wa_composer.ui.forms.piece import Edit, Message, Piece
from wa_composer.ui.widgets.add_button import AddButton
from wa_composer.ui.widgets.card import Card

R = TypeVar("R", bound=QWidget)


class Rows(Piece, Generic[R]):
    """What all such cards share; `key` is that of a row's first field, with {} for its number."""

    key = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title, add = self._words()
        self._rows: list[R] = []
        self._count = 0
        self._card = Card(title, self)
        self.column.addWidget(self._card)
        self._add = AddButton(add, self)
        self._add.clicked.connect(lambda: self.changed.emit(self._added()))
        self._card.add_foot(self._add)

    # For the cards

    def _words(self) -> tuple[str, str]:
        """The title, and what stands on the button that adds a row."""
        raise NotImplementedError

    def _make_row(self, number: int) -> R:
        """Make a row, and connect it."""
        raise NotImplementedError

    def _added(self) -> Edit:
        """The edit that adds a row."""
        raise NotImplementedError

    def _shown(self) -> list[R]:
        return self._rows[: self._count]

    def _show_rows(self, count: int) -> list[R]:
        """Have so many rows in view; those beyond are not in use, and say nothing."""
        self._count = count
        while len(self._rows) < count:
            row = self._make_row(len(self._rows))
            self._card.body.insertWidget(self._card.body.count() - 1, row)
            self._rows.append(row)
        for number, row in enumerate(self._rows):
            row.setVisible(number < count)
            if number >= count:
                _forget(row)
        return self._shown()

    def _remove_row(self, number: int, apply: Callable[[Message], None]) -> None:
        """Take a row out; the cursor goes to the one in its place, else to where one is added."""
        last = self._count - 1
        _forget(self._rows[number])
        focus = self.key.format(min(number, last - 1))
        self.changed.emit(Edit(self.key.format(number), apply, focus=focus))
        if last == 0:
            self._add.setFocus()


def _forget(row: QWidget) -> None:
    for field in (row, *row.findChildren(Field)):
        if isinstance(field, Field):
            field.set_problem("", "")
            field.touch(False)
