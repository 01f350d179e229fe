"""What makes a reply-button message fit to be sent."""

from __future__ import annotations

from wa_composer.message import wording
from wa_composer.message.interactive import ButtonData, HeaderData, Interactive
from wa_composer.message.limits import (
    BODY_MAX,
    CAPTION_MAX,
    FOOTER_MAX,
    HEADER_TEXT_MAX,
    MEDIA_FORMATS,
    REPLY_BUTTONS_MAX,
    REPLY_ID_MAX,
    REPLY_TITLE_MAX,
)
from wa_composer.message.notes import Notes
from wa_composer.message.texts import media, plain, required, settled, within


def check_interactive(message: Interactive, path: str, notes: Notes) -> None:
    """Note everything that is wrong with a reply-button message."""
    data, where = message.interactive, f"{path}.interactive"
    if data.type != "button":
        notes.error(f"{where}.type", "interactive_type")
    if data.header is not None:
        _header(data.header, f"{where}.header", notes)
    body, at = data.body.text, f"{where}.body.text"
    if required(notes, at, body, wording.BODY):
        within(notes, at, body, BODY_MAX, wording.BODY)
    footer, at = message.footer_text, f"{where}.footer.text"
    if footer and settled(notes, at, footer, wording.FOOTER):
        within(notes, at, footer, FOOTER_MAX, wording.FOOTER)
    _buttons(data.action.buttons, f"{where}.action.buttons", notes)


def _header(header: HeaderData, path: str, notes: Notes) -> None:
    if header.type == "text":
        at = f"{path}.text"
        if required(notes, at, header.text, wording.HEADER_TEXT):
            within(notes, at, header.text, HEADER_TEXT_MAX, wording.HEADER_TEXT)
            plain(notes, at, header.text, wording.HEADER_TEXT)
    elif header.type in MEDIA_FORMATS:
        at, data = f"{path}.{header.type}", header.media
        media(notes, at, data, header.type, wording.HEADER_LINK, wording.HEADER_ID)
        if data and settled(notes, f"{at}.caption", data.caption, wording.HEADER_CAPTION):
            caption = data.caption
            within(
                notes, f"{at}.caption", caption, CAPTION_MAX, wording.HEADER_CAPTION, strict=False
            )
    elif header.type == "audio":
        notes.error(f"{path}.type", "header_audio")
    else:
        notes.error(f"{path}.type", "header_format", kind=header.type)


def _buttons(buttons: tuple[ButtonData, ...], path: str, notes: Notes) -> None:
    if not buttons:
        notes.error(path, "reply_none")
    if len(buttons) > REPLY_BUTTONS_MAX:
        notes.error(path, "reply_many", most=REPLY_BUTTONS_MAX, count=len(buttons))
    ids: set[str] = set()
    titles: set[str] = set()
    for number, button in enumerate(buttons):
        where = f"{path}[{number}]"
        if button.type != "reply":
            notes.error(f"{where}.type", "reply_type")
        _title(button.reply.title, f"{where}.reply.title", number + 1, titles, notes)
        _id(button.reply.id, f"{where}.reply.id", number + 1, ids, notes)


def _id(value: str, path: str, number: int, seen: set[str], notes: Notes) -> None:
    field = wording.button_id(number)
    if not required(notes, path, value, field):
        return
    within(notes, path, value, REPLY_ID_MAX, field)
    if value != value.strip():
        notes.error(path, "reply_id_ends", field=field)
    if value in seen:
        notes.error(path, "reply_twice", field=field)
    seen.add(value)


def _title(value: str, path: str, number: int, seen: set[str], notes: Notes) -> None:
    field = wording.button_title(number)
    if not required(notes, path, value, field):
        return
    within(notes, path, value, REPLY_TITLE_MAX, field)
    plain(notes, path, value, field)
    if value in seen:
        notes.error(path, "reply_twice", field=field)
    seen.add(value)
