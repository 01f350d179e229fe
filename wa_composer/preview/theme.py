"""Colours and measures of the chat, by role. Qt-free; light beside dark.

Colours are WhatsApp's current published style values, gathered in the project's notes on the
preview; what is only inferred is marked and easy to change here. Sizes are device-independent px.
"""

from __future__ import annotations

from dataclasses import dataclass

Rgba = tuple[int, int, int, int]
"""Red, green, blue and opacity, each 0 to 255."""


def rgba(code: str, opacity: float = 1.0) -> Rgba:
    """The colour `#RRGGBB` at an opacity from 0 to 1."""
    value = int(code.removeprefix("#"), 16)
    return value >> 16, value >> 8 & 255, value & 255, round(opacity * 255)


@dataclass(frozen=True, slots=True)
class Colours:
    """One colour per role of the chat."""

    dark: bool
    wallpaper: Rgba
    wallpaper_mark: Rgba
    incoming: Rgba
    outgoing: Rgba
    shadow: Rgba
    text: Rgba
    meta: Rgba
    divider: Rgba
    link: Rgba
    button: Rgba
    ticks: Rgba
    code: Rgba
    inset: Rgba
    quote_bar: Rgba
    missing: Rgba
    missing_ground: Rgba
    hatch: Rgba
    hatch_ground: Rgba
    media: Rgba
    media_end: Rgba
    media_mark: Rgba
    scrim: Rgba
    on_scrim: Rgba


LIGHT = Colours(
    dark=False,
    wallpaper=rgba("#F5F1EB"),
    wallpaper_mark=rgba("#6B5B45", 0.05),
    incoming=rgba("#FFFFFF"),
    outgoing=rgba("#D9FDD3"),
    shadow=rgba("#0B141A", 0.13),
    text=rgba("#0A0A0A"),
    meta=rgba("#000000", 0.6),
    divider=rgba("#000000", 0.1),
    link=rgba("#027EB5"),
    button=rgba("#1B8755"),  # inferred
    ticks=rgba("#007BFC"),
    code=rgba("#000000", 0.05),
    inset=rgba("#C2BDB8", 0.15),
    quote_bar=rgba("#000000", 0.25),
    missing=rgba("#7A4A00"),
    missing_ground=rgba("#FFE7BF"),
    hatch=rgba("#8A5300", 0.13),
    hatch_ground=rgba("#FFF9EE"),
    media=rgba("#DCE9E5"),
    media_end=rgba("#C3D9D3"),
    media_mark=rgba("#2F5D53"),
    scrim=rgba("#0B141A", 0.5),
    on_scrim=rgba("#FFFFFF"),
)

DARK = Colours(
    dark=True,
    wallpaper=rgba("#161717"),
    wallpaper_mark=rgba("#FFFFFF", 0.03),
    incoming=rgba("#242626"),
    outgoing=rgba("#144D37"),
    shadow=rgba("#0B141A", 0.13),
    text=rgba("#FAFAFA"),
    meta=rgba("#FFFFFF", 0.6),
    divider=rgba("#FFFFFF", 0.1),
    link=rgba("#53BDEB"),
    button=rgba("#21C063"),  # inferred
    ticks=rgba("#53BDEB"),
    code=rgba("#FFFFFF", 0.1),
    inset=rgba("#000000", 0.2),
    quote_bar=rgba("#FFFFFF", 0.3),
    missing=rgba("#FFD591"),
    missing_ground=rgba("#5A431C"),
    hatch=rgba("#FFC069", 0.13),
    hatch_ground=rgba("#2B2721"),
    media=rgba("#2B3A37"),
    media_end=rgba("#223230"),
    media_mark=rgba("#9CC7BC"),
    scrim=rgba("#0B141A", 0.5),
    on_scrim=rgba("#FFFFFF"),
)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Measures of one look. Heights of lines are fixed, so scripts of all heights stand alike."""

    share: float = 0.82  # of the column that a bubble takes at most (inferred)
    widest: int = 420
    narrowest_column: int = 160  # a narrower column is laid out as if it were this wide
    side: int = 14  # from the column's edge to the bubble, the tail included
    above: int = 10
    below: int = 10
    radius: int = 10  # inferred: 8 to 12
    tail_width: int = 8
    tail_height: int = 13
    pad_left: int = 9
    pad_right: int = 8
    pad_top: int = 6
    pad_bottom: int = 7
    pad_media: int = 3
    media_radius: int = 8
    media_ratio: float = 1.91  # width to height of a header's picture
    portrait: int = 246  # width of an image message's picture that is taller than wide
    text: int = 15  # Noto Sans at 15 is as wide as the phone's own face at 16
    line: int = 20
    small: int = 13  # footer, labels of values
    small_line: int = 18
    tiny: int = 11  # time
    tiny_line: int = 15
    time_gap: int = 10
    time_drop: int = 2  # below the foot of the last line of a body; a footer shares its baseline
    tick_width: int = 18
    button: int = 42
    icon: int = 18
    part_gap: int = 4
    indent: int = 18  # of bullets and quotes
    emoji_sizes: tuple[int, int, int] = (46, 38, 32)  # one, two, three alone (inferred)


ANDROID = Metrics()
