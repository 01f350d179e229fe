"""A template gets another wording: which of the values that are there go into its places."""

from __future__ import annotations

from typing import Any

import pytest

from wa_composer.message.slots import Slot, Slots
from wa_composer.ui.forms import template_wire as raw
from wa_composer.ui.forms.template_follow import Kept, Known, adopt


def _known(name: str, *body: str, header: str = "") -> Known:
    slots = Slots(header, Slot("1" if header else ""), body=tuple(Slot(one) for one in body))
    return Known(name, slots, "en")


def _message(*values: str) -> dict[str, Any]:
    parameters = [{"type": "text", "text": text} for text in values]
    components = [{"type": "body", "parameters": parameters}]
    return {"type": "template", "template": {"name": "offer", "components": components}}


@pytest.mark.parametrize(
    ("before", "after", "values"),
    [
        (("1", "2"), ("name", "order"), ["Ada", "42"]),
        (("name", "order"), ("1", "2"), ["Ada", "42"]),
        (("name", "order"), ("order", "first_name"), ["42", "Ada"]),
        (("name", "order"), ("first_name", "number", "day"), ["Ada", "42", ""]),
        (("name", "order"), ("title", "name", "number"), ["", "Ada", ""]),
        (("name", "order"), ("first_name",), ["Ada"]),
        (("name", "order"), ("title", "name", "order"), ["", "Ada", "42"]),
    ],
)
def test_placeholders_in_other_words_keep_their_values(
    before: tuple[str, ...], after: tuple[str, ...], values: list[str]
) -> None:
    message = _message("Ada", "42")
    adopt(message, _known("offer", *before), _known("offer", *after), Kept())
    assert raw.values(message) == values


def test_another_wording_takes_no_values_of_another_template() -> None:
    message, kept = _message("Jo", "Friday"), Kept()
    one, other = _known("offer", "1"), _known("order", "1", "2")
    adopt(message, other, one, kept)
    assert raw.values(message) == ["Jo"]  # somebody chose it: that goes along
    more = _known("offer", "1", "2", header="text")
    adopt(message, one, more, kept)
    assert raw.values(message) == ["Jo", ""]
    adopt(message, more, other, kept)
    assert raw.values(message) == ["Jo", "Friday"]


def test_another_wording_takes_no_header_of_another_template() -> None:
    message, kept = _message(), Kept()
    headed = _known("order", header="text")
    adopt(message, None, headed, kept)
    message["template"]["components"][0]["parameters"][0]["text"] = "A-1042"
    adopt(message, headed, _known("offer"), kept)
    adopt(message, _known("offer"), _known("offer", header="text"), kept)
    header = message["template"]["components"][0]
    assert header["parameters"] == [{"type": "text", "text": ""}]
