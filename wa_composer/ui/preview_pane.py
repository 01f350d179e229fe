"""The column beside the form: the picture or the request, switched in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from wa_composer.ui.picture_choice import PictureChoice
from wa_composer.ui.picture_controls import PictureControls
from wa_composer.ui.picture_stage import PictureStage
from wa_composer.ui.request_pane import RequestPane
from wa_composer.ui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from wa_composer.preview.nodes import View
    from wa_composer.preview.scene import Scene


class PreviewPane(QFrame):
    """Phone and request share one place; the phone is never scrolled out of it.

    `chosen` is how pictures are drawn, here and wherever else it is handed to.
    """

    theme_changed = Signal(bool)
    view_changed = Signal()

    def __init__(self, palette: Palette = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureColumn")
        self.chosen = PictureChoice(self, dark=palette.dark)
        self.controls = PictureControls(self.chosen, self)
        self.pages, self.theme = self.controls.pages, self.controls.theme
        self.stage = PictureStage(self.chosen, self)
        self.phone = self.stage.phone
        self.request = RequestPane(palette, self)
        self._arrange()
        self.controls.page_chosen.connect(self.show_page)
        self.theme.chosen.connect(lambda theme: self.theme_changed.emit(theme == "dark"))
        self.chosen.changed.connect(self.view_changed)
        self.show_palette(palette)

    def view(self, time: str) -> View:
        """As what the message is to be drawn: the look and side that are chosen."""
        return self.chosen.view(time)

    def show_scene(self, scene: Scene | Sequence[Scene]) -> None:
        """Draw a scene, or several one under the other."""
        from wa_composer.preview.scene import Scene

        description = self.stage.show_scenes((scene,) if isinstance(scene, Scene) else scene)
        self.pages.button("preview").setAccessibleDescription(description)

    def show_caption(self, text: str) -> None:
        """Say beneath the phone where the wording comes from."""
        self.stage.show_caption(text)

    def caption(self) -> str:
        """The words beneath the phone."""
        return self.stage.caption.text()

    def follow_request(self, make: Callable[[], str]) -> None:
        """Show as pretty-printed JSON what `make` gives, once it is in sight or taken."""
        self.request.follow(make)

    def show_dark(self, dark: bool) -> None:
        """Draw the phone in dark or light mode, unless the user chose one; without a signal."""
        self.chosen.show_dark(dark)

    def is_dark(self) -> bool:
        """Whether the phone is drawn in dark mode."""
        return self.chosen.dark

    def choice(self) -> dict[str, object]:
        """What the user chose for the picture, as JSON values to keep."""
        return self.chosen.kept()

    def restore(self, kept: object) -> None:
        """Take up what was kept; anything that is no choice is as if never kept."""
        self.chosen.restore(kept)

    def show_page(self, page: str) -> None:
        """Show "preview" or "request"."""
        self.pages.select(page)
        self._stack.setCurrentIndex(("preview", "request").index(page))

    def show_palette(self, palette: Palette) -> None:
        """Tint what is drawn by colour."""
        self.request.show_palette(palette)

    def _arrange(self) -> None:
        self.stage.column.setContentsMargins(16, 12, 16, 10)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.stage)
        self._stack.addWidget(self.request)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.controls)
        layout.addWidget(self._stack, 1)
