"""Names of media: what can be said of a picture or document without fetching it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from wa_composer.message.words import words
from wa_composer.preview.nodes import Document, Part, Picture
from wa_composer.preview.text import shortened

if TYPE_CHECKING:
    from wa_composer.message.parts import Media
    from wa_composer.preview.text import Say

NAME_MOST = 120
_KIND = re.compile(r"\.([A-Za-z0-9]{1,5})$")


def file_name(link: str) -> str:
    """The last part of an address's path, readable; the host where there is no path."""
    address = re.split(r"[?#]", link[:2048], maxsplit=1)[0]
    address = re.sub(r"^[A-Za-z][A-Za-z0-9+.-]*://", "", address).rstrip("/")
    return shortened(unquote(address.rsplit("/", 1)[-1], errors="replace").strip(), NAME_MOST)


def part(kind: str, media: Media | None, say: Say, *, standalone: bool = False) -> Part:
    """The node for a header's or message's media of `kind` image, video or document."""
    link, media_id = (media.link, media.id) if media else ("", "")
    given = (media.filename if media and kind == "document" else "") or file_name(link)
    name = shortened(given, NAME_MOST)
    missing = not (link.strip() or media_id.strip())
    if not name and not missing:
        name = say(words("Media {id}", id=shortened(media_id, 40)))
    if kind == "document":
        found = _KIND.search(name)
        detail = found.group(1).upper() if found else ""
        name = name or say(words("No document yet"))
        filename = shortened(media.filename, NAME_MOST) if media else ""
        return Document("header", name, detail, missing, link, media_id, filename)
    empty = words("No video yet") if kind == "video" else words("No picture yet")
    return Picture(
        "header",
        "video" if kind == "video" else "image",
        name or say(empty),
        missing,
        link,
        media_id,
        standalone,
    )
