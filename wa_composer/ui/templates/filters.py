"""What the list of templates is narrowed down to, beside the words that are looked for."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from wa_composer.message.limits import LANGUAGES
from wa_composer.message.standing import CHANGED
from wa_composer.ui.templates.grouping import PARTS, Grouping
from wa_composer.ui.templates.rows import Wish
from wa_composer.ui.theme import SPACE
from wa_composer.ui.widgets.check_box import CheckBox
from wa_composer.ui.widgets.combo import ComboBox


class Filters(QWidget):
    """Category, language, status, each where there is something to choose; favourites only."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {part: self._box(part) for part in PARTS}
        self.favourites = CheckBox(self.tr("Favourites only"), self)
        self.favourites.toggled.connect(self.changed)
        self._offered: dict[str, list[str]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE.s)
        self._arrange()

    def wish(self, search: str) -> Wish:
        """What is looked for, with these words."""
        category, language, status = (str(self.boxes[p].currentData() or "") for p in PARTS)
        return Wish(search, category, language, status, self.favourites.isChecked())

    def offer(self, grouping: Grouping) -> None:
        """Offer what there is, without a signal; what was chosen stays if it is still there."""
        for part in PARTS:
            offered = grouping.choices(part)
            if self._offered.get(part) != offered:
                self._offered[part] = offered
                self._fill(part, offered)

    def clear(self) -> None:
        """Narrow nothing down, without a signal."""
        with QSignalBlocker(self):
            self.favourites.setChecked(False)
            for box in self.boxes.values():
                box.setCurrentIndex(0)

    # Private

    def _box(self, part: str) -> ComboBox:
        names = {
            "category": self.tr("Category filter"),
            "status": self.tr("Status filter"),
            "language": self.tr("Language filter"),
        }
        box = ComboBox(self)
        box.setAccessibleName(names[part])
        box.setMinimumContentsLength(4)
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(self.changed)
        return box

    def _fill(self, part: str, offered: list[str]) -> None:
        all_of_them = {
            "category": self.tr("Category"),
            "status": self.tr("Status"),
            "language": self.tr("Language"),
        }
        names = dict(LANGUAGES) if part == "language" else {CHANGED: self.tr("Changed since")}
        box = self.boxes[part]
        wanted = str(box.currentData() or "")
        with QSignalBlocker(self):
            box.clear()
            box.addItem(all_of_them[part], "")
            for value in offered:
                box.addItem(names.get(value, value.replace("_", " ").capitalize()), value)
            box.setCurrentIndex(max(0, box.findData(wanted)))
        box.setVisible(len(offered) > 1)
        self._arrange()

    def _arrange(self) -> None:
        """Two beside each other, without a gap where one has nothing to choose."""
        shown = [box for box in self.boxes.values() if not box.isHidden()]
        for place, each in enumerate((*shown, self.favourites)):
            self._grid.addWidget(each, place // 2, place % 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
