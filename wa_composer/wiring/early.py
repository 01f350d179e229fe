"""What is typed between the window's first paint and the draft's return is not lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from wa_composer import assets
from wa_composer.ui.forms import MessageForm
from wa_composer.ui.forms.template_origin import shipped_with

if TYPE_CHECKING:
    from wa_composer.session.composer import Composer
    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.wiring.composing import Composing
    from wa_composer.wiring.returning import Returning

FIRST_MESSAGE = "samples/order_update.wamsg"


class Early:
    """Takes what stands in the forms that nobody has filled yet, and brings it in afterwards."""

    def __init__(self, pane: ComposerPane) -> None:
        self._pane = pane
        self._recipients = pane.recipients()
        forms = pane.findChildren(MessageForm)
        self._messages = [form.raw() for form in forms if form.can_undo]
        if self._messages:
            self._messages.append(pane.message())  # the last one is the one shown

    def bring_in(self, composing: Composing, returning: Returning) -> None:
        """Add typed recipients to those on the screen; keep a typed message beside it."""
        if not self._messages:
            if self._recipients:
                self._pane.recipients_field.add(self._recipients)
            return
        composer = composing.composer
        beside = any(entry.filled for entry in composer.entries)
        composer.begin()
        for message in self._messages:
            composer.edit(self._recipients, message)
        if beside:
            composer.back()
        composing.show_composer()
        if not beside:
            return
        text = _tr("What you typed while the program was starting is kept beside this message.")
        returning.offer_forward(text)


def bring_sample(composer: Composer) -> None:
    """Load the message that the program is shipped with, whose values nobody typed."""
    from wa_composer.insider.pasted import read_text

    composer.load(read_text(assets.text(FIRST_MESSAGE)).raw)
    composer.entry.aside = shipped_with(composer.entry.message)
    composer.account_id = ""  # none chosen yet: the default one


def _tr(text: str) -> str:
    return QCoreApplication.translate("Early", text)
