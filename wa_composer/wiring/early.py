"""What is typed between the window's first paint and the draft's return is not lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.wiring.composing import Composing


class Early:
    """Takes what stands in the form that nobody has filled yet, and brings it in afterwards."""

    def __init__(self, pane: ComposerPane) -> None:
        form = pane.form
        self._pane = pane
        self._recipients = pane.recipients()
        self._message = pane.message() if form.can_undo else None

    def bring_in(self, composing: Composing) -> None:
        """Add typed recipients to those on the screen; keep a typed message beside it."""
        if self._message is None:
            if self._recipients:
                self._pane.recipients_field.add(self._recipients)
            return
        outgoing = {"phoneNumber": self._recipients, "message": self._message}
        composing.composer.load({"messages": [outgoing]})
        composing.composer.back()
        composing.show_composer()
        text = _tr("What you typed while the program was starting is kept beside this message.")
        composing.returning.offer_forward(text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Early", text)
