"""One button of a template in the editor."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from wa_composer.message.limits import TEMPLATE_CODE_MAX, TEMPLATE_LABEL_MAX
from wa_composer.ui.forms.fields import ChoiceField, Field, LineField
from wa_composer.ui.forms.piece import Message, Place
from wa_composer.ui.templates import definition_wire as raw
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.icon_button import IconButton
from wa_composer.ui.widgets.labelled import FootLine

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ButtonLine(QWidget):
    """One button: kind and text, and beneath them what the kind needs.

    `moved` asks to change places with the one before (-1) or after it (1).
    """

    moved = Signal(int)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        name = self.tr("Button {0}").format(number + 1)
        key = f"button.{number}"
        kinds = [
            ("quick_reply", self.tr("Quick reply")),
            ("url", self.tr("Link")),
            ("phone_number", self.tr("Phone number")),
            ("copy_code", self.tr("Copy code")),
        ]
        self.foot = FootLine(parent=self)
        self.kind = ChoiceField(
            f"{key}.kind", self.tr("{0} kind").format(name), kinds, foot=self.foot, parent=self
        )
        self.text = LineField(
            f"{key}.text",
            self.tr("{0} text").format(name),
            limit=TEMPLATE_LABEL_MAX,
            foot=self.foot,
            parent=self,
        )
        self.link = LineField(
            f"{key}.link",
            self.tr("{0} link").format(name),
            trimmed=True,
            placeholder="https://example.com/{{1}}",
            parent=self,
        )
        self.phone = LineField(
            f"{key}.phone", self.tr("{0} phone number").format(name), trimmed=True, parent=self
        )
        self.code = LineField(
            f"{key}.code",
            self.tr("{0} example code").format(name),
            limit=TEMPLATE_CODE_MAX,
            foot=self.foot,
            parent=self,
        )
        self.example = LineField(
            f"{key}.example", self.tr("{0} example").format(name), trimmed=True, parent=self
        )
        self.up = IconButton(self.tr("Move button {0} up").format(number + 1), "chevron_up")
        self.down = IconButton(self.tr("Move button {0} down").format(number + 1), "chevron_down")
        for button, by, keys in ((self.up, -1, "Alt+Up"), (self.down, 1, "Alt+Down")):
            native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{button.accessibleName()} ({native})")
            button.clicked.connect(partial(self.moved.emit, by))
        self.remove = IconButton(self.tr("Remove button {0}").format(number + 1), "close")
        self._stops = (
            *(self.kind, self.text, self.link, self.phone, self.code, self.example),
            *(self.up, self.down, self.remove),
        )
        self._lay_out()

    def show_moves(self, *, up: bool, down: bool) -> None:
        """Say whether there is a button before it, and one after it."""
        self.up.setEnabled(up)
        self.down.setEnabled(down)

    def cursor_place(self) -> int:
        """Where in the row the cursor is, for `put_cursor`; -1 when it is elsewhere."""
        focus = self.window().focusWidget()
        here = (n for n, stop in enumerate(self._stops) if focus in (stop, *stop.children()))
        return next(here, -1)

    def put_cursor(self, place: int) -> None:
        """Put the cursor into the same place of this row, or beside it where it cannot be."""
        if place < 0:
            return
        stop = self._stops[place]
        if stop in (self.up, self.down) and not stop.isEnabled():
            stop = self.up if self.up.isEnabled() else self.down
        if isinstance(stop, Field):
            stop.focus()
        else:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Up or Down moves the button, from whichever field of it that leaves them."""
        by = _MOVES.get(Qt.Key(event.key()))
        if by is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(by)
        else:
            super().keyPressEvent(event)

    def show_button(self, message: Message) -> None:
        """Show the button of this row."""
        kind = raw.kind_of(raw.button_at(message, self._number))
        text, value, example = raw.shown_values(message, self._number)
        self.kind.show_text(kind)
        self.text.show_text(text)
        self.link.show_text(value if kind == "url" else "")
        self.phone.show_text(value if kind == "phone_number" else "")
        self.code.show_text(example if kind == "copy_code" else "")
        self.text.setVisible(kind != "copy_code")
        self.code.setVisible(kind == "copy_code")
        self.link.setVisible(kind == "url")
        self.phone.setVisible(kind == "phone_number")
        self.show_example(message)
        for field in (self.text, self.link, self.phone, self.code):
            if field.isHidden():
                field.set_problem("", "")  # the line beneath is for all of them

    def show_example(self, message: Message) -> None:
        """Show the example of a link that has a placeholder."""
        button = raw.button_at(message, self._number)
        wanted = raw.kind_of(button) == "url" and "{{" in str(button.get("url", ""))
        self.example.setVisible(wanted)
        self.example.show_text(raw.button_example_of(button) if wanted else "")

    def places(self, at: str) -> Iterable[Place]:
        """The fields in view."""
        yield Place(self.kind, (f"{at}.type", at))
        for field, key in (
            (self.text, "text"),
            (self.link, "url"),
            (self.phone, "phone_number"),
            (self.code, "example"),
            (self.example, "example"),
        ):
            if not field.isHidden():
                yield Place(field, (f"{at}.{key}",))

    # Private

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.s)
        grid.setVerticalSpacing(SPACE.xs)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        grid.addWidget(self.kind, 0, 0)
        grid.addWidget(self.text, 0, 1, 1, 2)
        grid.addWidget(self.code, 0, 1, 1, 2)
        tools = QGridLayout()
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setHorizontalSpacing(0)
        tools.setRowStretch(0, 1)
        tools.addWidget(self.up, 1, 0)
        tools.addWidget(self.down, 1, 1)
        tools.addWidget(self.remove, 1, 2)
        grid.addLayout(tools, 0, 3)
        grid.addWidget(self.foot, 1, 0, 1, 4)
        grid.addWidget(self.link, 2, 0, 1, 2)
        grid.addWidget(self.example, 2, 2, 1, 2)
        grid.addWidget(self.phone, 2, 0, 1, 2)
