"""Name, header, body and footer of a template in the editor."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from wa_composer.message.limits import (
    BODY_MAX,
    FOOTER_MAX,
    HEADER_TEXT_MAX,
    MEDIA_FORMATS,
    TEMPLATE_CATEGORIES,
    TEMPLATE_NAME_MAX,
)
from wa_composer.message.placeholders import READ_MOST
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.fields import ChoiceField, LanguageField, LineField, TextField
from wa_composer.ui.forms.piece import Edit, Message, Piece, Place
from wa_composer.ui.shell_parts import note
from wa_composer.ui.templates import definition_examples as texts
from wa_composer.ui.templates import definition_wire as raw
from wa_composer.ui.templates.example_rows import ExampleRows
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.add_button import AddButton
from wa_composer.ui.widgets.card import Card
from wa_composer.ui.widgets.labelled import FootLine


class HeadPart(Piece):
    """Name, language and category."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(parent=self)
        card.end_with()
        self.column.addWidget(card)
        self._foot = FootLine(parent=card)
        self.name = LineField(
            "name",
            self.tr("Template name"),
            trimmed=True,
            limit=TEMPLATE_NAME_MAX,
            placeholder=self.tr("like order_update"),
            parent=card,
        )
        self.language = LanguageField("language", self.tr("Language"), foot=self._foot, parent=card)
        names = {
            "MARKETING": self.tr("Marketing"),
            "UTILITY": self.tr("Utility"),
            "AUTHENTICATION": self.tr("Authentication"),
        }
        self.category = ChoiceField(
            "category",
            self.tr("Category"),
            [(value, names[value]) for value in TEMPLATE_CATEGORIES],
            foot=self._foot,
            parent=card,
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.addWidget(self.name, 0, 0, 1, 2)
        grid.addWidget(self.language, 1, 0)
        grid.addWidget(self.category, 1, 1)
        grid.addWidget(self._foot, 2, 0, 1, 2)
        card.body.addLayout(grid)
        self.bind(self.name, lambda message, text: message.update(name=text))
        self.bind(self.language, lambda message, text: message.update(language=text))
        self.bind(self.category, lambda message, text: message.update(category=text))

    def show_message(self, message: Message) -> None:
        """Show the three."""
        self.name.show_text(wire.text_at(message, "name"))
        self.language.show_text(wire.text_at(message, "language"))
        category = wire.text_at(message, "category").upper()
        self.category.show_text(category)

    def places(self, message: Message) -> Iterable[Place]:
        """The name answers for the template as a whole."""
        yield Place(self.name, ("name", "components"))
        yield Place(self.language, ("language",))
        yield Place(self.category, ("category",))

    def clear_values(self, message: Message) -> None:
        """Nothing here is a value of a message."""


class HeaderPart(Piece):
    """The card "Header": none, a text with at most one placeholder, or a medium."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card(self.tr("Header"), self)
        self.column.addWidget(self._card)
        choices = [
            (raw.NONE, self.tr("None")),
            ("text", self.tr("Text")),
            ("image", self.tr("Image")),
            ("video", self.tr("Video")),
            ("document", self.tr("Document")),
        ]
        foot = FootLine(collapses=True, parent=self._card)
        self._card.body.addWidget(foot)
        self._kind = ChoiceField("header", self.tr("Header"), choices, bare=True, foot=foot)
        self._card.title.setBuddy(self._kind.editor)
        self._card.put_aside(self._kind)
        self._text = LineField(
            "header.text", self.tr("Header text"), limit=HEADER_TEXT_MAX, parent=self._card
        )
        self._card.body.addWidget(self._text)
        self._examples = ExampleRows(self, "header", self._card)
        self._kind.edited.connect(self._choose)
        self.bind(self._text, lambda message, text: texts.set_text(message, "header", text))

    def show_message(self, message: Message) -> None:
        """Show the kind of header, its text, and examples."""
        form = raw.header_format(message)
        self._kind.show_text(form)
        self._text.setVisible(form == "text")
        self._text.show_text(texts.text_of(message, "header") if form == "text" else "")
        self.show_examples(message)
        self._card.end_with(SPACE.m if form == raw.NONE else SPACE.s)

    def show_examples(self, message: Message) -> None:
        """Show a row for the placeholder, or for the medium."""
        form = raw.header_format(message)
        names = texts.names_of(message, "header") if form == "text" else []
        self._examples.show_message(message, [""] if form in MEDIA_FORMATS else names)

    def places(self, message: Message) -> Iterable[Place]:
        """Kind, text, examples."""
        at = raw.place_of(message, "header")
        yield Place(self._kind, () if at is None else (f"components[{at}]",))
        if not self._text.isHidden():
            yield Place(self._text, (f"components[{at}].text",))
        yield from self._examples.places(message)

    def clear_values(self, message: Message) -> None:
        """Nothing here is a value of a message."""

    def _choose(self, _before: str, form: str) -> None:
        focus = "header.text" if form == "text" else ""
        edit = Edit("header", lambda message: raw.set_header(message, form), focus=focus)
        self.changed.emit(edit)


class BodyPart(Piece):
    """The card with the template's text and an example for each of its placeholders."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card(parent=self)
        self.column.addWidget(self._card)
        self.text = TextField(
            "body",
            self.tr("Template text"),
            least=4,
            limit=BODY_MAX,
            placeholder=self.tr("Hello {{1}}, your order is on its way."),
            parent=self._card,
        )
        self._card.body.addWidget(self.text)
        self._long = note("", "warning")
        self._card.body.addWidget(self._long)
        self._examples = ExampleRows(self, "body", self._card)
        self._insert = AddButton(self.tr("Add placeholder"), self)
        self._insert.clicked.connect(self._add_placeholder)
        self._card.add_foot(self._insert)
        self.bind(self.text, lambda message, text: texts.set_text(message, "body", text))
        self._next = 1

    def show_message(self, message: Message) -> None:
        """Show text and examples; of a text without end the beginning, as it is."""
        text = texts.text_of(message, "body")
        endless = len(text) > READ_MOST
        self.text.show_text(text[:READ_MOST])
        self.text.count(len(text))
        assert isinstance(self.text.editor, QPlainTextEdit)
        self.text.editor.setReadOnly(endless)
        self._insert.setEnabled(not endless)
        said = self.tr("The text has {0} characters and cannot be edited here: this is its start.")
        self._long.setText(said.format(len(text)))
        self._long.setVisible(endless)
        self.show_examples(message)

    def show_examples(self, message: Message) -> None:
        """Show a row for each placeholder."""
        names = texts.names_of(message, "body")
        self._examples.show_message(message, names)
        self._next = max((int(name) for name in names if name.isdigit()), default=0) + 1

    def places(self, message: Message) -> Iterable[Place]:
        """Text, examples."""
        at = raw.place_of(message, "body")
        yield Place(self.text, () if at is None else (f"components[{at}]",))
        yield from self._examples.places(message)

    def clear_values(self, message: Message) -> None:
        """Nothing here is a value of a message."""

    def _add_placeholder(self) -> None:
        editor = self.text.editor
        assert isinstance(editor, QPlainTextEdit)
        editor.insertPlainText(f"{{{{{self._next}}}}}")
        editor.setFocus()


class FooterPart(Piece):
    """The card with the line beneath the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(parent=self)
        card.end_with()
        self.column.addWidget(card)
        self._text = LineField("footer", self.tr("Footer"), limit=FOOTER_MAX, parent=card)
        card.body.addWidget(self._text)
        self.bind(self._text, lambda message, text: texts.set_text(message, "footer", text))

    def show_message(self, message: Message) -> None:
        """Show the text."""
        self._text.show_text(texts.text_of(message, "footer"))

    def places(self, message: Message) -> Iterable[Place]:
        """The text."""
        at = raw.place_of(message, "footer")
        yield Place(self._text, () if at is None else (f"components[{at}]",))

    def clear_values(self, message: Message) -> None:
        """Nothing here is a value of a message."""
