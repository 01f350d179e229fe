"""The program's own colours, spaces and radii by role, light beside dark.

Colours come from here and nowhere else. What paints itself asks `palette_in_use`; everything
else is painted by the style sheet (`style.py`) from the dynamic property ``role``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette

__all__ = [
    "BASE_PX",
    "DARK",
    "LIGHT",
    "RADIUS",
    "SPACE",
    "Palette",
    "Radii",
    "Spaces",
    "fixed_family",
    "palette_in_use",
    "real_family",
    "scaled",
]

BASE_PX = 13
"""Body text in device-independent pixels where the system asks for no larger one."""
CHIP_MARGIN = 6
"""Room for a chip's edge around a text; part of the field's padding."""


@dataclass(frozen=True, slots=True)
class Palette:
    """One colour per role, as ``#RRGGBB``.

    Text keeps 4.5:1 on the grounds it stands on, `edge` (the outline of a control) 3:1.
    """

    dark: bool
    background: str
    surface: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_idle: str
    on_accent: str
    on_accent_idle: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    focus: str
    hover: str
    track: str
    thumb: str


LIGHT = Palette(
    dark=False,
    background="#F6F7F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#E2E5E9",
    edge="#828B95",
    text="#16191D",
    muted="#5C6670",
    accent="#0B6E5F",
    accent_hover="#095C50",
    accent_soft="#E3F2EF",
    accent_idle="#A9CBC5",
    on_accent="#FFFFFF",
    on_accent_idle="#0A443B",
    danger="#B3261E",
    danger_soft="#FCEEED",
    warning="#8A5300",
    warning_soft="#FFF4DF",
    focus="#2563EB",
    hover="#EEF0F3",
    track="#E2E5E9",
    thumb="#FFFFFF",
)

DARK = Palette(
    dark=True,
    background="#121416",
    surface="#1A1D20",
    raised="#202428",
    line="#30363C",
    edge="#737C86",
    text="#E9ECEF",
    muted="#9AA4AE",
    accent="#3FBFA8",
    accent_hover="#57CDB8",
    accent_soft="#16332E",
    accent_idle="#235048",
    on_accent="#06231E",
    on_accent_idle="#CBE9E3",
    danger="#FF8A80",
    danger_soft="#3A1D1B",
    warning="#FFC069",
    warning_soft="#382A12",
    focus="#7AA7FF",
    hover="#282D32",
    track="#2B3138",
    thumb="#14171A",
)


@dataclass(frozen=True, slots=True)
class Spaces:
    """The grid of four, in device-independent pixels."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741 - the sizes are named like clothes
    xl: int = 20
    xxl: int = 28


@dataclass(frozen=True, slots=True)
class Radii:
    """Corner radii in device-independent pixels."""

    field: int = 7
    button: int = 8
    card: int = 10
    phone: int = 30


SPACE = Spaces()
RADIUS = Radii()


def scaled(px: int, base_px: int) -> int:
    """A measure drawn for 13 px text, at the size of text in use."""
    return round(px * base_px / BASE_PX)


def palette_in_use() -> Palette:
    """The palette that was applied last, read back from the toolkit."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def fixed_family() -> str:
    """The system's fixed-width face, for numbers and keys; once there is a QGuiApplication."""
    return real_family(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))


def real_family(font: QFont) -> str:
    """The face that a font is drawn with."""
    # On Linux "Sans Serif" is an alias. Once the preview has loaded its own fonts it may mean one
    # of those, and what was laid out with one font would be painted with another.
    return QFontInfo(font).family() if sys.platform == "linux" else font.family()
