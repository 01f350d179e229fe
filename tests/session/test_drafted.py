"""Whoever changes a template's wording is told of each message that names it, in sight or not."""

from __future__ import annotations

import json
from typing import Any

from wa_composer.message.definitions import read_definitions
from wa_composer.message.import_words import break_sentence
from wa_composer.message.importing import plan
from wa_composer.message.library import Entry
from wa_composer.session.composer import Composer
from wa_composer.session.drafted import drafted_in

ADA = "+12025550123"
PICTURE = {"type": "image", "image": {"link": "https://example.com/a.jpg"}}


def template(name: str) -> dict[str, Any]:
    return {"type": "template", "template": {"name": name, "language": {"code": "en"}}}


def found(composer: Composer) -> list[tuple[int, str]]:
    state = json.loads(json.dumps(composer.state()))
    return [(one.number, one.message.name) for one in drafted_in(state)]


def test_a_template_behind_another_type_and_on_the_way_back_is_found() -> None:
    composer = Composer()
    composer.edit(ADA, template("behind"))
    composer.edit(ADA, PICTURE)
    composer.add_entry()
    composer.edit(ADA, template("second"))
    assert found(composer) == [(1, "behind"), (2, "second")]
    composer.begin()
    composer.edit(ADA, template("shown"))
    assert found(composer) == [(1, "shown"), (0, "behind"), (0, "second")]
    composer.back()
    assert found(composer) == [(1, "behind"), (2, "second"), (0, "shown")]
    composer.forward()
    composer.begin()
    composer.load({"messages": [{"phoneNumber": ADA, "message": template("second")}]})
    assert found(composer) == [(1, "second"), (0, "behind"), (0, "shown")]


def test_what_is_no_state_gives_none() -> None:
    entries: tuple[Any, ...] = (3, [3], [{"bodies": 3}], [{"bodies": {"template": []}}])
    for odd in entries:
        assert drafted_in({"entries": odd, "earlier": odd, "later": [{"entries": odd}]}) == []
    assert drafted_in(None) == drafted_in({}) == []


def test_one_that_can_be_had_back_is_named_as_such() -> None:
    composer = Composer()
    composer.edit(ADA, template("offer"))
    composer.begin()
    before = {"name": "offer", "language": "en", "components": [{"type": "BODY", "text": "Hi"}]}
    after = {**before, "components": [{"type": "BODY", "text": "Hi {{1}}"}]}
    known = {("offer", "en"): Entry("offer", "en", before)}
    files = [("a.json", read_definitions(after))]
    (item,) = plan(known, files, drafted_in(composer.state())).items
    assert break_sentence(item, item.breaks[0]).english() == (
        "A message that was there before would no longer fit offer (en): "
        "Body value 1 is missing: the template takes it. Fill it in."
    )
