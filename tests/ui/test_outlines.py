"""What is painted of outlines when they change gives the same pixels as painting all of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from wa_composer.message.definition import body_definition, read_definition
from wa_composer.message.draft import read
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.nodes import View
from wa_composer.preview.scene import build
from wa_composer.preview.theme import LOOKS
from wa_composer.preview.touch import outlines
from wa_composer.ui.outlines import Dress, Outline, unlike
from wa_composer.ui.theme import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")

LIT, UNDER = Dress("accent", 0.6, 0.13), Dress("accent", 0.35, 0.05)
ZOOMS = (0.75, 1.0, 1.5, 2.0)
WIDTH, HEIGHT = 1100, 900
TEXTS = {
    "Latin": "A long value that goes over some lines, as the address of a far town does. " * 2,
    "Arabic": "هذا عنوان طويل جدا يمتد على عدة أسطر من الفقاعة لأنه عنوان في مدينة بعيدة " * 2,
    "Thai": "นี่คือที่อยู่ที่ยาวมากซึ่งกินหลายบรรทัดของฟองข้อความเพราะอยู่ในเมืองที่ไกลมาก" * 2,
    "mixed": "Some 日本語 long हिन्दी value that مرحبا goes ภาษา over lines 😀 because it is ﷺ " * 2,
}


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def boxes(value: str, look: str, fonts: Fonts) -> tuple[QRectF, ...]:
    """Where a body's value lies."""
    wording = body_definition("offer", "en", "Hi {{1}}, bye")
    parameters = [{"type": "text", "text": value}]
    template = {
        "name": "offer",
        "language": {"code": "en"},
        "components": [{"type": "body", "parameters": parameters}],
    }
    raw = {"messages": [{"message": {"type": "template", "template": template}}]}
    view = View("customer", look)  # type: ignore[arg-type]
    scene = build(read(raw).request.messages[0], read_definition(wording), view)
    return tuple(outlines(layout(scene, LOOKS[view.look].column, fonts), "body:0"))


def outline(dress: Dress, found: tuple[QRectF, ...], zoom: float) -> Outline:
    scaled = (QRectF(b.topLeft() * zoom, b.size() * zoom) for b in found)
    return Outline(dress, tuple(scaled))


def painted(image: QImage, region: QRegion, shown: Outline) -> QImage:
    """The picture with what lies in the region painted again, as widgets are."""
    made = image.copy()
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRegion(region)
    painter.fillRect(made.rect(), Qt.GlobalColor.white)
    shown.draw(painter, QRectF(region.boundingRect()), LIGHT)
    painter.end()
    return made


@pytest.mark.parametrize("look", list(LOOKS))
@pytest.mark.parametrize("script", list(TEXTS))
def test_outlines_that_change_are_painted_as_if_all_were(
    script: str, look: str, fonts: Fonts
) -> None:
    text = TEXTS[script]
    longer, shorter = text + " m", text[:-12]
    ground = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    everything = QRegion(ground.rect())
    steps = [(LIT, text), (UNDER, text), (LIT, text), (LIT, longer), (LIT, shorter), (LIT, "x")]
    found = [(dress, boxes(one, look, fonts)) for dress, one in steps]
    for zoom in ZOOMS:
        shown = [outline(dress, where, zoom) for dress, where in found]
        picture = painted(ground, everything, shown[0])
        for before, after in pairwise(shown):
            picture = painted(picture, unlike([before], [after]), after)
            assert picture == painted(ground, everything, after)


def test_of_an_outline_that_grows_what_stays_its_ground_is_not_painted() -> None:
    box = QRectF(10, 10, 200, 120)
    before, after = Outline(LIT, (box,)), Outline(LIT, (box.adjusted(0, 0, 0, 20),))
    assert not unlike([before], [after]).contains(box.center().toPoint())
