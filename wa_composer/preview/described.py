"""What a picture shows, as plain JSON values: for scripts and for tests of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

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
)


def describe_json(scenes: Sequence[Scene]) -> dict[str, Any]:
    """Every message with its parts in reading order, in the form that scripts rely on."""
    return {"messages": [_message(scene) for scene in scenes]}


def _message(scene: Scene) -> dict[str, Any]:
    return {
        "to": scene.to,
        "side": "outgoing" if scene.outgoing else "incoming",
        "parts": [*map(_part, scene.parts), *map(_button, scene.buttons)],
    }


def _part(part: Part) -> dict[str, Any]:
    match part:
        case Text():
            return _text(part)
        case Picture():
            return {"kind": "header", "format": part.format} | _where(part)
        case Document():
            named = {"filename": part.filename} if part.filename else {}
            return {"kind": "header", "format": "document"} | _where(part) | named
        case Chip():
            value = "" if part.missing else part.value
            return {"kind": "value", "label": part.label, "text": value}
        case Hatch() | Notice():
            return {"kind": "notice", "text": part.text}


def _text(text: Text) -> dict[str, Any]:
    if text.role == "body":
        return {"kind": "body", "runs": _runs(text.paragraphs)}
    whole = "\n".join(paragraph.text for paragraph in text.paragraphs)
    if text.role == "footer":
        return {"kind": "footer", "text": whole}
    return {"kind": "header", "format": "text", "text": whole}


def _where(part: Picture | Document) -> dict[str, str]:
    found = {"link": part.link, "id": part.media_id}
    return {name: value for name, value in found.items() if value}


def _button(button: Button) -> dict[str, Any]:
    return {"kind": "button", "type": button.type, "label": button.label, "value": button.value}


def _runs(paragraphs: Iterable[Paragraph]) -> list[dict[str, Any]]:
    """The runs with their line breaks; neighbours of equal styles are one."""
    runs: list[dict[str, Any]] = []
    for number, paragraph in enumerate(paragraphs):
        code = number and all("monoblock" in span.styles for span in paragraph.spans)
        joined = bool(code and paragraph.spans and runs and "monoblock" in runs[-1]["styles"])
        spans: list[Span] = [Span("\n", paragraph.spans[0].styles if joined else ())]
        for span in (spans if number else []) + list(paragraph.spans):
            if runs and runs[-1]["styles"] == list(span.styles):
                runs[-1]["text"] += span.text
            else:
                runs.append({"text": span.text, "styles": list(span.styles)})
    return runs
