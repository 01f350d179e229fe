"""The composing column: account and sender, recipients, the message's type and its form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from wa_composer.ui.forms import FORMS, MessageForm, UnknownForm
from wa_composer.ui.forms.recipients import RecipientsField
from wa_composer.ui.sender_row import SenderRow
from wa_composer.ui.stepper import FormStack, Stepper
from wa_composer.ui.widgets import Segmented
from wa_composer.ui.widgets.tab_order import put_in_order

FORM_START = 160
"""How much of a form is to be in sight when it is begun, in device-independent pixels."""

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
        self._stepper = Stepper(self)
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
        self._stack = FormStack(self)
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
        shown = self._stack.shown()
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
        self._stack.show_form(self.form_of(kind))
        self.kinds.select(kind if kind in KINDS else "")

    def choose_kind(self, kind: str) -> None:
        """Switch the type as the user does; the new form is seen from its beginning."""
        inside = self.form.isAncestorOf(self.window().focusWidget())
        self.show_kind(kind)
        if inside:
            self.form.begin()
        self._scroll_to(self._stack, FORM_START)
        self._scroll_to(self.kinds, self.kinds.height())
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

    def says_errors(self) -> bool:
        """Whether an error is in sight, since a field was left or Send was pressed."""
        return self.recipients_field.says_errors() or self.form.says_errors()

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
            made.grown.connect(lambda: put_in_order(self._column))
            self._forms[kind] = made
            self._stack.add(made)
            put_in_order(self._column)
        return self._forms[kind]

    # Private

    def _lay_out(self) -> None:
        switch = QHBoxLayout()
        switch.addWidget(self.kinds)
        switch.addStretch(1)
        switch.addWidget(self._add)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.sender_row)
        column.addWidget(self._stepper)
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
        area = self._area()
        if focus is not None and area is not None and self.isAncestorOf(focus):
            below = focus.mapTo(self, QPoint(0, focus.height()))
            area.ensureVisible(below.x(), below.y(), 0, 80)
            area.ensureWidgetVisible(focus, 0, 60)

    def _scroll_to(self, widget: QWidget, height: int) -> None:
        """Bring the uppermost `height` pixels of a part of the pane into sight."""
        area = self._area()
        if area is not None and (page := area.widget()) is not None:
            for edge in (QPoint(0, height), QPoint(0, 0)):
                area.ensureVisible(0, widget.mapTo(page, edge).y(), 0, 20)

    def _area(self) -> QScrollArea | None:
        """The scrolling area that the pane stands in."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        return area
