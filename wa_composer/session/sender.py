"""Record, send, record: a message is in the log before anything of it leaves this computer."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from wa_composer.insider.errors import SendError
from wa_composer.insider.payload import to_payload
from wa_composer.message.draft import Draft
from wa_composer.message.outcome import Outcome
from wa_composer.message.words import words
from wa_composer.session.busy import Busy
from wa_composer.session.delivery import (
    Delivery,
    Repeats,
    Verdict,
    new_rows,
    repeats,
    unwritten_rows,
)
from wa_composer.storage.accounts import Account
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.log import Log, iso, utc_now
from wa_composer.storage.tables import LogRow, NewRow
from wa_composer.storage.worker import Worker, WorkerTimeout

if TYPE_CHECKING:
    # httpx takes its time to import; whoever makes a client has imported it by then.
    from wa_composer.insider.client import InsiderClient

__all__ = ["Busy", "Delivery", "Sender"]

REPEAT_HOURS = 24
SETTLE_SECONDS = 2.0
"""How long an interrupted send may hold up its caller to write down what is known."""


_STOPPED_BEFORE = Verdict(
    Outcome.REFUSED, words("The send was stopped before anything left this computer.")
)
_STOPPED_AFTER = Verdict(
    Outcome.UNKNOWN,
    words("The send was stopped before the answer came. The message may have gone out."),
)


class Sender:
    """Sends one draft at a time and keeps the log true, whatever happens in between."""

    def __init__(
        self,
        *,
        client_factory: Callable[[], InsiderClient],
        log: Log,
        worker: Worker,
        key: Callable[[Account], Awaitable[str]],
        practice_endpoint: Callable[[], Awaitable[str]],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._client_factory = client_factory
        self._log = log
        self._worker = worker
        self._key = key
        self._practice_endpoint = practice_endpoint
        self._now = now
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether a send is under way."""
        return self._busy

    async def send(self, account: Account, draft: Draft) -> Delivery:
        """Send once; how it ended.

        Raises Busy while another send is under way, ValueError for a draft that is not ready, and
        StorageProblem (log, key, practice endpoint) before anything left this computer.
        Cancelled, it leaves "unknown" in the log.
        """
        if self._busy:
            raise Busy
        if not draft.ready:
            raise ValueError("the draft is not ready")
        # No await between the check and this line: a double click finds it set.
        self._busy = True
        try:
            return await self._send(account, draft)
        finally:
            self._busy = False

    async def repeated(self, account: Account, draft: Draft) -> Repeats | None:
        """Which of these messages were sent in the last 24 hours and not refused; None if none.

        The content must be the same to the same number, from whichever account, practice apart
        from real; one query for the whole draft.
        """
        rows = new_rows(account, draft, to_payload(draft.request))
        since = iso(self._now() - timedelta(hours=REPEAT_HOURS))
        earlier = await self._worker.run(
            partial(
                self._log.repeated,
                [row.recipient for row in rows],
                [row.request for row in rows],
                since,
                practice=account.practice,
            )
        )
        return repeats(earlier, len(rows))

    async def _send(self, account: Account, draft: Draft) -> Delivery:
        payload = to_payload(draft.request)
        rows = new_rows(account, draft, payload)
        key = await self._key(account)
        endpoint = await self._endpoint(account)
        client = self._client_factory()
        batch = uuid.uuid4().hex
        verdict = _STOPPED_BEFORE
        recorded = False
        try:
            ids = await self._worker.run(self._log.begin, batch, rows)
            verdict = _STOPPED_AFTER
            verdict = await _ask(client, endpoint, key, payload)
            delivery = await self._record(ids, verdict, batch, rows)
            recorded = True
            return delivery
        except StorageProblem:
            # Only `begin` raises it here: nothing was recorded, and nothing left.
            recorded = True
            raise
        finally:
            # Reached unrecorded only by a cancellation (the window closes) or a fault of ours.
            if not recorded:
                self._settle(batch, verdict)

    async def _endpoint(self, account: Account) -> str:
        if not account.practice:
            return account.endpoint
        try:
            return await self._practice_endpoint()
        except OSError as error:
            raise StorageProblem(
                words(
                    "The practice endpoint could not be started: {reason}.",
                    reason=error.strerror or type(error).__name__,
                )
            ) from error

    async def _record(
        self, ids: tuple[int, ...], verdict: Verdict, batch: str, rows: Sequence[NewRow]
    ) -> Delivery:
        """Complete the rows; a log that fails now does not change what is true."""
        log_words = None
        try:
            done = await self._worker.run(self._finish(ids, verdict))
        except StorageProblem as problem:
            log_words = words(
                "This could not be written into the log: {reason}", reason=problem.words
            )
            done = unwritten_rows(ids, verdict, batch, iso(self._now()), rows)
        return verdict.delivered(done, log_words)

    def _finish(self, ids: tuple[int, ...], verdict: Verdict) -> Callable[[], tuple[LogRow, ...]]:
        return partial(self._log.finish, ids, **verdict.logged(), keys=verdict.keys)

    def _settle(self, batch: str, verdict: Verdict) -> None:
        """Write what is known without awaiting: an await could be cancelled again.

        Where even this fails, the row stays "sending", and the log turns it to "unknown" when it
        is next opened.
        """
        settle = partial(self._log.settle, batch, **verdict.logged(), keys=verdict.keys)
        try:
            self._worker.run_sync(settle, timeout=SETTLE_SECONDS)
        except (StorageProblem, WorkerTimeout, RuntimeError):
            pass


async def _ask(
    client: InsiderClient, endpoint: str, key: str, payload: Mapping[str, Any]
) -> Verdict:
    try:
        keys = await client.send(endpoint, key, payload)
    except SendError as error:
        return Verdict(
            outcome=error.outcome,
            reason=error.words,
            status=error.status,
            code=error.code,
            action=error.action,
            server_words=error.server_words,
            administrator_note=error.administrator_note,
        )
    return Verdict(Outcome.ACCEPTED, words("Accepted and queued."), status=client.status, keys=keys)
