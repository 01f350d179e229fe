"""Pieces that the message types share: the frozen wire model and what readers get to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict


class LowerCase:
    """Marks a text that is read in any letter case and written in lower case."""


Kind = Annotated[str, LowerCase()]
"""The name of a kind of thing, such as ``header`` or ``quick_reply``."""


class Wire(BaseModel):
    """An object of the request JSON: frozen, with keys it does not know kept beside its own.

    Blanks are legal everywhere, since a half-written message must be readable and drawable;
    what may be *sent* is decided by the rules alone.
    """

    model_config = ConfigDict(frozen=True, extra="allow", protected_namespaces=())

    @property
    def unknown(self) -> dict[str, object]:
        """The keys that this object does not know, as they were read."""
        return self.__pydantic_extra__ or {}


class MediaData(Wire):
    """Media on the wire: a link that WhatsApp fetches, or the id of uploaded media."""

    link: str = ""
    id: str = ""
    caption: str = ""
    filename: str = ""


@dataclass(frozen=True, slots=True)
class Media:
    """Media as readers see it; whatever was not given is an empty text."""

    link: str = ""
    id: str = ""
    caption: str = ""
    filename: str = ""

    @classmethod
    def of(cls, data: MediaData | None) -> Media:
        """Return the media of a wire object, all blank when there is none."""
        if data is None:
            return cls()
        return cls(data.link, data.id, data.caption, data.filename)


@dataclass(frozen=True, slots=True)
class Header:
    """The top of a bubble: ``format`` is text, image, video, document or what the file says."""

    format: str
    text: str = ""
    media: Media | None = None


@dataclass(frozen=True, slots=True)
class Button:
    """A template's button: its kind, its place in the template, and the value sent with it."""

    kind: str
    index: int | None
    value: str


@dataclass(frozen=True, slots=True)
class ReplyButton:
    """A button of a reply-button message: the id that comes back, the title that is read."""

    id: str
    title: str
