"""The places of a raw definition that the editor changes; all else in it stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from wa_composer.message.definition_parts import body_examples, button_example, header_examples
from wa_composer.message.placeholders import placeholders
from wa_composer.ui.forms import wire
from wa_composer.ui.forms.piece import Message

ORDER = ("header", "body", "footer", "buttons")
NONE = "none"
OWN = ("text", "url", "phone_number", "example")
"""What a button has by its kind."""
ASIDE = "\0aside"
"""Under this key a button keeps, while it is edited, what it had when it was of another kind."""


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


def text_of(message: Message, kind: str) -> str:
    """The text of a component."""
    return wire.text_at(part_of(message, kind), "text")


def set_text(message: Message, kind: str, text: str) -> None:
    """Write the text of a component; an emptied footer that has nothing else goes."""
    part = mend_part(message, kind)
    part["text"] = text
    if kind == "footer" and not text and set(part) <= {"type", "text"}:
        drop_part(message, kind)


def header_format(message: Message) -> str:
    """The header's format in small letters, "none" without a header."""
    part = part_of(message, "header")
    if part is None:
        return NONE
    return wire.text_at(part, "format").strip().lower() or "text"


def set_header(message: Message, form: str, kept: Mapping[str, Any] | None = None) -> None:
    """Give the header another format with the text and example kept of it, or take it out."""
    if form == NONE:
        drop_part(message, "header")
        return
    part = mend_part(message, "header")
    part["format"] = form.upper()
    for key in ("text", "example"):
        part.pop(key, None)
    for key, value in (kept or {}).items():
        part.setdefault(key, deepcopy(value))
    if form == "text":
        part.setdefault("text", "")


def names_of(message: Message, kind: str) -> list[str]:
    """The placeholders of a component's text."""
    return placeholders(text_of(message, kind))


def example_of(message: Message, kind: str, name: str) -> str:
    """The example value of a placeholder, or with "" of a header's medium."""
    part = part_of(message, kind)
    names = names_of(message, kind)
    if kind == "header":
        return header_examples(part, names).get(f"header:{name}" if name else "header", "")
    return body_examples(part, names).get(name, "")


def set_example(message: Message, kind: str, name: str, text: str) -> None:
    """Write the example value of a placeholder in the form that Meta wants."""
    part = mend_part(message, kind)
    key = f"{kind}_text"
    named = f"{key}_named_params"
    names = names_of(message, kind)
    made: object
    if not name:
        used, made = "header_handle", [text]
    elif all(each.isdigit() for each in names):
        values = {each: example_of(message, kind, each) for each in names} | {name: text}
        most = max((int(each) for each in names), default=0)
        row = [values.get(str(number), "") for number in range(1, most + 1)]
        used, made = key, [row] if kind == "body" else row
    else:
        values = {each: example_of(message, kind, each) for each in names} | {name: text}
        used = named
        made = [{"param_name": each, "example": values[each]} for each in names]
    found = part.get("example")
    others = found if isinstance(found, dict) else {}
    kept = {k: v for k, v in others.items() if k not in (key, named, "header_handle")}
    part["example"] = {**kept, used: made}


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


def without_aside(message: Message) -> Message:
    """The message without what its buttons keep of other kinds; it is altered itself."""
    for button in buttons_of(message):
        button.pop(ASIDE, None)
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
