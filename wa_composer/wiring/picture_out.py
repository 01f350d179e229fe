"""One of the window's pictures on its way out: to the clipboard, or into a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from wa_composer.preview import sights
from wa_composer.preview.nodes import Scene, Sight
from wa_composer.preview.theme import look_of
from wa_composer.storage.worker import WorkerTimeout

if TYPE_CHECKING:
    from wa_composer.storage.worker import Worker
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.ui.notice_bar import NoticeBar
    from wa_composer.ui.phone_frame import PhoneFrame
    from wa_composer.ui.picture_controls import PictureControls

PATIENCE_SECONDS = 30.0
SCALES = (2, 1, 3)
NAME_MOST = 100
_NO_NAME = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
"""What one system or another takes in no file's name."""


class Pictured(Protocol):
    """A phone with its controls."""

    @property
    def phone(self) -> PhoneFrame: ...
    @property
    def controls(self) -> PictureControls: ...


class PictureOut(QObject):
    """Carries out what the menu over a picture offers; files are written off the window's thread.

    `title` says what the picture is called as a file, `notice` is where it is said what was done.
    """

    def __init__(
        self,
        window: MainWindow,
        shown: Pictured,
        title: Callable[[], str],
        notice: NoticeBar,
        worker: Worker,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._canvas = shown.phone.canvas
        self._chosen = shown.controls.chosen
        self._title = title
        self._notice = notice
        self._worker = worker
        self._tasks = tasks
        shown.controls.wanted.connect(self._do)

    def copy(self) -> None:
        """Put the picture onto the clipboard, twice its size so that it stays sharp."""
        image = self._draw(lambda: self.picture(2))
        if image is not None:
            QGuiApplication.clipboard().setImage(image)
            self._notice.show_notice("ok", _tr("The picture was copied."), passes=True)

    def picture(self, scale: int) -> QImage:
        """What the phone shows, as wide as its look has it. Raises PictureProblem."""
        from wa_composer.preview.picture import render

        scenes = [_clean(one) for one in self._canvas.scenes]
        return render(
            scenes,
            theme="dark" if self._chosen.dark else "light",
            width=look_of(scenes[0].look).column if scenes else 360,
            scale=scale,
            images=self._canvas.images,
        )

    def choose_place(self) -> None:
        """Ask where the picture goes, and how large."""
        if not self._canvas.scenes:
            return
        kinds = [_tr("PNG at {scale}x (*.png)").format(scale=scale) for scale in SCALES]

        def draw(path: str, kind: str) -> None:
            scale = SCALES[kinds.index(kind)] if kind in kinds else SCALES[0]
            image = self._draw(lambda: self.picture(scale))
            if image is not None:
                self._tasks.start(self.write(image, path))

        self.ask(_tr("Save picture"), self._title(), kinds, draw)

    async def write(self, image: QImage, path: str) -> None:
        """Write a picture whole or not at all, and say so."""
        from wa_composer.preview.picture import save_png

        try:
            await self._worker.run(save_png, image, path, timeout=PATIENCE_SECONDS)
        except WorkerTimeout:
            self.refuse(_tr("its disk does not answer"))
        except OSError as problem:
            self.refuse(problem.strerror or str(problem))
        else:
            self._notice.show_notice("ok", _tr("Saved as {file}.").format(file=path), passes=True)

    def ask(
        self, title: str, name: str, kinds: list[str], save: Callable[[str, str], object]
    ) -> None:
        """Ask for the place of a PNG; `save` gets it, and which of the kinds was chosen."""
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.setNameFilters(kinds)
        dialog.selectFile(f"{_NO_NAME.sub('_', name[:NAME_MOST])}.png")
        dialog.fileSelected.connect(lambda path: save(path, dialog.selectedNameFilter()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def refuse(self, why: str) -> None:
        """Say that nothing was saved."""
        text = _tr("The picture was not saved: {why}").format(why=why)
        self._notice.show_notice("error", text)

    def _do(self, what: str) -> None:
        does = {"copy": self.copy, "save": self.choose_place}.get(what)
        if does is not None:
            does()

    def _draw(self, work: Callable[[], QImage]) -> QImage | None:
        from wa_composer.preview.picture import PictureProblem

        try:
            return work()
        except PictureProblem as problem:
            self.refuse(str(problem))
            return None


def _clean(drawn: Scene) -> Scene:
    """Without the room that is kept for the window's buttons."""
    medium = sights.medium(drawn)
    sight: Sight | None = medium.sight if medium is not None else None
    return drawn if sight is None else sights.with_sight(drawn, replace(sight, room=False))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Picturing", text)
