"""Whether a message's values fit its template's wording."""

from __future__ import annotations

from wa_composer.message.definition import Definition
from wa_composer.message.limits import MEDIA_FORMATS
from wa_composer.message.placeholders import placeholders
from wa_composer.message.template import Template
from wa_composer.message.words import Words, words


def misfits(message: Template, wording: Definition) -> tuple[Words, ...]:
    """Return in which ways a message does not fit the wording; empty when it does."""
    found = [*_header(message, wording), *_body(message, wording), *_buttons(message, wording)]
    return tuple(found)


def _body(message: Template, wording: Definition) -> list[Words]:
    given, wanted = len(message.body_values), values_of(wording.body)
    if given == wanted or not wording.body:
        return []
    return [
        words(
            "It gives {given} body values, and the text takes {wanted}.", given=given, wanted=wanted
        )
    ]


def values_of(text: str) -> int:
    """Return how many values a text takes: up to its highest number, or one for each name."""
    names = placeholders(text)
    return max((int(name) if name.isdigit() else len(names) for name in names), default=0)


def _header(message: Template, wording: Definition) -> list[Words]:
    header, wanted = message.header, wording.header_format
    given = header.format if header is not None else ""
    if wanted in MEDIA_FORMATS:
        if given == wanted:
            return []
        return [words("The header wants {wanted}.", wanted=wanted or "")]
    takes = wanted == "text" and bool(placeholders(wording.header_text))
    if takes and given != "text":
        return [words("The header wants a text.")]
    if not takes and header is not None and wanted in (None, "text"):
        return [words("It gives a header, and the template takes none.")]
    return []


def _buttons(message: Template, wording: Definition) -> list[Words]:
    found = []
    given = {button.index: button for button in message.buttons if button.index is not None}
    for place, button in given.items():
        number = place + 1
        if place >= len(wording.buttons):
            text = words("It has a value for button {number}, which is not there.", number=number)
            found.append(text)
        elif (button.kind or "") != wording.buttons[place].kind:
            found.append(words("Button {number} is of another kind.", number=number))
    for place, known in enumerate(wording.buttons):
        if known.kind == "url" and placeholders(known.url) and place not in given:
            number = place + 1
            found.append(words("Button {number} wants the end of its link.", number=number))
    return found
