"""What makes a template message fit to be sent."""

from __future__ import annotations

import re

from wa_composer.message import wording
from wa_composer.message.button_rules import check_buttons
from wa_composer.message.limits import (
    BODY_MAX,
    HEADER_TEXT_MAX,
    MEDIA_FORMATS,
    POLICY,
    TEMPLATE_NAME_MAX,
)
from wa_composer.message.notes import Notes
from wa_composer.message.template import Component, Language, Template
from wa_composer.message.texts import media, one_line, required, within

_NAME = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Z]{2,3})?")


def check_template(message: Template, path: str, notes: Notes) -> None:
    """Note everything that is wrong with a template message."""
    data, where = message.template, f"{path}.template"
    _name(data.name, f"{where}.name", notes)
    _language(data.language, f"{where}.language", notes)
    if "components" not in data.model_fields_set:
        notes.warning(f"{where}.components", "components_missing")
    seen: set[str] = set()
    for number, component in enumerate(data.components):
        at = f"{where}.components[{number}]"
        if component.type in seen:
            notes.error(at, "component_twice", kind=component.type)
        if component.type == "header":
            _header(component, at, notes)
        elif component.type == "body":
            _body(component, at, notes)
        elif component.type != "button":
            notes.error(f"{at}.type", "component_type", kind=component.type)
        if component.type in ("header", "body"):
            _no_button_keys(component, at, notes)
            seen.add(component.type)
    check_buttons(data.components, f"{where}.components", notes)


def _name(name: str, path: str, notes: Notes) -> None:
    if not required(notes, path, name, wording.TEMPLATE_NAME):
        return
    if not _NAME.fullmatch(name):
        notes.error(path, "template_name")
    within(notes, path, name, TEMPLATE_NAME_MAX, wording.TEMPLATE_NAME)


def _language(language: Language, path: str, notes: Notes) -> None:
    code = language.code
    if required(notes, f"{path}.code", code, wording.LANGUAGE) and not _LANGUAGE.fullmatch(code):
        notes.error(f"{path}.code", "language_shape", found=code[:40])
    if not language.policy:
        notes.warning(f"{path}.policy", "policy_missing")
    elif language.policy != POLICY:
        notes.error(f"{path}.policy", "policy")


def _no_button_keys(component: Component, path: str, notes: Notes) -> None:
    # The documentation's own samples have both keys here, empty.
    for key in ("sub_type", "index"):
        if getattr(component, key):
            notes.warning(f"{path}.{key}", "unknown_key", key=key)


def _header(component: Component, path: str, notes: Notes) -> None:
    if len(component.parameters) != 1:
        notes.error(f"{path}.parameters", "header_one", count=len(component.parameters))
    for number, value in enumerate(component.parameters):
        at = f"{path}.parameters[{number}]"
        if value.type == "text":
            if required(notes, f"{at}.text", value.text, wording.HEADER_TEXT):
                one_line(notes, f"{at}.text", value.text, wording.HEADER_TEXT)
                within(
                    notes,
                    f"{at}.text",
                    value.text,
                    HEADER_TEXT_MAX,
                    wording.HEADER_TEXT,
                    strict=False,
                )
        elif value.type in MEDIA_FORMATS:
            at = f"{at}.{value.type}"
            media(notes, at, value.media, value.type, wording.HEADER_LINK, wording.HEADER_ID)
            if value.media and value.media.caption:
                notes.error(f"{at}.caption", "caption_template")
        elif value.type == "audio":
            notes.error(f"{at}.type", "header_audio")
        else:
            notes.error(f"{at}.type", "header_format", kind=value.type)


def _body(component: Component, path: str, notes: Notes) -> None:
    count = 0
    for number, value in enumerate(component.parameters):
        at = f"{path}.parameters[{number}]"
        if value.type != "text":
            notes.error(f"{at}.type", "parameter_type", kind=value.type, wanted="text")
            continue
        field = wording.body_value(number + 1)
        if required(notes, f"{at}.text", value.text, field):
            one_line(notes, f"{at}.text", value.text, field)
        count += len(value.text)
    if count > BODY_MAX:
        notes.warning(f"{path}.parameters", "body_values_long", count=count, most=BODY_MAX)
