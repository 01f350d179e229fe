"""A template's own wording, in Meta's ``message_templates`` form, and how values fill it in.

The wording is for the picture only; it never enters a request.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from wa_composer.message.parts import Wire

_PLACEHOLDER = re.compile(r"\{\{\s{0,4}([0-9]{1,3}|[A-Za-z_][A-Za-z0-9_]{0,63})\s{0,4}\}\}")


class DefinitionButton(Wire):
    """A button of the template: ``kind`` is quick_reply, url, phone_number, copy_code or other."""

    kind: str = ""
    label: str = ""
    url: str = ""
    phone_number: str = ""


class Definition(Wire):
    """A template as it was approved; texts are empty where it has none.

    ``header_format`` is text, image, video, document, location...; None without a header.
    """

    name: str = ""
    language: str = ""
    category: str = ""
    header_format: str | None = None
    header_text: str = ""
    body: str = ""
    footer: str = ""
    buttons: tuple[DefinitionButton, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a filled-in text.

    ``kind`` is ``text`` for the wording, ``value`` for a value that was filled in, ``missing`` for
    a placeholder without one, whose text is the placeholder itself; ``placeholder`` is its name.
    """

    text: str
    kind: Literal["text", "value", "missing"]
    placeholder: str = ""


def read_definition(raw: object) -> Definition:
    """Return the definition that a raw object describes, in any letter case; never raises.

    What is no definition gives an empty one.
    """
    given = _mapping(raw)
    parts = {_text(p.get("type")).lower(): p for p in reversed(_mappings(given.get("components")))}
    header = parts.get("header")
    known = ("name", "language", "category", "components")
    extra = {_printable(str(k)): v for k, v in given.items() if k not in known}
    for name in Definition.model_fields:
        extra.pop(name, None)
    language = given.get("language")
    if isinstance(language, Mapping):
        language = language.get("code")
    return Definition(
        name=_text(given.get("name")),
        language=_text(language),
        category=_text(given.get("category")),
        header_format=None if header is None else _text(header.get("format")).lower() or "text",
        header_text=_text(header.get("text")) if header else "",
        body=_text(parts.get("body", {}).get("text")),
        footer=_text(parts.get("footer", {}).get("text")),
        buttons=tuple(_button(b) for b in _mappings(parts.get("buttons", {}).get("buttons"))),
        **extra,
    )


def placeholders(text: str) -> list[str]:
    """Return the names of the placeholders in a text, each once.

    Numbers come in their order up to the highest, names in the order they appear.
    """
    found = list(dict.fromkeys(match.group(1) for match in _PLACEHOLDER.finditer(text)))
    if found and all(name.isdigit() for name in found):
        return sorted(dict.fromkeys(str(int(name)) for name in found), key=int)
    return found


def fill(text: str, values: Sequence[str]) -> list[Piece]:
    """Return a text in pieces with its placeholders filled in.

    ``{{2}}`` takes the second value whatever else the text holds; named placeholders take the
    values in the order of their first appearance. A blank value counts as missing.
    """
    names = placeholders(text)
    pieces: list[Piece] = []
    at = 0
    for match in _PLACEHOLDER.finditer(text):
        if match.start() > at:
            pieces.append(Piece(text[at : match.start()], "text"))
        name = match.group(1)
        place = int(name) - 1 if name.isdigit() else names.index(name)
        value = values[place] if 0 <= place < len(values) else ""
        kind: Literal["value", "missing"] = "value" if value else "missing"
        pieces.append(Piece(value or match.group(), kind, name))
        at = match.end()
    if at < len(text):
        pieces.append(Piece(text[at:], "text"))
    return pieces


def body_definition(name: str, language: str, text: str) -> dict[str, Any]:
    """Return the definition, in Meta's form, of a template of which only the body is known."""
    components = [{"type": "BODY", "text": text}]
    return {"name": name, "language": language, "components": components}


def is_definition(raw: object) -> bool:
    """Return whether a raw object looks like a template definition rather than a message."""
    given = _mapping(raw)
    kinds = {_text(part.get("type")).lower() for part in _mappings(given.get("components"))}
    marked = any("format" in part or "text" in part for part in _mappings(given.get("components")))
    return bool(kinds & {"body", "header", "footer", "buttons"}) and (marked or "buttons" in kinds)


def _button(raw: Mapping[str, Any]) -> DefinitionButton:
    return DefinitionButton(
        kind=_text(raw.get("type")).lower(),
        label=_text(raw.get("text")),
        url=_text(raw.get("url")),
        phone_number=_text(raw.get("phone_number")),
    )


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: object) -> list[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _text(value: object) -> str:
    if isinstance(value, str):
        return _printable(value)
    return str(value) if isinstance(value, bool | float) else ""


def _printable(text: str) -> str:
    """Half characters become question marks: no font and no encoder takes them."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
