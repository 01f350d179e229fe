"""What stands where a template would be, while there is none or none is found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from wa_composer.ui.shell_parts import note, row_of
from wa_composer.ui.theme import SPACE


class EmptyLibrary(QWidget):
    """Says what to do next, with the buttons for it."""

    import_requested = Signal()
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.m)
        column.addStretch(1)
        said = self.tr(
            "No templates yet. Import the definitions that your account has, "
            "or write the text of one."
        )
        text = note(said, "muted")
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(text)
        self.take_in = QPushButton(self.tr("Import templates"), self)
        self.take_in.setProperty("role", "primary")
        write = QPushButton(self.tr("Write a template"), self)
        for each, wish in ((self.take_in, self.import_requested), (write, self.new_requested)):
            each.setAccessibleName(each.text())
            each.clicked.connect(wish)
        column.addLayout(row_of(None, self.take_in, write, None))
        column.addStretch(2)


class NothingFound(QWidget):
    """Stands beside a list that search and filters leave empty, with the way back to all."""

    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.m)
        column.addStretch(1)
        text = note(self.tr("A template that is found appears here."), "muted")
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(text)
        show = QPushButton(self.tr("Show all templates"), self)
        show.setAccessibleName(show.text())
        show.setAutoDefault(False)
        show.clicked.connect(self.all_requested)
        column.addLayout(row_of(None, show, None))
        column.addStretch(2)
