"""Pictures from this computer, shown in the preview in the place of those not yet on the web."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog

from wa_composer.session.looking import Decoded, Seen, see
from wa_composer.storage.worker import Worker, WorkerTimeout
from wa_composer.ui.words import say
from wa_composer.wiring.pixels import decoded, read_picture

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from wa_composer.insider.media_facts import Look
    from wa_composer.session.composer import Composer
    from wa_composer.session.entries import Entry
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow

READ_SECONDS = 20.0
SAMPLES_MOST = 6


@dataclass(frozen=True, slots=True)
class LocalSample:
    """A file's picture and facts, for one message; `link` is the one it had at that time."""

    entry: Entry
    link: str
    look: Look
    image: QImage


class Samples(QObject):
    """Never part of a message, a file or a request: they live and end with the window."""

    def __init__(
        self,
        window: MainWindow,
        composer: Composer,
        tasks: Tasks,
        worker: Worker,
        changed: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._composer = composer
        self._tasks = tasks
        self._worker = worker
        self._changed = changed
        self._kept: list[LocalSample] = []
        self._link = ""

    def of(self, kind: str, link: str, seen: bool) -> LocalSample | None:
        """The sample of the message on the screen; another link's own picture goes before it."""
        self._link = link
        if kind != "image":
            return None
        mine = (one for one in self._kept if one.entry is self._composer.entry)
        found = next(mine, None)
        return None if found is not None and seen and found.link != link else found

    def choose(self) -> None:
        """Let the person choose a file; the window stays alive meanwhile."""
        kinds = _tr("Pictures (*.jpg *.jpeg *.png)") + ";;*"
        dialog = QFileDialog(self._window, _tr("Use a picture on this computer"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use(self, name: str) -> None:
        """Show a file's picture in the message on the screen."""
        self._tasks.start(self._use(Path(name), self._composer.entry, self._link))

    def remove(self) -> None:
        """Take the sample of the message on the screen away."""
        self._drop(self._composer.entry)
        self._changed()

    async def _use(self, path: Path, entry: Entry, link: str) -> None:
        try:
            found = await self._worker.run(read_picture, path, timeout=READ_SECONDS)
        except (OSError, WorkerTimeout) as error:
            self._refuse(path, getattr(error, "strerror", None) or _tr("it takes too long"))
            return
        seen = await see(found, self._decode)
        if seen.picture is None:
            self._refuse(path, say(seen.look.words()))
            return
        self._keep(entry, link, seen)

    async def _decode(self, data: bytes) -> Decoded | None:
        return await self._worker.run(decoded, data)

    def _keep(self, entry: Entry, link: str, seen: Seen) -> None:
        self._drop(entry)
        self._kept.append(LocalSample(entry, link, seen.look, seen.picture))
        del self._kept[:-SAMPLES_MOST]
        self._changed()

    def _drop(self, entry: Entry) -> None:
        here = self._composer.entries
        self._kept = [
            one for one in self._kept if one.entry is not entry and _among(one.entry, here)
        ]

    def _refuse(self, path: Path, why: str) -> None:
        text = _tr("{file} cannot be shown: {why}").format(file=path.name, why=why)
        self._window.notice.show_notice("error", text)


def _among(entry: Entry, entries: list[Entry]) -> bool:
    return any(each is entry for each in entries)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Samples", text)
