"""Stories of links that are never followed, and what is offered instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wa_composer.insider.media import Looker


def test_where_looking_again_cannot_help_a_picture_from_here_is_offered(
    open_desk: Callable[..., Any],
) -> None:
    desk = open_desk(looker=lambda: Looker(proxies={}))
    desk.click("Image")
    desk.type_into("Image link", "http://192.168.0.1/a.png")
    desk.click("Load picture")
    canvas = desk.window.preview.phone.canvas
    desk.until(lambda: "private network" in canvas.accessibleDescription())
    assert desk.program.media.buttons.foot.text() == "Use a picture on this computer"
