"""The header of a template or of a reply-button message: none, a text, or one kind of media."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from PySide6.QtWidgets import QHBoxLayout, QWidget

from wa_composer.message.limits import CAPTION_MAX, HEADER_FORMATS, HEADER_TEXT_MAX, MEDIA_FORMATS
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.fields import ChoiceField, Field, LineField
from wa_composer.ui.forms.media_row import MediaRow
from wa_composer.ui.forms.piece import Edit, Message, Piece, Place
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.card import Card
from wa_composer.ui.widgets.labelled import FootLine

NONE = "none"
WANTED = "template.components[header]"
"""The path of problems with a header that the template has and the message lacks."""


class Slot(Protocol):
    """Where a kind of message keeps its header ``{"type": F, F: ...}``."""

    def steps(self, message: Message) -> tuple[str | int, ...] | None:
        """The way to the header object, or None where there is none."""

    def paths(self, message: Message) -> tuple[str, str]:
        """The path of the header object and that of all that belongs to the header."""

    def put(self, message: Message, header: dict[str, Any] | None) -> None:
        """Put a header there, or take it out."""


class HeaderPiece(Piece):
    """The card "Header". What was typed under another kind comes back with that kind."""

    def __init__(self, slot: Slot, captions: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slot = slot
        self._captions = captions
        self._kept: dict[str, dict[str, Any]] = {}
        self._shown = NONE
        self._wanted: str | None = None
        self._example = self._around = ""
        self._card = Card(self.tr("Header"), self)
        self.column.addWidget(self._card)
        self._kind = self._make_kind()
        self._text: LineField | None = None
        self._media: MediaRow | None = None
        self._extras: QWidget | None = None
        self._extra_fields: dict[str, LineField] = {}

    def expect(self, wanted: str | None, example: str = "", around: str = "") -> None:
        """Let the fields be those of the template's header: "" takes nothing, None is unknown.

        `example` is shown in the empty field, `around` (the header's own text) beneath it.
        """
        self._wanted, self._example, self._around = wanted, example, around

    def show_message(self, message: Message) -> None:
        """Show the header's kind and the fields of that kind; the choice where it is one."""
        header = self._header(message)
        self._shown = _kind_of(header) if header is not None else self._wanted or NONE
        self._kind.show_text(self._shown)
        self._kind.setVisible(self._wanted is None or self._shown != (self._wanted or NONE))
        self.setVisible(not self._kind.isHidden() or self._shown != NONE)
        self._card.end_with(SPACE.m if self._shown == NONE else SPACE.s)
        self._show_text(header)
        self._show_media(header)

    def places(self, message: Message) -> Iterable[Place]:
        """Kind, then text, or link, media ID, caption and file name."""
        at, whole = self._slot.paths(message)
        if not self._kind.isHidden():
            yield Place(self._kind, (whole,) if whole else ())
        if self._shown == "text" and self._text is not None:
            yield Place(self._text, (f"{at}.text", *self._whole(whole)))
        if self._shown in MEDIA_FORMATS and self._media is not None:
            inner = f"{at}.{self._shown}"
            yield Place(self._media.link, (f"{inner}.link", inner, *self._whole(whole)))
            yield Place(self._media.media_id, (f"{inner}.id",))
            for key, field in self._extra_fields.items():
                if not field.isHidden():
                    yield Place(field, (f"{inner}.{key}",))

    def clear_values(self, message: Message) -> None:
        """Empty text, link, ID, caption and file name; the kind stays."""
        steps = self._slot.steps(message)
        if steps is None:
            return
        wire.blank_out(message, *steps, "text")
        for kind in MEDIA_FORMATS:
            for key in ("link", "id", "caption", "filename"):
                wire.blank_out(message, *steps, kind, key)
        self._kept.clear()

    def forget(self) -> None:
        """Drop what was typed under other kinds."""
        self._kept.clear()

    # Private

    def _whole(self, path: str) -> tuple[str, ...]:
        """What the value answers for where there is no choice of kinds that would."""
        return (path, WANTED) if path and self._kind.isHidden() else (WANTED,)

    def _header(self, message: Message) -> dict[str, Any] | None:
        steps = self._slot.steps(message)
        found = None if steps is None else wire.get(message, *steps)
        return found if isinstance(found, dict) else None

    def _make_kind(self) -> ChoiceField:
        choices = [
            (NONE, self.tr("None")),
            ("text", self.tr("Text")),
            ("image", self.tr("Image")),
            ("video", self.tr("Video")),
            ("document", self.tr("Document")),
        ]
        foot = FootLine(collapses=True, parent=self._card)
        self._card.body.addWidget(foot)
        field = ChoiceField("header", self.tr("Header"), choices, bare=True, foot=foot)
        self._card.title.setBuddy(field.editor)
        self._card.put_aside(field)
        field.edited.connect(self._choose)
        return field

    def _choose(self, before: str, kind: str) -> None:
        def apply(message: Message) -> None:
            old = self._header(message)
            if old is not None:
                self._kept[before] = old
            self._slot.put(message, None if kind == NONE else self._kept.get(kind, _blank(kind)))

        self.changed.emit(Edit("header", apply))

    def _write(self, message: Message, value: str, *inner: str) -> None:
        if self._header(message) is None:  # only the template asks for it so far
            self._slot.put(message, _blank(self._shown))
        steps = self._slot.steps(message)
        if steps is not None:
            wire.put(message, value, *steps, *inner)

    def _show_text(self, header: dict[str, Any] | None) -> None:
        if self._shown == "text" and self._text is None:
            self._text = LineField(
                "header.text", self.tr("Header text"), limit=HEADER_TEXT_MAX, parent=self
            )
            self._card.body.addWidget(self._text)
            self.bind(self._text, lambda message, value: self._write(message, value, "text"))
        if self._text is not None:
            self._text.setVisible(self._shown == "text")
            self._text.show_text(wire.text_at(header, "text") if self._shown == "text" else "")
            self._text.show_example(self._example)
            self._text.foot.show_hint(self._around)
            self._text.show_note(" ".join((self._example, self._around)).strip())

    def _show_media(self, header: dict[str, Any] | None) -> None:
        is_media = self._shown in MEDIA_FORMATS
        if is_media and self._media is None:
            self._media = self._make_media()
        if self._media is None or self._extras is None:
            return
        self._media.setVisible(is_media)
        self._media.show_rule(self._shown)
        self._media.link.show_example(self._example or "https://")
        fields: dict[str, Field] = {"link": self._media.link, "id": self._media.media_id}
        for key, field in (fields | self._extra_fields).items():
            field.show_text(wire.text_at(header, self._shown, key) if is_media else "")
        if "filename" in self._extra_fields:
            name = self._extra_fields["filename"]
            name.setVisible(self._shown == "document" or bool(name.text()))
        self._extras.setVisible(
            is_media and any(not field.isHidden() for field in self._extra_fields.values())
        )

    def _make_media(self) -> MediaRow:
        row = MediaRow("header", self.tr("Header link"), self.tr("Header media ID"), self)
        self._card.body.addWidget(row)
        self._extras = QWidget(self)
        line = QHBoxLayout(self._extras)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE.m)
        if self._captions:
            self._extra_fields["caption"] = LineField(
                "header.caption", self.tr("Header caption"), limit=CAPTION_MAX
            )
        self._extra_fields["filename"] = LineField(
            "header.filename", self.tr("File name"), placeholder=self.tr("shown to the customer")
        )
        for key, field in self._extra_fields.items():
            line.addWidget(field, 1)
            self._bind_media(field, key)
        self._card.body.addWidget(self._extras)
        self._bind_media(row.link, "link")
        self._bind_media(row.media_id, "id")
        return row

    def _bind_media(self, field: Field, key: str) -> None:
        self.bind(field, lambda message, value: self._write(message, value, self._shown, key))


def _kind_of(header: dict[str, Any]) -> str:
    kind = wire.as_text(header.get("type"))
    return kind.lower() if kind.lower() in HEADER_FORMATS else kind


def _blank(kind: str) -> dict[str, Any]:
    if kind in MEDIA_FORMATS:
        return {"type": kind, kind: {"link": "", "id": ""}}
    return {"type": kind, "text": ""}
