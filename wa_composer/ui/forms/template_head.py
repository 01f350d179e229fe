"""Which template, in which language, and the wording that the preview shows of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from wa_composer.ui.forms import template_wire as raw
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.fields import ComboField, LanguageField, TextField
from wa_composer.ui.forms.piece import Message, Piece, Place
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.card import Card
from wa_composer.ui.widgets.labelled import FootLine


class TemplateHead(Piece):
    """Name, language and Template text. The text is no part of the message."""

    wording_typed = Signal(str, str)
    name_picked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(parent=self)
        card.end_with()
        self.column.addWidget(card)
        foot = FootLine(parent=card)
        self.name = ComboField("name", self.tr("Template name"), foot=foot, parent=card)
        self.language = LanguageField("language", self.tr("Language"), foot=foot, parent=card)
        self.wording = TextField(
            "wording",
            self.tr("Template text"),
            rule=self.tr("only for the preview, never sent"),
            placeholder=self.tr("Paste the template’s wording with its {{1}} to see it"),
            parent=card,
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.language, 0, 1)
        grid.addWidget(foot, 1, 0, 1, 2)
        card.body.addLayout(grid)
        card.body.addWidget(self.wording)
        self._connect()

    def show_message(self, message: Message) -> None:
        """Show name and language."""
        self.name.show_text(wire.text_at(message, "template", "name"))
        self.language.show_text(wire.text_at(message, "template", "language", "code"))

    def places(self, message: Message) -> Iterable[Place]:
        """Name, language, wording; the name also answers for the template as a whole."""
        yield Place(self.name, ("template.name", "template", "type"))
        yield Place(self.language, ("template.language.code", "template.language"))
        yield Place(self.wording)

    def clear_values(self, message: Message) -> None:
        """Which template it is stays."""

    def _connect(self) -> None:
        self.bind(self.name, raw.set_name)
        self.bind(self.language, raw.set_language)
        self.name.picked.connect(self.name_picked)
        self.wording.edited.connect(self.wording_typed)
        for field in (self.name, self.language):
            field.left.connect(self.left)
