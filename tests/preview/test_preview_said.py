"""What of a template stands in the picture as it is, and what is only counted."""

from __future__ import annotations

from typing import Any

from wa_composer.message.definition import read_definition
from wa_composer.message.draft import read
from wa_composer.preview.described import describe_json
from wa_composer.preview.nodes import Scene, Text
from wa_composer.preview.scene import build, describe


def _built(*components: dict[str, Any], values: dict[str, list[str]] | None = None) -> Scene:
    filled = [
        {"type": kind, "parameters": [{"type": "text", "text": text} for text in given]}
        for kind, given in (values or {}).items()
    ]
    template = {"name": "offer", "language": {"code": "en"}, "components": filled}
    raw = {"messages": [{"message": {"type": "template", "template": template}}]}
    known = read_definition({"name": "offer", "language": "en", "components": [*components]})
    return build(read(raw).request.messages[0], known)


def test_a_header_is_drawn_with_its_marks_also_those_of_a_value() -> None:
    header = {"type": "HEADER", "format": "TEXT", "text": "*Order* {{1}}"}
    built = _built(header, {"type": "BODY", "text": "Hi"}, values={"header": ["_A_ `b`"]})
    shown = next(part for part in built.parts if isinstance(part, Text) and part.role == "header")
    assert [(span.text, span.styles) for one in shown.paragraphs for span in one.spans] == [
        ("*Order* _A_ `b`", ())
    ]


def test_the_lines_of_a_block_of_code_are_one_run() -> None:
    built = _built({"type": "BODY", "text": "```a\nb```\nc"})
    (part,) = describe_json([built])["messages"][0]["parts"]
    assert part["runs"] == [
        {"text": "a\nb", "styles": ["monoblock"]},
        {"text": "\nc", "styles": []},
    ]


def test_what_is_left_out_of_many_undrawn_things_is_counted() -> None:
    others = [{"type": f"KIND_{number}"} for number in range(15)]
    said = describe(_built({"type": "BODY", "text": "Hi"}, *others))
    assert said.count("KIND_") + said.count("kind_") == 12
    assert "… and 3 more things that are not drawn here." in said
    assert "more things" not in describe(_built({"type": "BODY", "text": "Hi"}, *others[:12]))
