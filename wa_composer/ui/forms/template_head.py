"""Which template, in which language, where its text comes from, and the way to change that."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from wa_composer.ui.forms import template_wire as raw
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.fields import ComboField, LanguageField
from wa_composer.ui.forms.piece import Message, Piece, Place
from wa_composer.ui.forms.wordings import Wordings
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.card import Card
from wa_composer.ui.widgets.labels import text_label

_INSET = 10
"""So that the button's words end where the fields do."""


class TemplateHead(Piece):
    """Name and language; the template's text is written elsewhere, on its own page."""

    text_requested = Signal()
    name_picked = Signal(str)

    def __init__(self, wordings: Wordings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wordings = wordings
        card = Card(parent=self)
        card.end_with()
        self.column.addWidget(card)
        self.name = ComboField("name", self.tr("Template name"), parent=card)
        self.language = LanguageField("language", self.tr("Language"), parent=card)
        self.origin = text_label("", "hint", card)
        self.origin.setWordWrap(True)
        self.origin.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.write = QPushButton(card)
        self.write.setProperty("role", "quiet")
        self.write.setAutoDefault(False)
        fields = QHBoxLayout()
        fields.setSpacing(SPACE.m)
        fields.addWidget(self.name, 2, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.language, 1, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(fields)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, -_INSET, 0)
        line.setSpacing(SPACE.m)
        line.addWidget(self.origin, 1)
        line.addWidget(self.write)
        card.body.addLayout(line)
        self.show_origin("", False)
        self._connect()

    def offer_known(self, names: bool = True) -> None:
        """Offer what is known now: the names, unless those are the same, and the languages."""
        if names:
            self.name.offer(self._wordings.names())
        self._offer_languages()

    def show_origin(self, text: str, known: bool) -> None:
        """Say where the template's text comes from, and offer to edit it or to write it."""
        self.origin.setText(text)
        self.origin.setAccessibleName(text)
        label = self.tr("Edit template") if known else self.tr("Write its text")
        if self.write.text() != label:
            self.write.setText(label)
            self.write.setAccessibleName(label)

    def show_typed_for(self, name: str) -> None:
        """Say which other template's values were kept; "" for none."""
        said = self.tr("The values typed for {0} were kept: look them over.").format(name)
        self.name.foot.show_hint(said if name else "")
        self.name.show_note(said if name else "")

    def show_message(self, message: Message) -> None:
        """Show name and language."""
        self.name.show_text(wire.text_at(message, "template", "name"))
        self.language.show_text(wire.text_at(message, "template", "language", "code"))
        self._offer_languages()

    def places(self, message: Message) -> Iterable[Place]:
        """Name, language; the name also answers for the template as a whole."""
        yield Place(self.name, ("template.name", "template", "type"))
        yield Place(self.language, ("template.language.code", "template.language"))

    def clear_values(self, message: Message) -> None:
        """Which template it is stays."""

    def _offer_languages(self) -> None:
        """Those that the template is known in come first."""
        self.language.put_first(self._wordings.languages(self.name.text()))

    def _connect(self) -> None:
        self.name.edited.connect(self._offer_languages)
        self.bind(self.name, raw.set_name)
        self.bind(self.language, raw.set_language)
        self.name.picked.connect(self.name_picked)
        self.write.clicked.connect(self.text_requested)
