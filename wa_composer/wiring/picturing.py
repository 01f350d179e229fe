"""The window's pictures out of the program: copied, saved, or many of them on a sheet."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from wa_composer.wiring.picture_out import PictureOut
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
    from wa_composer.ui.templates.editor import TemplateEditor
    from wa_composer.ui.templates.page import TemplatesPage
    from wa_composer.ui.templates.picture import TemplatePicture
    from wa_composer.wiring.composing import Composing


class Picturing(PictureOut):
    """The picture of the message, of which there are sheets too; those of templates beside it."""

    def __init__(
        self,
        window: MainWindow,
        composing: Composing,
        wording: Wording,
        worker: Worker,
        tasks: Tasks,
    ) -> None:
        signing = SigningOff(window, composing, wording)
        super().__init__(window, window.preview, signing.title, window.notice, worker, tasks)
        self._signing = signing
        self._composing = composing
        window.page_made.connect(self._page_made)

    def sheet(self, choice: SheetChoice) -> Sheet:
        """What is to stand on the sheet by what was ticked, as the message is now."""
        return self._signing.sheet(choice)

    async def write_sheet(self, sheet: Sheet, images: Images, path: str) -> None:
        """Draw a sheet a cell at a time, so that the window goes on, and write it."""
        from wa_composer.preview.picture import PictureProblem
        from wa_composer.preview.sheet import draw_sheet

        self._notice.show_notice("info", _tr("The sheet is being drawn…"))
        try:
            with closing(draw_sheet(sheet, images=images)) as steps:
                image = await in_turns(steps)
        except PictureProblem as problem:
            self.refuse(str(problem))
        else:
            await self.write(image, path)

    def _do(self, what: str) -> None:
        if what == "sheet":
            self._ask_for_sheet()
        else:
            super()._do(what)

    def _page_made(self, name: str, page: TemplatesPage) -> None:
        if name == "templates":
            self._let_out(page, page.detail.picture)
            page.editor_made.connect(partial(self._editor_made, page))

    def _editor_made(self, page: TemplatesPage, editor: TemplateEditor) -> None:
        self._let_out(page, editor.picture)

    def _let_out(self, page: TemplatesPage, picture: TemplatePicture) -> None:
        def title() -> str:
            return picture.name() or _tr("Template")

        PictureOut(self._window, picture, title, page.notice, self._worker, self._tasks)

    def _ask_for_sheet(self) -> None:
        if not self._canvas.scenes or self._composing.drawn is None:
            return
        from wa_composer.ui.sheet_dialog import SheetDialog

        _, known = self._composing.drawn
        samples = known is not None and bool(known.examples)
        dialog = SheetDialog(self._signing.languages(), samples=samples, parent=self._window)
        dialog.chosen.connect(self._choose_place_for_sheet)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_place_for_sheet(self, choice: SheetChoice) -> None:
        sheet, images = self.sheet(choice), self._canvas.images
        self.ask(
            _tr("Save sheet"),
            f"{self._signing.title()}-sheet",
            [_tr("PNG (*.png)")],
            lambda path, _: self._tasks.start(self.write_sheet(sheet, images, path)),
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Picturing", text)
