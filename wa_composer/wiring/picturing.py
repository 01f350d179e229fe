"""The picture out of the program: to the clipboard, into a file, or many of them on a sheet."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from wa_composer.preview import sights
from wa_composer.preview.nodes import Scene, Sight
from wa_composer.preview.theme import look_of
from wa_composer.storage.worker import WorkerTimeout
from wa_composer.wiring.signing_off import SigningOff
from wa_composer.wiring.turns import in_turns

if TYPE_CHECKING:
    from wa_composer.preview.photos import Images
    from wa_composer.preview.sheet import Sheet
    from wa_composer.session.wording import Wording
    from wa_composer.storage.worker import Worker
    from wa_composer.ui.bridge import Tasks
    from wa_composer.ui.main_window import MainWindow
    from wa_composer.ui.sheet_dialog import SheetChoice
    from wa_composer.wiring.composing import Composing

PATIENCE_SECONDS = 30.0
SCALES = (2, 1, 3)


class Picturing(QObject):
    """Carries out what the picture's menu offers; files are written off the window's thread."""

    def __init__(
        self,
        window: MainWindow,
        composing: Composing,
        wording: Wording,
        worker: Worker,
        tasks: Tasks,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._composing = composing
        self._signing = SigningOff(window, composing, wording)
        self._worker = worker
        self._tasks = tasks
        self._does = {"copy": self.copy, "save": self._choose_place, "sheet": self._ask_for_sheet}
        window.preview.controls.wanted.connect(lambda what: self._does[what]())

    def copy(self) -> None:
        """Put the picture onto the clipboard, twice its size so that it stays sharp."""
        image = self._draw(lambda: self.picture(2))
        if image is not None:
            QGuiApplication.clipboard().setImage(image)
            self._window.notice.show_notice("ok", _tr("The picture was copied."), passes=True)

    def picture(self, scale: int) -> QImage:
        """What the phone shows, as wide as its look has it. Raises PictureProblem."""
        from wa_composer.preview.picture import render

        canvas = self._window.preview.phone.canvas
        scenes = [self._clean(one) for one in canvas.scenes]
        return render(
            scenes,
            theme="dark" if self._window.preview.is_dark() else "light",
            width=look_of(scenes[0].look).column if scenes else 360,
            scale=scale,
            images=canvas.images,
        )

    def sheet(self, choice: SheetChoice) -> Sheet:
        """What is to stand on the sheet by what was ticked, as the message is now."""
        return self._signing.sheet(choice)

    async def write_sheet(self, sheet: Sheet, images: Images, path: str) -> None:
        """Draw a sheet a cell at a time, so that the window goes on, and write it."""
        from wa_composer.preview.picture import PictureProblem
        from wa_composer.preview.sheet import draw_sheet

        self._window.notice.show_notice("info", _tr("The sheet is being drawn…"))
        try:
            with closing(draw_sheet(sheet, images=images)) as steps:
                image = await in_turns(steps)
        except PictureProblem as problem:
            self._refuse(str(problem))
        else:
            await self.write(image, path)

    async def write(self, image: QImage, path: str) -> None:
        """Write a picture whole or not at all, and say so."""
        from wa_composer.preview.picture import save_png

        try:
            await self._worker.run(save_png, image, path, timeout=PATIENCE_SECONDS)
        except WorkerTimeout:
            self._refuse(_tr("its disk does not answer"))
        except OSError as problem:
            self._refuse(problem.strerror or str(problem))
        else:
            self._window.notice.show_notice(
                "ok", _tr("Saved as {file}.").format(file=path), passes=True
            )

    def _clean(self, drawn: Scene) -> Scene:
        """Without the room that is kept for the window's buttons."""
        medium = sights.medium(drawn)
        sight: Sight | None = medium.sight if medium is not None else None
        return drawn if sight is None else sights.with_sight(drawn, replace(sight, room=False))

    def _ask_for_sheet(self) -> None:
        if not self._window.preview.phone.canvas.scenes or self._composing.drawn is None:
            return
        from wa_composer.ui.sheet_dialog import SheetDialog

        _, known = self._composing.drawn
        samples = known is not None and bool(known.examples)
        dialog = SheetDialog(self._signing.languages(), samples=samples, parent=self._window)
        dialog.chosen.connect(self._choose_place_for_sheet)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_place_for_sheet(self, choice: SheetChoice) -> None:
        sheet, images = self.sheet(choice), self._window.preview.phone.canvas.images
        self._open(
            _tr("Save sheet"),
            f"{self._signing.title()}-sheet",
            [_tr("PNG (*.png)")],
            lambda path, _: self._tasks.start(self.write_sheet(sheet, images, path)),
        )

    def _choose_place(self) -> None:
        if not self._window.preview.phone.canvas.scenes:
            return
        kinds = [_tr("PNG at {scale}x (*.png)").format(scale=scale) for scale in SCALES]

        def draw(path: str, kind: str) -> None:
            scale = SCALES[kinds.index(kind)] if kind in kinds else SCALES[0]
            image = self._draw(lambda: self.picture(scale))
            if image is not None:
                self._tasks.start(self.write(image, path))

        self._open(_tr("Save picture"), self._signing.title(), kinds, draw)

    def _open(
        self, title: str, name: str, kinds: list[str], save: Callable[[str, str], object]
    ) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("png")
        dialog.setNameFilters(kinds)
        dialog.selectFile(f"{name}.png")
        dialog.fileSelected.connect(lambda path: save(path, dialog.selectedNameFilter()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _draw(self, work: Callable[[], QImage]) -> QImage | None:
        from wa_composer.preview.picture import PictureProblem

        try:
            return work()
        except PictureProblem as problem:
            self._refuse(str(problem))
            return None

    def _refuse(self, why: str) -> None:
        text = _tr("The picture was not saved: {why}").format(why=why)
        self._window.notice.show_notice("error", text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Picturing", text)
