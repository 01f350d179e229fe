"""What goes onto a sheet for sign-off: looks, themes, languages, and sample values or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets import text_label
from wa_composer.ui.widgets.check_box import CheckBox


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """What was ticked; each non-empty but `samples`."""

    looks: tuple[str, ...]
    themes: tuple[str, ...]
    languages: tuple[str, ...]
    samples: bool


class SheetDialog(QDialog):
    """A small question before a sheet is saved; `chosen` has the answer."""

    chosen = Signal(object)

    def __init__(
        self, languages: Sequence[str], *, samples: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Sheet for sign-off"))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.s)
        says = self.tr("One picture with this message as it looks on:")
        column.addWidget(text_label(says, "label", self))
        self.looks = self._row(
            column, [("android", "Android"), ("ios", "iOS"), ("web", self.tr("Web"))]
        )
        self.themes = self._row(column, [("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        self.languages: dict[str, CheckBox] = {}
        if len(languages) > 1:
            column.addSpacing(SPACE.s)
            column.addWidget(text_label(self.tr("In the languages:"), "label", self))
            self.languages = self._row(column, [(one, one) for one in languages])
        self.samples = CheckBox(
            self.tr("Fill empty values with the template's examples, stamped as samples"), self
        )
        self.samples.setVisible(samples)
        column.addSpacing(SPACE.s)
        column.addWidget(self.samples)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setText(self.tr("Save sheet…"))
        for button in buttons.buttons():
            button.setIcon(QIcon())  # some systems put bright little pictures there
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addSpacing(SPACE.m)
        column.addWidget(buttons)
        self._first = languages[0] if languages else ""
        self.accepted.connect(lambda: self.chosen.emit(self.choice()))

    def choice(self) -> SheetChoice:
        """What is ticked now."""
        languages = _ticked(self.languages) if self.languages else (self._first,)
        return SheetChoice(
            _ticked(self.looks), _ticked(self.themes), languages, self.samples.isChecked()
        )

    def _row(self, column: QVBoxLayout, options: list[tuple[str, str]]) -> dict[str, CheckBox]:
        row = QHBoxLayout()
        row.setSpacing(SPACE.l)
        boxes: dict[str, CheckBox] = {}
        for key, text in options:
            boxes[key] = CheckBox(text, self)
            boxes[key].setChecked(True)
            boxes[key].toggled.connect(self._judge)
            row.addWidget(boxes[key])
        row.addStretch(1)
        column.addLayout(row)
        return boxes

    def _judge(self) -> None:
        """Without a look, a theme and a language there is nothing to draw."""
        groups = [group for group in (self.looks, self.themes, self.languages) if group]
        self.save.setEnabled(all(_ticked(group) for group in groups))


def _ticked(boxes: dict[str, CheckBox]) -> tuple[str, ...]:
    return tuple(key for key, box in boxes.items() if box.isChecked())
