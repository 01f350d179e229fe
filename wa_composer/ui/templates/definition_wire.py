"""The places of a raw definition that the editor changes; all else in it stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from wa_composer.message.definition_parts import button_example
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.piece import Message

ORDER = ("header", "body", "footer", "buttons")
NONE = "none"
OWN = ("text", "url", "phone_number", "example")
"""What a button has by its kind."""
ASIDE = "\0aside"
"""Under this key waits, while it is edited, what a button had when it was of another kind, a header
in another format, and the examples of placeholders that are gone."""


def place_of(message: Message, kind: str) -> int | None:
    """Where the first component of a kind stands, None where there is none."""
    listed = wire.get(message, "components")
    for place, part in enumerate(listed if isinstance(listed, list) else ()):
        if wire.text_at(part, "type").strip().lower() == kind:
            return place
    return None


def part_of(message: Message, kind: str) -> dict[str, Any] | None:
    """The first component of a kind."""
    place = place_of(message, kind)
    found = None if place is None else wire.get(message, "components", place)
    return found if isinstance(found, dict) else None


def mend_part(message: Message, kind: str) -> dict[str, Any]:
    """The component of a kind, put in its place where it is missing."""
    found = part_of(message, kind)
    if found is not None:
        return found
    listed = wire.mend_list(message, "components")
    made: dict[str, Any] = {"type": kind.upper()}
    before = ORDER[: ORDER.index(kind)]
    places = [place for each in before if (place := place_of(message, each)) is not None]
    listed.insert(max(places, default=-1) + 1, made)
    return made


def drop_part(message: Message, kind: str) -> None:
    """Take the component of a kind out."""
    place = place_of(message, kind)
    if place is not None:
        del wire.mend_list(message, "components")[place]


def header_format(message: Message) -> str:
    """The header's format in small letters, "none" without a header."""
    part = part_of(message, "header")
    if part is None:
        return NONE
    return wire.text_at(part, "format").strip().lower() or "text"


def set_header(message: Message, form: str) -> None:
    """Give the header another format with the text and example it had in that, or take it out."""
    kept = aside_of(message, "header")
    old = part_of(message, "header")
    if old is not None:
        kept[header_format(message)] = deepcopy(old)
    if form == NONE:
        drop_part(message, "header")
        return
    part = mend_part(message, "header")
    part["format"] = form.upper()
    for key in ("text", "example"):
        part.pop(key, None)
    for key, value in kept.get(form, {}).items():
        part.setdefault(key, deepcopy(value))
    if form == "text":
        part.setdefault("text", "")


def buttons_of(message: Message) -> list[dict[str, Any]]:
    """The buttons."""
    found = wire.get(part_of(message, "buttons"), "buttons")
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def button_at(message: Message, row: int) -> dict[str, Any]:
    """One button, to be changed."""
    return buttons_of(message)[row]


def kind_of(button: object) -> str:
    """A button's kind in small letters."""
    return wire.text_at(button, "type").strip().lower()


def add_button(message: Message) -> None:
    """Add a quick reply."""
    listed = wire.mend_list(mend_part(message, "buttons"), "buttons")
    listed.append({"type": "QUICK_REPLY", "text": ""})


def remove_button(message: Message, row: int) -> None:
    """Take a button out; the last one takes the component along."""
    listed = wire.mend_list(mend_part(message, "buttons"), "buttons")
    listed.remove(button_at(message, row))
    if not listed:
        drop_part(message, "buttons")


def move_button(message: Message, row: int, by: int) -> None:
    """Let a button change places with another."""
    listed = wire.mend_list(mend_part(message, "buttons"), "buttons")
    if 0 <= row < len(listed) and 0 <= row + by < len(listed):
        listed[row], listed[row + by] = listed[row + by], listed[row]


def set_button_kind(message: Message, row: int, kind: str) -> None:
    """Make a button of another kind, with what it had when it was of that kind before.

    Its text goes along to every kind that has one; what the kind needs is there.
    """
    button = button_at(message, row)
    aside = button.setdefault(ASIDE, {})
    own = {key: button.pop(key) for key in OWN if key in button}
    aside[kind_of(button)] = own
    button["type"] = kind.upper()
    button.update(aside.pop(kind, {}))
    if "text" in own:
        aside["text"] = own["text"]
    value = {"url": "url", "phone_number": "phone_number", "copy_code": "example"}.get(kind)
    if value is not None:
        button.setdefault(value, "")
    if kind == "copy_code":
        button.pop("text", None)
    else:
        button["text"] = aside.get("text", "")


def aside_of(message: Message, what: str) -> dict[str, Any]:
    """What a definition keeps of something while it is edited, to be altered."""
    found: dict[str, Any] = message.setdefault(ASIDE, {}).setdefault(what, {})
    return found


def without_aside(message: Message) -> Message:
    """The message without what it and its buttons keep while edited; it is altered itself."""
    for each in (message, *buttons_of(message)):
        each.pop(ASIDE, None)
    return message


def button_example_of(button: dict[str, Any]) -> str:
    """What a button was approved with."""
    return button_example(button, wire.text_at(button, "url"))


def set_button_example(message: Message, row: int, text: str) -> None:
    """Write it in the form that Meta wants: a link's is the whole address."""
    button = button_at(message, row)
    if kind_of(button) != "url":
        button["example"] = text
        return
    base = wire.text_at(button, "url").partition("{{")[0]
    button["example"] = [base + text if text else ""]


def shown_values(message: Message, row: int) -> Sequence[str]:
    """Text, link or number, and example of a button."""
    button = button_at(message, row)
    value = {"url": "url", "phone_number": "phone_number"}.get(kind_of(button), "")
    shown = wire.text_at(button, value) if value else ""
    return wire.text_at(button, "text"), shown, button_example_of(button)
