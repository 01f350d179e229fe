"""What was found out about a link's file, and the sentences that say so. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil

from wa_composer.insider.media_kinds import JPEG, NAMES, PNG, found_type, shape
from wa_composer.message.limits import MEDIA, PICTURE_PIXELS_MOST, PICTURE_SIDE_MOST
from wa_composer.message.words import Words, words

_KIB, _MIB = 1024, 1024 * 1024
_WANTED = {
    "image": words("JPEG or PNG"),
    "video": words("MP4 or 3GP"),
    "document": words("PDF, text or Office files"),
}
_NOT = {
    "image": words("This is a web page, not a picture."),
    "video": words("This is a web page, not a video."),
    "document": words("This is a web page, not a document."),
}
_ALIASES = {"image/jpg": JPEG, "image/pjpeg": JPEG, "video/3gp": "video/3gpp"}
_VAGUE = ("application/octet-stream", "binary/octet-stream")
TIMELY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that may be another one in a minute."""


@dataclass(frozen=True, slots=True)
class Look:
    """The facts of one look at a link (or at a file on this computer, without a status).

    `size` in bytes is None when it was not told. `fault` says why WhatsApp will probably not take
    the file, or why it could not be looked at; `lasting` that looking once more cannot change it.
    `data` holds a picture's bytes, only when it may be decoded.
    """

    kind: str
    status: int | None = None
    told_type: str = ""
    found_type: str = ""
    size: int | None = None
    width: int = 0
    height: int = 0
    fault: Words | None = None
    data: bytes = field(default=b"", repr=False)
    lasting: bool = False

    def words(self) -> Words:
        """One sentence or line: what is wrong, or what the file is."""
        return self.fault or self.summary()

    def summary(self) -> Words:
        """Type, size in points and in bytes, as far as they are known."""
        kind = self.found_type or self.told_type
        name = NAMES.get(kind, kind or "?")
        size = size_text(self.size) if self.size is not None else words("size not told")
        if self.width and self.height:
            return words(
                "{type} · {width} × {height} · {size}",
                type=name,
                width=self.width,
                height=self.height,
                size=size,
            )
        return words("{type} · {size}", type=name, size=size)


def size_text(size: int, *, above: int = 0) -> str:
    """Bytes as people read them; never rounded down to the limit that they are `above`."""
    if size < _MIB:
        return f"{max(1, round(size / _KIB))} KB" if size else "0 KB"
    tenths = ceil(size * 10 / _MIB) if above else round(size * 10 / _MIB)
    return f"{tenths / 10:g} MB" if tenths % 10 else f"{tenths // 10} MB"


def media_type(header: str) -> str:
    """The type in a Content-Type header, in lower case, without parameters."""
    told = header.split(";", 1)[0].strip().lower()[:100]
    return _ALIASES.get(told, told)


def status_fault(status: int) -> Words | None:
    """What a status says of the link; None for one that brings a file."""
    if 200 <= status < 300 and status != 204:
        return None
    if status in (404, 410):
        return words("{status}: there is nothing at this link.", status=status)
    if status in (401, 402, 403, 407):
        return words("{status}: this link is not open to everyone.", status=status)
    if status == 429:
        return words("{status}: the server is asked too often. Try again later.", status=status)
    if status >= 500:
        return words("{status}: the server has trouble now. Try again later.", status=status)
    return words("{status}: the server gives no file for this link.", status=status)


def size_fault(kind: str, size: int | None) -> Words | None:
    """Whether a file is too big for WhatsApp, or empty."""
    most = MEDIA[kind].most_bytes
    if size == 0:
        return words("The file is empty.")
    if size is not None and size > most:
        shown = size_text(size, above=most)
        return words("{size}: more than the {most} WhatsApp takes.", size=shown, most=_most(kind))
    return None


def too_big(kind: str) -> Words:
    """The sentence for a file that went on after the limit without telling its size."""
    return words("More than the {most} WhatsApp takes.", most=_most(kind))


def _most(kind: str) -> str:
    return f"{MEDIA[kind].most_bytes // _MIB} MB"


def type_fault(kind: str, found: str) -> Words | None:
    """Whether WhatsApp takes a file of this type as this kind of medium; "" is unknown."""
    if found in MEDIA[kind].types:
        return None
    if found in ("text/html", "application/xhtml+xml"):
        return _NOT[kind]
    wanted = _WANTED[kind]
    if found in NAMES:
        return words("{type} file: WhatsApp takes {wanted}.", type=NAMES[found], wanted=wanted)
    if not found or found in _VAGUE:
        return words("The server does not tell the file’s type; WhatsApp takes {wanted}.",
                     wanted=wanted)  # fmt: skip
    return words(
        "The server calls the file {type}; WhatsApp takes {wanted}.", type=found, wanted=wanted
    )


def told_fault(kind: str, told: str, found: str) -> Words | None:
    """Whether the server calls a good file something that WhatsApp does not take."""
    if told in MEDIA[kind].types:
        return None
    name = NAMES[found]
    if not told:
        return words(
            "The file is {type}, but its server does not say so: WhatsApp may refuse it.", type=name
        )
    return words(
        "The file is {type}, but its server calls it {told}: WhatsApp may refuse it.",
        type=name,
        told=told,
    )


def picture_of(data: bytes, *, status: int | None = None, told_type: str | None = None) -> Look:
    """The facts of a picture's whole bytes; `told_type` None when no server told one."""
    found = found_type(data)
    seen = shape(data)
    told = told_type or ""

    def look(fault: Words | None, *, keep: bool = False) -> Look:
        kept = data if keep else b""
        size = (len(data), seen.width, seen.height)
        return Look("image", status, told, found, *size, fault, kept)

    if not data:
        return look(size_fault("image", 0))
    wrong = _wrong_picture(data, found)
    if wrong is not None:
        return look(wrong)
    if not (seen.width and seen.height and seen.whole):
        return look(words("The picture is damaged: its file breaks off."))
    sides = max(seen.width, seen.height)
    if sides > PICTURE_SIDE_MOST or seen.width * seen.height > PICTURE_PIXELS_MOST:
        return look(
            words(
                "{width} × {height} points: too many to draw here, and maybe for phones.",
                width=seen.width,
                height=seen.height,
            )
        )
    doubt = size_fault("image", len(data))
    if doubt is None and told_type is not None:
        doubt = told_fault("image", told, found)
    return look(doubt, keep=True)


def _wrong_picture(data: bytes, found: str) -> Words | None:
    if found in (JPEG, PNG):
        return None
    if found:
        return type_fault("image", found)
    return words("This is no picture; WhatsApp takes {wanted}.", wanted=_WANTED["image"])
