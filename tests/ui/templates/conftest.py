"""The editor's form, ready to be typed in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from form_driver import named
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from wa_composer.ui.templates.definition_form import DefinitionForm
from wa_composer.ui.widgets import access

Choose = Callable[[str, str], None]


@pytest.fixture
def form(qtbot: QtBot) -> DefinitionForm:
    access.install()
    made = DefinitionForm()
    qtbot.addWidget(made)
    made.resize(680, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def choose(form: DefinitionForm) -> Choose:
    def chosen(name: str, value: str) -> None:
        box = named(form, name)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(box.findData(value))

    return chosen
