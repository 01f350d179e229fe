"""The editor of a template: the form, and its picture beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from wa_composer.message.definition import Definition
from wa_composer.ui.picture_choice import PictureChoice
from wa_composer.ui.shell_parts import ElidedLabel, centred
from wa_composer.ui.templates.definition_form import DefinitionForm
from wa_composer.ui.templates.picture import TemplatePicture
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.icon_button import IconButton
from wa_composer.ui.widgets.labels import text_label

PICTURE = (312, 456)
PICTURE_SHARE = 0.355


class TemplateEditor(QWidget):
    """What is typed leaves by the form's `edited`; there is nothing to save by hand."""

    done = Signal()
    use_requested = Signal()
    fault_requested = Signal()

    def __init__(self, chosen: PictureChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = DefinitionForm()
        self.picture = TemplatePicture(chosen, self)
        self._title = ElidedLabel(self)
        self._title.setProperty("role", "title")
        self._said = text_label("", "hint", self)
        self.faults = QPushButton(self)
        self.faults.setProperty("role", "link")
        self.faults.setProperty("state", "danger")
        self.faults.hide()
        self._back = IconButton(self.tr("Back to the list"), "back")
        self.use = QPushButton(self.tr("Use template"), self)
        self.use.setAccessibleName(self.use.text())
        self.use.setProperty("role", "primary")
        self.finish = QPushButton(self.tr("Done"), self)
        self.finish.setAccessibleName(self.finish.text())
        for button in (self.use, self.finish, self.faults):
            button.setAutoDefault(False)
        self._arrange()
        self._back.clicked.connect(self.done)
        self.finish.clicked.connect(self.done)
        self.use.clicked.connect(self.use_requested)
        self.faults.clicked.connect(self.fault_requested)

    def show_title(self, text: str) -> None:
        """Name the template that is edited."""
        self._title.show_text(text)

    def show_picture(self, made: Definition) -> None:
        """Draw the template as it stands in the form."""
        unwritten = self.tr("What you write under Template text appears here.")
        self.picture.show_definition(made, unwritten)

    def show_state(self, text: str, usable: bool) -> None:
        """Say where what is typed goes; a template without a proper name cannot be used yet."""
        self._said.setText(text)
        self._said.setAccessibleName(text)
        self.use.setEnabled(usable)

    def show_faults(self, count: int) -> None:
        """Say how many things Meta would not approve; the words lead to the first of them."""
        text = self.tr("{count} things Meta would not approve").format(count=count)
        if count == 1:
            text = self.tr("1 thing Meta would not approve")
        self.faults.setText(text)
        self.faults.setAccessibleName(text)
        self.faults.setVisible(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least, most = PICTURE
        width = max(least, min(most, round(self.width() * PICTURE_SHARE)))
        self.picture.setFixedWidth(width)

    def _arrange(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("pictureHead")
        head = QHBoxLayout(bar)
        head.setContentsMargins(SPACE.m, SPACE.s, SPACE.l, SPACE.s)
        head.setSpacing(SPACE.s)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        head.addWidget(self.faults)
        head.addWidget(self._said)
        head.addSpacing(SPACE.s)
        head.addWidget(self.finish)
        head.addWidget(self.use)
        self.area = QScrollArea(self)
        self.area.setObjectName("formArea")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("Template editor"))
        self.area.setWidget(centred(self.form))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.area, 1)
        row.addWidget(self.picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(row, 1)
