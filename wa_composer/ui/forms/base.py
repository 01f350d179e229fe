"""What all message forms share: loading, the raw message, undo, faults beside fields.

A form holds the raw message itself. Fields show places of it; a change by the user is an
`Edit`, a small function that alters a copy. So whatever a form does not know stays as it was
loaded, and each state before a change is a step of undo.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wa_composer.ui.forms.fields import Field
from wa_composer.ui.forms.history import History, Step
from wa_composer.ui.forms.matching import assign
from wa_composer.ui.forms.media_row import MediaRow
from wa_composer.ui.forms.piece import Edit, Message, Piece, Place
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.form_text import is_undo
from wa_composer.ui.widgets.labelled import FootLine
from wa_composer.ui.widgets.tab_order import put_in_order


class MessageForm(QWidget):
    """Edits one message object, ``{"type": kind, kind: {...}}``; `grown` tells of new fields."""

    edited = Signal()
    grown = Signal()
    kind = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = self.blank()
        self._history = History()
        self._ordered = 0
        self._media_facts = ""
        self._pieces: list[Piece] = []
        self._problems: tuple[tuple[str, str, str], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.m)
        self._rest = FootLine(collapses=True, parent=self)
        self._build()
        self._column.addWidget(self._rest)
        self._column.addStretch(1)
        self._show()

    # For the composer

    @classmethod
    def blank(cls) -> Message:
        """The message of a form that nobody has touched."""
        return {"type": cls.kind, cls.kind: {}}

    def load(self, message: Mapping[str, Any]) -> None:
        """Show a message; `raw` gives back an equal one until the user changes something."""
        self._message = deepcopy(dict(message))
        self._history.clear()
        self._problems = ()
        for piece in self._pieces:
            piece.forget()
        self._show()
        for field in self.findChildren(Field):
            field.set_problem("", "")
            field.touch(False)
        for place in self._places():
            place.field.touch(bool(place.field.text()))

    def reset(self) -> None:
        """Begin anew with an empty message."""
        self.load(self.blank())

    def raw(self) -> Message:
        """The message exactly as it stands in the form, blanks as ""."""
        return deepcopy(self._message)

    def clear_values(self) -> None:
        """Empty the values after a message was accepted; what describes its shape stays.

        Can be undone; emits nothing.
        """
        before = self._state()
        message = deepcopy(self._message)
        for piece in self._pieces:
            piece.clear_values(message)
        if message != self._message:
            self._history.record(before, "", None)
            self._message = message
        self._show()
        for place in self._places():
            place.field.touch(False)

    def show_problems(self, problems: Sequence[tuple[str, str, str]]) -> None:
        """Put faults beside their fields: (path within the message object, level, sentence)."""
        self._problems = tuple(problems)
        places = list(self._places())
        found, rest = assign(self._problems, [place.paths for place in places])
        for place, said in zip(places, found, strict=True):
            place.field.set_problem(*said)
        sentences = " ".join(dict.fromkeys(text for _path, _level, text in rest))
        level = "error" if any(level == "error" for _path, level, _text in rest) else "warning"
        self._rest.post(self._rest, level, sentences)

    def show_media_facts(self, text: str) -> None:
        """Say what is known of the file behind the link, instead of what WhatsApp takes."""
        if text == self._media_facts:
            return
        self._media_facts = text
        for row in self.findChildren(MediaRow):
            row.show_facts(text)

    def says_errors(self) -> bool:
        """Whether an error is in sight: fields that nobody left keep theirs to themselves."""
        shown = (place.field.fault_shown() for place in self._places())
        return "error" in (self._rest.level(), *shown)

    def reveal(self, path: str) -> bool:
        """Put the cursor into the field of a path and show its fault; False if there is none."""
        places = list(self._places())
        found, _rest = assign([(path, "error", path)], [place.paths for place in places])
        for place, (level, _text) in zip(places, found, strict=True):
            if level:
                place.field.touch()
                place.field.focus()
                return True
        return False

    def go_to(self, keys: Sequence[str]) -> bool:
        """Put the cursor into the first of these fields that is in view; False if none is."""
        field = next(filter(None, map(self.field, keys)), None)
        if field is not None:
            field.focus()
        return field is not None

    def begin(self) -> None:
        """Put the cursor into the first field, if there is one."""
        if (place := next(iter(self._places()), None)) is not None:
            place.field.focus()

    def undo(self) -> bool:
        """Take back the last change; False if there is none."""
        return self._go_to(self._history.undo(self._state()))

    def redo(self) -> bool:
        """Do again what was taken back; False if there is nothing."""
        return self._go_to(self._history.redo(self._state()))

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._history.can_undo

    def field(self, key: str) -> Field | None:
        """The field in view with a key, such as "body.0"."""
        return next((place.field for place in self._places() if place.field.key == key), None)

    # For the forms

    def _build(self) -> None:
        """Make the pieces and add them with `_add`."""
        raise NotImplementedError

    def _add(self, piece: Piece) -> None:
        self._pieces.append(piece)
        self._column.addWidget(piece)
        piece.changed.connect(lambda edit: self._apply(edit))

    def _apply(self, edit: Edit, joined: bool = False) -> None:
        """Carry out an edit of a piece; `joined` makes it one step of undo with the last one."""
        before = self._state()
        message = deepcopy(self._message)
        edit.apply(message)
        if not joined:
            self._history.record(before, edit.key, edit.typed)
        self._message = message
        if edit.typed is None:
            self._show()
        self._after(edit)
        self._order()
        if edit.focus:
            self._focus(edit.focus)
        self.edited.emit()

    def _after(self, edit: Edit) -> None:
        """What else a form does after an edit, before it is told."""

    def _state(self) -> Any:
        """What undo keeps; edits replace the message and never alter it."""
        return self._message

    def _restore(self, state: Any) -> None:
        """Take a kept state."""
        self._message = state

    def _show(self) -> None:
        for piece in self._pieces:
            piece.show_message(self._message)
        self._order()

    # Private

    def _order(self) -> None:
        fields = len(self.findChildren(Field))
        if fields != self._ordered:  # rows are made when first needed
            self._ordered = fields
            put_in_order(self._column)
            self.grown.emit()

    def _places(self) -> Iterable[Place]:
        for piece in self._pieces:
            yield from piece.places(self._message)

    def _go_to(self, step: Step | None) -> bool:
        if step is None:
            return False
        self._restore(step.state)
        self._show()
        self._focus(step.key)
        self.edited.emit()
        return True

    def _focus(self, key: str) -> None:
        field = self.field(key)
        if field is not None and not field.editor.hasFocus():
            field.focus()

    # Qt

    def event(self, event: QEvent) -> bool:
        """Claim Undo and Redo from whatever field is being typed in."""
        if event.type() == QEvent.Type.ShortcutOverride and is_undo(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and Redo across the whole form."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            super().keyPressEvent(event)
