"""What stands around the picture: a phone, or a window of a desktop, as data for the frame."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Device:
    """Measures of one, and the icons in its heading; widths are those of the preview's looks."""

    column: int
    bezel: int
    radius: int
    tallest: int
    edge: tuple[str, str]  # light, dark
    before: str  # the icon before the name, "" for none
    after: tuple[str, ...]
    foot: tuple[str, str]  # the icons before and after the field for an answer
    least_zoom: float = 0.0


_DARK_EDGE = ("#1F262D", "#2B3239")
DEVICES = {
    "android": Device(360, 8, 30, 700, _DARK_EDGE, "back", ("dots",), ("smile", "mic")),
    "ios": Device(390, 8, 40, 760, _DARK_EDGE, "chevron_left", ("video", "phone"), ("plus", "mic")),
    "web": Device(
        520, 1, 12, 700, ("#D8DCE0", "#33393F"), "", ("search", "dots"), ("smile", "mic"), 0.75
    ),
}
WALLPAPER = {False: "#F5F1EB", True: "#161717"}
HEAD = {False: "#FFFFFF", True: "#1D1F1F"}
HEAD_LINE = {False: "#E6E2DC", True: "#2C2F30"}
HEAD_TEXT = {False: ("#0A0A0A", "#5B6368"), True: ("#FAFAFA", "#A3A9AD")}
FIELD = {False: "#FFFFFF", True: "#2A2D2D"}
AVATAR_COLOUR = {False: ("#0B6E5F", "#FFFFFF"), True: ("#3FBFA8", "#06231E")}
