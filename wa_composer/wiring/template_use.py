"""A template of the library into the message on the screen, which knows what the library holds."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from wa_composer.ui.forms import TemplateForm

if TYPE_CHECKING:
    from collections.abc import Collection

    from wa_composer.message.library import Key
    from wa_composer.session.library import Touched
    from wa_composer.session.wording import Wording
    from wa_composer.storage.worker import Worker
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.composer_pane import ComposerPane
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.wiring.composing import Composing
    from wa_composer.wiring.library_reading import LibraryReading

FEW = 300
"""Changed templates that the form is told of one by one."""


class TemplateUse(QObject):
    """Lets the form know of a changed library: at once, or when it comes in sight again.

    `text_requested` asks to write or edit the text of the template that the form names.
    """

    text_requested = Signal(str, str)

    def __init__(
        self,
        window: MainWindow,
        pane: ComposerPane,
        composing: Composing,
        wording: Wording,
        worker: Worker,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pane = pane
        self._composing = composing
        self._wording = wording
        self._worker = worker
        self._tasks = tasks
        self._touched: set[Key] | None = set()
        self._offering: asyncio.Task[None] | None = None
        self._meanwhile: set[Key] | None = set()  # touched while all are being offered
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        form = pane.form_of("template")
        assert isinstance(form, TemplateForm)
        self._form = form
        form.text_requested.connect(self.text_requested)
        wording.listen(self._changed)
        window.page_changed.connect(self._page_changed)
        window.installEventFilter(self)

    def use(self, name: str, language: str) -> None:
        """Name this template in the message on the screen; its values stay where they fit."""
        self._refresh()
        self._window.show_page("compose")
        if self._pane.kind != "template":
            self._pane.choose_kind("template")
        self._form.choose(name, language)

    async def know_all(self, reading: LibraryReading) -> None:
        """Wait until the library is read, and the message on the screen has what it holds."""
        await reading.first()
        self._soon.stop()
        self._follow()
        if self._offering is not None:
            await asyncio.wait({self._offering})

    def put(self, key: Key) -> None:
        """Put a template of the library into the message on the screen, unless it is a draft."""
        entry = self._wording.library.entry(*key)
        if entry is not None and not entry.draft:
            self.use(entry.name, entry.language)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes back to the window may have changed the library elsewhere."""
        if event.type() == QEvent.Type.WindowActivate:
            self._wording.library.look_again()
        return super().eventFilter(watched, event)

    def _changed(self, touched: Touched) -> None:
        self._touched = _joined(self._touched, touched)
        self._soon.start()

    def _page_changed(self, _page: str) -> None:
        self._follow()

    def _follow(self) -> None:
        if self._window.page() == "compose" and self._touched != set():
            self._refresh()
            self._composing.show_draft(self._composing.composer.draft)

    def _refresh(self) -> None:
        touched, self._touched = self._touched, set()
        if self._offering is not None:
            self._meanwhile = _joined(self._meanwhile, touched)
        elif touched is None:
            self._offering = self._tasks.start(self._offer_all())
        if touched:
            offers = {key: self._wording.offer(key) for key in touched}
            self._form.change_templates({k: None if o is None else o[2] for k, o in offers.items()})
            self._composing.catch_up()

    async def _offer_all(self) -> None:
        """Of ten thousand the texts are no work for the window."""
        self._meanwhile = set()
        try:
            offered = await self._worker.run(self._wording.offered)
        finally:
            self._offering = None
        self._form.set_templates(offered)
        self._composing.catch_up()
        self._touched = _joined(self._touched, self._meanwhile)  # it may be older than those
        self._refresh()
        if self._window.page() == "compose":
            self._composing.show_draft(self._composing.composer.draft)


def _joined(one: Collection[Key] | None, other: Collection[Key] | None) -> set[Key] | None:
    both = None if one is None or other is None else {*one, *other}
    return None if both is None or len(both) > FEW else both
