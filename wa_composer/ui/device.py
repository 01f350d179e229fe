"""What stands around the picture: a phone, or a window of a desktop, as data for the frame."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Device:
    """Measures of one in px of its chat, and the icons around it; widths are as in the looks."""

    column: int
    bezel: int
    radius: int
    tallest: int
    edge: tuple[str, str]  # light, dark
    face: str  # the family of its letters
    status: int  # height of the line with the clock, 0 for none
    head: int
    avatar: int
    name: int  # size of the letters
    before: str  # the icon before the name, "" for none
    after: tuple[str, ...]
    foot: Foot
    least_zoom: float = 0.0


@dataclass(frozen=True, slots=True)
class Foot:
    """Where an answer is typed: icons beside and within the field, and what lies below it."""

    height: int
    field: int  # height of the field
    before: tuple[str, ...]
    within: tuple[tuple[str, ...], tuple[str, ...]]  # at the field's beginning and its end
    after: tuple[str, ...]
    round: str = ""  # the icon on a disc of its own, after the field
    bar: bool = False  # on a ground of its own, not on the chat's
    home: int = 0  # height of the line for the thumb


_DARK_EDGE = ("#1F262D", "#2B3239")
DEVICES = {
    "android": Device(
        360, 8, 30, 760, _DARK_EDGE, "Roboto", 28, 56, 36, 17, "back", ("dots",),
        Foot(56, 46, (), (("smile",), ("clip", "camera")), (), "mic", home=14),
    ),
    "ios": Device(
        390, 8, 42, 800, _DARK_EDGE, "Inter", 40, 48, 36, 16, "chevron_left", ("video", "phone"),
        Foot(48, 34, ("plus",), ((), ("sticker",)), ("camera", "mic"), bar=True, home=22),
    ),
    "web": Device(
        520, 1, 12, 720, ("#D8DCE0", "#33393F"), "Noto Sans", 0, 58, 40, 16, "", ("search", "dots"),
        Foot(64, 46, (), (("plus", "smile"), ("mic",)), ()), 0.75,
    ),
}  # fmt: skip
WALLPAPER = {False: "#F5F1EB", True: "#161717"}
HEAD = {False: "#FFFFFF", True: "#1D1F1F"}
HEAD_LINE = {False: "#E6E2DC", True: "#2C2F30"}
HEAD_TEXT = {False: ("#0A0A0A", "#5B6368"), True: ("#FAFAFA", "#A3A9AD")}
FIELD = {False: "#FFFFFF", True: "#2A2D2D"}
BAR = {False: "#F6F5F3", True: "#1D1F1F"}
DISC = {False: ("#1B8755", "#FFFFFF"), True: ("#21C063", "#0A1410")}
AVATAR_COLOUR = {False: ("#0B6E5F", "#FFFFFF"), True: ("#3FBFA8", "#06231E")}
