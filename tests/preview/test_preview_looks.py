"""What each look does in its own way, told without pixels where it can be."""

from __future__ import annotations

from typing import Any

import pytest

from wa_composer.message.definition import read_definition
from wa_composer.message.draft import read
from wa_composer.preview.broken import Words
from wa_composer.preview.described import describe_json
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.nodes import Hatch, Notice, Scene, Text, View
from wa_composer.preview.scene import build, describe
from wa_composer.preview.shapes import Bubble, Icon
from wa_composer.preview.theme import LOOKS, Colours, look_of

pytestmark = pytest.mark.usefixtures("qapp")

LOOK_NAMES = sorted(LOOKS)
LONG = "Hi {{1}}, our *spring sale* goes on until Sunday night. " * 8
URL = {"type": "URL", "text": "Shop", "url": "https://example.com"}
REPLY = {"type": "QUICK_REPLY", "text": "No"}


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def template(view: View, *buttons: dict[str, str], body: str = "Hi {{1}}", **more: Any) -> Scene:
    components: list[dict[str, Any]] = [{"type": "BODY", "text": body}, *more.get("extra", [])]
    if buttons:
        components.append({"type": "BUTTONS", "buttons": list(buttons)})
    values = [{"type": "text", "text": "Ada"}]
    data = {
        "name": "sale",
        "language": {"code": "en"},
        "components": [{"type": "body", "parameters": values}],
    }
    raw = {"messages": [{"message": {"type": "template", "template": data}}]}
    wording = read_definition({"name": "sale", "language": "en", "components": components})
    return build(read(raw).request.messages[0], wording, view)


@pytest.mark.parametrize("look", LOOK_NAMES)
@pytest.mark.parametrize(
    ("buttons", "on_the_phone_only"),
    [
        ([URL, URL], False), ([REPLY, REPLY, REPLY], False), ([URL, REPLY], True),
        ([REPLY] * 4, True), ([URL] * 4, True), ([], False),
    ],
)  # fmt: skip
def test_desktop_and_web_send_some_templates_to_the_phone(
    look: Any, buttons: list[dict[str, str]], on_the_phone_only: bool
) -> None:
    built = template(View(look=look), *buttons)
    hidden = on_the_phone_only and look == "web"
    assert [type(part) for part in built.parts] == [Notice if hidden else Text]
    assert bool(built.buttons) is (bool(buttons) and not hidden)
    if hidden:
        (part,) = describe_json([built])["messages"][0]["parts"]
        assert part["kind"] == "notice"
        assert "on the phone" in part["text"]


def test_reply_buttons_are_shown_on_the_web_however_many() -> None:
    replies = [{"type": "reply", "reply": {"id": one, "title": one}} for one in "ABCD"]
    data = {"type": "button", "body": {"text": "Which?"}, "action": {"buttons": replies}}
    raw = {"messages": [{"message": {"type": "interactive", "interactive": data}}]}
    built = build(read(raw).request.messages[0], None, View(look="web"))
    assert [one.label for one in built.buttons] == ["A", "B", "See all options"]


@pytest.mark.parametrize("look", LOOK_NAMES)
@pytest.mark.parametrize(
    "body",
    [
        LONG,
        LONG.replace(". ", ".\n"),
        "x" * 900,
        "مرحبا بكم في متجرنا الجديد. " * 20,
        "1\n2\n3\n4\n5\n6\n7",
    ],
)
def test_a_folded_body_ends_in_read_more_after_five_lines(
    look: Any, body: str, fonts: Fonts
) -> None:
    width = look_of(look).column
    folded = layout(template(View(look=look, folded=True), URL, body=body), width, fonts)
    whole = layout(template(View(look=look), URL, body=body), width, fonts)
    metrics = look_of(look).metrics
    assert folded.box("body").height <= 5 * (metrics.line + 6)
    assert folded.box("body").height < whole.box("body").height
    shown = "".join(
        span.text
        for item in folded.items
        if isinstance(item, Words)
        for span in item.flow.spans
        if span.mark == "link"
    )
    assert shown == "Read more"


def test_folding_leaves_short_bodies_and_the_description_alone(fonts: Fonts) -> None:
    assert layout(template(View(folded=True)), 360, fonts).height == layout(
        template(View()), 360, fonts
    ).height  # fmt: skip
    assert describe(template(View(folded=True), body=LONG)) == describe(template(View(), body=LONG))


def test_what_is_not_drawn_is_said_in_its_place() -> None:
    extra = [
        {"type": "HEADER", "format": "LOCATION"},
        {"type": "CAROUSEL", "cards": []},
        {"type": "limited_time_offer", "limited_time_offer": {}},
        {"type": "SOMETHING_NEW"},
    ]
    built = template(View(), extra=extra)
    assert [part.id for part in built.parts] == [
        "undrawn:location", "body", "undrawn:carousel", "undrawn:limited_time_offer",
        "undrawn:something_new",
    ]  # fmt: skip
    said = [part.text for part in built.parts if isinstance(part, Hatch)]
    assert len(set(said)) == 4
    assert all(said)
    kinds = [part["kind"] for part in describe_json([built])["messages"][0]["parts"]]
    assert kinds == ["notice", "body", "notice", "notice", "notice"]


@pytest.mark.parametrize("look", LOOK_NAMES)
def test_sides_differ_in_place_and_ticks_only(look: Any, fonts: Fonts) -> None:
    width = look_of(look).column
    theirs = layout(template(View(look=look), URL), width, fonts)
    ours = layout(template(View("business", look), URL), width, fonts)
    ticks = [item for item in ours.items if isinstance(item, Icon) and item.name == "ticks"]
    assert len(ticks) == 1
    assert not [item for item in theirs.items if isinstance(item, Icon) and item.name == "ticks"]
    left, right = theirs.box("bubble"), ours.box("bubble")
    assert left.x == width - right.right
    assert ours.box("time").right == pytest.approx(right.right - look_of(look).metrics.pad_right)


@pytest.mark.parametrize("look", LOOK_NAMES)
def test_a_look_keeps_to_its_measures(look: Any, fonts: Fonts) -> None:
    found = look_of(look)
    placed = layout(template(View(look=look), URL, URL, body=LONG), found.column, fonts)
    bubble = next(item for item in placed.items if isinstance(item, Bubble))
    assert bubble.radius == found.metrics.radius
    assert bubble.tail == ("bottom" if look == "ios" else "top")
    assert bubble.width <= found.column * found.metrics.share


def test_the_web_is_as_wide_as_its_media_at_most(fonts: Fonts) -> None:
    placed = layout(template(View(look="web"), URL, body=LONG), 1200, fonts)
    assert placed.box("bubble").width == 336
    text = layout(template(View(look="web"), body=LONG), 1200, fonts)
    assert 336 < text.box("bubble").width <= 600


@pytest.mark.parametrize("look", LOOK_NAMES)
def test_letters_can_be_read_on_their_ground(look: Any) -> None:
    for colours in (look_of(look).light, look_of(look).dark):
        for ground in (colours.incoming, colours.outgoing):
            for role in ("text", "meta", "link", "button"):
                assert _contrast(colours, role, ground) >= (4.5 if role == "text" else 3.4)


def _contrast(colours: Colours, role: str, ground: tuple[int, int, int, int]) -> float:
    red, green, blue, opacity = getattr(colours, role)
    mixed = [
        (ink * opacity + under * (255 - opacity)) / 255
        for ink, under in zip((red, green, blue), ground, strict=False)
    ]
    one, other = sorted((_light(mixed), _light(list(ground[:3]))))
    return (other + 0.05) / (one + 0.05)


def _light(colour: list[float]) -> float:
    parts = [part / 255 for part in colour]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("known", [True, False])
def test_a_button_that_copies_says_its_code_where_it_is_known(known: bool) -> None:
    parameter = {"type": "coupon_code", "coupon_code": "TULIPS20"}
    button = {"type": "button", "sub_type": "copy_code", "index": "0", "parameters": [parameter]}
    data = {"name": "sale", "language": {"code": "en"}, "components": [button]}
    raw = {"messages": [{"message": {"type": "template", "template": data}}]}
    components = [
        {"type": "BODY", "text": "Hi"},
        {"type": "BUTTONS", "buttons": [{"type": "COPY_CODE", "example": "250FF"}]},
    ]
    wording = read_definition({"name": "sale", "components": components}) if known else None
    built = build(read(raw).request.messages[0], wording)
    said = describe_json([built])["messages"][0]["parts"][-1]
    assert said == {
        "kind": "button", "type": "copy_code", "label": "Copy code", "value": "TULIPS20",
    }  # fmt: skip
    assert not built.buttons[0].missing


@pytest.mark.parametrize(("end", "shown"), [(". ", "day… "), (", ", "day… "), ("… ", "day… ")])
def test_a_folded_body_has_no_stop_before_its_dots(end: str, shown: str, fonts: Fonts) -> None:
    body = "\n".join(["One day" + end] * 9)
    placed = layout(template(View(folded=True), body=body), 360, fonts)
    last = [item.flow for item in placed.items if isinstance(item, Words)][4]
    assert "".join(span.text for span in last.spans) == f"One {shown}Read more"


def test_an_unknown_look_is_androids() -> None:
    assert look_of("nokia") is LOOKS["android"]


def test_where_whatsapp_supplies_the_words_they_are_not_invented() -> None:
    for named in ({}, {"text": "Take the code"}):
        code = {"type": "COPY_CODE", "example": "TULIPS"} | named
        (copied,) = template(View(), code).buttons
        assert (copied.label, copied.missing, copied.value) == ("Copy code", False, "")
    components = [
        {"type": "BODY", "add_security_recommendation": True},
        {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]},
    ]
    wording = read_definition({"name": "a", "category": "AUTHENTICATION", "components": components})
    message = {"type": "template", "template": {"name": "a", "language": {"code": "en"}}}
    raw = {"messages": [{"message": message}]}
    built = build(read(raw).request.messages[0], wording)
    assert [part.id for part in built.parts] == ["undrawn:authentication", "undrawn:otp"]
