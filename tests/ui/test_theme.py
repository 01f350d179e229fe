"""Both palettes are readable, and dressing the program is repeatable."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from wa_composer.ui import dressing, icons, theme
from wa_composer.ui.style import stylesheet
from wa_composer.ui.theme import DARK, LIGHT, Palette

PALETTES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2 defines it."""
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("text", ["text", "muted", "accent", "danger", "warning"])
@pytest.mark.parametrize(
    "ground",
    ["background", "surface", "raised", "hover", "accent_soft", "danger_soft", "warning_soft"],
)
def test_text_is_readable(palette: Palette, text: str, ground: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
def test_words_on_the_primary_button_are_readable(palette: Palette) -> None:
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.on_accent, palette.accent_hover) >= 4.5
    assert contrast(palette.on_accent_idle, palette.accent_idle) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("ground", ["background", "surface", "raised", "hover"])
@pytest.mark.parametrize("edge", ["edge", "focus", "danger", "warning"])
def test_edges_of_controls_can_be_seen(palette: Palette, ground: str, edge: str) -> None:
    assert contrast(getattr(palette, edge), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("palette", PALETTES)
def test_style_sheet_holds_no_unfilled_field(qapp: QApplication, palette: Palette) -> None:
    sheet = stylesheet(palette, 13)
    assert sheet.count("{") == sheet.count("}")
    assert "None" not in sheet
    assert "palette" not in sheet


def test_measures_follow_the_size_of_text(qapp: QApplication) -> None:
    assert theme.scaled(34, 13) == 34
    assert theme.scaled(34, 26) == 68
    assert stylesheet(LIGHT, 13) != stylesheet(LIGHT, 20)


@pytest.fixture
def plain_app(qapp: QApplication) -> object:
    """The application, undressed again after the test."""
    font, palette, style = qapp.font(), qapp.palette(), qapp.style().objectName()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_apply_can_be_repeated(plain_app: QApplication) -> None:
    assert dressing.apply(plain_app, True) is DARK
    assert theme.palette_in_use() is DARK
    size = plain_app.font().pixelSize()
    assert dressing.apply(plain_app, False) is LIGHT
    assert theme.palette_in_use() is LIGHT
    assert plain_app.font().pixelSize() == size >= theme.BASE_PX


@pytest.mark.parametrize("name", icons.NAMES)
def test_every_icon_draws_something(qapp: QApplication, name: str) -> None:
    picture = icons.pixmap(name, "#FF0000", 24, 2).toImage()
    assert (picture.width(), picture.height()) == (48, 48)
    drawn = sum(picture.pixelColor(x, y).alpha() > 0 for x in range(48) for y in range(48))
    assert drawn > 20
    assert not picture.pixelColor(0, 0).alpha()


def test_the_text_keeps_its_font_when_the_preview_loads_others(plain_app: QApplication) -> None:
    # "Sans Serif" would mean another font from then on, and what is laid out would not fit.
    dressing.apply(plain_app, False)
    assert plain_app.font().family() == QFontInfo(plain_app.font()).family()
