"""A phone with a picture on it and a line beneath: drawn as one choice has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wa_composer.ui.phone_frame import PhoneFrame
from wa_composer.ui.picture_choice import PictureChoice
from wa_composer.ui.widgets.labels import text_label

if TYPE_CHECKING:
    from wa_composer.preview.scene import Scene


class PictureStage(QWidget):
    """Turns phone and zoom as the choice does; the scenes on it are whoever's who shows them."""

    def __init__(self, chosen: PictureChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self.phone = PhoneFrame(self)
        self.caption = text_label("", "hint", self)
        self.caption.setWordWrap(True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(6)
        self.column.addWidget(self.phone, 1)
        self.column.addWidget(self.caption)
        self.column.addStretch(0)
        self.phone.zoom_stepped.connect(chosen.step_zoom)
        chosen.changed.connect(self._follow)
        chosen.dressed.connect(self._dress)
        self._follow()
        self._dress()

    def show_scenes(self, scenes: Sequence[Scene], nobody: str = "") -> str:
        """Draw scenes one under the other; answers their text in reading order.

        `nobody` is said in the heading in place of a number that there is not.
        """
        from wa_composer.preview.scene import describe

        description = "\n\n".join(describe(each) for each in scenes)
        outgoing = bool(scenes) and scenes[0].outgoing
        who = (self.tr("Your business"), self.tr("Business account"))
        if outgoing:
            who = (self.tr("Customer"), scenes[0].to or nobody or self.tr("No number yet"))
        time = scenes[0].time if scenes else ""
        self.phone.show_chat(*who, time, outgoing=outgoing)
        self.phone.canvas.show_scenes(tuple(scenes), description)
        return description

    def show_caption(self, text: str) -> None:
        """Say beneath the phone what is to know about the picture."""
        self.caption.setText(text)
        self.caption.setAccessibleName(text)

    def _follow(self) -> None:
        self.phone.show_look(self._chosen.look)
        self.phone.show_zoom(self._chosen.zoom)

    def _dress(self) -> None:
        self.phone.show_dark(self._chosen.dark)
