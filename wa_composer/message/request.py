"""The envelope: who sends, and the messages of one request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Discriminator, Field, Tag

from wa_composer.message.image import Image
from wa_composer.message.interactive import Interactive
from wa_composer.message.parts import Wire
from wa_composer.message.template import Template


class UnknownMessage(Wire):
    """A message of a type that this program does not know; all of it is kept as it came."""

    type: str = ""

    @property
    def kind(self) -> str:
        """The type as the file names it; empty when it names none."""
        return self.type


MESSAGE_MODELS: dict[str, type[Wire]] = {
    "template": Template,
    "interactive": Interactive,
    "image": Image,
}
"""The models by message type. A new type is one entry here and one arm in `Message`."""


def kind_of(raw: object) -> str:
    """Return the message type a raw message object is read as: ``unknown`` when there is none.

    An object without a type is read as the one documented type whose key it has.
    """
    if isinstance(raw, Wire):
        named = getattr(raw, "type", "")
        return named if named in MESSAGE_MODELS else "unknown"
    if not isinstance(raw, Mapping):
        return "unknown"
    kind = raw.get("type")
    if isinstance(kind, str) and kind in MESSAGE_MODELS:
        return kind
    if kind in ("", None):
        return next((name for name in MESSAGE_MODELS if name in raw), "unknown")
    return "unknown"


Message = Template | Interactive | Image | UnknownMessage


class Outgoing(Wire):
    """One message on its way to one phone number."""

    phone_number: str = Field(default="", alias="phoneNumber")
    message: Annotated[
        Annotated[Template, Tag("template")]
        | Annotated[Interactive, Tag("interactive")]
        | Annotated[Image, Tag("image")]
        | Annotated[UnknownMessage, Tag("unknown")],
        Discriminator(kind_of),
    ] = Field(default_factory=UnknownMessage)


class Request(Wire):
    """All that goes out in one call; ``sender`` is None when the account's own number is used."""

    sender: str | None = Field(default=None, alias="from")
    messages: tuple[Outgoing, ...] = ()
