"""One builder per message type, found by registration: message -> parts and buttons.

A next type of the API is one function here (or in a module of its own) under `@bubble("kind")`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from wa_composer.message.words import words
from wa_composer.preview import media
from wa_composer.preview.nodes import Button, Hatch, Paragraph, Part, Span, Text
from wa_composer.preview.text import clean, formatted, plain, shortened

if TYPE_CHECKING:
    from wa_composer.message.definition import Definition
    from wa_composer.message.image import Image
    from wa_composer.message.interactive import Interactive
    from wa_composer.message.parts import Header
    from wa_composer.preview.nodes import Role
    from wa_composer.preview.text import Say

Built = tuple[list[Part], list[Button]]
Builder = Callable[[Any, "Definition | None", "Say"], Built]

BUTTON_LABEL_MOST = 80
MEDIA_KINDS = ("image", "video", "document")

_builders: dict[str, Builder] = {}


def bubble(kind: str) -> Callable[[Builder], Builder]:
    """Registers the decorated function as the builder of messages of `kind`."""

    def register(builder: Builder) -> Builder:
        _builders[kind] = builder
        return builder

    return register


def builder(kind: str) -> Builder:
    """The builder of `kind`; for a type that has none, one that says so."""
    return _builders.get(kind, _unknown)


def ghost(identity: str, role: Role, text: str) -> Text:
    """A text not written yet: the name of its field, marked."""
    return Text(identity, role, (Paragraph((Span(text, (), "missing"),)),))


def header_parts(header: Header | None, say: Say) -> list[Part]:
    """The parts of a header that is wholly in the message: a text, or a medium and its caption."""
    if header is None:
        return []
    if header.format in MEDIA_KINDS:
        parts = [media.part(header.format, header.media, say)]
        if header.media and header.media.caption:
            parts.append(formatted("header.caption", header.media.caption, say))
        return parts
    if header.text.strip():
        return [plain("header", "header", header.text, say)]
    return [ghost("header", "header", say(words("Header text")))]


@bubble("interactive")
def _interactive(message: Interactive, _: Definition | None, say: Say) -> Built:
    parts = header_parts(message.header, say)
    if message.body_text.strip():
        parts.append(formatted("body", message.body_text, say))
    else:
        parts.append(ghost("body", "body", say(words("Body"))))
    if message.footer_text.strip():
        parts.append(plain("footer", "footer", message.footer_text, say))
    buttons = []
    for row, reply in enumerate(message.buttons):
        label = shortened(reply.title, BUTTON_LABEL_MOST)
        missing = not label.strip()
        text = say(words("Button {number}", number=row + 1)) if missing else label
        span = Span(text, (), "missing" if missing else "")
        buttons.append(Button(f"button:{row}", "reply", (span,), clean(reply.id), missing))
    return parts, buttons


@bubble("image")
def _image(message: Image, _: Definition | None, say: Say) -> Built:
    parts = [media.part("image", message.media, say, standalone=True)]
    if message.caption.strip():
        parts.append(formatted("body", message.caption, say))
    return parts, []


def _unknown(message: Any, _: Definition | None, say: Say) -> Built:
    kind = shortened(str(message.kind), 60)
    if not kind.strip():
        return [Hatch("notice", say(words("No message type yet.")))], []
    sentence = words("Messages of the type “{kind}” cannot be drawn yet.", kind=kind)
    return [Hatch("notice", say(sentence))], []
