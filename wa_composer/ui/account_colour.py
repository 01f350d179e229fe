"""An account's colour as a sign beside its name: to be seen on light and dark grounds alike."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from wa_composer.ui.theme import Palette, palette_in_use

CONTRAST = 3.0
"""What WCAG 2 asks of signs, against each ground they stand on."""
STEPS = 50


def seen(colour: str, palette: Palette) -> QColor:
    """The colour, lighter or darker as far as it takes to stand out in this palette."""
    shown = QColor(colour)
    grounds = [QColor(each) for each in (palette.surface, palette.raised, palette.accent_soft)]
    hue, saturation = max(0.0, shown.hslHueF()), shown.hslSaturationF()
    lightness = shown.lightnessF()
    for _ in range(STEPS):
        if min(_contrast(shown, ground) for ground in grounds) >= CONTRAST:
            break
        lightness += (1 if palette.dark else -1) / STEPS
        shown = QColor.fromHslF(hue, saturation, min(1.0, max(0.0, lightness)))
    return shown


def dot(colour: str, size: int, ratio: float) -> QIcon:
    """A disc in an account's colour, the same on a chosen line.

    It is `size` px across, on a screen of that device pixel ratio, and never drawn larger.
    """
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(seen(colour, palette_in_use()))
    painter.drawEllipse(QRectF(1, 1, size - 2, size - 2))
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
        icon.addPixmap(pixmap, mode)
    return icon


def _contrast(one: QColor, other: QColor) -> float:
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
