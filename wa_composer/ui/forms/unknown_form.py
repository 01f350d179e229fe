"""What stands in place of a form for a type of message that this program does not know."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from wa_composer.ui.forms.base import MessageForm
from wa_composer.ui.forms.notes import hint_note


class UnknownForm(MessageForm):
    """Keeps a message of an unknown type as it is and says so."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        self.kind = kind
        super().__init__(parent)

    def _build(self) -> None:
        text = self.tr(
            "This program has no form for messages of the type “{0}”. "
            "The message is kept and saved as it is; to send, choose another type."
        )
        self._column.addWidget(hint_note(text.format(self.kind), self))
