"""Whatever JSON comes, it can be built, described, laid out and painted."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from wa_composer.message.definition import read_definition
from wa_composer.message.draft import read
from wa_composer.preview.described import describe_json
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.paint import paint
from wa_composer.preview.scene import View, build, describe
from wa_composer.preview.theme import DARK, LIGHT

pytestmark = pytest.mark.usefixtures("qapp")

ODD = [
    *("\ud83d", "\udc00", "\u202e", "\u2066", "\u200b", "\ufeff", "\x00", "\u2028", "\r", "\t"),
    *("{{1}}", "{{", "*", "```", "> ", "- ", "https://a.b"),
    *("😀", "👨\u200d👩\u200d👧", "e\u0301", "مرحبا", "हिन्दी"),
]
texts = st.one_of(
    st.text(st.characters(codec=None, categories=None), max_size=40),
    st.lists(st.sampled_from(ODD), max_size=30).map("".join),
)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), texts),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(texts, inner, max_size=4)),
    max_leaves=8,
)
some = st.one_of(texts, texts, values)
parameter = st.fixed_dictionaries(
    {"type": st.sampled_from(["text", "image", "video", "document", "payload", "x"])},
    optional={
        "text": some,
        "payload": some,
        "image": st.fixed_dictionaries({}, optional={"link": some, "id": some}),
        "document": st.fixed_dictionaries({}, optional={"link": some, "filename": some}),
        "video": some,
    },
)
component = st.fixed_dictionaries(
    {"type": st.sampled_from(["header", "body", "button", "HEADER", "x"])},
    optional={
        "parameters": st.one_of(st.lists(parameter, max_size=4), values),
        "sub_type": st.one_of(st.sampled_from(["url", "quick_reply", "phone_number"]), some),
        "index": st.one_of(st.sampled_from(["0", "1", "9"]), some),
    },
)
template = st.fixed_dictionaries(
    {},
    optional={
        "name": some,
        "language": st.one_of(st.fixed_dictionaries({"code": some}), values),
        "components": st.one_of(st.lists(component, max_size=6), values),
    },
)
reply = st.fixed_dictionaries(
    {"type": st.just("reply")}, optional={"reply": st.dictionaries(texts, some, max_size=2)}
)
interactive = st.fixed_dictionaries(
    {},
    optional={
        "header": st.one_of(parameter, values),
        "body": st.one_of(st.fixed_dictionaries({"text": some}), values),
        "footer": st.one_of(st.fixed_dictionaries({"text": some}), values),
        "action": st.one_of(
            st.fixed_dictionaries({"buttons": st.lists(reply, max_size=5)}), values
        ),
    },
)
image = st.fixed_dictionaries({}, optional={"link": some, "id": some, "caption": some})
message = st.one_of(
    st.fixed_dictionaries({"type": st.just("template"), "template": template}),
    st.fixed_dictionaries({"type": st.just("interactive"), "interactive": interactive}),
    st.fixed_dictionaries({"type": st.just("image"), "image": image}),
    values,
)
requests = st.one_of(
    values,
    st.fixed_dictionaries(
        {"messages": st.lists(st.fixed_dictionaries({"message": message}), max_size=2)}
    ),
)
definition = st.one_of(
    values,
    st.fixed_dictionaries(
        {
            "components": st.lists(
                st.fixed_dictionaries(
                    {"type": st.sampled_from(["HEADER", "BODY", "FOOTER", "BUTTONS"])},
                    optional={
                        "format": st.sampled_from(["TEXT", "IMAGE", "LOCATION"]),
                        "text": some,
                        "buttons": st.one_of(
                            st.lists(st.dictionaries(texts, some, max_size=3), max_size=5), values
                        ),
                    },
                ),
                max_size=5,
            )
        }
    ),
)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def draw(raw: Any, wording: Any, fonts: Fonts, view: View) -> None:
    known = read_definition(wording) if wording is not None else None
    for outgoing in read(raw).request.messages:
        built = build(outgoing, known, view)
        describe(built).encode()
        describe_json([built])
        placed = layout(built, 360, fonts)
        assert placed.height < 12_000
        image = QImage(360, 400, QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(image)
        painter.scale(2, 2)
        paint(painter, placed, DARK if view.side == "business" else LIGHT)
        assert painter.end()


@settings(max_examples=300)
@given(
    raw=requests,
    wording=st.one_of(st.none(), definition),
    view=st.sampled_from([View(), View(side="business", time="")]),
)
def test_any_json_can_be_drawn(raw: Any, wording: Any, view: View, fonts: Fonts) -> None:
    draw(raw, wording, fonts, view)


@pytest.mark.parametrize("piece", [*ODD, "x", "\n", "x ", "1. a\n", "*a* ", "a@b.c "])
def test_a_hundred_thousand_characters_can_be_drawn(piece: str, fonts: Fonts) -> None:
    text = (piece * 100_000)[:100_000]
    titles = [{"type": "reply", "reply": {"id": text, "title": text}}] * 5
    header = {"type": "document", "document": {"link": text, "filename": text}}
    content: dict[str, Any] = {
        "header": header,
        "body": {"text": text},
        "footer": {"text": text},
        "action": {"buttons": titles},
    }
    draw(
        {
            "messages": [
                {"phoneNumber": text, "message": {"type": "interactive", "interactive": content}}
            ]
        },
        None,
        fonts,
        View(time=text),
    )
    body = {"type": "body", "parameters": [{"type": "text", "text": text}] * 4}
    data = {"name": text, "language": {"code": text}, "components": [body]}
    raw = {"messages": [{"message": {"type": "template", "template": data}}]}
    draw(raw, None, fonts, View())
    draw(raw, {"components": [{"type": "BODY", "text": text}]}, fonts, View())
