"""Where things land: boxes inside the width, in order, apart, the time in its corner."""

from __future__ import annotations

from itertools import pairwise

import pytest

from wa_composer.preview.broken import Words
from wa_composer.preview.flow import is_rtl
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.nodes import (
    Button,
    Chip,
    Document,
    Hatch,
    Paragraph,
    Part,
    Picture,
    Scene,
    Side,
    Span,
    Text,
)
from wa_composer.preview.placed import Placed
from wa_composer.preview.theme import ANDROID

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = "Your parcel leaves our warehouse today and should reach you by Friday. "


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def text(*lines: str, identity: str = "body", mark: str = "") -> Text:
    role = identity if identity in ("header", "footer") else "body"
    paragraphs = tuple(Paragraph((Span(line, (), mark),) if line else ()) for line in lines)  # type: ignore[arg-type]
    return Text(identity, role, paragraphs)  # type: ignore[arg-type]


def button(number: int, label: str = "Yes") -> Button:
    return Button(f"button:{number}", "reply", (Span(label),))


def scene(*parts: Part, buttons: tuple[Button, ...] = (), side: Side = "customer") -> Scene:
    return Scene(side, "android", "10:24", "", parts, buttons)


EVERYTHING = scene(
    Picture("header", "image", "spring.jpg", False),
    text(WORDS * 3, "", "Bye"),
    text("Reply STOP", identity="footer"),
    buttons=(button(0), button(1), button(2)),
)
MANY = [
    EVERYTHING,
    scene(text("Short")),
    scene(text("مرحبا كيف حالك؟")),
    scene(text("x" * 3000)),
    scene(text("https://example.com/" + "long/" * 80, mark="link")),
    scene(Document("header", "n" * 300 + ".pdf", "PDF", False), text("Here")),
    scene(Hatch("wording", WORDS * 3), Chip("body:0", "Body value 1", WORDS * 9)),
    scene(Picture("header", "video", "n" * 300, False, standalone=True)),
    scene(text("A"), buttons=(button(0, "wide " * 60),)),
    scene(text("")),
    scene(),
]


@pytest.mark.parametrize("width", [1, 160, 200, 360, 390, 1000])
@pytest.mark.parametrize("number", range(len(MANY)))
@pytest.mark.parametrize("side", ["customer", "business"])
def test_parts_lie_inside_the_bubble_below_each_other(
    fonts: Fonts, number: int, width: int, side: Side
) -> None:
    given = MANY[number]
    built = Scene(side, "android", "10:24", "", given.parts, given.buttons)
    placed = layout(built, width, fonts)
    bubble = placed.box("bubble")
    assert bubble.x >= ANDROID.tail_width
    assert bubble.right <= placed.width - ANDROID.tail_width
    assert bubble.bottom < placed.height
    order = [part.id for part in built.parts] + [one.id for one in built.buttons]
    boxes = [placed.box(identity) for identity in order]
    for box in boxes:
        assert bubble.x <= box.x
        assert box.right <= bubble.right
        assert bubble.y <= box.y
        assert box.bottom <= bubble.bottom
    for upper, lower in pairwise(boxes):
        assert upper.bottom <= lower.y
    assert_letters_inside(placed)


def assert_letters_inside(placed: Placed) -> None:
    bubble = placed.box("bubble")
    for item in placed.items:
        if isinstance(item, Words):
            for number in range(item.layout.lineCount()):
                line = item.layout.lineAt(number)
                left = item.x + line.x()
                assert left >= bubble.x
                assert left + line.naturalTextWidth() <= bubble.right + 0.5


def test_the_time_stands_on_the_last_line_where_it_fits(fonts: Fonts) -> None:
    placed = layout(scene(text("Short")), 360, fonts)
    time, body = placed.box("time"), placed.box("body")
    assert time.y < body.bottom
    assert time.right == pytest.approx(placed.box("bubble").right - ANDROID.pad_right)


def test_the_time_takes_its_own_line_where_the_last_one_is_full(fonts: Fonts) -> None:
    placed = layout(scene(text("w")), 360, fonts)
    for length in range(2, 40):
        narrower, placed = placed, layout(scene(text("w " * length + "w")), 360, fonts)
        if placed.box("time").y >= placed.box("body").bottom:
            break
    else:
        pytest.fail("the time never left the line")
    assert narrower.box("bubble").right <= ANDROID.side + 360 * ANDROID.share
    assert placed.height == narrower.height + ANDROID.tiny_line - 4


def test_the_time_keeps_its_corner_beside_text_from_the_right(fonts: Fonts) -> None:
    placed = layout(scene(text("שלום")), 360, fonts)
    time, body = placed.box("time"), placed.box("body")
    assert time.y >= body.bottom
    assert time.right == pytest.approx(placed.box("bubble").right - ANDROID.pad_right)


def test_the_time_lies_on_a_picture_without_words(fonts: Fonts) -> None:
    picture = Picture("header", "image", "a.jpg", False, standalone=True)
    placed = layout(scene(picture), 360, fonts)
    time, box = placed.box("time"), placed.box("header")
    assert box.y < time.y
    assert time.bottom < box.bottom


def test_the_footer_shares_its_line_with_the_time(fonts: Fonts) -> None:
    placed = layout(EVERYTHING, 360, fonts)
    footer, time = placed.box("footer"), placed.box("time")
    assert footer.y <= time.y
    assert time.bottom <= footer.bottom


def test_sides_mirror(fonts: Fonts) -> None:
    incoming = layout(scene(text("Hello")), 360, fonts).box("bubble")
    outgoing = layout(scene(text("Hello"), side="business"), 360, fonts).box("bubble")
    assert incoming.x == ANDROID.side
    assert outgoing.right == 360 - ANDROID.side
    assert outgoing.width > incoming.width  # room for the ticks


def test_each_paragraph_has_its_own_direction(fonts: Fonts) -> None:
    placed = layout(scene(text("مرحبا بكم", "Hello to all of you, friends")), 360, fonts)
    arabic, english = [item for item in placed.items if isinstance(item, Words)][:2]
    right = placed.box("body").right
    line = arabic.layout.lineAt(0)
    assert arabic.x + line.x() + line.naturalTextWidth() == pytest.approx(right, abs=1)
    assert english.x + english.layout.lineAt(0).x() == placed.box("body").x


@pytest.mark.parametrize(
    ("sample", "rtl"),
    [
        ("Hello", False), ("123 שלום", True), ("؟ abc", True), ("", False), ("*…*", False),
        ("\u2067abc\u2069 שלום", True), ("\u2069\u2069 a", False), ("مرحبا hello", True),
    ],
)  # fmt: skip
def test_direction_comes_from_the_first_strong_character(sample: str, rtl: bool) -> None:
    assert is_rtl(sample) is rtl


def test_lines_are_even_in_every_script(fonts: Fonts) -> None:
    for sample in ("Hello", "漢字", "Ж", "😀 ok", "a*b"):
        assert layout(scene(text(sample)), 360, fonts).box("body").height == ANDROID.line


def test_a_click_finds_its_part(fonts: Fonts) -> None:
    placed = layout(EVERYTHING, 360, fonts)
    for identity in ("header", "body", "footer", "button:1"):
        box = placed.box(identity)
        assert placed.part_at(box.x + 1, box.y + 1) == identity
    assert placed.part_at(0, 0) == ""
    with pytest.raises(KeyError):
        placed.box("nothing")


def test_marks_of_one_line_are_all_inked(fonts: Fonts) -> None:
    spans = (
        Span("{{1}}", (), "missing"),
        Span("{{2}}", (), "missing"),
        Span(" a.example", (), "link"),
    )
    body = Text("body", "body", (Paragraph(spans),))
    placed = layout(scene(body), 360, fonts)
    words = next(item for item in placed.items if isinstance(item, Words))
    assert [ink.role for ink in words.inks] == ["missing", "missing", "link"]
    assert all(ink.glyphs for ink in words.inks)
