"""Definitions with hundreds of everything, edited and reviewed: a few rows, and a sentence."""

from __future__ import annotations

from typing import Any

from form_driver import type_into
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from wa_composer.message.definition_rules import check_definition
from wa_composer.message.definitions import read_definitions
from wa_composer.message.importing import plan
from wa_composer.message.library import Entry
from wa_composer.message.limits import TEMPLATE_BUTTONS_READ
from wa_composer.message.placeholders import READ_MOST
from wa_composer.message.slots import VALUES_MOST
from wa_composer.ui.forms.fields import LineField
from wa_composer.ui.templates.button_line import ButtonLine
from wa_composer.ui.templates.definition_form import DefinitionForm
from wa_composer.ui.templates.review import Review
from wa_composer.ui.templates.review_cards import PARTS_SHOWN

MANY = 400
NAMES = [f"v{number}" for number in range(MANY)]
BODY = "Hi " + " ".join(f"{{{{{name}}}}}" for name in NAMES) + "."


def _made(text: str, example: str = "e", buttons: int = 0) -> dict[str, Any]:
    given = [{"param_name": name, "example": f"{example} {name}"} for name in NAMES]
    body = {"type": "BODY", "text": text, "example": {"body_text_named_params": given}}
    parts: list[dict[str, Any]] = [body]
    if buttons:
        each = [{"type": "QUICK_REPLY", "text": f"b{number}"} for number in range(buttons)]
        parts.append({"type": "BUTTONS", "buttons": each})
    return {"name": "x", "language": "en", "category": "UTILITY", "components": parts}


def _said(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def test_hundreds_of_placeholders(form: DefinitionForm, qtbot: QtBot) -> None:
    form.load(_made(BODY))
    examples = [one for one in form.findChildren(LineField) if one.key.startswith("body.example")]
    assert len(examples) == VALUES_MOST
    assert examples[-1].text() == f"e v{VALUES_MOST - 1}"
    assert f"… and {MANY - VALUES_MOST} more" in _said(form)
    assert len(check_definition(form.raw())) < 2 * VALUES_MOST
    type_into(qtbot, form, "Example for {{v0}}", "!")
    given = form.raw()["components"][0]["example"]["body_text_named_params"]
    assert [one["example"] for one in given] == ["!e v0", *(f"e {name}" for name in NAMES[1:])]
    form.load(_made("Hi {{v0}}."))
    assert not [text for text in _said(form) if "more" in text]


def test_hundreds_of_buttons(form: DefinitionForm, qtbot: QtBot) -> None:
    form.load(_made("Hi.", buttons=MANY))
    assert len(form.findChildren(ButtonLine)) == TEMPLATE_BUTTONS_READ
    assert f"… and {MANY - TEMPLATE_BUTTONS_READ} more" in _said(form)
    assert len(check_definition(form.raw())) < 3 * TEMPLATE_BUTTONS_READ
    type_into(qtbot, form, "Button 1 text", "!")
    buttons = form.raw()["components"][1]["buttons"]
    assert [one["text"] for one in buttons] == ["!b0", *(f"b{n}" for n in range(1, MANY))]


def test_a_text_without_end_is_shown_and_kept_as_it_is(form: DefinitionForm, qtbot: QtBot) -> None:
    text = "word " * 200_000
    form.load(_made(text))
    box = form.body.text.editor
    assert isinstance(box, QPlainTextEdit)
    assert (len(box.toPlainText()), box.isReadOnly()) == (READ_MOST, True)
    assert any("1000000 characters and cannot be edited" in one for one in _said(form))
    assert "1000000 / 1024" in _said(form)
    qtbot.keyClicks(box, "x")
    type_into(qtbot, form, "Footer", "Bye")
    assert form.raw()["components"][0]["text"] == text
    form.load(_made("Hi."))
    assert not box.isReadOnly()
    type_into(qtbot, form, "Template text", "x")
    assert form.raw()["components"][0]["text"] == "xHi."


def test_hundreds_of_changes_in_a_review(qtbot: QtBot) -> None:
    known = {("x", "en"): Entry("x", "en", _made(BODY))}
    made = plan(known, [("a.json", read_definitions([_made(BODY, "f")]))])
    assert len(made.items[0].changes) == MANY
    review = Review(made)
    qtbot.addWidget(review)
    review.resize(900, 600)
    review.show()
    said = _said(review)
    assert said.count("In the import") == PARTS_SHOWN
    assert f"… and {MANY - PARTS_SHOWN} more changes" in said
    assert any(one.endswith(f"… and {MANY - 12} more.") for one in said)
