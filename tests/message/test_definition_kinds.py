"""Every kind of component that a template may have: what is drawn of it, what is said not to be."""

from __future__ import annotations

from typing import Any

import pytest

from wa_composer.message.definition import Definition, read_definition
from wa_composer.message.definition_words import undrawn_words
from wa_composer.message.draft import read
from wa_composer.preview import scene
from wa_composer.preview.scene import build

BODY = {"type": "BODY", "text": "Hello"}


def _header(form: str, **more: Any) -> dict[str, Any]:
    return {"type": "HEADER", "format": form, **more}


def _button(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": "BUTTONS", "buttons": [{"type": kind, "text": "Go", **more}]}


# A component; what is read of it to be drawn; what is said not to be drawn.
KINDS: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[str, ...]]] = {
    "text header": (_header("TEXT", text="Hi"), {"header_text": "Hi"}, ()),
    "image header": (_header("IMAGE"), {"header_format": "image"}, ()),
    "video header": (_header("VIDEO"), {"header_format": "video"}, ()),
    "document header": (_header("DOCUMENT"), {"header_format": "document"}, ()),
    "map header": (_header("LOCATION"), {"header_format": "location"}, ("location",)),
    "product header": (_header("PRODUCT"), {"header_format": "product"}, ("product",)),
    "header of tomorrow": (_header("HOLOGRAM"), {"header_format": "hologram"}, ("hologram",)),
    "header without a text": (_header("TEXT"), {"header_text": ""}, ("header",)),
    "footer": ({"type": "FOOTER", "text": "Bye"}, {"footer": "Bye"}, ()),
    "footer of a code": ({"type": "FOOTER", "code_expiration_minutes": 5}, {}, ("authentication",)),
    "quick reply": (_button("QUICK_REPLY"), {"kinds": ["quick_reply"]}, ()),
    "link": (_button("URL", url="https://example.com"), {"kinds": ["url"]}, ()),
    "phone": (
        _button("PHONE_NUMBER", phone_number="+12025550100"),
        {"kinds": ["phone_number"]},
        (),
    ),
    "copy code": (_button("COPY_CODE", example="SPRING"), {"kinds": ["copy_code"]}, ()),
    "code button": (_button("OTP", otp_type="COPY_CODE"), {"kinds": ["otp"]}, ("otp",)),
    "flow": (_button("FLOW", flow_id="1"), {"kinds": ["flow"]}, ("flow",)),
    "catalogue": (_button("CATALOG"), {"kinds": ["catalog"]}, ("catalog",)),
    "products": (_button("MPM"), {"kinds": ["mpm"]}, ("mpm",)),
    "one product": (_button("SPM"), {"kinds": ["spm"]}, ("spm",)),
    "button of tomorrow": (_button("TELEPORT"), {"kinds": ["teleport"]}, ("teleport",)),
    "buttons without any": ({"type": "BUTTONS"}, {"kinds": []}, ("buttons",)),
    "carousel": ({"type": "CAROUSEL", "cards": [{"components": [BODY]}]}, {}, ("carousel",)),
    "offer": (
        {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Soon over"}},
        {},
        ("limited_time_offer",),
    ),
    "component of tomorrow": ({"type": "AROMA", "scent": "rose"}, {}, ("aroma",)),
    "second body": (BODY, {"body": "Hello"}, ("body",)),
    "no component": ({"text": "lost"}, {}, ("components",)),
}


def _read(component: dict[str, Any]) -> Definition:
    raw = {"name": "n", "language": "en", "components": [BODY, component]}
    return read_definition(raw)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_drawn_and_what_is_said_not_to_be(kind: str) -> None:
    component, drawn, undrawn = KINDS[kind]
    made = _read(component)
    expected = dict(drawn)
    kinds = expected.pop("kinds", [])
    assert [each.kind for each in made.buttons] == kinds
    assert {name: getattr(made, name) for name in expected} == expected
    assert made.undrawn == undrawn
    assert made.body == "Hello"
    for each in undrawn:
        assert str(undrawn_words(each)).endswith(".")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_picture(kind: str) -> None:
    template = {"name": "n", "language": {"code": "en"}, "components": []}
    message = {"type": "template", "template": template}
    draft = read({"messages": [{"phoneNumber": "+12025550170", "message": message}]})
    assert build(draft.request.messages[0], _read(KINDS[kind][0]), scene.View())


def test_the_text_of_a_verification_code_is_whatsapps_own() -> None:
    body = {"type": "BODY", "add_security_recommendation": True}
    made = read_definition({"components": [body, _button("OTP")]})
    assert (made.body, made.undrawn) == ("", ("authentication", "otp"))


def test_a_kind_of_any_length_is_named_shortly() -> None:
    (named,) = _read({"type": "X" * 100_000}).undrawn
    assert len(named) == 40


def test_what_a_button_has_besides_is_kept() -> None:
    (button,) = _read(_button("FLOW", flow_id="17", Navigate="A")).buttons
    assert button.unknown == {"flow_id": "17", "navigate": "A"}
