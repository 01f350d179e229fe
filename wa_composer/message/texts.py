"""Rules of a single text: filled in, not too long, fit for a template."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from wa_composer.message import wording
from wa_composer.message.limits import SPACES_MAX
from wa_composer.message.notes import Notes
from wa_composer.message.parts import MediaData
from wa_composer.message.unsendable import leftover
from wa_composer.message.words import Words

_LINE_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_FIVE_SPACES = " " * (SPACES_MAX + 1)
_NO_ADDRESS = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")
_MARKS = tuple(
    (re.compile(rf"(?<!\w){mark}(?=\S)"), re.compile(rf"(?<=\S){mark}(?!\w)"))
    for mark in map(re.escape, "*_~`")
)


def required(notes: Notes, path: str, value: str, field: Words) -> bool:
    """Note an empty text or a placeholder that was left; True when the text can be looked at."""
    if not value.strip():
        notes.error(path, "empty", field=field)
        return False
    return settled(notes, path, value, field)


def settled(notes: Notes, path: str, value: str, field: Words) -> bool:
    """Note a placeholder that was left in a text; True when there is none."""
    found = leftover(value)
    if found:
        notes.error(path, "placeholder", field=field, found=found)
    return not found


def within(
    notes: Notes, path: str, value: str, most: int, field: Words, *, strict: bool = True
) -> None:
    """Note a text above ``most`` characters, or above it only by UTF-16's way of counting.

    The unit is not documented: code points above the limit are an error (a warning unless
    ``strict``), UTF-16 units a warning.
    """
    if len(value) * 2 <= most:
        return
    if len(value) > most:
        note = notes.error if strict else notes.warning
        code = "too_long" if strict else "too_long_doubt"
        note(path, code, field=field, most=most, count=len(value))
        return
    units = len(value.encode("utf-16-le", "surrogatepass")) // 2
    if units > most:
        notes.warning(path, "too_long_utf16", field=field, most=most, count=units)


def one_line(notes: Notes, path: str, value: str, field: Words) -> None:
    """Note what a template's value may not hold (Meta, error 132018)."""
    if value.isalnum():
        return
    if _LINE_BREAK.search(value):
        notes.error(path, "new_line", field=field)
    if "\t" in value:
        notes.error(path, "tab", field=field)
    if _FIVE_SPACES in value:
        notes.error(path, "spaces", field=field)


def plain(notes: Notes, path: str, value: str, field: Words) -> None:
    """Note formatting marks where WhatsApp shows them as they are."""
    if any(_is_marked(line) for line in value.split("\n")):
        notes.warning(path, "formatting", field=field)


def _is_marked(line: str) -> bool:
    # Opening and closing are looked for one after the other: as one expression they take the
    # square of the length.
    for opening, closing in _MARKS:
        begin = opening.search(line)
        if begin is not None and closing.search(line, begin.end() + 1):
            return True
    return False


def is_link(value: str) -> bool:
    """Return whether a text is an http or https address that can be fetched."""
    if _NO_ADDRESS.search(value):
        return False
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0


def address_signs(notes: Notes, path: str, value: str, field: Words) -> None:
    """Note what must be percent-encoded in the value of a link button."""
    if not value.isascii() or _NO_ADDRESS.search(value):
        notes.warning(path, "url_signs", field=field)


def media(
    notes: Notes, path: str, data: MediaData | None, kind: str, link: Words, media_id: Words
) -> None:
    """Note what is wrong with media: exactly one of link and id, file names for documents only."""
    found = data or MediaData()
    has_link, has_id = bool(found.link.strip()), bool(found.id.strip())
    if not has_link and not has_id:
        notes.error(f"{path}.link", "media_missing", field=link)
    if has_link and settled(notes, f"{path}.link", found.link, link) and not is_link(found.link):
        notes.error(f"{path}.link", "not_link", field=link)
    if has_id:
        settled(notes, f"{path}.id", found.id, media_id)
    if has_link and has_id:
        notes.error(f"{path}.id", "media_both")
    if found.filename:
        if kind != "document":
            notes.error(f"{path}.filename", "filename")
        settled(notes, f"{path}.filename", found.filename, wording.FILE_NAME)
