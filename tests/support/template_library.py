"""A small library of templates for the form, and a hand that chooses from it."""

from __future__ import annotations

import json
from typing import Any

from form_driver import named
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from wa_composer import assets
from wa_composer.message.definition import read_definition
from wa_composer.message.slots import Slots, slots_of
from wa_composer.ui.forms import TemplateForm

NAMED = {
    "name": "welcome",
    "language": "en",
    "category": "UTILITY",
    "components": [
        {
            "type": "BODY",
            "text": "Hello {{first_name}}, your code is {{code}}.",
            "example": {
                "body_text_named_params": [
                    {"param_name": "first_name", "example": "Ada"},
                    {"param_name": "code", "example": "SPRING"},
                ]
            },
        },
        {
            "type": "BUTTONS",
            "buttons": [
                {"type": "PHONE_NUMBER", "text": "Call", "phone_number": "+12025550140"},
                {"type": "URL", "text": "Open", "url": "https://example.com/c/{{1}}"},
                {"type": "URL", "text": "Site", "url": "https://example.com/"},
            ],
        },
    ],
}
TURKISH = {
    **NAMED,
    "language": "tr",
    "components": [
        {"type": "BODY", "text": "Kodunuz {{code}}, {{first_name}}!"},
        NAMED["components"][1],  # type: ignore[index]
    ],
}
PLAIN = {
    "name": "thanks",
    "language": "en",
    "category": "UTILITY",
    "components": [{"type": "BODY", "text": "Thank you!"}],
}
SHIPPED = json.loads(assets.text("samples/templates.json"))["data"]
LIBRARY: dict[tuple[str, str], Any] = {
    (one["name"], one["language"]): one for one in [NAMED, TURKISH, PLAIN, *SHIPPED]
}
ALWAYS = {"Template name", "Language", "Write its text", "Edit template"}


def find(name: str, language: str) -> Slots | None:
    found = LIBRARY.get((name, language))
    return slots_of(read_definition(found)) if found else None


def offer(form: TemplateForm) -> TemplateForm:
    """Let the form know the library."""
    form.follow(find)
    form.set_templates([(*key, read_definition(one).body) for key, one in LIBRARY.items()])
    return form


def choose(qtbot: QtBot, form: TemplateForm, name: str, control: str = "Template name") -> None:
    """Choose from a list by keys, as a person does."""
    box = named(form, control)
    assert isinstance(box, QComboBox)
    box.setFocus()
    box.lineEdit().selectAll()
    row = box.findText(name)
    assert row >= 0
    box.showPopup()
    box.view().setCurrentIndex(box.model().index(row, 0))
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)


def fields(form: TemplateForm) -> set[str]:
    """The names of all controls in view beside those that always are."""
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QAbstractButton)
    found = {
        one.accessibleName()
        for one in form.findChildren(QWidget)
        if isinstance(one, kinds) and one.isVisible() and one.accessibleName()
    }
    return found - ALWAYS
