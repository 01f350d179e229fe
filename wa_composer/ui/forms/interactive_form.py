"""The form of a reply-button message."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from wa_composer.message.limits import BODY_MAX, FOOTER_MAX
from wa_composer.ui.forms import reply_wire as raw
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.base import MessageForm
from wa_composer.ui.forms.fields import LineField, TextField
from wa_composer.ui.forms.header import HeaderPiece
from wa_composer.ui.forms.notes import day_note, hint_note
from wa_composer.ui.forms.piece import Message, Piece, Place
from wa_composer.ui.forms.reply_buttons import ReplyButtons
from wa_composer.ui.widgets.card import Card


class InteractiveForm(MessageForm):
    """Header, body, footer and one to three reply buttons."""

    kind = "interactive"

    @classmethod
    def blank(cls) -> Message:
        """A message with one empty button."""
        return {"type": cls.kind, cls.kind: raw.blank()}

    def _build(self) -> None:
        self._column.addWidget(day_note(self))
        self._column.addWidget(
            hint_note(
                self.tr(
                    "Insider One sends reply buttons only when a template for them exists in its "
                    "web panel, InOne. Make it there first."
                ),
                self,
            )
        )
        self._add(HeaderPiece(raw.ReplyHeader(), captions=True, parent=self))
        self._add(Words(self))
        self._add(ReplyButtons(self))


class Words(Piece):
    """Body and footer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(parent=self)
        card.end_with()
        self.column.addWidget(card)
        self._body = TextField("body", self.tr("Body"), limit=BODY_MAX, least=3, parent=card)
        self._footer = LineField("footer", self.tr("Footer"), limit=FOOTER_MAX, parent=card)
        card.body.addWidget(self._body)
        card.body.addWidget(self._footer)
        self.bind(self._body, _write_body)
        self.bind(self._footer, raw.set_footer)

    def show_message(self, message: Message) -> None:
        """Show both texts."""
        self._body.show_text(wire.text_at(message, "interactive", "body", "text"))
        self._footer.show_text(wire.text_at(message, "interactive", "footer", "text"))

    def places(self, message: Message) -> Iterable[Place]:
        """Body, footer; the body also answers for the message as a whole."""
        yield Place(self._body, ("interactive.body", "interactive", "type"))
        yield Place(self._footer, ("interactive.footer",))

    def clear_values(self, message: Message) -> None:
        """Empty both."""
        wire.blank_out(message, "interactive", "body", "text")
        raw.set_footer(message, "")


def _write_body(message: Message, text: str) -> None:
    wire.put(message, text, "interactive", "body", "text")
