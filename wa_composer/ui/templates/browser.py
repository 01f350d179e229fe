"""The side of the page with the list: search, filters, and how to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wa_composer.message.definitions import seem_definitions
from wa_composer.message.limits import LANGUAGES
from wa_composer.message.standing import CHANGED
from wa_composer.ui.shell_icons import shell_icon
from wa_composer.ui.shell_parts import note
from wa_composer.ui.templates.group_list import GroupList
from wa_composer.ui.templates.rows import Group, Grouping, Shown, Wish, choices
from wa_composer.ui.theme import SPACE, Palette
from wa_composer.ui.widgets.combo import ComboBox
from wa_composer.ui.widgets.search_field import SearchField

PARTS = ("category", "language", "status")


class Browser(QFrame):
    """`picked` tells the name gone to; the filters appear where there is something to choose."""

    picked = Signal(str)
    opened = Signal()
    new_requested = Signal()
    import_requested = Signal()
    paste_requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("templateSide")
        self.all = Grouping()
        self._found: list[Group] = []
        self._chosen = ""
        self.search = _Search(self.tr("Search templates"), self)
        self.search.setPlaceholderText(self.tr("Search name and text"))
        self.filters = {part: self._filter(part) for part in PARTS}
        self.list = GroupList(self)
        self._none = note("", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.new = self._button(self.tr("New template"))
        self.take_in = self._button(self.tr("Import…"))
        self._arrange()
        self.show_palette(palette)
        self.search.textChanged.connect(self._look)
        self.search.down.connect(self._enter_list)
        self.search.definitions_pasted.connect(self.paste_requested)
        # Wherever in the window the cursor is while the list is in sight, fields apart.
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        keys.activated.connect(self.paste_requested)
        self.list.picked.connect(self._pick)
        self.list.opened.connect(self.opened)
        self.new.clicked.connect(self.new_requested)
        self.take_in.clicked.connect(self.import_requested)

    def show_rows(self, rows: Sequence[Shown], chosen: str) -> None:
        """Show these templates, the one named `chosen` marked if it is found."""
        self.all.take(rows)
        self._chosen = chosen
        for part in PARTS:
            self._offer(part)
        self._look()

    def found(self) -> list[Group]:
        """What search and filters leave, in the order of the list."""
        return self._found

    def choose(self, name: str) -> None:
        """Mark the row of a name, if it is found."""
        self._chosen = name
        self.list.choose(name)

    def clear_wish(self) -> None:
        """Look for all templates from the next `show_rows` on."""
        for part in (self.search, *self.filters.values()):
            part.blockSignals(True)
        self.search.clear()
        for box in self.filters.values():
            box.setCurrentIndex(0)
        for part in (self.search, *self.filters.values()):
            part.blockSignals(False)

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_list(self) -> None:
        """Put the cursor into the list, or into the search where there is no row to be at."""
        place = self.list if self._found else self.search
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_palette(self, palette: Palette) -> None:
        """Tint what is drawn by colour."""
        self.new.setIcon(shell_icon("plus", palette.accent, 16))
        self.search.show_magnifier(shell_icon("search", palette.muted, 16))
        self.list.viewport().update()

    # Private

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        button.setProperty("role", "quiet")
        button.setAutoDefault(False)
        button.setIconSize(QSize(16, 16))
        return button

    def _filter(self, part: str) -> ComboBox:
        names = {
            "category": self.tr("Category filter"),
            "status": self.tr("Status filter"),
            "language": self.tr("Language filter"),
        }
        box = ComboBox(self)
        box.setAccessibleName(names[part])
        box.setMinimumContentsLength(4)
        box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(self._look)
        return box

    def _arrange(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.s)
        top.setSpacing(SPACE.s)
        top.addWidget(self.search)
        grid = QGridLayout()
        grid.setSpacing(SPACE.s)
        for place, part in enumerate(PARTS):
            grid.addWidget(self.filters[part], place // 2, place % 2)
        top.addLayout(grid)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        foot.addWidget(self.new)
        foot.addStretch(1)
        foot.addWidget(self.take_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self._none.setContentsMargins(SPACE.m, SPACE.l, SPACE.m, SPACE.l)

    def _offer(self, part: str) -> None:
        box = self.filters[part]
        wanted = str(box.currentData() or "")
        all_of_them = {
            "category": self.tr("Category"),
            "status": self.tr("Status"),
            "language": self.tr("Language"),
        }
        names = dict(LANGUAGES) if part == "language" else {CHANGED: self.tr("Changed since")}
        offered = choices(self.all.rows, part)
        blocked = box.blockSignals(True)
        box.clear()
        box.addItem(all_of_them[part], "")
        for value in offered:
            box.addItem(names.get(value, value.replace("_", " ").capitalize()), value)
        box.setCurrentIndex(max(0, box.findData(wanted)))
        box.setVisible(len(offered) > 1)
        box.blockSignals(blocked)

    def _look(self) -> None:
        asked = {part: str(self.filters[part].currentData() or "") for part in PARTS}
        self._found = self.all.found(Wish(search=self.search.text(), **asked))
        self.list.show_groups(self._found, self._chosen)
        self._none.setVisible(not self._found and bool(self.all.rows))
        self._none.setText(self.tr("No template fits. Look for something else."))
        self.list.setVisible(bool(self._found) or not self.all.rows)

    def _pick(self, name: str) -> None:
        self._chosen = name
        self.picked.emit(name)

    def _enter_list(self) -> None:
        if self._found:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.list.rows.index(0, 0))


class _Search(SearchField):
    down = Signal()
    definitions_pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and seem_definitions(
            QGuiApplication.clipboard().text()
        ):
            self.definitions_pasted.emit()
        else:
            super().keyPressEvent(event)
