"""What a template takes: the values that its wording has places for, as plain data.

Standard library only, so that forms can be built from it before anything heavy is imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wa_composer.message.limits import BUTTON_INDEX_MAX, MEDIA_FORMATS
from wa_composer.message.placeholders import placeholders, value_places
from wa_composer.message.unfillable import unfillable

if TYPE_CHECKING:
    from wa_composer.message.definition import Definition, DefinitionButton

PLACES = "places"
"""Under this key it is kept beside a message what its values were typed for: they follow that."""
VALUES_MOST = 100
"""Body values that a form is built for; a wording that asks for more leaves the form free."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One value: the name of its placeholder, and the value it was approved with."""

    name: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class ButtonSlot:
    """A button that takes a value: its place in the template, its kind, what stands on it.

    ``url`` is a link's whole address with its placeholder; ``example`` what goes in there.
    """

    place: int
    kind: str
    label: str = ""
    url: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Slots:
    """All values that a template takes; ``header`` is "" where the header takes none.

    ``header_text`` is the wording that a header's value goes into.
    ``idle`` are place and kind of the buttons that take nothing, ``unfillable`` the kinds of what
    takes a value that cannot be sent, see `unfillable.unfillable`. A template that is not ``whole``
    may have more than is known of it: only the text of its body was ever written down.
    """

    header: str = ""
    header_slot: Slot = Slot("")
    header_text: str = ""
    body: tuple[Slot, ...] = ()
    buttons: tuple[ButtonSlot, ...] = ()
    idle: tuple[tuple[int, str], ...] = ()
    whole: bool = True
    unfillable: tuple[str, ...] = ()


def slots_of(definition: Definition) -> Slots:
    """Return what a template takes, as far as its definition tells."""
    given = definition.examples
    buttons = definition.buttons[: BUTTON_INDEX_MAX + 1]  # none beyond can be named in a message
    taking = [(n, b) for n, b in enumerate(buttons) if _takes(b)]
    idle = [(n, b.kind) for n, b in enumerate(buttons) if not _takes(b)]
    body = value_names(definition.body)
    fits = len(body) <= VALUES_MOST
    header, slot = _header(definition)
    whole = fits and _is_whole(definition)
    return Slots(
        header=header,
        header_slot=slot,
        header_text=definition.header_text if header == "text" else "",
        body=tuple(Slot(name, given.get(name, "")) for name in body if fits),
        buttons=tuple(
            ButtonSlot(n, b.kind, b.label, b.url, given.get(f"button:{n}", "")) for n, b in taking
        ),
        idle=tuple(idle),
        whole=whole,
        # Of a text that somebody wrote down the names of the placeholders may be made up.
        unfillable=unfillable(definition) if whole else (),
    )


def value_names(text: str) -> list[str]:
    """Return the placeholder of each value; the number of its place where the text has none."""
    places = value_places(text)
    names = {place: name for name, place in places.items()}
    return [names.get(at, str(at + 1)) for at in range(max(places.values(), default=-1) + 1)]


def _header(definition: Definition) -> tuple[str, Slot]:
    kind = definition.header_format or ""
    if kind in MEDIA_FORMATS:
        return kind, Slot("", definition.examples.get("header", ""))
    names = placeholders(definition.header_text) if kind == "text" else []
    if not names:
        return "", Slot("")
    return "text", Slot(names[0], definition.examples.get(f"header:{names[0]}", ""))


def _takes(button: DefinitionButton) -> bool:
    return button.kind == "quick_reply" or (button.kind == "url" and bool(placeholders(button.url)))


def _is_whole(definition: Definition) -> bool:
    """A body text alone, without so much as a category, is what somebody typed or pasted."""
    parts = definition.header_format, definition.footer, definition.buttons, definition.undrawn
    return any(parts) or bool(definition.category or definition.status)
