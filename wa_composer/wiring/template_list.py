"""The list on the page of templates: it follows the library, and what is said has a way back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from wa_composer.message.definition import read_definition
from wa_composer.message.library import Entry, Key
from wa_composer.ui.templates.grouping import Grouping
from wa_composer.ui.templates.rows import Shown, shown
from wa_composer.wiring.provenance import origin
from wa_composer.wiring.template_undoing import Steps

if TYPE_CHECKING:
    from wa_composer.services import Services
    from wa_composer.session.library import Library, Touched
    from wa_composer.storage.templates import Undo
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.ui.templates.page import TemplatesPage

AT_ONCE = 300
"""Templates gone through while the window waits: some ten milliseconds."""
FEW = 20
"""Changed ones that are shown anew one by one."""
UNDO = "undo_library"


class TemplateList(QObject):
    """What changed is shown anew and nothing else; a whole library is gone through elsewhere."""

    def __init__(
        self, window: MainWindow, library: Library, services: Services, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._services = services
        self._tasks = tasks
        self._touched: set[Key] | None = None  # since the list was shown; None: any of them
        self._regrouping = False
        self._chosen: Key | None = None
        self._steps = Steps(library)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._follow)
        library.listen(self._changed)
        window.page_changed.connect(self._page_changed)
        window.undo_requested.connect(self._undo_by_key)

    @property
    def page(self) -> TemplatesPage:
        """The page, made when it is first asked for."""
        return self._window.templates

    def follow(self, page: TemplatesPage) -> None:
        """The page was made, and shows nothing yet."""
        page.wanted.connect(self._show)
        page.notice.action.connect(lambda action: self.undo() if action == UNDO else None)
        self._touched = None

    def refresh(self, chosen: Key | None = None) -> None:
        """Show what the library holds now, `chosen` in sight if it is given."""
        self._chosen = chosen or self._chosen
        if self._regrouping:
            return
        touched, self._touched = self._touched, set()
        if touched is not None and len(touched) <= FEW:
            there = self._library.some(touched)
            rows = {key: _row(there[key]) if key in there else None for key in touched}
            self.page.change(rows, self._taken())
        elif self._library.size() <= AT_ONCE:
            self.page.show_all(self._grouped(), self._taken())
        else:
            self._regrouping = True
            self._tasks.start(self._regroup())

    def go_to(self, key: Key) -> None:
        """Show a template on its page."""
        self._window.show_page("templates")
        self.page.show_list()
        self.refresh(key)

    def say(self, level: str, text: str, undo: Undo | None = None, label: str = "") -> None:
        """Say something on the page, with the way back from it, else from what was done before.

        `label` is for a button that takes it back while other things are said.
        """
        if undo is not None:
            self._steps.add(text, label or _tr("Undo removal"), undo)
        self.page.notice.withdraw(UNDO)
        # A failure that stays to be read may stay for longer than there is a way back.
        step = self._steps.last() if undo is not None or level in ("ok", "info") else None
        button = _tr("Undo") if step is None or undo is not None else step.label
        actions = [(button, UNDO)] if step is not None else []
        self.page.notice.show_notice(level, text, actions=actions, topic=UNDO if step else "")

    def pass_on(self) -> None:
        """Something else is begun: what was done is not said any more, but can be undone."""
        if "templates" in vars(self._window):
            self.page.notice.withdraw(UNDO)

    def undo(self) -> bool:
        """Take the last removal or import back; False when there is none.

        What was edited since then stays as it is now.
        """
        step = self._steps.take()
        if step is None:
            return False
        if self.page.is_editing():
            self.page.show_list()
        keys = step.touched()
        same = self._steps.untouched(step, keys)
        put = [entry for entry in step.undo.put if entry.key in same]
        drop = [key for key in step.undo.drop if key in same]
        self._library.change(put, drop)
        self.page.notice.withdraw(UNDO)
        self.refresh(put[0].key if put else None)
        self.page.browser.focus_list()
        self._say_undone(whole=len(same) == len(keys))
        return True

    # Private

    def _say_undone(self, *, whole: bool) -> None:
        before = self._steps.last()
        said = [_tr("Undone.") if whole else _tr("What you edited since then stays as it is.")]
        if before is not None:
            said.append(_tr("Before that: {said}").format(said=before.said))
        if before is not None or not whole:
            self.say("info", " ".join(said))

    def _undo_by_key(self) -> None:
        page = self.page if self._window.page() == "templates" else None
        if page is not None and page.review is None and not page.is_editing():
            self.undo()

    def _changed(self, touched: Touched) -> None:
        if touched is None or self._touched is None:
            self._touched = None
        else:
            self._touched |= touched
        if not self._steps.is_open():
            self.pass_on()
        self._soon.start(0)

    def _follow(self) -> None:
        """Show what changed, if the list is in sight; else it is shown when it comes there."""
        fresh = self._touched is not None and not self._touched
        if self._window.page() == "templates" and not self.page.is_editing() and not fresh:
            self.refresh()

    def _page_changed(self, page: str) -> None:
        if page != "templates":
            return
        self._follow()
        self.page.focus_first()

    def _show(self, key: Key) -> None:
        entry = self._library.entry(*key)
        if entry is not None:
            said = origin(entry, datetime.now(UTC))
            self.page.show_entry(entry, read_definition(entry.definition), said)

    def _taken(self) -> Key | None:
        chosen, self._chosen = self._chosen, None
        return chosen

    def _grouped(self) -> Grouping:
        return Grouping(map(_row, self._library.entries()))

    async def _regroup(self) -> None:
        try:
            made = await self._services.library_worker.run(self._grouped)
        finally:
            self._regrouping = False
        self.page.show_all(made, self._taken())
        self._follow()  # what changed meanwhile


def _row(entry: Entry) -> Shown:
    return shown(entry, read_definition(entry.definition))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Templates", text)
