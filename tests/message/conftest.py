"""One valid message of each type, as the API documents them; the numbers are fictional."""

from __future__ import annotations

import copy
from typing import Any

import pytest

TEMPLATE: dict[str, Any] = {
    "type": "template",
    "template": {
        "name": "order_update",
        "language": {"code": "en", "policy": "deterministic"},
        "components": [
            {"type": "header", "parameters": [{"type": "text", "text": "Order 1042"}]},
            {"type": "body", "parameters": [{"type": "text", "text": "Ada"}]},
            {
                "type": "button",
                "sub_type": "quick_reply",
                "index": "0",
                "parameters": [{"type": "payload", "payload": "yes"}],
            },
        ],
    },
}
INTERACTIVE: dict[str, Any] = {
    "type": "interactive",
    "interactive": {
        "type": "button",
        "header": {"type": "text", "text": "Delivery"},
        "body": {"text": "When shall we *deliver*?"},
        "footer": {"text": "Reply today"},
        "action": {
            "buttons": [
                {"type": "reply", "reply": {"id": "am", "title": "Morning"}},
                {"type": "reply", "reply": {"id": "pm", "title": "Afternoon"}},
            ]
        },
    },
}
IMAGE: dict[str, Any] = {"type": "image", "image": {"link": "https://example.com/a.jpg"}}
VALID = {"template": TEMPLATE, "interactive": INTERACTIVE, "image": IMAGE}


@pytest.fixture
def valid() -> dict[str, dict[str, Any]]:
    """A message of each type, by its type; free to be changed."""
    return copy.deepcopy(VALID)
