"""Stories of the template library while other things happen to it, in the real window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from wa_composer.storage.templates import Templates


def _one(name: str = "offer", text: str = "Hello {{1}}, look.") -> dict[str, Any]:
    body = {"type": "BODY", "text": text, "example": {"body_text": [["Ada"]]}}
    return {"name": name, "language": "en", "category": "MARKETING", "components": [body]}


def _review(desk: Any, value: object) -> None:
    desk.program.templates.importing.take_text(json.dumps(value), "a.json")
    desk.until(lambda: desk.window.templates.review is not None)


def _text(desk: Any, name: str = "offer") -> str:
    return str(desk.program.templates.library.entry(name, "en").definition["components"][0]["text"])


def test_what_was_typed_after_an_import_outlives_every_way_of_undoing_it(desk: Any) -> None:
    _review(desk, _one())
    desk.click("Import 1")
    desk.click("Edit template")
    desk.type_into("Template text", "Typed by hand {{1}}.")
    desk.click("Done")
    desk.window.keys.undo.trigger()
    assert _text(desk) == "Typed by hand {{1}}."
    _review(desk, _one(text="Imported again {{1}}."))
    desk.click("Replace the one in the library")
    desk.click("Replace 1")
    desk.click("Edit template")
    desk.type_into("Template text", "An hour of typing {{1}}.")
    desk.click("Done")
    desk.window.keys.undo.trigger()
    assert _text(desk) == "An hour of typing {{1}}."


def test_no_key_undoes_an_import_behind_the_review_of_the_next(desk: Any) -> None:
    _review(desk, _one())
    desk.click("Import 1")
    _review(desk, _one("other"))
    desk.window.keys.undo.trigger()
    assert _text(desk) == "Hello {{1}}, look."
    desk.click("Import 1")
    assert _text(desk, "other") == "Hello {{1}}, look."


def test_an_import_leaves_alone_what_changed_since_it_was_reviewed(
    desk: Any, private_home: Path
) -> None:
    _review(desk, [_one("fresh", "From the file"), _one("calm")])
    Templates(private_home).put(_one("fresh", "Written by another process meanwhile"))
    desk.click("Import 2")
    desk.until(lambda: "fresh (en)" in desk.window.templates.notice.text())
    assert _text(desk, "fresh") == "Written by another process meanwhile"
    assert _text(desk, "calm") == "Hello {{1}}, look."


def test_definitions_that_come_while_the_editor_is_open_leave_it_when_they_are_reviewed(
    desk: Any,
) -> None:
    desk.type_into("Template name", "mine_own")
    desk.click("Write its text")
    desk.type_into("Template text", "Typed")
    left: list[int] = []
    desk.window.templates.editor_left.connect(lambda: left.append(1))
    text = json.dumps(_one("mine_own", "From the file"))
    desk.program.templates.importing.take_text(text, "a.json")
    bar = desk.window.templates.notice
    desk.until(lambda: [button.text() for button in bar.buttons()] == ["Review the import"])
    assert left == []
    bar.buttons()[0].click()
    assert left == [1]
    assert desk.window.templates.review is not None
    assert desk.window.page() == "templates"
    desk.click("Replace the one in the library")
    desk.click("Replace 1")
    assert _text(desk, "mine_own") == "From the file"
    assert desk.window.page() == "templates"
