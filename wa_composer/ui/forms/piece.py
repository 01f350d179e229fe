"""A piece of a form, and the edits by which it asks for changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wa_composer.ui.forms.fields import Field
from wa_composer.ui.theme import SPACE

Message = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change by the user.

    `typed` is the text of the field before and after, for letters; None for a change of
    structure, after which the whole form is shown anew and `focus` gets the cursor.
    """

    key: str
    apply: Callable[[Message], None]
    typed: tuple[str, str] | None = None
    focus: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A field in view, and the paths in the message object whose problems it shows.

    The first path is the field's own, such as "template.language.code".
    """

    field: Field
    paths: tuple[str, ...] = ()


class Piece(QWidget):
    """A part of a form: shows places of the message, tells of edits, never alters it itself."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.m)

    def bind(self, field: Field, write: Callable[[Message, str], None]) -> None:
        """Tell of each change of a field as an edit that writes its text."""
        field.edited.connect(
            lambda before, after: self.changed.emit(
                Edit(field.key, lambda message: write(message, after), (before, after))
            )
        )

    def show_message(self, message: Message) -> None:
        """Show the message's values without a signal."""
        raise NotImplementedError

    def places(self, message: Message) -> Iterable[Place]:
        """The fields in view in tab order, each with the paths it answers for."""
        raise NotImplementedError

    def clear_values(self, message: Message) -> None:
        """Empty the values in `message` that this piece shows."""
        raise NotImplementedError

    def forget(self) -> None:
        """Another message is loaded: drop what was kept aside of the one before."""
