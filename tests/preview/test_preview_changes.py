"""What is painted anew after a keystroke gives the same pixels as painting everything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from wa_composer.message.definition import body_definition, read_definition
from wa_composer.message.draft import read
from wa_composer.preview.changes import changed
from wa_composer.preview.dress import Face
from wa_composer.preview.flow import flow
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.nodes import Scene, Span, View
from wa_composer.preview.paint import chat, renew
from wa_composer.preview.pieces import pieces
from wa_composer.preview.placed import Placed
from wa_composer.preview.scene import build
from wa_composer.preview.theme import LIGHT
from wa_composer.preview.touch import outlines, part_at

pytestmark = pytest.mark.usefixtures("qapp")

WIDTH, HEIGHT, SCALE = 360, 700, 2
SENTENCE = "Hello *Ada*, your parcel leaves our _warehouse_ today 🌷 and should reach you soon. "
PIECES = [
    *("a", "b ", "word ", "\n", "*bold* ", "~gone~ ", "`code` ", "https://example.com/x ", "😀"),
    *(
        "- item\n",
        "> quote\n",
        "e\u0301\u0302\u0303",
        "مرحبا ",
        "שלום ",
        "हिन्दी ",
        "漢字",
        SENTENCE * 5,
    ),
]
bodies = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def scene(
    body: str,
    side: str = "customer",
    titles: tuple[str, ...] = ("Yes",),
    look: str = "android",
) -> Scene:
    replies = [{"type": "reply", "reply": {"id": one, "title": one}} for one in titles]
    data = {"type": "button", "body": {"text": body}, "action": {"buttons": replies}}
    raw = {"messages": [{"message": {"type": "interactive", "interactive": data}}]}
    return build(read(raw).request.messages[0], None, View(side, look))  # type: ignore[arg-type]


def painted(stack: list[Placed], areas: list[QRectF] | None, over: QImage | None) -> QImage:
    image = QImage(WIDTH * SCALE, HEIGHT * SCALE, QImage.Format.Format_RGB32)
    if over is not None:
        image = over.copy()
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    if areas is None:
        chat(painter, QRectF(0, 0, WIDTH, HEIGHT), stack, LIGHT)
    else:
        renew(painter, areas, stack, LIGHT)
    painter.end()
    return image


@settings(max_examples=120)
@given(
    before=bodies,
    after=bodies,
    rest=bodies,
    side=st.sampled_from(["customer", "business"]),
    titles=st.sampled_from([("Yes",), ("Yes", "No"), ()]),
    look=st.sampled_from(["android", "ios", "web"]),
)
def test_painting_the_changes_is_painting_the_whole(
    before: str, after: str, rest: str, side: str, titles: tuple[str, ...], look: str, fonts: Fonts
) -> None:
    old = [layout(scene(before + rest, side, look=look), WIDTH, fonts)]
    new = [layout(scene(after + rest, side, titles, look), WIDTH, fonts)]
    areas = changed(old, new)
    whole = painted(new, None, None)
    assert painted(new, areas, painted(old, None, None)) == whole


def test_a_letter_at_the_end_of_a_long_text_changes_little(fonts: Fonts) -> None:
    text = SENTENCE * 12
    areas = changed(
        [layout(scene(text + "so"), WIDTH, fonts)], [layout(scene(text + "son"), WIDTH, fonts)]
    )
    assert areas is not None
    assert sum(area.height() for area in areas) < 60


def test_what_a_new_line_moves_is_painted_without_the_ground_beside_it(fonts: Fonts) -> None:
    text = SENTENCE * 12
    old, new = layout(scene(text), WIDTH, fonts), layout(scene("New\n" + text), WIDTH, fonts)
    assert old.height < new.height
    inside, edge = changed([old], [new]) or []
    bubble = new.box("bubble")
    assert inside.width() <= bubble.width
    assert edge.bottom() >= bubble.bottom and edge.height() < 100


def test_nothing_changes_when_the_text_does_not(fonts: Fonts) -> None:
    text = SENTENCE * 9 + "\n- مرحبا"
    assert changed(
        [layout(scene(text), WIDTH, fonts)], [layout(scene(text), WIDTH, fonts)]
    ) == []  # fmt: skip


@settings(max_examples=100)
@given(
    words=st.lists(st.text("abc-/.,é漢😀 ", min_size=1, max_size=60), min_size=4, max_size=60),
    width=st.integers(60, 400),
)
def test_a_paragraph_in_pieces_has_the_lines_of_the_whole(
    words: list[str], width: int, fonts: Fonts
) -> None:
    spans = [Span(word, ("bold",) if number % 3 == 0 else ()) for number, word in enumerate(words)]
    face = Face(15, 20)
    whole = flow(spans, width, face, fonts)
    found = pieces(spans, width, face, fonts)
    assert _lines(found) == _lines([whole])


def test_a_value_in_a_long_text_is_found_in_each_of_its_pieces(fonts: Fonts) -> None:
    wording = body_definition("long", "en", SENTENCE * 6 + "{{1}} " + SENTENCE * 6)
    parameters = [{"type": "text", "text": "and much more of it " * 30}]
    template = {
        "name": "long",
        "language": {"code": "en"},
        "components": [{"type": "body", "parameters": parameters}],
    }
    raw = {"messages": [{"message": {"type": "template", "template": template}}]}
    built = build(read(raw).request.messages[0], read_definition(wording))
    placed = layout(built, WIDTH, fonts)
    boxes = outlines(placed, "body:0")
    lines = [box for box in boxes if box.width() > 60]
    assert len(lines) > 12
    for box in lines[1:-1]:
        assert part_at(placed, box.center().x(), box.center().y()) == "body:0"
    body = placed.box("body")
    assert part_at(placed, body.x + 3, body.y + 3) == "body"
    assert part_at(placed, body.x + 3, body.bottom - 3) == "body"


def _lines(flows: list) -> list[str]:  # type: ignore[type-arg]
    found = []
    for one in flows:
        units = one.layout.text().encode("utf-16-le")
        for number in range(one.layout.lineCount()):
            line = one.layout.lineAt(number)
            end = line.textStart() + line.textLength()
            found.append(units[line.textStart() * 2 : end * 2].decode("utf-16-le"))
    return found
