"""One press of Send: ask about repeats, send once, say what became of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from wa_composer.message.outcome import Outcome
from wa_composer.session.sender import Busy, Delivery, Sender
from wa_composer.session.vault import MissingKey
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.keys import KeyringProblem
from wa_composer.ui.words import say
from wa_composer.wiring.returning import BACK

if TYPE_CHECKING:
    from wa_composer.storage.accounts import Account
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.composing import Composing

LEVELS = {Outcome.ACCEPTED: "ok", Outcome.REFUSED: "error", Outcome.UNKNOWN: "warn"}


class Sending(QObject):
    """Owns the send that is under way and the notice about the last one.

    `finished` is emitted after each send that was tried; `key_wanted` carries the id of an
    account whose key is missing or cannot be read.
    """

    finished = Signal()
    key_wanted = Signal(str, str)

    def __init__(
        self,
        window: MainWindow,
        pane: ComposerPane,
        composing: Composing,
        sender: Sender,
        tasks: Tasks,
        account: Callable[[], Awaitable[Account | None]],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._composing = composing
        self._sender = sender
        self._tasks = tasks
        self._account = account
        self._delivery: Delivery | None = None
        self._asked: tuple[str, dict[str, Any]] | None = None
        window.send_requested.connect(self.press)
        window.notice.action.connect(self._act)

    def press(self) -> None:
        """Send what is on the screen, unless a send is under way already."""
        if not self._composing.busy:
            self._begin()

    def _begin(self, *, again: bool = False) -> None:
        # Busy from this very moment: a second press before the task has run does nothing.
        self._composing.show_busy(True)
        self._window.notice.dismiss()
        self._tasks.start(self._send(again))

    async def _send(self, again: bool) -> None:
        composer = self._composing.composer
        draft, sent = composer.draft, composer.raw()
        account = await self._account()
        if account is None:
            self._composing.show_busy(False)
            return
        # What was asked about is sent unasked; anything else is a new message.
        ask = not again or self._asked != (account.id, sent)
        try:
            earlier = await self._sender.repeated(account, draft) if ask else None
            if earlier is not None:
                self._asked = (account.id, sent)
                self._ask(earlier.time, earlier.recipient)
                return
            delivery = await self._sender.send(account, draft)
        except (MissingKey, KeyringProblem) as problem:
            self.key_wanted.emit(account.id, say(problem.words))
            return
        except StorageProblem as problem:
            text = _tr("Nothing was sent: {why}").format(why=say(problem.words))
            self._window.notice.show_notice("error", text)
            return
        except Busy:
            return
        finally:
            self._composing.show_busy(False)
        self._delivery = delivery
        if delivery.outcome is Outcome.ACCEPTED:
            self._accepted(delivery, untouched=composer.raw() == sent)
        else:
            self._not_accepted(delivery)
        self.finished.emit()

    def _accepted(self, delivery: Delivery, *, untouched: bool) -> None:
        actions = [(_tr("Copy key") if len(delivery.keys) == 1 else _tr("Copy keys"), "copy_key")]
        if len(delivery.keys) == 1:
            text = _tr("Accepted: {key}").format(key=delivery.keys[0])
        else:
            text = _tr("Accepted: {count} messages").format(count=len(delivery.keys))
        if untouched:
            self._clear()
            actions.append((_tr("Bring back"), BACK))
        else:
            text += " " + _tr("The form was changed meanwhile and stays as it is.")
        details = "\n".join(delivery.keys) if len(delivery.keys) > 1 else ""
        if delivery.action is not None:
            text += " " + say(delivery.action)
        self._window.notice.show_notice("ok", text, details=details, actions=actions)

    def _clear(self) -> None:
        self._composing.composer.keep_only_shown()
        self._composing.show_composer()
        self._pane.show_recipients("")
        self._pane.form.clear_values()
        self._composing.composer.edit(self._pane.recipients(), self._pane.message())
        self._pane.reveal_recipients()

    def _not_accepted(self, delivery: Delivery) -> None:
        text = say(delivery.reason)
        if delivery.action is not None:
            text += " " + say(delivery.action)
        actions = []
        if delivery.administrator_note:
            actions.append((_tr("Copy note for the administrator"), "copy_note"))
        self._window.notice.show_notice(
            LEVELS[delivery.outcome], text, details=delivery.server_words, actions=actions
        )

    def _ask(self, time: str, recipient: str) -> None:
        from wa_composer.message.phone import pretty

        self._window.notice.show_notice(
            "warn",
            _tr("The same message went to {recipient} at {time}. Send it again?").format(
                recipient=pretty(recipient), time=local_time(time)
            ),
            actions=[(_tr("Send again"), "send_again"), (_tr("Do not send"), "cancel")],
        )

    def _act(self, action: str) -> None:
        delivery = self._delivery
        if action == "send_again":
            if not self._composing.busy and self._composing.composer.draft.ready:
                self._begin(again=True)
        elif action == "cancel":
            self._window.notice.dismiss()
        elif action == "copy_key" and delivery is not None:
            QGuiApplication.clipboard().setText("\n".join(delivery.keys))
        elif action == "copy_note" and delivery is not None:
            QGuiApplication.clipboard().setText(delivery.administrator_note)


def local_time(stamp: str) -> str:
    """A stored UTC time as this computer's clock shows it, hours and minutes."""
    from datetime import datetime

    return datetime.fromisoformat(stamp).astimezone().strftime("%H:%M")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sending", text)
