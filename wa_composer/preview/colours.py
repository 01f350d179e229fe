"""Colours of the chat by role, light beside dark. Qt-free.

They are WhatsApp's current published style values, gathered in the project's notes on the preview;
what is only inferred is marked and easy to change here.
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
    file: Rgba
    file_red: Rgba
    file_blue: Rgba
    file_green: Rgba
    file_orange: Rgba


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
    file=rgba("#7B8790"),  # files by their kind: inferred
    file_red=rgba("#E0443E"),
    file_blue=rgba("#3B78D8"),
    file_green=rgba("#219B62"),
    file_orange=rgba("#DE7A2B"),
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
    file=rgba("#7B8790"),  # files by their kind: inferred
    file_red=rgba("#E0443E"),
    file_blue=rgba("#3B78D8"),
    file_green=rgba("#219B62"),
    file_orange=rgba("#DE7A2B"),
)

FILE_ROLES = {
    "pdf": "file_red",
    "doc": "file_blue",
    "docx": "file_blue",
    "odt": "file_blue",
    "xls": "file_green",
    "xlsx": "file_green",
    "csv": "file_green",
    "ods": "file_green",
    "ppt": "file_orange",
    "pptx": "file_orange",
    "odp": "file_orange",
}
"""The colour of a file's sheet by the end of its name; "file" for all others."""
