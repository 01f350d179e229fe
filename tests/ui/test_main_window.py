"""The assembled window: its keys, what stays in sight, and what is kept until next time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from wa_composer.ui import dressing
from wa_composer.ui.main_window import MainWindow
from wa_composer.ui.theme import DARK

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Form(QWidget):
    """Stands where the composing pane does: a line, a text, and more than fits."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.text = QLineEdit(), QPlainTextEdit()
        layout = QFormLayout(self)
        layout.addRow("Line", self.line)
        layout.addRow("Text", self.text)
        for number in range(30):
            layout.addRow(f"Field {number}", QLineEdit())


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    return Form()


@pytest.fixture
def window(qtbot: QtBot, form: Form) -> MainWindow:
    window = MainWindow(form)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    form.line.setFocus()
    qtbot.waitUntil(form.line.hasFocus)
    return window


KEYS = [
    (Qt.Key.Key_N, CTRL, "new_requested"),
    (Qt.Key.Key_O, CTRL, "open_requested"),
    (Qt.Key.Key_S, CTRL, "save_requested"),
    (Qt.Key.Key_V, CTRL | SHIFT, "paste_requested"),
    (Qt.Key.Key_L, CTRL, "log_requested"),
    (Qt.Key.Key_F, CTRL, "find_requested"),
    (Qt.Key.Key_Return, CTRL, "send_requested"),
    (Qt.Key.Key_Q, CTRL, "quit_requested"),
    (Qt.Key.Key_Z, CTRL, "undo_requested"),
    (Qt.Key.Key_Z, CTRL | SHIFT, "redo_requested"),
]


@pytest.mark.parametrize(("key", "held", "signal"), KEYS)
@pytest.mark.parametrize("field", ["line", "text"])
def test_keys_work_while_typing(
    window: MainWindow,
    form: Form,
    qtbot: QtBot,
    key: Qt.Key,
    held: Qt.KeyboardModifier,
    signal: str,
    field: str,
) -> None:
    window.action_bar.show_state(1, [], busy=False)
    editor = getattr(form, field)
    editor.setFocus()
    qtbot.keyClicks(editor, "ab")
    with qtbot.waitSignal(getattr(window, signal)):
        qtbot.keyClick(editor, key, held)
    text = editor.text() if field == "line" else editor.toPlainText()
    assert text == "ab"  # not undone by the field itself, no line added


@pytest.mark.parametrize("number", [1, 2, 3])
def test_numbers_choose_the_type(window: MainWindow, form: Form, qtbot: QtBot, number: int) -> None:
    with qtbot.waitSignal(window.type_requested) as asked:
        qtbot.keyClick(form.line, str(number), CTRL)
    assert asked.args == [number - 1]


def test_the_send_key_leads_to_the_fault_when_there_is_one(
    window: MainWindow, form: Form, qtbot: QtBot
) -> None:
    window.action_bar.show_state(1, ["Recipients is empty"], busy=False)
    with qtbot.assertNotEmitted(window.send_requested), qtbot.waitSignal(window.fix_requested):
        qtbot.keyClick(form.line, Qt.Key.Key_Return, CTRL)


def test_enter_in_a_line_never_sends(window: MainWindow, form: Form, qtbot: QtBot) -> None:
    window.action_bar.show_state(1, [], busy=False)
    with qtbot.assertNotEmitted(window.send_requested):
        qtbot.keyClick(form.line, Qt.Key.Key_Return)


def test_from_another_page_the_send_key_only_leads_back(window: MainWindow, qtbot: QtBot) -> None:
    window.action_bar.show_state(1, [], busy=False)
    window.show_page("help")
    with qtbot.assertNotEmitted(window.send_requested):
        qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    assert window.page() == "compose"


def test_f1_shows_the_help(window: MainWindow, form: Form, qtbot: QtBot) -> None:
    qtbot.keyClick(form.line, Qt.Key.Key_F1)
    assert window.page() == "help"
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert window.page() == "compose"
    assert window.log.table.hasFocus()


def seen(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("size", [(900, 560), (1024, 640), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("notice", [False, True])
def test_send_picture_and_first_fault_are_always_in_sight(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int], notice: bool
) -> None:
    window.action_bar.show_state(1, ["Body value 2 is empty"], busy=False)
    if notice:
        window.notice.show_notice("error", "Refused: " + "a long reason " * 20, details="x")
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    bar = window.action_bar
    wanted = (bar.send, bar.fix, window.preview.phone, window.form_area(), window.log)
    qtbot.waitUntil(lambda: bar.send.width() >= bar.send.sizeHint().width())
    qtbot.waitUntil(lambda: all(window.rect().contains(seen(window, w)) for w in wanted))
    assert all(widget.isVisible() for widget in wanted)
    assert not seen(window, window.notice).intersects(seen(window, bar.send))
    assert window.preview.phone.body().width() >= 240
    assert window.preview.phone.body().height() >= 200
    assert window.form_area().height() >= 120


def test_the_picture_stays_while_the_form_scrolls(window: MainWindow) -> None:
    before = seen(window, window.preview.phone)
    bar = window.form_area().verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    assert seen(window, window.preview.phone) == before


def test_the_form_is_never_wider_than_reading_allows(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: window.width() == 1920)
    assert window.composer_pane.width() == 680


def test_closing_says_so_and_asks_nothing(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        assert window.close()


def test_size_and_folded_log_come_back(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1111, 777)
    qtbot.mouseClick(window.log.fold_button, Qt.MouseButton.LeftButton)
    kept = window.state()
    other = MainWindow(Form())
    qtbot.addWidget(other)
    other.restore_state(kept)
    assert other.log.is_folded()
    other.show()
    qtbot.waitExposed(other)
    assert other.log.height() < 60


@pytest.mark.parametrize("state", [b"", b"nonsense", b"\x00\x00\x00\x01\xff\xff\xff\xff"])
def test_a_state_of_another_kind_is_left_unused(window: MainWindow, state: bytes) -> None:
    size = window.size()
    window.restore_state(state)
    assert window.size() == size


def test_practice_and_live_accounts_differ_in_words_too(window: MainWindow) -> None:
    window.show_account("Practice", "#8A5300", practice=True)
    assert window.strip.text() == "Practice account: no message leaves this computer"
    window.show_account("Shop", "#1F6FB2", practice=False)
    assert window.strip.accessibleName().startswith("Shop")


def test_it_can_be_dressed_in_dark_at_any_time(window: MainWindow, qapp: QApplication) -> None:
    before = qapp.styleSheet(), qapp.palette(), qapp.font()
    dressing.apply(qapp, True)
    window.show_palette(DARK)
    seen = window.rail.grab().toImage().pixelColor(2, window.rail.height() // 2)
    qapp.setStyleSheet(before[0])
    qapp.setPalette(before[1])
    qapp.setFont(before[2])
    assert seen.name().upper() == DARK.surface


def test_every_control_has_a_name(window: MainWindow) -> None:
    from PySide6.QtWidgets import QAbstractButton, QComboBox

    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
    unnamed = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not window.composer_pane.isAncestorOf(widget)
        and widget is not window.action_bar.fix  # named once there is something to fix
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parentWidget(), QLineEdit)
    ]
    assert unnamed == []


def test_the_cursor_starts_in_the_form(qtbot: QtBot) -> None:
    form = Form()
    window = MainWindow(form)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.focusWidget() is form.text)


def test_tab_goes_rail_form_bar_picture_log(window: MainWindow, form: Form) -> None:
    wanted = [form.line, form.text, window.action_bar.send, window.log.table]
    order: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not window:
        order.append(widget)
        widget = widget.nextInFocusChain()
    places = [order.index(each) for each in wanted]
    rail = [order.index(b) for b in window.rail.findChildren(QToolButton)]
    assert places == sorted(places)
    assert max(rail) < places[0]
    assert order.index(window.preview.pages.button("preview")) > places[2]
