"""For each kind of template: what is drawn, what is said not to be, and its text to the letter."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from wa_composer.message.definition import fill, read_definition
from wa_composer.message.draft import read
from wa_composer.preview.described import describe_json
from wa_composer.preview.nodes import LookName, View
from wa_composer.preview.scene import build


class Kind(NamedTuple):
    """A template, its values, and what the picture makes of it; `said` are ids of notices."""

    name: str
    body: str
    values: tuple[str, ...] = ()
    header: dict[str, Any] | None = None
    footer: str = ""
    buttons: tuple[dict[str, Any], ...] = ()
    others: tuple[dict[str, Any], ...] = ()
    category: str = "UTILITY"
    drawn: tuple[str, ...] = ("body",)
    said: tuple[str, ...] = ()
    on_web: bool = True


def url(text: str) -> dict[str, Any]:
    return {"type": "URL", "text": text, "url": "https://example.com/{{1}}"}


def own(kind: str, text: str = "Open") -> dict[str, Any]:
    return {"type": kind, "text": text}


TABLE = (
    Kind("plain", "Your order is ready."),
    Kind("values", "Hi {{1}}, order {{2}} is ready; bring {{1}}'s card.", ("Ada", "A-1042")),
    Kind("named", "Hi {{first_name}}, see you {{day}}.", ("Ada", "on Friday")),
    Kind("lines", "One\n\nTwo {{1}}\n{{2}}", ("a\nb", "c")),
    Kind("letters", "مرحبا {{1}}، שלום {{2}} 😀", ("آدا", "עדה")),
    Kind(
        "text_header", "Thank you.", header={"format": "TEXT", "text": "Order A"},
        footer="Example Store", drawn=("header", "body", "footer"),
    ),
    Kind("image", "Look!", header={"format": "IMAGE"}, drawn=("header", "body")),
    Kind("video", "Look!", header={"format": "VIDEO"}, drawn=("header", "body")),
    Kind("document", "Your bill.", header={"format": "DOCUMENT"}, drawn=("header", "body")),
    Kind(
        "location", "We are here.", header={"format": "LOCATION"}, said=("undrawn:location",),
    ),
    Kind(
        "buttons", "Which?", buttons=(url("Shop"), own("QUICK_REPLY", "No")), on_web=False,
        drawn=("body", "wording:button:0", "wording:button:1"),
    ),
    Kind(
        "call", "Call us.", drawn=("body", "wording:button:0"),
        buttons=({"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+12025550100"},),
    ),
    Kind("many", "Which?", buttons=tuple(own("QUICK_REPLY", one) for one in "ABCD"),
         drawn=("body", "wording:button:0", "wording:button:1", "see_all"), on_web=False),
    Kind("flow", "Answer.", buttons=(own("FLOW"),), drawn=("body", "wording:button:0"),
         said=("undrawn:flow",)),
    Kind("catalog", "Browse.", buttons=(own("CATALOG"),), drawn=("body", "wording:button:0"),
         said=("undrawn:catalog",)),
    Kind("products", "Back in stock.", buttons=(own("MPM"),), drawn=("body", "wording:button:0"),
         said=("undrawn:mpm",)),
    Kind("carousel", "New in.", others=({"type": "CAROUSEL", "cards": []},),
         said=("undrawn:carousel",)),
    Kind("offer", "Half price.", others=({"type": "LIMITED_TIME_OFFER"},),
         said=("undrawn:limited_time_offer",), on_web=False),
    Kind("news", "Hello.", others=({"type": "HOLOGRAM"},), said=("undrawn:hologram",)),
)  # fmt: skip


def described(kind: Kind, look: LookName = "android") -> tuple[list[str], list[dict[str, Any]]]:
    """The ids of parts and buttons, and the parts as `--describe` tells them."""
    components: list[dict[str, Any]] = [{"type": "BODY", "text": kind.body}, *kind.others]
    if kind.header:
        components.append({"type": "HEADER", **kind.header})
    if kind.footer:
        components.append({"type": "FOOTER", "text": kind.footer})
    if kind.buttons:
        components.append({"type": "BUTTONS", "buttons": list(kind.buttons)})
    wording = read_definition({"name": kind.name, "language": "en", "components": components})
    parameters = [{"type": "text", "text": value} for value in kind.values]
    data = {
        "name": kind.name,
        "language": {"code": "en"},
        "components": [{"type": "body", "parameters": parameters}],
    }
    raw = {"messages": [{"message": {"type": "template", "template": data}}]}
    built = build(read(raw).request.messages[0], wording, View(look=look))
    (message,) = describe_json([built])["messages"]
    return [part.id for part in (*built.parts, *built.buttons)], message["parts"]


@pytest.mark.parametrize("kind", TABLE, ids=[kind.name for kind in TABLE])
def test_each_kind_is_drawn_or_said(kind: Kind) -> None:
    ids, parts = described(kind)
    assert tuple(one for one in ids if not one.startswith("undrawn:")) == kind.drawn
    assert tuple(one for one in ids if one.startswith("undrawn:")) == kind.said
    notices = [part["text"] for part in parts if part["kind"] == "notice"]
    assert len(notices) == len(kind.said)
    assert all(notices)


@pytest.mark.parametrize("kind", TABLE, ids=[kind.name for kind in TABLE])
def test_the_text_is_the_templates_own_to_the_letter(kind: Kind) -> None:
    _, parts = described(kind)
    (body,) = [part for part in parts if part["kind"] == "body"]
    text = "".join(run["text"] for run in body["runs"])
    assert text == "".join(piece.text for piece in fill(kind.body, kind.values))
    assert [part["text"] for part in parts if part["kind"] == "footer"] == [
        text for text in [kind.footer] if text
    ]
    wanted = [button["text"] for button in kind.buttons][: 2 if len(kind.buttons) > 3 else None]
    labels = [part["label"] for part in parts if part["kind"] == "button"]
    assert labels[: len(wanted)] == wanted


@pytest.mark.parametrize("look", ["android", "ios", "web"])
@pytest.mark.parametrize("kind", TABLE, ids=[kind.name for kind in TABLE])
def test_what_web_does_not_show_it_sends_to_the_phone(kind: Kind, look: LookName) -> None:
    ids, parts = described(kind, look)
    hidden = look == "web" and not kind.on_web
    assert (ids == ["notice"]) == hidden
    assert any("open WhatsApp on the phone" in part.get("text", "") for part in parts) == hidden
