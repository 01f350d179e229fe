"""The log strip: its rows, its search, and what a row can be used for again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from wa_composer.message.outcome import Outcome
from wa_composer.session.composer import blank_message
from wa_composer.storage.errors import StorageProblem
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from wa_composer.services import Services
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.composing import Composing
    from wa_composer.wiring.returning import Returning

SHOWN_ROWS = 500
AGAIN_MS = 20_000
TOPIC = "log"


class Logging(QObject):
    """Reads rows off the log's own thread and puts a row's message back into the form.

    `again` looks anew while a row in sight says that it is being sent. Whoever comes back to the
    window sees what the command line sent meanwhile.
    """

    def __init__(
        self,
        window: MainWindow,
        pane: ComposerPane,
        composing: Composing,
        returning: Returning,
        services: Services,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._composing = composing
        self._returning = returning
        self._services = services
        self._tasks = tasks
        self._search = ""
        self._opened = False
        window.installEventFilter(self)
        self.again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self.again.timeout.connect(self.refresh)
        window.notice.action.connect(self._act)
        window.log.search.connect(self._look_for)
        window.log.use_again.connect(lambda row: tasks.start(self._use_again(row)))
        window.log.key_copied.connect(self._say_copied)
        window.log.answer.connect(lambda row: tasks.start(self._answer(row)))

    async def open(self) -> None:
        """Open the log and show it; when it cannot be used, say why and what can be done."""
        from wa_composer.storage.log_faults import DamagedLog

        try:
            await self._services.open_log()
        except DamagedLog as problem:
            self._window.notice.show_notice(
                "error",
                say(problem.words),
                actions=[(_tr("Set the log aside"), "set_log_aside")],
                topic=TOPIC,
            )
        except StorageProblem as problem:
            self._window.notice.show_notice("error", say(problem.words), topic=TOPIC)
        else:
            self._opened = True
            await self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look anew when the window is turned to again."""
        if self._opened and event.type() == QEvent.Type.WindowActivate:
            self.refresh()
        return False

    def _act(self, action: str) -> None:
        if action == "set_log_aside":
            self._window.notice.withdraw(TOPIC)
            self._tasks.start(self._set_aside())

    async def _set_aside(self) -> None:
        try:
            kept = await self._services.log_worker.run(self._services.log.set_aside)
        except StorageProblem as problem:
            self._window.notice.show_notice("error", say(problem.words))
            return
        await self.open()
        text = _tr("A new log is begun; the damaged one is kept as {file}.")
        self._window.notice.show_notice("info", text.format(file=kept))

    def refresh(self) -> None:
        """Show the newest rows that fit the search."""
        self._tasks.start(self._show())

    async def _show(self) -> None:
        search = self._search
        try:
            rows = await self._services.log_worker.run(self._services.log.rows, search, SHOWN_ROWS)
        except StorageProblem as problem:
            self._window.notice.show_notice("error", say(problem.words))
            return
        if search == self._search:
            self._window.log.show_rows(rows)
        # Nothing tells of a row that another program left behind: it is settled when it is read.
        if any(row.outcome is Outcome.SENDING for row in rows):
            self.again.start()
        else:
            self.again.stop()

    def _look_for(self, text: str) -> None:
        self._search = text
        self.refresh()

    def _say_copied(self) -> None:
        self._window.notice.show_notice("ok", _tr("The key was copied."), passes=True)

    async def _use_again(self, row_id: int) -> None:
        raw = await self._request_of(row_id)
        if raw is None:
            return
        self._load(raw, _tr("The message from the log is in the form again."))

    async def _answer(self, row_id: int) -> None:
        raw = await self._request_of(row_id)
        if raw is None:
            return
        messages = raw.get("messages") or [{}]
        answer = {**raw, "messages": [{**messages[0], "message": blank_message("interactive")}]}
        self._load(answer, _tr("Write the answer to this customer's tap."))
        self._pane.go_to(["body"])

    def _load(self, raw: dict[str, Any], text: str) -> None:
        self._composing.composer.load(raw)
        self._composing.show_composer()
        self._window.show_page("compose")
        self._returning.offer(text)

    async def _request_of(self, row_id: int) -> dict[str, Any] | None:
        try:
            row = await self._services.log_worker.run(self._services.log.row, row_id)
        except StorageProblem as problem:
            self._window.notice.show_notice("error", say(problem.words))
            return None
        loaded = json.loads(row.request) if row is not None else None
        return loaded if isinstance(loaded, dict) else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Logging", text)
