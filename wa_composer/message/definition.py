"""A template's own wording, in Meta's ``message_templates`` form, and how values fill it in.

The wording is for the picture only; it never enters a request.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from wa_composer.message.definition_parts import (
    as_text,
    body_examples,
    button_example,
    components_of,
    header_examples,
    keyed,
    mappings,
    printable,
    undrawn_of,
)
from wa_composer.message.parts import Wire
from wa_composer.message.placeholders import Piece, fill, placeholders

__all__ = [
    "Definition",
    "DefinitionButton",
    "Piece",
    "body_definition",
    "fill",
    "is_definition",
    "placeholders",
    "read_definition",
]


class DefinitionButton(Wire):
    """A button of the template.

    ``kind`` is quick_reply, url, phone_number, copy_code, or what the file says in lower case
    (otp, flow, catalog, mpm, spm...). What else the file says of it is in ``unknown``.
    """

    kind: str = ""
    label: str = ""
    url: str = ""
    phone_number: str = ""


class Definition(Wire):
    """A template as it was approved; texts are empty where it has none.

    ``header_format`` is text, image, video, document, location...; None without a header.
    ``category`` and ``status`` are in capitals whatever the file has; status is often absent.

    ``examples`` are the values the template was approved with: a body's under the placeholder
    (``1``, ``first_name``), a text header's under ``header:1`` or ``header:first_name``, the link
    or handle of a media header under ``header``, a button's under ``button:0`` by its place (the
    suffix of a link, the code of copy_code).

    ``undrawn`` names what it has and no picture here shows: carousel, limited_time_offer,
    location, product, otp, catalog, mpm, spm, flow, authentication (a text that WhatsApp
    supplies), the type of any component this program does not know, and ``header``, ``body``,
    ``footer`` or ``buttons`` where such a part cannot be read or is a second one. Each has its
    sentence in `definition_words`.
    """

    name: str = ""
    language: str = ""
    category: str = ""
    status: str = ""
    parameter_format: Literal["positional", "named"] = "positional"
    header_format: str | None = None
    header_text: str = ""
    body: str = ""
    footer: str = ""
    buttons: tuple[DefinitionButton, ...] = ()
    examples: Mapping[str, str] = Field(default_factory=dict)
    undrawn: tuple[str, ...] = ()


_OWN = {"name", "language", "category", "status", "parameter_format", "components"}
_PARTS = {"header", "body", "footer", "buttons"}


def read_definition(raw: object) -> Definition:
    """Return the definition that a raw object describes, in any letter case; never raises.

    What is no definition gives an empty one. What this form of it has no place for is named in
    ``undrawn`` or kept in ``unknown``; the whole stays in the raw object.
    """
    given = keyed(raw)
    parts, others = components_of(given)
    header, body = parts.get("header"), parts.get("body")
    found = parts.get("buttons", {}).get("buttons")
    raw_buttons = mappings(found)
    buttons = tuple(_button(each) for each in raw_buttons)
    header_text = as_text(header.get("text")) if header else ""
    body_text = as_text(body.get("text")) if body else ""
    examples = {
        **body_examples(body, placeholders(body_text)),
        **header_examples(header, placeholders(header_text)),
    }
    for place, (each, button) in enumerate(zip(raw_buttons, buttons, strict=True)):
        if example := button_example(each, button.url):
            examples[f"button:{place}"] = example
    language = given.get("language")
    if isinstance(language, Mapping):
        language = language.get("code")
    name = as_text(given.get("name"))
    header_format = None
    if header is not None:
        header_format = as_text(header.get("format")).strip().lower() or "text"
    return Definition(
        name=name,
        language=as_text(language),
        category=as_text(given.get("category")).upper(),
        status=as_text(given.get("status")).upper(),
        parameter_format=_format(given, body_text, header_text),
        header_format=header_format,
        header_text=header_text,
        body=body_text,
        footer=as_text(parts.get("footer", {}).get("text")),
        buttons=buttons,
        examples=examples,
        undrawn=undrawn_of(parts, others, header_format, [each.kind for each in buttons]),
        **_rest(given),
    )


def body_definition(name: str, language: str, text: str) -> dict[str, Any]:
    """Return the definition, in Meta's form, of a template of which only the body is known."""
    components = [{"type": "BODY", "text": text}]
    return {"name": name, "language": language, "components": components}


def is_definition(raw: object) -> bool:
    """Return whether a raw object looks like a template definition rather than a message."""
    components = mappings(keyed(raw).get("components"))
    kinds = {as_text(part.get("type")).lower() for part in components}
    if any("parameters" in part for part in components):
        return False
    marked = any(set(part) - {"type"} for part in components)
    return bool(kinds & _PARTS) and (marked or "buttons" in kinds)


def _button(raw: Mapping[str, Any]) -> DefinitionButton:
    own = {"type", "text", *DefinitionButton.model_fields}
    return DefinitionButton(
        kind=as_text(raw.get("type")).strip().lower(),
        label=as_text(raw.get("text")),
        url=as_text(raw.get("url")),
        phone_number=as_text(raw.get("phone_number")),
        **{printable(key): value for key, value in raw.items() if printable(key) not in own},
    )


def _format(given: Mapping[str, Any], *texts: str) -> Literal["positional", "named"]:
    """As the file says; where it does not, by the placeholders themselves."""
    said = as_text(given.get("parameter_format")).lower()
    if said in ("positional", "named"):
        return "named" if said == "named" else "positional"
    names = [name for text in texts for name in placeholders(text)]
    return "named" if any(not name.isdigit() for name in names) else "positional"


def _rest(given: Mapping[str, Any]) -> dict[str, Any]:
    taken = _OWN | set(Definition.model_fields)
    if "components" not in given:
        taken = taken | _PARTS
    rest = {printable(key): value for key, value in given.items()}
    return {key: value for key, value in rest.items() if key not in taken}
