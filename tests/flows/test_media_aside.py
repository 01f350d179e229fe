"""A link from a file that waits beside the message is no more trusted than one in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wa_composer.insider.media_facts import Look
from wa_composer.message.library import Entry
from wa_composer.storage.accounts import Account

LINK = "https://example.com/track.png?who=me"
LIVE = Account("live", "Shop", "https://example.com/send", (), "#1F6FB2")


class Asked:
    """Looks nowhere, and notes what it was asked for."""

    def __init__(self) -> None:
        self.links: list[str] = []

    async def look(self, kind: str, link: str) -> Look:
        self.links.append(link)
        return Look(kind, 200, "image/png", size=3)

    async def aclose(self) -> None:
        """Nothing is open."""


def _definition(name: str, *parts: dict[str, Any]) -> Entry:
    components = [*parts, {"type": "BODY", "text": "Hello."}]
    made = {"name": name, "language": "en", "category": "MARKETING", "components": components}
    return Entry(name, "en", made)


def test_after_a_restart_it_still_waits_for_a_click(
    open_desk: Callable[..., Any], tmp_path: Path
) -> None:
    asked = Asked()
    desk = open_desk(looker=lambda: asked)
    picture = _definition("picture", {"type": "HEADER", "format": "IMAGE"})
    desk.program.templates.library.change([picture, _definition("plain")])
    header = {"type": "header", "parameters": [{"type": "image", "image": {"link": LINK}}]}
    template = {"name": "picture", "language": {"code": "en"}, "components": [header]}
    file = tmp_path / "theirs.json"
    sent = {"phoneNumber": "", "message": {"type": "template", "template": template}}
    file.write_text(json.dumps({"messages": [sent]}))
    desk.program.filing.open([str(file)])
    desk.until(lambda: "Opened" in desk.notice())
    desk.type_into("Template name", "plain")
    desk.finish(desk.program.close())
    again = open_desk(looker=lambda: asked)
    again.program.services.accounts.save(LIVE)
    again.program.services.vault.keep_for_session(LIVE.id, "k")
    again.program.accounts.choose(LIVE.id)
    again.type_into("Template name", "picture")
    assert LINK in json.dumps(again.pane.message())
    assert not again.program.media.pause.isActive()
    assert not asked.links
    again.click("Load picture")
    again.until(lambda: asked.links == [LINK])
