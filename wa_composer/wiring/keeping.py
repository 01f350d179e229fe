"""What was typed on its way to the disk, and what is said while it cannot get there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from wa_composer.session.autosave import Autosave
from wa_composer.storage.errors import StorageProblem
from wa_composer.ui.words import say

if TYPE_CHECKING:
    from wa_composer.services import Services
    from wa_composer.session.composer import Composer
    from wa_composer.session.wording import Wording
    from wa_composer.ui.main_window import MainWindow

TOPIC = "unsaved"


class Keeping:
    """Saves the draft and the template texts until they are there, on a thread of their own."""

    def __init__(
        self, window: MainWindow, composer: Composer, wording: Wording, services: Services
    ) -> None:
        self._window = window
        self._composer = composer
        self._drafts = services.drafts
        self._shown = ""
        self._reasons: dict[str, str] = {}
        self._warned = False
        self.draft = Autosave(
            composer.state,
            services.drafts.save,
            services.draft_worker,
            failed=partial(self._say_unsaved, "draft"),
            mended=partial(self._say_saved, "draft"),
        )
        self.wording = Autosave(
            wording.unsaved,
            wording.save,
            services.draft_worker,
            failed=partial(self._say_unsaved, "wording"),
            mended=partial(self._say_saved, "wording"),
        )
        library = wording.library
        library.listen(lambda _touched: None if library.is_saved else self.wording.touch())

    def restore(self) -> bool:
        """Show the last draft; one of which no use can be made is set aside, and it is said."""
        try:
            state = self._drafts.load()
            why = _tr("The last draft was not written by this version of the program.")
        except StorageProblem as problem:
            state, why = {}, say(problem.words)
        if state is None:
            return False
        if self._composer.restore(state):
            return True
        try:
            kept = self._drafts.set_aside()
        except StorageProblem as problem:
            self._say("error", f"{why} {say(problem.words)}")
        else:
            text = _tr("{why} It is kept as {file}, and a new draft is begun.")
            self._say("warn", text.format(why=why, file=kept and kept.name))
        return False

    def say_unreadable(self, problem: StorageProblem) -> None:
        """The template library cannot be read: the window does without it, and says so."""
        text = _tr("{why} Until then only the sample templates are there.")
        text = text.format(why=say(problem.words))
        self._window.notice.show_notice("error", text, topic="library")

    async def may_close(self) -> bool:
        """Whether the window may go: all is on the disk, or the person was told that it is not."""
        draft, wording = await self.draft.flush(), await self.wording.flush()
        if (draft and wording) or self._warned:
            return True
        self._warned = True
        self._window.show()
        text = _tr("{why} What you typed is not saved: close again to leave without it.")
        self._say_failing(text)
        return False

    async def close(self) -> None:
        """Save what is not on the disk yet, for the last time."""
        try:
            await self.draft.close()
        finally:
            await self.wording.close()

    def _say_unsaved(self, what: str, problem: StorageProblem) -> None:
        self._reasons[what] = say(problem.words)
        text = _tr("What you typed is not saved yet: {why} It is tried again until it works.")
        self._say_failing(text)

    def _say_saved(self, what: str) -> None:
        self._reasons.pop(what, None)
        if self._reasons:
            return
        self._warned = False
        in_sight = self._window.notice.text() == self._shown
        self._window.notice.withdraw(TOPIC)
        if in_sight:  # anything newer is worth more
            text = _tr("What you typed is saved now.")
            self._window.notice.show_notice("ok", text, passes=True)

    def _say_failing(self, text: str) -> None:
        why = " ".join(dict.fromkeys(self._reasons.values()))
        self._window.notice.show_notice("error", text.format(why=why), topic=TOPIC)
        self._shown = self._window.notice.text()

    def _say(self, level: str, text: str) -> None:
        self._window.notice.show_notice(level, text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Keeping", text)
