"""The column beside the form: the picture or the request, switched in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget

from wa_composer.ui.phone_frame import PhoneFrame
from wa_composer.ui.picture_controls import PictureControls
from wa_composer.ui.request_pane import RequestPane
from wa_composer.ui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from wa_composer.preview.nodes import View
    from wa_composer.preview.scene import Scene


class PreviewPane(QFrame):
    """Phone and request share one place; the phone is never scrolled out of it."""

    theme_changed = Signal(bool)
    view_changed = Signal()

    def __init__(self, palette: Palette = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureColumn")
        self.controls = PictureControls(self)
        self.pages, self.theme = self.controls.pages, self.controls.theme
        self.phone = PhoneFrame(self)
        self.request = RequestPane(palette, self)
        self._caption = QLabel(self)
        self._caption.setProperty("role", "hint")
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setWordWrap(True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._arrange()
        self.controls.page_chosen.connect(self.show_page)
        self.controls.theme_chosen.connect(self._theme_chosen)
        self.controls.changed.connect(self._show_choice)
        self.phone.zoom_stepped.connect(self.controls.step_zoom)
        self.show_palette(palette)
        self.show_dark(palette.dark)

    def view(self, time: str) -> View:
        """As what the message is to be drawn: the look and side that are chosen."""
        from wa_composer.preview.nodes import View

        controls = self.controls
        side: Any = controls.side.current()
        look: Any = controls.look.current()
        return View(side, look, time, controls.folded)

    def show_scene(self, scene: Scene | Sequence[Scene]) -> None:
        """Draw a scene, or several one under the other."""
        from wa_composer.preview.scene import Scene, describe

        scenes = (scene,) if isinstance(scene, Scene) else tuple(scene)
        description = "\n\n".join(describe(each) for each in scenes)
        outgoing = bool(scenes) and scenes[0].outgoing
        who = (self.tr("Your business"), self.tr("Business account"))
        if outgoing:
            who = (self.tr("Customer"), scenes[0].to or self.tr("No number yet"))
        self.phone.show_chat(*who, outgoing=outgoing)
        self.phone.canvas.show_scenes(scenes, description)
        self.pages.button("preview").setAccessibleDescription(description)

    def show_caption(self, text: str) -> None:
        """Say beneath the phone where the wording comes from."""
        self._caption.setText(text)
        self._caption.setAccessibleName(text)

    def caption(self) -> str:
        """The words beneath the phone."""
        return self._caption.text()

    def follow_request(self, make: Callable[[], str]) -> None:
        """Show as pretty-printed JSON what `make` gives, once it is in sight or taken."""
        self.request.follow(make)

    def show_dark(self, dark: bool) -> None:
        """Draw the phone in dark or light mode, unless the user chose one; without a signal."""
        self.phone.show_dark(self.controls.show_dark(dark))

    def is_dark(self) -> bool:
        """Whether the phone is drawn in dark mode."""
        return self.theme.current() == "dark"

    def choice(self) -> dict[str, object]:
        """What the user chose for the picture, as JSON values to keep."""
        return self.controls.choice()

    def restore(self, kept: object) -> None:
        """Take up what was kept; anything that is no choice is as if never kept."""
        self.controls.restore(kept)
        self.phone.show_dark(self.is_dark())

    def show_page(self, page: str) -> None:
        """Show "preview" or "request"."""
        self.pages.select(page)
        self._stack.setCurrentIndex(("preview", "request").index(page))

    def show_palette(self, palette: Palette) -> None:
        """Tint what is drawn by colour."""
        self.request.show_palette(palette)

    def _arrange(self) -> None:
        picture = QWidget(self)
        column = QVBoxLayout(picture)
        column.setContentsMargins(16, 12, 16, 10)
        column.setSpacing(6)
        column.addWidget(self.phone, 1)
        column.addWidget(self._caption)
        column.addStretch(0)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(picture)
        self._stack.addWidget(self.request)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.controls)
        layout.addWidget(self._stack, 1)

    def _theme_chosen(self, dark: bool) -> None:
        self.phone.show_dark(dark)
        self.theme_changed.emit(dark)

    def _show_choice(self) -> None:
        self.phone.show_look(self.controls.look.current())
        self.phone.show_zoom(self.controls.zoom)
        self.view_changed.emit()
