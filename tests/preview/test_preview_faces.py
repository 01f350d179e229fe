"""The letters of each look, and details of its bubble that only a picture shows."""

from __future__ import annotations

from typing import Any

import pytest
from pictured import scene
from PySide6.QtGui import QColor, QFontInfo

from wa_composer.preview.broken import Words
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.picture import MARGIN, render
from wa_composer.preview.theme import LOOKS, look_of

pytestmark = pytest.mark.usefixtures("qapp")

LOOK_NAMES = sorted(LOOKS)


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


@pytest.mark.parametrize(
    ("look", "family"), [("android", "Roboto"), ("ios", "Inter"), ("web", "Noto Sans")]
)
def test_a_look_is_drawn_with_the_face_of_its_device(look: Any, family: str, fonts: Fonts) -> None:
    placed = layout(scene("reply-buttons", look), look_of(look).column, fonts)
    drawn = [item for item in placed.items if isinstance(item, Words)]
    assert {QFontInfo(item.layout.font()).family() for item in drawn} == {family}
    runs = [run for item in drawn for run in item.layout.glyphRuns()]
    assert {run.rawFont().familyName() for run in runs} == {family}


@pytest.mark.parametrize("look", LOOK_NAMES)
def test_the_shadow_under_a_bubble_is_one_even_line(look: Any, fonts: Fonts) -> None:
    built = scene("letters", look)
    box = layout(built, look_of(look).column, fonts).box("bubble")
    image = render([built], width=look_of(look).column, scale=1)
    row = round(box.bottom) + MARGIN
    colours = {image.pixel(x, row) for x in range(round(box.x) + 24, round(box.right) - 24)}
    edge = look_of(look).metrics.radius
    near = {image.pixel(x, row) for x in range(round(box.x + edge) - 2, round(box.x + edge) + 6)}
    darkest = min(QColor(one).lightness() for one in colours)
    assert min(QColor(one).lightness() for one in near) >= darkest - 3


@pytest.mark.parametrize("look", LOOK_NAMES)
def test_lines_of_all_scripts_lie_about_as_close_as_on_a_phone(look: Any, fonts: Fonts) -> None:
    built = scene("letters", look)
    flows = [
        item.flow
        for item in layout(built, look_of(look).column, fonts).items
        if isinstance(item, Words) and item.flow.face.size == look_of(look).metrics.text
    ]
    heights = [high for one in flows for _, _, high in one.lines]
    assert len(heights) >= 5
    assert min(heights) == look_of(look).metrics.line
    assert max(heights) <= 1.25 * min(heights)
