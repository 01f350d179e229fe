"""A message as a frozen scene: what is drawn, in which order, without a pixel of Qt.

`build` never raises for a message that `message.draft.read` handed out, however unfinished, and
bounds what it takes over (`text.CHARACTERS_MOST`), saying so in the picture.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from wa_composer.message.words import Words, words
from wa_composer.preview import template_bubble  # noqa: F401  (registers its builder)
from wa_composer.preview.bubbles import builder
from wa_composer.preview.nodes import (
    Button,
    Chip,
    Document,
    Hatch,
    Notice,
    Paragraph,
    Part,
    Picture,
    Scene,
    Span,
    Text,
    View,
)
from wa_composer.preview.text import clean, shortened
from wa_composer.preview.theme import Look, look_of

if TYPE_CHECKING:
    from wa_composer.message.definition import Definition

__all__ = [
    "Button",
    "Chip",
    "Document",
    "Hatch",
    "Notice",
    "Paragraph",
    "Part",
    "Picture",
    "Scene",
    "Span",
    "Text",
    "View",
    "build",
    "describe",
]

_ON_THE_PHONE = words(
    "To see this message, open WhatsApp on the phone. Desktop and Web show no template with more "
    "than three buttons, nor one with quick replies beside other buttons."
)
_OFFER_ON_THE_PHONE = words(
    "To see this message, open WhatsApp on the phone. Desktop and Web show no offer with a time "
    "limit."
)
BUTTONS_SHOWN = 3
"""More buttons than these: two are shown and "See all options" (as phones do)."""


def build(
    outgoing: Any,
    definition: Definition | None = None,
    view: View = View(),  # noqa: B008  (frozen)
    say: Callable[[Words], str] = Words.english,
) -> Scene:
    """The scene of an `Outgoing` or of a message alone, with its template's wording if known.

    `say` turns the picture's own words (labels, notices) into the language of the window.
    """
    message = getattr(outgoing, "message", outgoing)
    parts, buttons = builder(message.kind)(message, definition, say)
    more: list[Button] = []
    if message.kind == "template":
        if (why := _hidden(look_of(view.look), buttons, definition)) is not None:
            parts, buttons = [Notice("notice", say(why), "handset")], []
        elif view.folded:
            read_more = say(words("Read more"))
            parts = [_folded(part, read_more) for part in parts]
    if len(buttons) > BUTTONS_SHOWN:
        shown, more = buttons[: BUTTONS_SHOWN - 1], buttons[BUTTONS_SHOWN - 1 :]
        all_of_them = Span(say(words("See all options")))
        buttons = [*shown, Button("see_all", "see_all", (all_of_them,))]
    return Scene(
        side=view.side,
        look=view.look,
        time=shortened(view.time, 12),
        to=shortened(getattr(outgoing, "phone_number", ""), 40),
        parts=tuple(parts),
        buttons=tuple(buttons),
        more=tuple(more),
    )


def _hidden(look: Look, buttons: list[Button], definition: Definition | None) -> Words | None:
    """Why this kind of program does not show the template; None where it does."""
    if not look.timed_offers and definition and "limited_time_offer" in definition.undrawn:
        return _OFFER_ON_THE_PHONE
    replies = sum(button.type == "quick_reply" for button in buttons)
    mixed = 0 < replies < len(buttons)
    shown = (look.mixes_buttons or not mixed) and not 0 < look.buttons_most < len(buttons)
    return None if shown else _ON_THE_PHONE


def _folded(part: Part, read_more: str) -> Part:
    return replace(part, fold=read_more) if isinstance(part, Text) and part.id == "body" else part


def describe(scene: Scene) -> str:
    """The text of the whole picture in reading order, a part a line: for assistive technology."""
    lines = [line for part in scene.parts for line in _lines(part)]
    lines.extend(button.label for button in scene.buttons)
    lines.append(scene.time)
    return clean("\n".join(lines))


def part_text(scene: Scene, identity: str) -> str:
    """The text of one part, "" where the scene has none of that id; a value's own is its text."""
    lines: list[str] = []
    for part in scene.parts:
        if part.id == identity:
            lines += _lines(part)
        elif isinstance(part, Text):
            lines += [
                one.text[value.start : value.start + value.length]
                for one in part.paragraphs
                for value in one.values
                if value.id == identity
            ]
    lines += [button.label for button in scene.buttons if button.id == identity]
    return clean("\n".join(lines))


def _lines(part: Part) -> list[str]:
    match part:
        case Text():
            return [f"{one.lead} {one.text}" if one.lead else one.text for one in part.paragraphs]
        case Picture() | Document():
            said = (part.sight.note, part.sight.stamp) if part.sight else ()
            return [part.name, *filter(None, said)]
        case Chip():
            return [f"{part.label}: {part.value}"]
        case Hatch() | Notice():
            return [part.text]
