"""The side of the page with the list: search, filters, and how to begin."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wa_composer.message.definitions import seem_definitions
from wa_composer.message.library import Key
from wa_composer.ui.shell_icons import shell_icon
from wa_composer.ui.shell_parts import note
from wa_composer.ui.templates.filters import Filters
from wa_composer.ui.templates.group_list import GroupList
from wa_composer.ui.templates.grouping import Grouping
from wa_composer.ui.templates.rows import Group, Shown
from wa_composer.ui.theme import SPACE, Palette
from wa_composer.ui.widgets.search_field import SearchField


class Browser(QFrame):
    """`picked` tells the name gone to, `looked` that something else is looked for.

    The filters appear where there is something to choose.
    """

    picked = Signal(str)
    looked = Signal()
    opened = Signal()
    new_requested = Signal()
    import_requested = Signal()
    export_requested = Signal()
    paste_requested = Signal()

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("templateSide")
        self.all = Grouping()
        self._chosen = ""
        self.search = _Search(self.tr("Search templates"), self)
        self.search.setPlaceholderText(self.tr("Search name and text"))
        self.filters = Filters(self)
        self.list = GroupList(self)
        self._none = note("", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.new = self._button(self.tr("New template"))
        self.take_in = self._button(self.tr("Import…"))
        self.give_out = self._button(self.tr("Export all…"))
        self._arrange()
        self.show_palette(palette)
        for change in (self.search.textChanged, self.filters.changed):
            change.connect(self._look)
            change.connect(self.looked)
        self.search.down.connect(self._enter_list)
        self.search.definitions_pasted.connect(self.paste_requested)
        # Wherever in the window the cursor is while the list is in sight, fields apart.
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        keys.activated.connect(self.paste_requested)
        self.list.picked.connect(self._pick)
        self.list.opened.connect(self.opened)
        self.new.clicked.connect(self.new_requested)
        self.take_in.clicked.connect(self.import_requested)
        self.give_out.clicked.connect(self.export_requested)

    def show_all(self, grouping: Grouping, chosen: str) -> None:
        """Show these templates, the one named `chosen` marked if it is found."""
        self.all = grouping
        self._chosen = chosen
        self.filters.offer(grouping)
        self._look()

    def change(self, rows: Mapping[Key, Shown | None], chosen: str) -> None:
        """Show single templates anew, None for one that is gone; the others stay untouched."""
        self._chosen = chosen
        self.list.take(self.all.change(rows))
        self.list.choose(self.all.place(chosen))
        self.filters.offer(self.all)
        self._look_anew()  # where nothing is left of what was chosen
        self._show_none()

    def found(self) -> list[Group]:
        """What search and filters leave, in the order of the list."""
        return self.all.found

    def row(self) -> int:
        """The row of the chosen one, -1 when it is not found."""
        return self.all.place(self._chosen)

    def choose(self, name: str) -> None:
        """Mark the row of a name, if it is found."""
        self._chosen = name
        self.list.choose(self.all.place(name))

    def make_found(self, name: str) -> None:
        """Look for all templates from now on, unless this one is found anyway."""
        if self.all.place(name) < 0:
            self._clear()

    def look_for_all(self) -> None:
        """Look for all templates from now on, with the cursor in their list."""
        self._clear()
        self.focus_list()
        self.looked.emit()

    def focus_search(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def focus_list(self) -> None:
        """Put the cursor into the list, or into the search where there is no row to be at."""
        place = self.list if self.found() else self.search
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

    def _arrange(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.s)
        top.setSpacing(SPACE.s)
        top.addWidget(self.search)
        top.addWidget(self.filters)
        foot = QGridLayout()  # in the narrowest window all three do not fit into one line
        foot.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        foot.setSpacing(0)
        foot.addWidget(self.new, 0, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.take_in, 1, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.give_out, 1, 1, Qt.AlignmentFlag.AlignLeft)
        foot.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._none, 1)  # takes the room of the list, which the head would get
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self._none.setContentsMargins(SPACE.m, SPACE.l, SPACE.m, SPACE.l)

    def _clear(self) -> None:
        with QSignalBlocker(self.search):
            self.search.clear()
        self.filters.clear()
        self._look_anew()

    def _look_anew(self) -> None:
        if self.all.wish != self.filters.wish(self.search.text()):
            self._look()

    def _look(self) -> None:
        self.all.look(self.filters.wish(self.search.text()))
        self.list.show_groups(self.all.found, self.all.place(self._chosen))
        self._show_none()

    def _show_none(self) -> None:
        found, some = bool(self.all.found), bool(self.all.rows)
        self._none.setVisible(some and not found)
        self._none.setText(self.tr("No template fits. Look for something else."))
        self.list.setVisible(found or not some)

    def _pick(self, name: str) -> None:
        self._chosen = name
        self.picked.emit(name)

    def _enter_list(self) -> None:
        if self.found():
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
