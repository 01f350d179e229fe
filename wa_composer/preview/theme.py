"""The looks: measures and habits of each kind of phone or computer, as data. Qt-free.

Sizes are device-independent px. What is agreed on by several imitations or only inferred is marked
and easy to change here. The letters of iOS are Inter, which is wider than its own face, so their
size is a px smaller than there; Android's are its own, and the web's are Noto Sans.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from wa_composer.preview.colours import DARK, LIGHT, Colours, Rgba, rgba

__all__ = [
    "ANDROID",
    "DARK",
    "IOS",
    "LIGHT",
    "LOOKS",
    "WEB",
    "Colours",
    "Look",
    "LookName",
    "Metrics",
    "Rgba",
    "look_of",
    "rgba",
]

LookName = Literal["android", "ios", "web"]
Tail = Literal["top", "bottom"]


@dataclass(frozen=True, slots=True)
class Metrics:
    """Measures of one look. Heights of lines are fixed, so scripts of all heights stand alike."""

    share: float = 0.82  # of the column that a bubble takes at most (inferred)
    widest: int = 420
    filled: int = 420  # widest bubble that holds media, a card or buttons
    narrowest_column: int = 160  # a narrower column is laid out as if it were this wide
    side: int = 14  # from the column's edge to the bubble, the tail included
    above: int = 6  # two messages of different groups are 12 apart
    below: int = 6
    radius: float = 11  # inferred: 8 to 12
    tail: Tail = "top"
    tail_width: int = 8
    tail_height: int = 13
    pad_left: int = 9
    pad_right: int = 8
    pad_top: int = 6
    pad_bottom: int = 7
    pad_media: int = 3
    media_radius: float = 8
    media_ratio: float = 1.91  # width to height of a header's picture
    portrait: int = 246  # width of an image message's picture that is taller than wide
    shade: int = 40  # height of the darkening under a time on a picture
    text: int = 16
    line: int = 20
    small: int = 13  # footer, labels of values
    small_line: int = 18
    tiny: int = 11  # time
    tiny_line: int = 15
    time_gap: int = 10
    time_drop: int = 2  # below the foot of the last line of a body; a footer shares its baseline
    tick: int = 17
    tick_width: int = 20  # with its distance to the time
    button: int = 43
    icon: int = 18
    part_gap: int = 4
    indent: int = 20  # of bullets and quotes
    emoji_sizes: tuple[int, int, int] = (46, 38, 32)  # one, two, three alone (inferred)
    fold_lines: int = 5  # of a body that ends in "Read more"


@dataclass(frozen=True, slots=True)
class Look:
    """One client of WhatsApp: its measures and colours, and what it does differently."""

    name: LookName
    metrics: Metrics
    column: int  # width of the chat that it is usually seen in
    light: Colours = field(default=LIGHT)
    dark: Colours = field(default=DARK)
    buttons_most: int = 0  # a template with more is not shown; 0: all are
    least_zoom: float = 0.0  # smaller letters are not shown: rather a narrower column
    mixes_buttons: bool = True  # whether a template may have quick replies beside other kinds
    timed_offers: bool = True  # whether a template with an offer that ends is shown

    def colours(self, dark: bool) -> Colours:
        """The colours in dark or light mode."""
        return self.dark if dark else self.light


ANDROID = Metrics()

IOS = Metrics(  # inferred but for what all looks share
    share=0.8,
    side=16,
    radius=17,
    tail="bottom",
    tail_width=6,
    tail_height=18,
    pad_left=12,
    pad_right=11,
    pad_top=7,
    pad_bottom=8,
    pad_media=4,
    media_radius=13,
    text=16,  # 17 in the phone's own face
    line=21,
    button=44,
    icon=19,
    time_drop=2,
)

WEB = Metrics(
    share=0.65,
    widest=600,
    filled=336,
    side=24,
    radius=7.5,
    pad_left=9,
    pad_right=7,
    pad_top=6,
    pad_bottom=8,
    media_radius=6,
    text=15,
    line=19,
    time_drop=3,
    button=40,
    icon=17,
)

LOOKS: dict[LookName, Look] = {
    "android": Look("android", ANDROID, 360),
    "ios": Look("ios", IOS, 390),
    "web": Look(
        "web",
        WEB,
        520,
        buttons_most=3,
        mixes_buttons=False,
        timed_offers=False,
        least_zoom=0.75,
    ),
}


def look_of(name: str) -> Look:
    """The look of that name; for a name that is none, Android's."""
    return LOOKS.get(name, LOOKS["android"])  # type: ignore[call-overload, no-any-return]
