"""Templates: the wording where it is known, and an honest blank with labelled values where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wa_composer.message.button_links import resolved
from wa_composer.message.definition import fill
from wa_composer.message.definition_words import undrawn_words
from wa_composer.message.placeholders import value_places
from wa_composer.message.words import words
from wa_composer.preview import media
from wa_composer.preview.bubbles import (
    BUTTON_LABEL_MOST,
    MEDIA_KINDS,
    Built,
    bubble,
    header_parts,
)
from wa_composer.preview.nodes import Button, Chip, Hatch, Part, Span
from wa_composer.preview.text import CHARACTERS_MOST, clean, filled, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wa_composer.message.definition import Definition, DefinitionButton, Piece
    from wa_composer.message.parts import Button as Filled
    from wa_composer.message.parts import Header
    from wa_composer.message.template import Template
    from wa_composer.message.words import Words
    from wa_composer.preview.text import Say

CHIPS_MOST = 40
"""Values drawn under an unknown wording; the rest is counted."""
CHIP_VALUE_MOST = 400
UNDRAWN_MOST = 12
_OWN_LABELS = {"copy_code": words("Copy code")}
"""WhatsApp writes on these itself, whatever a definition says."""
_ABOVE = frozenset({"header", "location", "product"})


@bubble("template")
def _template(message: Template, wording: Definition | None, say: Say) -> Built:
    parts = _undrawn(wording, say, _ABOVE) + _header(message.header, wording, say)
    values = message.body_values
    if wording is not None and wording.body.strip():
        places = value_places(wording.body[: CHARACTERS_MOST + 1])
        parts.append(filled("body", "body", _fill(wording.body, values), say, places))
        parts.extend(_chips(values, max(places.values(), default=-1) + 1, say))
    else:
        if wording is None or "authentication" not in wording.undrawn:  # that says it in its way
            parts.append(Hatch("wording", say(_sentence(message))))
        parts.extend(_chips(values, 0, say))
    if wording is not None and wording.footer.strip():
        parts.append(filled("footer", "footer", _fill(wording.footer, ()), say))
    parts.extend(_undrawn(wording, say))
    return parts, _buttons(message.buttons, wording, say)


def _undrawn(
    wording: Definition | None, say: Say, only: frozenset[str] = frozenset()
) -> list[Part]:
    """A hatched place for each thing that the template has and no picture here shows.

    With `only` those that stand above the body, else all the others.
    """
    kinds = dict.fromkeys(wording.undrawn) if wording is not None else ()
    chosen = [kind for kind in kinds if (kind in only if only else kind not in _ABOVE)]
    parts: list[Part] = [
        Hatch(f"undrawn:{shortened(kind, 40)}", say(undrawn_words(shortened(kind, 40))))
        for kind in chosen[:UNDRAWN_MOST]
    ]
    if len(chosen) > UNDRAWN_MOST:
        count = len(chosen) - UNDRAWN_MOST
        said = words("… and {count} more things that are not drawn here.", count=count)
        parts.append(Hatch("undrawn", say(said)))
    return parts


def _fill(text: str, values: Sequence[str]) -> list[Piece]:
    return fill(text[: CHARACTERS_MOST + 1], values)


def _sentence(message: Template) -> Words:
    name = shortened(message.name, 80).strip()
    if not name:
        return words("Choose a template to see its text here.")
    language = shortened(message.language_code, 20).strip()
    shown = f"{name} ({language})" if language else name
    return words("The text of {template} is not known here.", template=shown)


def _header(header: Header | None, wording: Definition | None, say: Say) -> list[Part]:
    if header is not None and header.format in MEDIA_KINDS:
        return [media.part(header.format, header.media, say)]
    known = (wording.header_format or "") if wording is not None else ""
    if wording is not None and known == "text" and wording.header_text.strip():
        values = (header.text,) if header is not None else ()
        return [filled("header", "header", _fill(wording.header_text, values), say)]
    if header is None:
        return [media.part(known, None, say)] if known in MEDIA_KINDS else []
    if header.format == "text":
        return [_chip("header", say(words("Header")), header.text, say)]
    return header_parts(header, say)


def _chips(values: tuple[str, ...], used: int, say: Say) -> list[Part]:
    rest = list(enumerate(values))[used:]
    chips: list[Part] = [
        _chip(f"body:{place}", say(words("Body value {number}", number=place + 1)), value, say)
        for place, value in rest[:CHIPS_MOST]
    ]
    if len(rest) > CHIPS_MOST:
        count = len(rest) - CHIPS_MOST
        chips.append(Hatch("more", say(words("… and {count} more values", count=count))))
    return chips


def _chip(identity: str, label: str, value: str, say: Say) -> Chip:
    missing = not value.strip()
    shown = say(words("empty")) if missing else shortened(value, CHIP_VALUE_MOST)
    return Chip(identity, label, shown, missing)


def _buttons(given: tuple[Filled, ...], wording: Definition | None, say: Say) -> list[Button]:
    """The wording's buttons with the values given for them, then values without a known button."""
    known = wording.buttons if wording is not None else ()
    rows: dict[int, tuple[int, Filled]] = {}
    rest: list[tuple[int, Filled]] = []
    for row, button in enumerate(given):
        place = button.index
        if place is not None and 0 <= place < len(known) and place not in rows:
            rows[place] = (row, button)
        else:
            rest.append((row, button))
    built = [_known(place, button, rows.get(place), say) for place, button in enumerate(known)]
    rest.sort(key=lambda one: (one[1].index is None, one[1].index or 0))
    return built + [_nameless(row, button, say) for row, button in rest]


def _known(
    place: int, button: DefinitionButton, given: tuple[int, Filled] | None, say: Say
) -> Button:
    identity = f"button:{given[0]}" if given else f"wording:button:{place}"
    value = clean(given[1].value) if given else ""
    if button.kind == "url":
        value = clean(resolved(button.url[:CHARACTERS_MOST], value[:CHARACTERS_MOST]))
    elif button.kind == "phone_number":
        value = clean(button.phone_number)
    own = _OWN_LABELS.get(button.kind)
    label = say(own) if own else shortened(button.label, BUTTON_LABEL_MOST)
    if not label.strip():
        label = say(words("Button {number}", number=place + 1))
        return Button(identity, button.kind, (Span(label, (), "missing"),), value, True)
    return Button(identity, button.kind, (Span(label),), value)


def _nameless(row: int, button: Filled, say: Say) -> Button:
    value = clean(button.value)
    own = _OWN_LABELS.get(button.kind)
    if own:
        return Button(f"button:{row}", button.kind, (Span(say(own)),), value)
    label = say(words("Button {number}", number=row + 1))
    spans = [Span(label, (), "missing")]
    if value.strip():
        spans.append(Span("  " + shortened(value, BUTTON_LABEL_MOST), (), "note"))
    return Button(f"button:{row}", button.kind, tuple(spans), value, True)
