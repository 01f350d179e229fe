"""Forms shown in a window, and their controls found as an assistive tool finds them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from form_hand import Hand
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from wa_composer.ui.forms import TemplateForm
from wa_composer.ui.widgets import access


@pytest.fixture(autouse=True, scope="session")
def named_as_in_the_program(qapp: QApplication) -> None:
    """The program lets combo boxes bear their own name; see `access`."""
    access.install()


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], Hand]:
    """Show a widget and get a hand on it."""

    def shown(widget: QWidget) -> Hand:
        qtbot.addWidget(widget)
        widget.resize(680, 900)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        return Hand(qtbot, widget)

    return shown


@pytest.fixture
def form(show: Callable[[QWidget], Hand]) -> TemplateForm:
    """A template form in a window."""
    made: TemplateForm = show(TemplateForm()).widget
    return made
