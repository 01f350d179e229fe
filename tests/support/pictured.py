"""Messages that are drawn in tests of the picture, each with the wording that is known of it."""

from __future__ import annotations

from typing import Any

from wa_composer.message.definition import read_definition
from wa_composer.message.draft import read
from wa_composer.preview.scene import Scene, View, build

SPRING = {
    "components": [
        {"type": "HEADER", "format": "IMAGE"},
        {"type": "BODY", "text": "Hi {{1}}, our *spring sale* is on! Use code {{2}} today. 🌷"},
        {"type": "FOOTER", "text": "Reply STOP to opt out"},
        {"type": "BUTTONS", "buttons": [
            {"type": "URL", "text": "Shop now", "url": "https://example.com/{{1}}"},
            {"type": "QUICK_REPLY", "text": "Not now"}]},
    ]
}  # fmt: skip
PARTS_NOT_DRAWN = {
    "components": [
        {"type": "BODY", "text": "Look at our new arrivals, {{1}}"},
        {"type": "CAROUSEL", "cards": []},
    ]
}


def spring(*values: str) -> dict[str, Any]:
    body = [{"type": "text", "text": value} for value in values]
    header = [{"type": "image", "image": {"link": "https://example.com/spring.jpg"}}]
    components = [{"type": "header", "parameters": header}, {"type": "body", "parameters": body}]
    data = {"name": "spring_sale", "language": {"code": "en"}, "components": components}
    return {"type": "template", "template": data}


def buttons(text: str, *titles: str, **more: Any) -> dict[str, Any]:
    replies = [{"type": "reply", "reply": {"id": one, "title": one}} for one in titles]
    data = {"type": "button", "body": {"text": text}, "action": {"buttons": replies}, **more}
    return {"type": "interactive", "interactive": data}


STYLES = (
    "*bold*, _italic_, ~gone~, *_both_*, `code`\n- milk\n- eggs\n1. first\n> quoted, and long "
    "enough to reach the next line\n```x = 1\ny = 2```\nhttps://example.com/orders?id=1042"
)
DOCUMENT = {"type": "document", "document": {"link": "https://example.com/i.pdf",
            "filename": "Invoice 1042.pdf"}}  # fmt: skip
LETTERS = "مرحبا آدا، طلبك في الطريق\nשלום עולם\nनमस्ते आदा\nสวัสดีค่ะ\nHello world"
MESSAGES: dict[str, tuple[dict[str, Any], object]] = {
    "template-known": (spring("Ada", ""), SPRING),
    "template-unknown": (spring("Ada", ""), None),
    "template-undrawn": (spring("Ada"), PARTS_NOT_DRAWN),
    "reply-buttons": (
        buttons("When shall we deliver?", "A", "B", "C", "D", header=DOCUMENT,
                footer={"text": "Example Store"}), None),
    "formatting": (buttons(STYLES, "Yes"), None),
    "letters": (buttons(LETTERS, "שלום"), None),
    "image": ({"type": "image", "image": {"id": "4711"}}, None),
    "emoji": ({"type": "interactive", "interactive": {"body": {"text": "😀🎉"}}}, None),
    "folded": (spring("Ada", "TULIPS"), {"components": [
        {"type": "BODY", "text": "Hi {{1}}, " + "our *spring sale* goes on until Sunday. " * 9}]}),
}  # fmt: skip


def scene(name: str, look: Any = "android", side: Any = "customer") -> Scene:
    """The scene of one of `MESSAGES`."""
    message, wording = MESSAGES[name]
    request = read({"messages": [{"phoneNumber": "+12025550100", "message": message}]}).request
    known = None if wording is None else read_definition(wording)
    return build(request.messages[0], known, View(side, look, folded=name == "folded"))
