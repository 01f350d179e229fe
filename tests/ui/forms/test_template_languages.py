"""The languages that a template is known in come first in the list; typing stays as it is."""

from __future__ import annotations

from typing import Any

import pytest
from form_driver import named, type_into
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from template_library import TURKISH, choose, offer

from wa_composer.message.limits import LANGUAGES
from wa_composer.ui.forms import TemplateForm

TEXT = "Hi {{1}}."
ALL = [f"{language} ({code})" for code, language in LANGUAGES]
SEPARATOR = Qt.ItemDataRole.AccessibleDescriptionRole


@pytest.fixture
def box(form: TemplateForm) -> QComboBox:
    offer(form)
    found = named(form, "Language")
    assert isinstance(found, QComboBox)
    return found


def first(box: QComboBox) -> list[str]:
    """What stands before the line; the whole list is looked at."""
    rows = [box.itemText(row) for row in range(box.count())]
    lines = [row for row in range(box.count()) if box.itemData(row, SEPARATOR) == "separator"]
    assert len(lines) <= 1
    at = lines[0] if lines else 0
    before, after = rows[:at], rows[at + 1 :] if lines else rows
    assert after == [one for one in ALL if one not in before]
    return before


def type_over(qtbot: QtBot, form: TemplateForm, name: str, text: str) -> None:
    box: Any = named(form, name)
    box.lineEdit().selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    type_into(qtbot, form, name, text)


def test_a_template_has_its_own_languages_before_all_others(
    qtbot: QtBot, form: TemplateForm, box: QComboBox
) -> None:
    assert first(box) == []
    choose(qtbot, form, "welcome")
    assert first(box) == ["English (en)", "Turkish (tr)"]
    choose(qtbot, form, "Turkish (tr)", "Language")
    assert form.raw()["template"]["language"]["code"] == "tr"
    choose(qtbot, form, "thanks")
    assert first(box) == ["English (en)"]
    type_over(qtbot, form, "Template name", "thanks_a_lot")
    assert first(box) == []
    form.undo()
    form.load({"type": "template", "template": {"name": "welcome", "language": {"code": "de"}}})
    assert first(box) == ["English (en)", "Turkish (tr)"]
    assert box.currentText() == "German (de)"


def test_the_list_follows_the_library(qtbot: QtBot, form: TemplateForm, box: QComboBox) -> None:
    choose(qtbot, form, "thanks")
    form.change_templates({("thanks", "qq_QQ"): TEXT, ("thanks", "af"): TEXT})
    assert first(box) == ["Afrikaans (af)", "English (en)", "qq_QQ"]
    form.change_templates({("thanks", "af"): None, ("welcome", "de"): TEXT})
    assert first(box) == ["English (en)", "qq_QQ"]
    form.set_templates([("thanks", "fi", TEXT)])
    assert first(box) == ["Finnish (fi)"]


def test_a_code_is_typed_and_looked_for_as_ever(
    qtbot: QtBot, form: TemplateForm, box: QComboBox
) -> None:
    choose(qtbot, form, "welcome")
    type_over(qtbot, form, "Language", "turk")
    completer = box.completer()
    found = completer.completionModel()
    shown = [found.index(row, 0).data() for row in range(found.rowCount())]
    assert shown == ["Turkish (tr)"]
    type_over(qtbot, form, "Language", "")
    form.change_templates({("welcome", "af"): TEXT})
    assert box.currentText() == ""
    assert box.currentIndex() == -1  # and not at the line between the languages
    type_over(qtbot, form, "Language", TURKISH["language"])
    assert form.raw()["template"]["language"]["code"] == "tr"


def test_the_cursor_stays_in_a_language_that_is_being_typed(
    qtbot: QtBot, form: TemplateForm, box: QComboBox
) -> None:
    choose(qtbot, form, "welcome")
    type_over(qtbot, form, "Language", "Turk")
    line: Any = box.lineEdit()
    line.setCursorPosition(2)
    form.change_templates({("welcome", "af"): TEXT})
    assert (line.text(), line.cursorPosition()) == ("Turk", 2)
