"""Nothing that gives way to another message is lost: the way back to it, and forth again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from wa_composer.message.phone import pretty

if TYPE_CHECKING:
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.composing import Composing

BACK, FORWARD = "message_back", "message_forward"


class Returning(QObject):
    """Offers in the notice bar and in the menu what was on the screen before."""

    def __init__(self, window: MainWindow, composing: Composing) -> None:
        super().__init__(window)
        self._window = window
        self._composing = composing
        window.notice.action.connect(self._act)
        window.keys.back.triggered.connect(self.back)
        window.keys.forward.triggered.connect(self.forward)
        composing.shown.connect(self._show_ways)
        composing.removed.connect(lambda: self.offer(_tr("The message was removed.")))
        self._show_ways()

    def offer(self, text: str) -> None:
        """Say that another message is on the screen now, with the way back where there is one."""
        actions = [(_tr("Back to what was here"), BACK)]
        can = self._composing.composer.can_go_back
        self._window.notice.show_notice("info", text, actions=actions if can else [])

    def offer_forward(self, text: str) -> None:
        """Say that there is another message to come forward to."""
        actions = [(_tr("Show it"), FORWARD)]
        self._window.notice.show_notice("info", text, actions=actions)

    def back(self) -> None:
        """Show what was on the screen before, and offer to undo that."""
        composer = self._composing.composer
        if composer.back():
            actions = [(_tr("Back to what was here"), FORWARD)]
            if composer.can_go_back:
                actions.append((_tr("Further back"), BACK))
            self._show(_tr("The message from before is in the form again."), actions)

    def forward(self) -> None:
        """Show again what `back` left."""
        composer = self._composing.composer
        if composer.forward():
            actions = [(_tr("Back to what was here"), BACK)]
            if composer.can_go_forward:
                actions.append((_tr("Further forward"), FORWARD))
            self._show(_tr("The later message is in the form again."), actions)

    def _show(self, text: str, actions: list[tuple[str, str]]) -> None:
        left = self._composing.composer.left_sender
        if left is not None:
            said = _tr("Its sender {number} belongs to another account and was left out.")
            text += " " + said.format(number=pretty(left))
        self._composing.show_composer()
        self._window.show_page("compose")
        self._window.notice.show_notice("info", text, actions=actions)

    def _act(self, action: str) -> None:
        if action == BACK:
            self.back()
        elif action == FORWARD:
            self.forward()

    def _show_ways(self) -> None:
        composer = self._composing.composer
        self._window.keys.back.setEnabled(composer.can_go_back)
        self._window.keys.forward.setEnabled(composer.can_go_forward)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Returning", text)
