"""A template's picture in its phone, filled in with the values it was approved with."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wa_composer.message.definition import Definition
from wa_composer.message.example import example_message
from wa_composer.preview import scene
from wa_composer.ui.phone_frame import PhoneFrame
from wa_composer.ui.theme import SPACE, Palette
from wa_composer.ui.widgets.labels import text_label
from wa_composer.ui.words import say


class TemplatePicture(QWidget):
    """Phone and the words beneath it; in dark colours where the window is."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.phone = PhoneFrame(self)
        self.caption = text_label("", "hint", self)
        self.caption.setWordWrap(True)
        self.caption.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.phone, 1)
        column.addWidget(self.caption)
        column.addStretch(0)
        column.setSpacing(SPACE.s)
        self.show_palette(palette)

    def show_definition(self, made: Definition, unwritten: str = "") -> None:
        """Draw a template with its example values; `unwritten` stands where it has no text yet."""
        drawn = scene.build(example_message(made), made, scene.View(), say)
        if unwritten and not made.undrawn:
            drawn = replace(drawn, parts=tuple(_said(part, unwritten) for part in drawn.parts))
        self.phone.canvas.show_scenes((drawn,), scene.describe(drawn))
        said = self.tr("With the example values of the template") if made.examples else ""
        self.caption.setText(said)

    def show_palette(self, palette: Palette) -> None:
        """Draw the phone in light or dark."""
        self.phone.show_dark(palette.dark)


def _said(part: scene.Part, unwritten: str) -> scene.Part:
    if isinstance(part, scene.Hatch) and part.id == "wording":
        return replace(part, text=unwritten)
    return part
