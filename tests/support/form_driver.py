"""Drives a form as a person does: finds its controls by name, types and presses."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from wa_composer.ui.forms import TemplateForm

LANGUAGE = {"code": "en", "policy": "deterministic"}
WORDING = "Hi {{1}}, our sale is on. Use {{2}} before Friday."


def message(*components: dict[str, Any], name: str = "order_update") -> dict[str, Any]:
    template = {"name": name, "language": dict(LANGUAGE), "components": list(components)}
    return {"type": "template", "template": template}


def body(*values: str) -> dict[str, Any]:
    return {"type": "body", "parameters": [{"type": "text", "text": one} for one in values]}


def named(form: QWidget, name: str) -> QWidget:
    """The visible control with an accessible name."""
    found = [
        one
        for one in form.findChildren(QWidget)
        if one.accessibleName() == name and one.isVisible()
    ]
    assert found, name
    return next((one for one in found if isinstance(one, QComboBox)), found[0])


def type_into(qtbot: QtBot, form: QWidget, name: str, text: str) -> None:
    control = named(form, name)
    control.setFocus()
    qtbot.keyClicks(control, text)


def press(qtbot: QtBot, form: QWidget, name: str) -> None:
    button = named(form, name)
    assert isinstance(button, QAbstractButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def components(form: TemplateForm) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = form.raw()["template"]["components"]
    return found
