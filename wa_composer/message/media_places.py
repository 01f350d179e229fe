"""Where a message has its one medium: what kind it is, and the path of its link."""

from __future__ import annotations

from typing import Any, NamedTuple

from wa_composer.message.image import Image
from wa_composer.message.interactive import Interactive
from wa_composer.message.limits import MEDIA_FORMATS
from wa_composer.message.parts import Media
from wa_composer.message.template import Template


class MediaPlace(NamedTuple):
    """A medium within a message object; `path` leads to its link."""

    kind: str
    media: Media
    path: str


def media_place(message: Any) -> MediaPlace | None:
    """The picture, video or document of a message; None for one without."""
    if isinstance(message, Image):
        return MediaPlace("image", message.media, "image.link")
    if isinstance(message, Interactive):
        header = message.interactive.header
        if header is not None and header.type in MEDIA_FORMATS:
            path = f"interactive.header.{header.type}.link"
            return MediaPlace(header.type, Media.of(header.media), path)
    if isinstance(message, Template):
        return _of_template(message)
    return None


def _of_template(message: Template) -> MediaPlace | None:
    for number, component in enumerate(message.template.components):
        if component.type == "header":
            value = component.parameters[0] if component.parameters else None
            found = value.media if value is not None else None
            if value is None or found is None:
                return None
            at = f"template.components[{number}].parameters[0].{value.type}.link"
            return MediaPlace(value.type, Media.of(found), at)
    return None
