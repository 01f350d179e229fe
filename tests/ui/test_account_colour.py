"""The sign of an account can be seen in light and dark, chosen or not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from wa_composer.storage.accounts import COLOURS, PRACTICE, Account
from wa_composer.ui import dressing
from wa_composer.ui.account_colour import dot, seen
from wa_composer.ui.account_list import AccountList
from wa_composer.ui.theme import DARK, LIGHT, Palette


def luminance(colour: QColor) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("colour", [*COLOURS, "#000000", "#FFFFFF", "#808080", "odd"])
def test_it_stands_out_on_every_ground(colour: str, palette: Palette) -> None:
    for ground in (palette.surface, palette.raised, palette.accent_soft):
        assert contrast(seen(colour, palette), QColor(ground)) >= 3


def test_a_colour_that_stands_out_stays_as_it_was_chosen() -> None:
    assert seen(COLOURS[0], LIGHT) == QColor(COLOURS[0])


def middle(icon: QIcon, mode: QIcon.Mode) -> str:
    picture = icon.pixmap(QSize(12, 12), mode).toImage()
    return picture.pixelColor(picture.width() // 2, picture.height() // 2).name()


def test_a_chosen_line_does_not_tint_it(qapp: QApplication) -> None:
    icon = dot(COLOURS[0], 12, 1.0)
    assert icon.actualSize(QSize(40, 40)) == QSize(12, 12)
    assert middle(icon, QIcon.Mode.Selected) == middle(icon, QIcon.Mode.Normal)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_practice_wears_the_colour_of_its_strip(qapp: QApplication, dark: bool) -> None:
    palette = dressing.apply(qapp, dark)
    shown = AccountList()
    shown.show_accounts([PRACTICE, Account("a", "Shop", "", (), COLOURS[4])], "a")
    assert middle(shown.item(0).icon(), QIcon.Mode.Selected) == palette.warning.lower()
    dressing.apply(qapp, False)
