"""The image message: taken only within 24 hours of the customer's last message."""

from __future__ import annotations

from pydantic import Field

from wa_composer.message.parts import Media, MediaData, Wire


class Image(Wire):
    """A picture with an optional caption."""

    type: str = "image"
    image: MediaData = Field(default_factory=MediaData)

    @property
    def kind(self) -> str:
        """Which message type this is."""
        return "image"

    @property
    def media(self) -> Media:
        """Where the picture is."""
        return Media.of(self.image)

    @property
    def caption(self) -> str:
        """The text under the picture; empty when there is none."""
        return self.image.caption
