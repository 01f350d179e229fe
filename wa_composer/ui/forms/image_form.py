"""The form of an image message."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from wa_composer.message.limits import CAPTION_MAX
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.base import MessageForm
from wa_composer.ui.forms.fields import Field, TextField
from wa_composer.ui.forms.media_row import MediaRow
from wa_composer.ui.forms.notes import day_note
from wa_composer.ui.forms.piece import Message, Piece, Place
from wa_composer.ui.widgets.card import Card


class ImageForm(MessageForm):
    """A link or the ID of uploaded media, and a caption."""

    kind = "image"

    @classmethod
    def blank(cls) -> Message:
        """A message without a picture yet."""
        return {"type": cls.kind, cls.kind: {"link": "", "id": "", "caption": ""}}

    def _build(self) -> None:
        self._column.addWidget(day_note(self))
        self._add(Picture(self))


class Picture(Piece):
    """All there is to an image message."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(parent=self)
        card.end_with()
        self.column.addWidget(card)
        media = MediaRow("image", self.tr("Image link"), self.tr("Media ID"), card)
        media.show_rule("image")
        caption = TextField(
            "image.caption", self.tr("Caption"), limit=CAPTION_MAX, least=3, parent=card
        )
        card.body.addWidget(media)
        card.body.addWidget(caption)
        self._fields: dict[str, Field] = {
            "link": media.link,
            "id": media.media_id,
            "caption": caption,
        }
        for key, field in self._fields.items():
            self._bind(field, key)

    def show_message(self, message: Message) -> None:
        """Show link, ID and caption."""
        for key, field in self._fields.items():
            field.show_text(wire.text_at(message, "image", key))

    def places(self, message: Message) -> Iterable[Place]:
        """Link, ID, caption; the link also answers for the image as a whole."""
        for key, field in self._fields.items():
            own = f"image.{key}"
            yield Place(field, (own, "image", "type") if key == "link" else (own,))

    def clear_values(self, message: Message) -> None:
        """Empty all three."""
        for key in self._fields:
            wire.blank_out(message, "image", key)

    def _bind(self, field: Field, key: str) -> None:
        self.bind(field, lambda message, text: wire.put(message, text, "image", key))
