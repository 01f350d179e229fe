"""A few whole pictures, drawn with the bundled fonts, beside those that were looked at.

After a change that is meant: ``WA_COMPOSER_GOLDEN=write pytest tests/preview``, then look at what
changed under ``tests/golden/pictures``.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from wa_composer.message.definition import read_definition
from wa_composer.message.draft import read
from wa_composer.preview.picture import PictureTooLarge, render, save_png
from wa_composer.preview.scene import Scene, View, build

pytestmark = pytest.mark.usefixtures("qapp")

PICTURES = Path(__file__).parents[1] / "golden" / "pictures"
BLOCK = 6  # pixels on a side that are compared as one, so that the edges of letters may differ
COLUMNS = {"android": 360, "ios": 390, "web": 480}
TOLERANCE = 14  # of 255, in any block and colour

SPRING = {
    "components": [
        {"type": "HEADER", "format": "IMAGE"},
        {"type": "BODY", "text": "Hi {{1}}, our *spring sale* is on! Use code {{2}} today. 🌷"},
        {"type": "FOOTER", "text": "Reply STOP to opt out"},
        {"type": "BUTTONS", "buttons": [
            {"type": "URL", "text": "Shop now", "url": "https://example.com/{{1}}"},
            {"type": "QUICK_REPLY", "text": "Not now"}]},
    ]
}  # fmt: skip
PARTS_NOT_DRAWN = {
    "components": [
        {"type": "BODY", "text": "Look at our new arrivals, {{1}}"},
        {"type": "CAROUSEL", "cards": []},
    ]
}


def spring(*values: str) -> dict[str, Any]:
    body = [{"type": "text", "text": value} for value in values]
    header = [{"type": "image", "image": {"link": "https://example.com/spring.jpg"}}]
    components = [{"type": "header", "parameters": header}, {"type": "body", "parameters": body}]
    data = {"name": "spring_sale", "language": {"code": "en"}, "components": components}
    return {"type": "template", "template": data}


def buttons(text: str, *titles: str, **more: Any) -> dict[str, Any]:
    replies = [{"type": "reply", "reply": {"id": one, "title": one}} for one in titles]
    data = {"type": "button", "body": {"text": text}, "action": {"buttons": replies}, **more}
    return {"type": "interactive", "interactive": data}


STYLES = (
    "*bold*, _italic_, ~gone~, *_both_*, `code`\n- milk\n- eggs\n1. first\n> quoted, and long "
    "enough to reach the next line\n```x = 1\ny = 2```\nhttps://example.com/orders?id=1042"
)
DOCUMENT = {"type": "document", "document": {"link": "https://example.com/i.pdf",
            "filename": "Invoice 1042.pdf"}}  # fmt: skip
LETTERS = "مرحبا آدا، طلبك في الطريق\nשלום עולם\nनमस्ते आदा\nสวัสดีค่ะ\nHello world"
MESSAGES: dict[str, tuple[dict[str, Any], object]] = {
    "template-known": (spring("Ada", ""), SPRING),
    "template-unknown": (spring("Ada", ""), None),
    "template-undrawn": (spring("Ada"), PARTS_NOT_DRAWN),
    "reply-buttons": (
        buttons("When shall we deliver?", "A", "B", "C", "D", header=DOCUMENT,
                footer={"text": "Example Store"}), None),
    "formatting": (buttons(STYLES, "Yes"), None),
    "letters": (buttons(LETTERS, "שלום"), None),
    "image": ({"type": "image", "image": {"id": "4711"}}, None),
    "emoji": ({"type": "interactive", "interactive": {"body": {"text": "😀🎉"}}}, None),
    "folded": (spring("Ada", "TULIPS"), {"components": [
        {"type": "BODY", "text": "Hi {{1}}, " + "our *spring sale* goes on until Sunday. " * 9}]}),
}  # fmt: skip
LOOKED_AT = [
    "template-known android light customer",
    "template-known android dark customer",
    "template-unknown android light customer",
    "template-undrawn android dark customer",
    "reply-buttons android dark business",
    "formatting android light customer",
    "letters android light business",
    "folded android light customer",
    "image ios light business",
    "emoji ios dark customer",
    "reply-buttons ios light customer",
    "formatting ios dark business",
    "template-known web light customer",
    "reply-buttons web light business",
    "formatting web dark customer",
]


def scene(name: str, look: Any = "android", side: Any = "customer") -> Scene:
    message, wording = MESSAGES[name]
    request = read({"messages": [{"phoneNumber": "+12025550100", "message": message}]}).request
    known = None if wording is None else read_definition(wording)
    return build(request.messages[0], known, View(side, look, folded=name == "folded"))


@pytest.mark.parametrize("case", LOOKED_AT)
def test_the_picture_is_the_one_that_was_looked_at(case: str, tmp_path: Path) -> None:
    name, look, theme, side = case.split()
    image = render([scene(name, look, side)], theme=theme, width=COLUMNS[look], scale=1)  # type: ignore[arg-type]
    file = PICTURES / f"{case.replace(' ', '-')}.png"
    if os.environ.get("WA_COMPOSER_GOLDEN") == "write":
        save_png(image, file)
    golden = QImage(str(file))
    assert not golden.isNull(), f"{file.name} is missing"
    assert image.size() == golden.size()
    worst = _difference(image, golden)
    save_png(image, tmp_path / file.name)
    assert worst <= TOLERANCE, f"differs by {worst}: see {tmp_path / file.name}"


def _difference(one: QImage, other: QImage) -> int:
    """The largest difference of a colour in any block."""
    first, second = _blocks(one), _blocks(other)
    return max(
        abs(mine - theirs)
        for y in range(first.height())
        for x in range(first.width())
        for mine, theirs in zip(
            QColor(first.pixel(x, y)).getRgb(), QColor(second.pixel(x, y)).getRgb(), strict=True
        )
    )


def _blocks(image: QImage) -> QImage:
    return image.scaled(
        image.width() // BLOCK,
        image.height() // BLOCK,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def test_messages_stand_one_under_the_other() -> None:
    one = render([scene("image")], scale=1)
    two = render([scene("image"), scene("emoji")], scale=1)
    assert two.height() > one.height()
    assert two.width() == one.width() == 360


def test_width_and_scale_are_kept_or_refused() -> None:
    image = render([scene("emoji")], width=390, scale=3)
    assert image.width() == 1170
    for wrong in ({"width": 5}, {"width": 5000}, {"scale": 0.1}, {"scale": 99}):
        with pytest.raises(ValueError, match="is to be from"):
            render([scene("emoji")], **wrong)  # type: ignore[arg-type]


def test_a_tower_of_messages_is_refused_before_anything_is_cut_off() -> None:
    render([scene("image")] * 20, scale=2)
    with pytest.raises(PictureTooLarge, match="more than 30000 points high"):
        render([scene("image")] * 300, scale=2)


def test_a_picture_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"."):
        save_png(render([scene("emoji")]), tmp_path / "no" / "such" / "folder.png")
    assert list(tmp_path.iterdir()) == []
