"""The reply-button message: taken only within 24 hours of the customer's last message."""

from __future__ import annotations

from pydantic import Field

from wa_composer.message.limits import MEDIA_FORMATS
from wa_composer.message.parts import Header, Kind, Media, MediaData, ReplyButton, Wire


class HeaderData(Wire):
    """The header on the wire; media stand under the name of their kind."""

    type: Kind = ""
    text: str = ""
    image: MediaData | None = None
    video: MediaData | None = None
    document: MediaData | None = None

    @property
    def media(self) -> MediaData | None:
        """The media object of this header's own type, if it has one."""
        found = getattr(self, self.type) if self.type in MEDIA_FORMATS else None
        return found if isinstance(found, MediaData) else None


class TextData(Wire):
    """An object that holds a text, as body and footer do."""

    text: str = ""


class ReplyData(Wire):
    """What stands under ``reply``."""

    id: str = ""
    title: str = ""


class ButtonData(Wire):
    """One button; ``type`` is always ``reply``."""

    type: str = ""
    reply: ReplyData = Field(default_factory=ReplyData)


class Action(Wire):
    """What the customer can do: one to three buttons."""

    buttons: tuple[ButtonData, ...] = ()


class InteractiveData(Wire):
    """What stands under ``interactive``."""

    type: str = ""
    header: HeaderData | None = None
    body: TextData = Field(default_factory=TextData)
    footer: TextData | None = None
    action: Action = Field(default_factory=Action)


class Interactive(Wire):
    """A reply-button message."""

    type: str = "interactive"
    interactive: InteractiveData = Field(default_factory=InteractiveData)

    @property
    def kind(self) -> str:
        """Which message type this is."""
        return "interactive"

    @property
    def header(self) -> Header | None:
        """The header; None when the message has none."""
        data = self.interactive.header
        if data is None:
            return None
        if data.type in MEDIA_FORMATS:
            return Header(data.type, "", Media.of(data.media))
        return Header(data.type, data.text)

    @property
    def body_text(self) -> str:
        """The body, with WhatsApp's formatting marks in it."""
        return self.interactive.body.text

    @property
    def footer_text(self) -> str:
        """The small grey line under the body; empty when there is none."""
        return self.interactive.footer.text if self.interactive.footer else ""

    @property
    def buttons(self) -> tuple[ReplyButton, ...]:
        """The buttons in the order they are drawn."""
        return tuple(
            ReplyButton(b.reply.id, b.reply.title) for b in self.interactive.action.buttons
        )
