"""A medium that somebody has looked at: the picture in its place, or what is known instead."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from wa_composer.message.draft import read
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.nodes import Document, Picture, Scene, Sight
from wa_composer.preview.photos import middle
from wa_composer.preview.picture import MARGIN, render
from wa_composer.preview.placed import Placed
from wa_composer.preview.scene import build, describe
from wa_composer.preview.shapes import Photo
from wa_composer.preview.sights import medium, with_sight

pytestmark = pytest.mark.usefixtures("qapp")

LINK = {"link": "https://example.com/spring.jpg"}
SEEN = "seen"


def scene(message: dict[str, Any], sight: Sight | None = None) -> Scene:
    request = read({"messages": [{"phoneNumber": "+12025550100", "message": message}]}).request
    return with_sight(build(request.messages[0]), sight)


def image_message(**more: str) -> dict[str, Any]:
    return {"type": "image", "image": LINK | more}


def with_header(kind: str) -> dict[str, Any]:
    header = {"type": kind, kind: LINK}
    data = {"type": "button", "header": header, "body": {"text": "Hello"}}
    return {"type": "interactive", "interactive": data}


def placed(message: dict[str, Any], sight: Sight | None, width: int = 360) -> Placed:
    return layout(scene(message, sight), width, Fonts())


def photo(found: Placed) -> Photo:
    return next(item for item in found.items if isinstance(item, Photo))


def striped(width: int, height: int) -> QImage:
    """Red above and below, green in the middle third."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    for y in range(height // 3, 2 * height // 3):
        for x in range(width):
            image.setPixelColor(x, y, QColor("#00FF00"))
    return image


@pytest.mark.parametrize(
    ("width", "height", "ratio"),
    [(800, 800, 1.91), (400, 1600, 1.91), (1910, 1000, 1.91), (1200, 400, 3.0), (9000, 100, 4.0)],
)
def test_a_headers_picture_is_cut_to_191_when_it_is_taller(
    width: int, height: int, ratio: float
) -> None:
    found = photo(placed(with_header("image"), Sight(key=SEEN, width=width, height=height)))
    assert found.width / found.height == pytest.approx(ratio, rel=0.02)


def test_a_header_keeps_the_middle_of_its_picture() -> None:
    sight = Sight(key=SEEN, width=60, height=180)
    drawn = render([scene(with_header("image"), sight)], scale=1, images={SEEN: striped(60, 180)})
    box = photo(placed(with_header("image"), sight))
    x = int(box.x + box.width / 2)
    rows = (box.y + 3, box.y + box.height / 2)
    seen = {drawn.pixelColor(x, int(y) + MARGIN).name() for y in rows}
    assert seen == {"#00ff00"}


@pytest.mark.parametrize(("width", "height"), [(300, 400), (600, 300), (500, 500)])
def test_an_image_message_keeps_its_pictures_shape(width: int, height: int) -> None:
    found = photo(placed(image_message(), Sight(key=SEEN, width=width, height=height)))
    assert found.width / found.height == pytest.approx(width / height, rel=0.02)


def test_a_portrait_is_narrow_and_its_caption_with_it() -> None:
    caption = "word " * 30
    tall = placed(image_message(caption=caption), Sight(key=SEEN, width=300, height=390), 480)
    flat = placed(image_message(caption=caption), Sight(key=SEEN, width=390, height=300), 480)
    assert photo(tall).width == pytest.approx(246, abs=1)
    assert photo(flat).width > 300
    assert tall.box("body").width <= 246


def test_a_tower_or_a_thread_of_a_picture_stays_in_sight() -> None:
    tower = photo(placed(image_message(), Sight(key=SEEN, width=10, height=10_000)))
    thread = photo(placed(image_message(), Sight(key=SEEN, width=10_000, height=10)))
    assert tower.height <= 1.5 * tower.width
    assert thread.height >= 0.25 * thread.width


def test_a_fault_is_drawn_and_told() -> None:
    note = "404: there is nothing at this link."
    bad = scene(with_header("image"), Sight(note=note, fault=True, room=True))
    assert note in describe(bad)
    plain = scene(with_header("image"))
    assert render([bad], scale=1) != render([plain], scale=1)


def test_a_local_sample_says_so_in_the_picture_and_its_text() -> None:
    sight = Sight(key=SEEN, width=600, height=300, stamp="local sample")
    image = {SEEN: striped(60, 30)}
    stamped = render([scene(image_message(), sight)], scale=1, images=image)
    bare = render([scene(image_message(), Sight("", False, SEEN, 600, 300))], scale=1, images=image)
    assert stamped != bare
    assert "local sample" in describe(scene(image_message(), sight))


def test_a_picture_that_is_not_at_hand_leaves_its_calm_ground() -> None:
    drawn = render([scene(image_message(), Sight(key="gone", width=600, height=300))], scale=1)
    assert not drawn.isNull()


@pytest.mark.parametrize("kind", ["image", "video", "document"])
def test_room_for_a_button_is_kept_at_the_foot(kind: str) -> None:
    note = Sight("Something is wrong with this file, and that takes a sentence.", True, room=True)
    part = medium(scene(with_header(kind), note))
    assert isinstance(part, Picture | Document)
    with_room = placed(with_header(kind), note, 300).box("header")
    assert with_room.height >= placed(with_header(kind), None, 300).box("header").height
    assert with_room.height >= 80


def test_a_message_without_a_medium_takes_no_sight() -> None:
    bare = {"type": "interactive", "interactive": {"type": "button", "body": {"text": "Hello"}}}
    assert scene(bare, Sight("x")) == scene(bare)


def test_the_middle_has_the_shape_that_is_asked_for() -> None:
    cut = middle(QSize(100, 100), QSize(200, 100))
    assert (cut.x(), cut.y(), cut.width(), cut.height()) == (0, 25, 100, 50)
    assert middle(QSize(1, 1), QSize(0, 0)).width() == 1
