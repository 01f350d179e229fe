"""What a template's buttons may be, each of them and all together."""

from __future__ import annotations

from wa_composer.message import wording
from wa_composer.message.limits import (
    BUTTON_KINDS,
    PAYLOAD_MAX,
    TEMPLATE_BUTTONS_MAX,
    TEMPLATE_PHONE_BUTTONS_MAX,
    TEMPLATE_URL_BUTTONS_MAX,
)
from wa_composer.message.notes import Notes
from wa_composer.message.template import Component, place
from wa_composer.message.texts import address_signs, one_line, required, settled, within

_WANTED = {"quick_reply": "payload", "url": "text", "phone_number": "payload"}


def check_buttons(components: tuple[Component, ...], path: str, notes: Notes) -> None:
    """Note everything that is wrong with the buttons among ``components``."""
    buttons = [(f"{path}[{n}]", c) for n, c in enumerate(components) if c.type == "button"]
    if not buttons:
        return
    taken: set[int] = set()
    for number, (at, button) in enumerate(buttons, start=1):
        if button.sub_type not in BUTTON_KINDS:
            notes.error(f"{at}.sub_type", "button_kind", kind=button.sub_type)
        else:
            _value(button, at, number, notes)
        _index(button, at, number, taken, notes)
    if len(buttons) > TEMPLATE_BUTTONS_MAX:
        notes.error(path, "buttons_many", most=TEMPLATE_BUTTONS_MAX, count=len(buttons))
    _mixture(buttons, notes)


def _index(button: Component, path: str, number: int, taken: set[int], notes: Notes) -> None:
    field, index = wording.button_index(number), place(button.index)
    if index is None:
        if settled(notes, f"{path}.index", button.index, field):
            notes.error(f"{path}.index", "button_index", field=field)
        return
    if index in taken:
        notes.error(f"{path}.index", "button_index_twice", field=field, index=index)
    taken.add(index)


def _value(button: Component, path: str, number: int, notes: Notes) -> None:
    field, wanted = wording.button_value(number), _WANTED[button.sub_type]
    optional = button.sub_type == "phone_number"
    count = len(button.parameters)
    if count > 1 or (count == 0 and not optional):
        notes.error(f"{path}.parameters", "button_one", field=field, count=count)
    for place_, value in enumerate(button.parameters):
        at = f"{path}.parameters[{place_}]"
        if value.type != wanted:
            notes.error(f"{at}.type", "parameter_type", kind=value.type, wanted=wanted)
            continue
        text, at = (
            (value.text, f"{at}.text") if wanted == "text" else (value.payload, f"{at}.payload")
        )
        if optional and not text.strip():
            continue
        if not required(notes, at, text, field):
            continue
        if wanted == "text":
            one_line(notes, at, text, field)
            address_signs(notes, at, text, field)
        elif not optional:
            within(notes, at, text, PAYLOAD_MAX, field)


def _mixture(buttons: list[tuple[str, Component]], notes: Notes) -> None:
    links = [at for at, button in buttons if button.sub_type == "url"]
    phones = [at for at, button in buttons if button.sub_type == "phone_number"]
    for at in links[TEMPLATE_URL_BUTTONS_MAX:]:
        notes.error(f"{at}.sub_type", "buttons_url", most=TEMPLATE_URL_BUTTONS_MAX)
    if len(links) == TEMPLATE_URL_BUTTONS_MAX:
        notes.warning(f"{links[1]}.sub_type", "buttons_url_two")
    for at in phones[TEMPLATE_PHONE_BUTTONS_MAX:]:
        notes.error(f"{at}.sub_type", "buttons_phone", most=TEMPLATE_PHONE_BUTTONS_MAX)
