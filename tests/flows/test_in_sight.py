"""What is acted on is in sight: nothing cut off, and a form seen from its beginning."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

CONTROL = Qt.KeyboardModifier.ControlModifier


def in_viewport(desk: Any, widget: QWidget) -> bool:
    """Whether the whole of a control of the form can be seen."""
    view = desk.window.form_area().viewport()
    place = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size())
    return bool(view.rect().contains(place))


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_with_two_messages_nothing_is_cut_off_at_the_side(desk: Any, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    desk.click("Add message")
    view = desk.window.form_area().viewport()
    desk.until(lambda: desk.pane.mapTo(view, QPoint(desk.pane.width(), 0)).x() <= view.width())
    for name in ("Previous message", "Remove message", "Add message", "From"):
        control = desk.control(name)
        assert in_viewport(desk, control), name
        assert control.width() >= control.minimumSizeHint().width(), name
    assert desk.control("Message 2 of 2").isVisible()


def test_another_type_is_seen_from_its_beginning_and_as_long_as_it_is(desk: Any) -> None:
    desk.window.resize(1024, 640)
    bar = desk.window.form_area().verticalScrollBar()
    desk.until(lambda: bar.maximum() > 200)
    long = bar.maximum()
    bar.setValue(long)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_3, CONTROL)
    desk.until(lambda: bar.maximum() < long / 2)
    assert in_viewport(desk, desk.control("Image link"))
    assert in_viewport(desk, desk.pane.kinds)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_2, CONTROL)
    desk.until(lambda: bar.maximum() > long)
    bar.setValue(bar.maximum())
    desk.control("Button 1 ID").setFocus()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_1, CONTROL)
    desk.until(lambda: bar.maximum() <= long)
    assert in_viewport(desk, desk.control("Template name"))
    # What is typed next goes to a field in sight.
    assert in_viewport(desk, desk.window.focusWidget())
    assert desk.pane.form.isAncestorOf(desk.window.focusWidget())


def test_the_bar_names_another_message_that_has_the_fault(desk: Any) -> None:
    desk.click("Reply buttons")
    desk.type_into("Body", "When would you like it?")
    bar = desk.window.action_bar
    # In reading order: the title stands before the ID.
    assert "2 things to fix: Button 1 title" in bar.fix.whole()
    desk.click("Add message")
    desk.type_into("Recipients", "+12025550123")
    assert ": Message 1: Button 1 title" in bar.fix.whole()
    desk.click("Previous message")
    assert ": Button 1 title" in bar.fix.whole()
    assert "Message 2: " in bar.fix.toolTip()


def test_a_form_emptied_by_a_send_is_calm_until_a_field_is_left(desk: Any) -> None:
    bar = desk.window.action_bar
    desk.control("Body value 1").setFocus()
    desk.send()
    assert "things to fix" in bar.fix.accessibleName()
    assert bar.fix.property("state") == "muted"
    assert not desk.pane.says_errors()
    desk.qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Tab)
    assert desk.pane.says_errors()
    assert bar.fix.property("state") == "danger"


def test_pressing_send_ends_the_calm(desk: Any) -> None:
    bar = desk.window.action_bar
    desk.click("Reply buttons")
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_N, CONTROL)
    assert bar.fix.property("state") == "muted"
    desk.qtbot.mouseClick(bar.send, Qt.MouseButton.LeftButton)
    assert bar.fix.property("state") == "danger"
    assert desk.pane.says_errors()


def test_a_new_message_opens_with_no_field_red(desk: Any) -> None:
    desk.click("Reply buttons")
    for name in ("Body", "Button 1 title"):
        desk.type_into(name, "Yes")
    desk.type_into("Button 1 ID", "")
    desk.control("Body").setFocus()
    assert desk.pane.says_errors()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_N, CONTROL)
    assert desk.window.focusWidget().accessibleName() == "Recipients"
    assert not desk.pane.says_errors()
    desk.control("Body").setFocus()
    desk.click("Add message")
    assert not desk.pane.says_errors()


def test_an_answer_opens_with_no_field_red(desk: Any) -> None:
    desk.type_into("Template name", "return_label")
    desk.click("Add button")
    desk.type_into("Button 1 value", "yes")
    desk.send()
    desk.click("Answer with reply buttons")
    desk.until(lambda: desk.pane.kind == "interactive")
    assert desk.window.focusWidget().accessibleName() == "Body"
    assert not desk.pane.says_errors()


def test_a_long_language_is_seen_from_its_beginning_once_it_is_left(desk: Any) -> None:
    desk.window.resize(1024, 640)
    desk.type_into("Language", "English (US) (en_US)")
    box = desk.pane.form.field("language").editor
    line = box.line
    assert line.cursorPosition() > 0
    box.completer().popup().hide()
    desk.pane.recipients_field.focus_field()
    assert line.cursorPosition() == 0


def test_the_first_chip_has_room_for_its_edge(desk: Any) -> None:
    edit = desk.control("Recipients")
    before = edit.height()
    desk.type_into("Recipients", "+12025550123")
    assert edit.document().documentMargin() > 5  # which is how far a chip goes beyond its text
    assert edit.height() == before


def test_the_menu_shows_the_colours_in_use_and_lets_its_button_go(desk: Any) -> None:
    keys = desk.window.keys
    assert keys.send.shortcut().toString() == "Ctrl+Enter"
    menu = desk.control("Menu").menu()
    looks = next(action.menu() for action in menu.actions() if action.menu() is not None)
    dark = next(action for action in looks.actions() if action.text() == "Dark")
    system = next(action for action in looks.actions() if action.text() == "As the system")
    assert system.isChecked()
    dark.trigger()
    assert [action for action in looks.actions() if action.isChecked()] == [dark]
    system.trigger()
    button = desk.control("Menu")
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    menu.popup(QPoint(400, 100))
    menu.close()
    assert not button.underMouse()
