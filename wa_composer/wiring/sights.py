"""What stands in a medium's place, decided from what is known of it. No state of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from wa_composer.message.words import Words, words
from wa_composer.preview.nodes import Sight
from wa_composer.ui.media_buttons import MediaActions
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from wa_composer.session.looking import Seen
    from wa_composer.wiring.samples import LocalSample

KEY = "seen"
"""Names the one picture of a scene among those handed to the painter."""


@dataclass(frozen=True, slots=True)
class Known:
    """A medium's kind, whether it has a link, what was seen of it, and how the look stands.

    `waits` for a click, `looking` now, or neither (turned off, or still being typed).
    """

    kind: str
    linked: bool
    seen: Seen | None = None
    sample: LocalSample | None = None
    looking: bool = False
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A sight, the buttons over it, and the picture that it names."""

    sight: Sight
    actions: MediaActions
    image: QImage | None = None


def shown(known: Known) -> Shown:
    """What is drawn, and what can be done about it."""
    if known.sample is not None:
        stamp = say(words("local sample"))
        actions = MediaActions("load" if known.waits else "", "remove", drop=True)
        return _photo(known.sample.image, known.sample.look.fault, stamp, actions)
    if known.seen is not None and known.seen.picture is not None:
        actions = MediaActions(drop=True)
        return _photo(known.seen.picture, known.seen.look.fault, "", actions)
    return _without(known)


def _without(known: Known) -> Shown:
    picture = known.kind == "image"
    offer: Literal["", "sample"] = "sample" if picture else ""
    if known.seen is not None:
        fault = known.seen.look.fault
        if fault is None:
            return Shown(Sight(say(known.seen.look.summary())), MediaActions(drop=picture))
        if known.seen.look.lasting:
            actions = MediaActions(offer, "", picture)
            return Shown(Sight(say(fault), fault=True, room=picture), actions)
        actions = MediaActions("again", offer, picture)
        return Shown(Sight(say(fault), fault=True, room=True), actions)
    if known.looking:
        note = say(words("Looking at the link…"))
        return Shown(Sight(note, room=picture), MediaActions("", offer, picture))
    if known.waits:
        foot: Literal["load", "check"] = "load" if picture else "check"
        return Shown(Sight(room=True), MediaActions(foot, offer, picture))
    if picture and not known.linked:
        return Shown(Sight(room=True), MediaActions("sample", "", drop=True))
    return Shown(Sight(), MediaActions("", offer, picture))


def _photo(image: QImage, fault: Words | None, stamp: str, actions: MediaActions) -> Shown:
    note = "" if fault is None else say(fault)
    sight = Sight(note, bool(note), KEY, image.width(), image.height(), stamp)
    return Shown(sight, actions, image)
