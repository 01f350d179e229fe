"""The composing column: account and sender, recipients, the message's type and its form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wa_composer.ui.forms import FORMS, MessageForm, UnknownForm
from wa_composer.ui.forms.recipients import RecipientsField
from wa_composer.ui.sender_row import SenderRow
from wa_composer.ui.widgets import Segmented

KINDS = ("template", "interactive", "image")
Fault = tuple[str, str, str]


class ComposerPane(QWidget):
    """Shows one message with everything that is sent with it.

    It knows no checks and no services: `edited` says that something changed, `recipients`
    and `message` hand out what is on the screen, `show_*` puts something there.
    """

    edited = Signal()
    account_chosen = Signal(str)
    sender_chosen = Signal(object)
    add_requested = Signal()
    remove_requested = Signal()
    entry_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sender_row = SenderRow(self)
        self.recipients_field = RecipientsField(self)
        self.kinds = Segmented(
            [
                (KINDS[0], self.tr("Template")),
                (KINDS[1], self.tr("Reply buttons")),
                (KINDS[2], self.tr("Image")),
            ],
            parent=self,
        )
        self._add = QPushButton(self.tr("Add message"), self)
        self._add.setAccessibleName(self._add.text())
        self._add.setProperty("role", "quiet")
        self._stepper = Stepper(self)
        self._stack = QStackedWidget(self)
        self._forms: dict[str, MessageForm] = {}
        self._entry = (0, 1)
        self._lay_out()
        self._connect()
        self.show_message("template", {})

    # What is on the screen

    @property
    def kind(self) -> str:
        """The type whose form is shown."""
        return self.form.kind

    @property
    def form(self) -> MessageForm:
        """The form that is shown."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, MessageForm)
        return shown

    def recipients(self) -> str:
        """The recipients as typed."""
        return self.recipients_field.text()

    def message(self) -> dict[str, Any]:
        """The message object exactly as the form shows it."""
        return self.form.raw()

    # Showing

    def show_message(self, kind: str, bodies: Mapping[str, Mapping[str, Any]]) -> None:
        """Fill the forms from `bodies` (one message object per type) and show type `kind`."""
        for each in {*self._forms, *bodies, kind}:
            if each in bodies:
                self.form_of(each).load(bodies[each])
            elif each in self._forms and each in KINDS:
                self._forms[each].reset()
        self.show_kind(kind)

    def show_kind(self, kind: str) -> None:
        """Switch to the form of `kind`, with the values it had."""
        self._stack.setCurrentWidget(self.form_of(kind))
        self.kinds.select(kind if kind in KINDS else "")

    def choose_kind(self, kind: str) -> None:
        """Switch the type as the user does."""
        self.show_kind(kind)
        self.edited.emit()

    def show_recipients(self, text: str) -> None:
        """Put recipients there, as typed once."""
        self.recipients_field.load(text)

    def show_entry(self, index: int, count: int) -> None:
        """Say which message of how many is shown; the stepper appears from two on."""
        self._entry = (index, count)
        self._stepper.show_place(index, count)
        self._stepper.setVisible(count > 1)

    def show_problems(
        self, recipients: Sequence[tuple[int, str, str]], message: Sequence[Fault]
    ) -> None:
        """Put each fault beside its field (for fields that were left once)."""
        self.recipients_field.show_problems(recipients)
        self.form.show_problems(message)

    def reveal(self, path: str) -> bool:
        """Put the cursor into the field of a path of the message, and scroll to it."""
        found = self.form.reveal(path)
        if found:
            self._scroll_to_focus()
        return found

    def go_to(self, keys: Sequence[str]) -> bool:
        """Put the cursor into the first of these fields that is in view, and scroll to it."""
        found = self.form.go_to(keys)
        if found:
            self._scroll_to_focus()
        return found

    def reveal_recipients(self) -> None:
        """Put the cursor into Recipients."""
        self.recipients_field.focus_field()
        self._scroll_to_focus()

    def undo(self) -> bool:
        """Take back the last change where the cursor is: in Recipients, else in the form."""
        field = self.recipients_field
        return (field.has_focus and field.undo()) or self.form.undo() or field.undo()

    def redo(self) -> bool:
        """Do again what was taken back."""
        field = self.recipients_field
        return (field.has_focus and field.redo()) or self.form.redo() or field.redo()

    def form_of(self, kind: str) -> MessageForm:
        """The form for a type, made when it is first asked for."""
        if kind not in self._forms:
            made = FORMS[kind](self) if kind in FORMS else UnknownForm(kind, self)
            made.edited.connect(self.edited)
            self._forms[kind] = made
            self._stack.addWidget(made)
        return self._forms[kind]

    # Private

    def _lay_out(self) -> None:
        switch = QHBoxLayout()
        switch.addWidget(self.kinds)
        switch.addStretch(1)
        switch.addWidget(self._stepper)
        switch.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.sender_row)
        column.addWidget(self.recipients_field)
        column.addLayout(switch)
        column.addWidget(self._stack)
        column.addStretch(1)

    def _connect(self) -> None:
        self.recipients_field.edited.connect(self.edited)
        self.kinds.chosen.connect(self.choose_kind)
        self.sender_row.account_chosen.connect(self.account_chosen)
        self.sender_row.sender_chosen.connect(self.sender_chosen)
        self._add.clicked.connect(self.add_requested)
        self._stepper.remove_requested.connect(self.remove_requested)
        self._stepper.moved.connect(self._move)

    def _move(self, by: int) -> None:
        index, count = self._entry
        if 0 <= index + by < count:
            self.entry_requested.emit(index + by)

    def _scroll_to_focus(self) -> None:
        focus = self.window().focusWidget()
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if focus is not None and area is not None and self.isAncestorOf(focus):
            below = focus.mapTo(self, QPoint(0, focus.height()))
            area.ensureVisible(below.x(), below.y(), 0, 80)
            area.ensureWidgetVisible(focus, 0, 60)


class Stepper(QWidget):
    """ "Message 1 of 2" with a step to either side and Remove message."""

    moved = Signal(int)
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = QLabel(self)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        self._back = self._arrow(self.tr("Previous message"), -1)
        self._forward = self._arrow(self.tr("Next message"), 1)
        self._remove = QPushButton(self.tr("Remove message"), self)
        self._remove.setAccessibleName(self._remove.text())
        self._remove.setProperty("role", "quiet")
        self._remove.clicked.connect(self.remove_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._back, self._place, self._forward, self._remove):
            row.addWidget(widget)
        self.hide()

    def show_place(self, index: int, count: int) -> None:
        """Show message `index` (from 0) of `count`."""
        text = self.tr("Message {number} of {count}").format(number=index + 1, count=count)
        self._place.setText(text)
        self.setAccessibleName(text)
        self._back.setEnabled(index > 0)
        self._forward.setEnabled(index + 1 < count)

    def _arrow(self, name: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setText("‹" if by < 0 else "›")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("role", "quiet")
        button.clicked.connect(lambda: self.moved.emit(by))
        return button
