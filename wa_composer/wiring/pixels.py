"""Files and bytes to pictures, for the thread beside the window's."""

from __future__ import annotations

from pathlib import Path

from wa_composer.insider.media_facts import Look, picture_of, size_fault
from wa_composer.message.words import words
from wa_composer.session.looking import Decoded

FILE_BYTES_MOST = 64 * 1024 * 1024
"""Above WhatsApp's limit, so that a picture too big for it is drawn and said to be."""


def decoded(data: bytes) -> Decoded | None:
    """The picture of some bytes, None when they cannot be drawn."""
    from wa_composer.preview.decoding import UndecodablePicture, decode

    try:
        image = decode(data)
    except UndecodablePicture:
        return None
    return Decoded(image, image.sizeInBytes())


def read_picture(path: Path) -> Look:
    """The facts and bytes of a picture on this computer; raises OSError."""
    if not path.is_file():
        path.stat()  # raises what is wrong with it, if it is not there at all
        return Look("image", fault=words("It is not a file."))
    size = path.stat().st_size
    if size > FILE_BYTES_MOST:
        return Look("image", size=size, fault=size_fault("image", size))
    return picture_of(path.read_bytes())
