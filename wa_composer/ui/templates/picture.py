"""A template's picture in its phone, filled in with the values it was approved with."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from wa_composer.message.definition import Definition
from wa_composer.message.example import example_message
from wa_composer.preview import scene
from wa_composer.ui.picture_choice import PictureChoice
from wa_composer.ui.picture_controls import PictureControls
from wa_composer.ui.picture_stage import PictureStage
from wa_composer.ui.theme import SPACE
from wa_composer.ui.words import say


class TemplatePicture(QFrame):
    """The controls, the phone and the words beneath it; drawn as the choice has it."""

    def __init__(self, chosen: PictureChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureColumn")
        self._chosen = chosen
        self._shown: tuple[Definition, str] | None = None
        self.controls = PictureControls(chosen, self, composing=False)
        self.stage = PictureStage(chosen, self)
        self.phone, self.caption = self.stage.phone, self.stage.caption
        self.stage.column.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.s)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.controls)
        column.addWidget(self.stage, 1)
        chosen.changed.connect(self._draw)

    def show_definition(self, made: Definition, unwritten: str = "") -> None:
        """Draw a template with its example values; `unwritten` stands where it has no text yet."""
        self._shown = (made, unwritten)
        self._draw()
        said = self.tr("With the example values of the template") if made.examples else ""
        self.stage.show_caption(said)

    def name(self) -> str:
        """The name of the template that is shown."""
        return self._shown[0].name if self._shown is not None else ""

    def _draw(self) -> None:
        if self._shown is None:
            return
        made, unwritten = self._shown
        view = self._chosen.view(datetime.now().strftime("%H:%M"))
        drawn = scene.build(example_message(made), made, view, say)
        if unwritten and not made.undrawn:
            drawn = replace(drawn, parts=tuple(_said(part, unwritten) for part in drawn.parts))
        self.stage.show_scenes((drawn,), self.tr("Any number"))


def _said(part: scene.Part, unwritten: str) -> scene.Part:
    if isinstance(part, scene.Hatch) and part.id == "wording":
        return replace(part, text=unwritten)
    return part
