"""Wordings that ask for hundreds of values, or are made to be slow: the window goes on."""

from __future__ import annotations

from typing import Any

import pytest

from wa_composer.message.library import Entry


def _use(desk: Any, body: str) -> None:
    definition = {"name": "a_a", "language": "en", "components": [{"type": "BODY", "text": body}]}
    desk.program.templates.library.change([Entry("a_a", "en", definition)])
    desk.program.templates.use(("a_a", "en"))


def _aside(desk: Any) -> str:
    return str(desk.pane.form_of("template")._body._card.aside.text())


@pytest.mark.parametrize(
    "body",
    [
        "Hi {{999}} x",
        " ".join(f"{{{{v{number}}}}}" for number in range(400)),
        " ".join(f"{{{{v{number}}}}}" for number in range(20_000)),
    ],
    ids=["a high number", "names", "more names than are read"],
)
def test_more_values_than_fields_are_made_for(desk: Any, body: str) -> None:
    _use(desk, body)
    assert _aside(desk) == "Values here: 2. The text takes: more than 100"  # the sample's own two
    assert not [one for one in desk.program.composing.faults if one.level == "error"]
    desk.click("Add body value")
    desk.type_into("Body value 3", "Ada")
    assert _aside(desk) == "Values here: 3. The text takes: more than 100"
    _use(desk, "Hi {{2}} x")
    desk.type_into("Body value 2", "Bo")
    assert "Hi Bo x" in desk.control("Preview").accessibleDescription()
