"""A template message whose empty values are filled with those it was approved with, for a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wa_composer.message.definition import Definition
from wa_composer.message.placeholders import placeholders
from wa_composer.message.slots import value_names
from wa_composer.message.template import Component, Parameter, Template

VALUES_MAX = 100
"""Values looked at; a template has a dozen."""


def with_samples(message: Template, wording: Definition) -> Template:
    """Return the message with examples where a text value of header or body is blank or missing.

    It is for drawing only. The same object comes back where there is nothing to fill in.
    """
    names = {
        "header": [f"header:{name}" for name in placeholders(wording.header_text)[:1]],
        "body": value_names(wording.body)[:VALUES_MAX],
    }
    parts = {part.type: part for part in reversed(message.template.components)}
    components = list(message.template.components)
    for kind, wanted in names.items():
        part = parts.get(kind) or Component(type=kind)
        filled = _filled(part, wanted, wording.examples)
        if filled is part:
            continue
        place = next((n for n, one in enumerate(components) if one is part), None)
        if place is None:
            components.append(filled)
        else:
            components[place] = filled
    if components == list(message.template.components):
        return message
    data = message.template.model_copy(update={"components": tuple(components)})
    return message.model_copy(update={"template": data})


def _filled(part: Component, wanted: list[str], examples: Mapping[str, Any]) -> Component:
    given = list(part.parameters)
    if any(one.media is not None for one in given):
        return part
    changed = False
    for place, name in enumerate(wanted):
        sample = str(examples.get(name, ""))
        if place >= len(given):
            given.append(Parameter(type="text", text=sample))
            changed = changed or bool(sample)
        elif not given[place].text.strip() and sample:
            given[place] = given[place].model_copy(update={"text": sample})
            changed = True
    return part.model_copy(update={"parameters": tuple(given)}) if changed else part
