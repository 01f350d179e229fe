"""A few whole pictures, drawn with the bundled fonts, beside those that were looked at.

After a change that is meant: ``WA_COMPOSER_GOLDEN=write pytest tests/preview``, then look at what
changed under ``tests/golden/pictures``.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pictured import scene
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from wa_composer.preview.picture import PictureTooLarge, render, save_png

pytestmark = pytest.mark.usefixtures("qapp")

PICTURES = Path(__file__).parents[1] / "golden" / "pictures"
BLOCK = 6  # pixels on a side that are compared as one, so that the edges of letters may differ
COLUMNS = {"android": 360, "ios": 390, "web": 480}
TOLERANCE = 14  # of 255, in any block and colour

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
