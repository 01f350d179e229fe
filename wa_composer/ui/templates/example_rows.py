"""A field for the example value of each placeholder of a text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from wa_composer.message.slots import VALUES_MOST
from wa_composer.ui.forms.fields import LineField
from wa_composer.ui.forms.piece import Message, Piece, Place
from wa_composer.ui.templates import definition_examples as examples
from wa_composer.ui.templates import definition_wire as raw
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.card import Card
from wa_composer.ui.widgets.labels import text_label

_NO_NAMES: tuple[str, ...] = ()
SHOWN_MOST = VALUES_MOST
"""Fields that are made; a text with more placeholders is no template."""


class ExampleRows(QWidget):
    """A field for the example value of each placeholder; made when first needed and kept."""

    def __init__(self, piece: Piece, kind: str, card: Card) -> None:
        super().__init__(card)
        self._piece = piece
        self._kind = kind
        self.rows: list[LineField] = []
        self._names = _NO_NAMES
        self._column = QGridLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setHorizontalSpacing(SPACE.m)
        self._column.setVerticalSpacing(SPACE.xs)
        self._column.setColumnStretch(0, 1)
        self._column.setColumnStretch(1, 1)
        self._more = text_label("", "hint", self)
        self._column.addWidget(self._more, SHOWN_MOST, 0, 1, 2)
        card.body.addWidget(self)

    def show_message(self, message: Message, names: Iterable[str]) -> None:
        """Show a row for each of these placeholders; "" is a header's medium."""
        asked = tuple(names)
        self._names = asked[:SHOWN_MOST]
        given = examples.examples_of(message, self._kind) if asked else {}
        for index, name in enumerate(self._names):
            row = self._row(index)
            row.rename(self._title(name))
            row.show_text(given.get(name, ""))
        beyond = len(asked) - len(self._names)
        self._more.setText(self.tr("… and {0} more").format(beyond) if beyond else "")
        self._more.setVisible(bool(beyond))
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(self._names))
            if index >= len(self._names):
                row.set_problem("", "")
        self.setVisible(bool(self._names))

    def places(self, message: Message) -> Iterable[Place]:
        """The rows in view."""
        at = raw.place_of(message, self._kind)
        for name, row in zip(self._names, self.rows, strict=False):
            yield Place(row, (f"components[{at}].example.{name}",))

    def _title(self, name: str) -> str:
        if not name:
            return self.tr("Example link")
        return self.tr("Example for {0}").format(f"{{{{{name}}}}}")

    def _row(self, index: int) -> LineField:
        while len(self.rows) <= index:
            at = len(self.rows)
            row = LineField(f"{self._kind}.example.{at}", "", parent=self)
            self._piece.bind(row, partial(self._write, at))
            self.rows.append(row)
            self._column.addWidget(row, at // 2, at % 2)
        return self.rows[index]

    def _write(self, at: int, message: Message, text: str) -> None:
        examples.set_example(message, self._kind, self._names[at], text)
