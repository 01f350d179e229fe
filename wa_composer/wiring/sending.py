"""One press of Send: ask about repeats, send once, say what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from wa_composer.message.outcome import Outcome
from wa_composer.session.busy import Busy
from wa_composer.session.vault import MissingKey
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.keys import KeyringProblem
from wa_composer.ui.words import say
from wa_composer.wiring.mishap import report
from wa_composer.wiring.outcome import accepted, advice, details, not_accepted, question
from wa_composer.wiring.returning import BACK

if TYPE_CHECKING:
    from wa_composer.message.draft import Draft
    from wa_composer.services import Services
    from wa_composer.session.delivery import Delivery, Repeats
    from wa_composer.storage.accounts import Account
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.accounts import AccountsWiring
    from wa_composer.wiring.composing import Composing

TOPIC = "send"
LEVELS = {Outcome.ACCEPTED: "ok", Outcome.REFUSED: "error", Outcome.UNKNOWN: "warn"}


@dataclass(frozen=True, slots=True)
class Pressed:
    """What was on the screen when Send was pressed: this is asked about and sent, nothing else."""

    account: Account
    account_id: str
    raw: dict[str, Any]
    draft: Draft = field(compare=False)


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
        services: Services,
        tasks: Tasks,
        accounts: AccountsWiring,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._composing = composing
        self._services = services
        self._tasks = tasks
        self._accounts = accounts
        self._delivery: Delivery | None = None
        self._asked: Pressed | None = None
        self._turn: int | None = None  # of the messages that an acceptance is said of
        window.send_requested.connect(self.press)
        window.notice.action.connect(self._act)
        composing.composer.listen(lambda _: self._withdraw())

    def press(self) -> None:
        """Send what is on the screen, unless a send is under way already."""
        if self._composing.busy:
            return
        if self._moved():
            return
        if (pressed := self._on_screen()).draft.ready:
            self._begin(pressed, ask=True)
        else:  # the bar may not show it yet, as while the program starts
            self._window.fix_requested.emit()

    def _moved(self) -> bool:
        """Whether values have just followed a changed wording: that is looked over first."""
        if not self._composing.catch_up():
            return False
        text = _tr("The text of a template has changed: look the message over before you send.")
        self._window.notice.show_notice("warn", text, topic=TOPIC)
        return True

    def _on_screen(self) -> Pressed:
        composer = self._composing.composer
        return Pressed(self._accounts.account, composer.account_id, composer.raw(), composer.draft)

    def _begin(self, pressed: Pressed, *, ask: bool) -> None:
        # Busy from this very moment: a second press before the task has run does nothing.
        self._composing.show_busy(True)
        self._asked = self._turn = None
        self._window.notice.withdraw(TOPIC)
        self._tasks.start(self._send(pressed, ask))

    async def _send(self, pressed: Pressed, ask: bool) -> None:
        delivery = None
        try:
            account = await self._accounts.current(pressed.account)
            if account is None:
                return
            pressed = replace(pressed, account=account)
            if ask:
                earlier = await self._services.sender.repeated(account, pressed.draft)
                if earlier is not None:
                    self._ask(pressed, earlier)
                    return
            delivery = await self._deliver(pressed)
        except (MissingKey, KeyringProblem) as problem:
            self.key_wanted.emit(pressed.account.id, say(problem.words))
            return
        except StorageProblem as problem:
            text = _tr("Nothing was sent: {why}").format(why=say(problem.words))
            self._window.notice.show_notice("error", text, topic=TOPIC)
            return
        except Busy:
            return
        finally:
            self._composing.show_busy(False)
        self._delivery = delivery
        try:
            if delivery is not None:
                self._show(delivery, pressed)
        finally:
            self.finished.emit()

    async def _deliver(self, pressed: Pressed) -> Delivery | None:
        """Send; None, and said, when a fault of the program leaves open what became of it."""
        try:
            return await self._services.sender.send(pressed.account, pressed.draft)
        except (StorageProblem, Busy):
            raise
        except Exception as fault:  # noqa: BLE001 - whichever it is, something may be on its way
            text = _tr(
                "Something in the program went wrong while it was sending. The message may have "
                "gone out: look into the log before you send it again."
            )
            self._window.notice.show_notice("warn", text, details=report(fault), topic=TOPIC)
            return None

    def _show(self, delivery: Delivery, pressed: Pressed) -> None:
        if delivery.outcome is Outcome.ACCEPTED:
            self._accepted(delivery, untouched=self._composing.composer.raw() == pressed.raw)
        else:
            self._not_accepted(delivery)

    def _accepted(self, delivery: Delivery, *, untouched: bool) -> None:
        actions = [(_tr("Copy key") if len(delivery.keys) == 1 else _tr("Copy keys"), "copy_key")]
        text = accepted(delivery)
        if untouched:
            self._clear()
            actions.append((_tr("Bring back"), BACK))
        else:
            text += " " + _tr("The form was changed meanwhile and stays as it is.")
        listed = "\n".join(delivery.keys) if len(delivery.keys) > 1 else ""
        text = " ".join([text, *advice(delivery)])
        self._window.notice.show_notice("ok", text, details=listed, actions=actions, topic=TOPIC)
        self._turn = self._composing.composer.turn

    def _clear(self) -> None:
        self._pane.reveal_recipients()  # first, or a field that is emptied now would be left
        self._composing.composer.keep_only_shown()
        self._composing.show_composer()
        self._pane.show_recipients("")
        self._pane.form.clear_values()
        self._composing.take_over()

    def _not_accepted(self, delivery: Delivery) -> None:
        actions = []
        if delivery.administrator_note:
            actions.append((_tr("Copy note for the administrator"), "copy_note"))
        self._window.notice.show_notice(
            LEVELS[delivery.outcome],
            not_accepted(delivery),
            details=details(delivery),
            actions=actions,
            topic=TOPIC,
        )

    def _ask(self, pressed: Pressed, earlier: Repeats) -> None:
        self._asked = pressed
        self._window.notice.show_notice(
            "warn",
            question(earlier),
            actions=[(_tr("Send again"), "send_again"), (_tr("Do not send"), "cancel")],
            topic=TOPIC,
        )

    def _withdraw(self) -> None:
        """Take away what is about something else than what is on the screen now.

        A question, and an acceptance: the way back would lead to another message by now.
        """
        turned = self._turn not in (None, self._composing.composer.turn)
        if turned or (self._asked is not None and self._asked != self._on_screen()):
            self._asked = self._turn = None
            self._window.notice.withdraw(TOPIC)

    def _act(self, action: str) -> None:
        delivery = self._delivery
        if action == "send_again":
            # What was asked about is sent unasked; anything else is a new message.
            asked = self._asked
            if asked is None or asked != self._on_screen():
                self.press()
            elif not self._composing.busy and not self._moved():
                self._begin(asked, ask=False)
        elif action == "cancel":
            self._window.notice.withdraw(TOPIC)
        elif action == "copy_key" and delivery is not None:
            QGuiApplication.clipboard().setText("\n".join(delivery.keys))
        elif action == "copy_note" and delivery is not None:
            QGuiApplication.clipboard().setText(delivery.administrator_note)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sending", text)
