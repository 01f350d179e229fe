"""The program after its first paint: services, wiring, the loop, and an orderly end."""

from __future__ import annotations

import asyncio
import logging
import sys
from contextlib import AsyncExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Any

import qasync
from PySide6.QtCore import QCoreApplication, Qt

from wa_composer import __version__
from wa_composer.services import Services
from wa_composer.session.composer import Composer
from wa_composer.session.library import Library
from wa_composer.session.wording import Wording
from wa_composer.ui.bridge import Bridge, Tasks
from wa_composer.ui.collector import Collector
from wa_composer.ui.dropping import Dropping
from wa_composer.wiring.account_page import AccountPageWiring
from wa_composer.wiring.accounts import AccountsWiring
from wa_composer.wiring.appearance import Appearance
from wa_composer.wiring.composing import Composing
from wa_composer.wiring.countries import Countries
from wa_composer.wiring.early import Early, bring_sample
from wa_composer.wiring.filing import Filing
from wa_composer.wiring.in_sight import InSight
from wa_composer.wiring.keeping import Keeping
from wa_composer.wiring.library_reading import LibraryReading
from wa_composer.wiring.logging import Logging
from wa_composer.wiring.media import Media, make_looker
from wa_composer.wiring.mishap import report
from wa_composer.wiring.picturing import Picturing
from wa_composer.wiring.pointing import Pointing
from wa_composer.wiring.returning import Returning
from wa_composer.wiring.sending import Sending
from wa_composer.wiring.stillness import still
from wa_composer.wiring.template_use import TemplateUse
from wa_composer.wiring.templates import TemplatesWiring

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from wa_composer.insider.media import Looker
    from wa_composer.instance import Instance
    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.ui.main_window import MainWindow

OPENING_SECONDS = 2.0
UNHEARD_SECONDS = 0.25
STILL_SECONDS = 0.1
_log = logging.getLogger(__name__)


def run(
    app: QApplication, window: MainWindow, pane: ComposerPane, files: list[str], instance: Instance
) -> int:
    """Run the window until it is closed; 0."""
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app, already_running=False)) as it:
        it.run(live(app, window, pane, files, instance))
    return 0


async def live(
    app: QApplication, window: MainWindow, pane: ComposerPane, files: list[str], instance: Instance
) -> None:
    """Open, live until the window is closed and all that was typed is kept, and end in order."""
    loop = asyncio.get_running_loop()
    closed = asyncio.Event()
    window.closed.connect(closed.set)
    program = Program(app, window, pane, loop)
    opening = loop.create_task(program.open(files))
    try:
        # What it takes to listen is loaded when the window is ready; a later start waits for it.
        await asyncio.wait({opening}, timeout=UNHEARD_SECONDS)
        instance.listen()
        await opening
        instance.called.connect(program.called)
        instance.attend()
        # It may have been closed before anyone listened, and be called back while it is saved.
        while window.isVisible() or not await program.keeping.may_close() or window.isVisible():
            await closed.wait()
            closed.clear()
    finally:
        opening.cancel()
        instance.stop_listening()
        await program.close()


class Program:
    """Window, services and their wiring, for as long as the window is open."""

    def __init__(
        self,
        app: QApplication,
        window: MainWindow,
        pane: ComposerPane,
        loop: asyncio.AbstractEventLoop,
        looker: Callable[[], Looker] = make_looker,
    ) -> None:
        self._app = app
        self._window = window
        self._pane = pane
        self._unheard = window.pages_made()
        self.closed = False
        self.settling: asyncio.Task[None] | None = None
        self.services = services = Services()
        self.tasks = Tasks(loop)
        loop.set_exception_handler(self._loop_failed)
        sys.excepthook = self._failed
        self.composer = Composer()
        self._bridge = Bridge(self.composer, window)
        self.library = Library(services.templates)
        self.reading = LibraryReading(self.library, services.library_worker, self.tasks)
        wording = Wording(self.library)
        self.keeping = Keeping(window, self.composer, wording, services)
        self.media = Media(
            window, self.composer, services, self.tasks, lambda: self.accounts.account, looker
        )
        self.composing = Composing(window, pane, self.composer, self._bridge, wording, self.media)
        self.returning = Returning(window, self.composing)
        self.accounts = AccountsWiring(window, pane, self.composing, services)
        self.account_page = AccountPageWiring(window, self.accounts, services, self.tasks)
        self.sending = Sending(
            window,
            pane,
            self.composing,
            services,
            self.tasks,
            self.accounts,
        )
        self.logging = Logging(window, pane, self.composing, self.returning, services, self.tasks)
        self.filing = Filing(
            window, self.composing, self.returning, services.message_worker, self.tasks
        )
        self._use = use = TemplateUse(
            window, pane, self.composing, wording, services.library_worker, self.tasks
        )
        self.templates = TemplatesWiring(
            window, self.composing, use, self.library, services, self.tasks
        )
        self.filing.definitions_found.connect(self.templates.review)
        self.dropping = Dropping(window)
        self.dropping.files.connect(self.filing.open)
        self.dropping.text.connect(self.filing.take)
        self.in_sight = InSight(window)
        self.countries = Countries(pane, services.message_worker, self.tasks)
        self.pointing = Pointing(app, window, pane)
        app.focusChanged.connect(self.composing.follow_focus)
        self.picturing = Picturing(
            window, self.composing, wording, services.message_worker, self.tasks
        )
        self._collector = Collector(window)
        self._bridge.changed.connect(self._collector.touch)
        self.sending.finished.connect(self._collector.touch)
        self.composing.shown.connect(self.accounts.show)
        self.appearance = Appearance(app, window, services, self.tasks)
        self.appearance.dressed.connect(self.accounts.show)
        self.sending.finished.connect(self.logging.refresh)
        self.sending.key_wanted.connect(self.accounts.want_key)
        window.keep_facts(__version__, str(services.folder))

    async def open(self, files: list[str]) -> None:
        """Bring back the last draft (or the sample), then the files; `settling` is what follows."""
        # Painted from the first with its template's text, where that comes soon.
        with still(self._window, self._pane, self.composing):
            self.appearance.restore()
            # Before anything is waited for: what is done meanwhile is done to these messages.
            early = Early(self._pane)
            if not self.keeping.restore():
                bring_sample(self.composer)
            self.composing.show_composer()
            self.composer.listen(lambda _: self.keeping.draft.touch())
            early.bring_in(self.composing, self.returning)
            self._window.tell_pages(self._unheard)
            knowing = self.tasks.start(self._use.know_all(self.reading))
            await asyncio.wait({knowing}, timeout=STILL_SECONDS)
        self.in_sight.begin()
        await asyncio.wait({knowing}, timeout=OPENING_SECONDS)
        if files:
            # A file on a disk that does not answer comes when it comes.
            opening = self.tasks.start(self.filing.bring_in(files))
            await asyncio.wait({opening}, timeout=OPENING_SECONDS)
            self.in_sight.begin()
        self.library.tell(self.keeping.say_unreadable)
        self.settling = self.tasks.start(self._settle())

    async def _settle(self) -> None:
        """What no key waits for: the log, and the countries of numbers."""
        await self.logging.open()
        self.countries.open()

    def called(self, files: list[str]) -> None:
        """A later start of the program: come to the front, with its files."""
        if files:
            self.filing.open(files)
        self._window.show()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()

    async def close(self) -> None:
        """Save, end what runs (a send under way is left as unknown in the log), close.

        Every step is taken, whatever became of the others; the last fault is raised then.
        """
        self.closed = True
        async with AsyncExitStack() as steps:  # the last one added is taken first
            steps.callback(self._collector.stop)
            steps.push_async_callback(self.services.close)
            steps.push_async_callback(self.media.close)
            steps.push_async_callback(self.tasks.cancel_all)
            steps.push_async_callback(self.appearance.keep)
            steps.push_async_callback(self.keeping.close)
            steps.callback(self._let_go_of_focus)
            steps.callback(self.countries.stop)

    def _let_go_of_focus(self) -> None:
        """While the window is taken apart, focus goes from field to field: nobody follows it."""
        self._app.focusChanged.disconnect(self.composing.follow_focus)
        self.pointing.stop()

    # One hook for Qt slots and for tasks

    def _loop_failed(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self._failed(type(error), error, error.__traceback__)
        else:
            _log.error("event loop: %s", context.get("message"))

    def _failed(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        text = QCoreApplication.translate(
            "Program",
            "Something in the program went wrong. What you typed is kept. Please tell its makers "
            "what the details say.",
        )
        self._window.notice.show_notice("error", text, details=report(error))
