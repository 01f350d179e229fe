"""The column beside the form: the picture or the request, switched in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from wa_composer.ui.phone_frame import PhoneFrame
from wa_composer.ui.request_pane import RequestPane
from wa_composer.ui.theme import LIGHT, Palette
from wa_composer.ui.widgets import Segmented

if TYPE_CHECKING:
    from wa_composer.preview.scene import Scene


class PreviewPane(QFrame):
    """Phone and request share one place; the phone is never scrolled out of it."""

    theme_changed = Signal(bool)

    def __init__(self, palette: Palette = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureColumn")
        views = [("preview", self.tr("Preview")), ("request", self.tr("Request"))]
        self.pages = Segmented(views, self.tr("View"), self)
        themes = [("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        self.theme = Segmented(themes, self.tr("Theme"), self)
        self.theme.show_icons({"light": "sun", "dark": "moon"})
        self.phone = PhoneFrame(self)
        self.request = RequestPane(palette, self)
        self._caption = QLabel(self)
        self._caption.setProperty("role", "hint")
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setWordWrap(True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._arrange()
        self.pages.chosen.connect(self.show_page)
        self.theme.chosen.connect(self._theme_chosen)
        self.show_palette(palette)
        self.show_dark(palette.dark)

    def show_scene(self, scene: Scene | Sequence[Scene]) -> None:
        """Draw a scene, or several one under the other."""
        from wa_composer.preview.scene import Scene, describe

        scenes = (scene,) if isinstance(scene, Scene) else tuple(scene)
        description = "\n\n".join(describe(each) for each in scenes)
        self.phone.canvas.show_scenes(scenes, description)
        self.pages.button("preview").setAccessibleDescription(description)

    def show_caption(self, text: str) -> None:
        """Say beneath the phone where the wording comes from."""
        self._caption.setText(text)
        self._caption.setAccessibleName(text)

    def caption(self) -> str:
        """The words beneath the phone."""
        return self._caption.text()

    def show_request(self, text: str) -> None:
        """Show the request as pretty-printed JSON."""
        self.request.show_request(text)

    def show_dark(self, dark: bool) -> None:
        """Draw the phone in dark or light mode, without a signal."""
        self.theme.select("dark" if dark else "light")
        self.phone.show_dark(dark)

    def is_dark(self) -> bool:
        """Whether the phone is drawn in dark mode."""
        return self.theme.current() == "dark"

    def show_page(self, page: str) -> None:
        """Show "preview" or "request"."""
        self.pages.select(page)
        self._stack.setCurrentIndex(("preview", "request").index(page))

    def show_palette(self, palette: Palette) -> None:
        """Tint what is drawn by colour."""
        self.request.show_palette(palette)

    def _arrange(self) -> None:
        head = QFrame(self)
        head.setObjectName("pictureHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self.pages)
        row.addStretch(1)
        row.addWidget(self.theme)
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
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)

    def _theme_chosen(self, theme: str) -> None:
        self.phone.show_dark(theme == "dark")
        self.theme_changed.emit(theme == "dark")
