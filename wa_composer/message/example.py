"""A message that fills a template in with the values it was approved with, for its picture."""

from __future__ import annotations

from typing import Any

from wa_composer.message.definition import Definition
from wa_composer.message.limits import MEDIA_FORMATS, POLICY
from wa_composer.message.placeholders import placeholders
from wa_composer.message.slots import value_names
from wa_composer.message.template import Template

VALUES_MAX = 100
"""Values filled in; a template has a dozen."""


def example_message(wording: Definition) -> Template:
    """Return the message; a value without an example stays empty. It is for drawing only."""
    components = [*_header(wording), *_body(wording), *_buttons(wording)]
    template = {
        "name": wording.name,
        "language": {"code": wording.language, "policy": POLICY},
        "components": components,
    }
    return Template.model_validate({"type": "template", "template": template})


def _header(wording: Definition) -> list[dict[str, Any]]:
    form = wording.header_format
    if form in MEDIA_FORMATS:
        link = wording.examples.get("header", "")
        # A handle of uploaded media is no address that could be looked at.
        media = {"link": link if link.startswith(("https://", "http://")) else ""}
        return [{"type": "header", "parameters": [{"type": form, form: media}]}]
    names = placeholders(wording.header_text)
    if form != "text" or not names:
        return []
    text = wording.examples.get(f"header:{names[0]}", "")
    return [{"type": "header", "parameters": [{"type": "text", "text": text}]}]


def _body(wording: Definition) -> list[dict[str, Any]]:
    values = [wording.examples.get(name, "") for name in value_names(wording.body)[:VALUES_MAX]]
    parameters = [{"type": "text", "text": text} for text in values]
    return [{"type": "body", "parameters": parameters}] if parameters else []


def _buttons(wording: Definition) -> list[dict[str, Any]]:
    found = []
    for place, button in enumerate(wording.buttons[:10]):
        value = wording.examples.get(f"button:{place}", "")
        if button.kind == "url" and placeholders(button.url) and value:
            parameter = {"type": "text", "text": value}
            head = {"type": "button", "sub_type": "url", "index": str(place)}
            found.append({**head, "parameters": [parameter]})
    return found
