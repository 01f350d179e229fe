"""The log under the form: what was sent, its outcome and key, and how to use it again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wa_composer.ui.log_model import LogModel
from wa_composer.ui.log_table import LogTable
from wa_composer.ui.log_words import Row, can_be_answered, outcome_text, short_time
from wa_composer.ui.shell_icons import shell_icon
from wa_composer.ui.shell_parts import ElidedLabel
from wa_composer.ui.theme import LIGHT, Palette
from wa_composer.ui.widgets.search_field import SearchField

SEARCH_PAUSE_MS = 120


class LogPane(QFrame):
    """Shows the rows it is given; asks for a search, a reuse or an answer by signals."""

    search = Signal(str)
    use_again = Signal(int)
    answer = Signal(int)
    key_copied = Signal(str)
    folded = Signal(bool)

    def __init__(self, palette: Palette = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("logPane")
        self._folded = False
        self.model = LogModel(palette, self)
        self.table = LogTable(self.model, self)
        self._make_head()
        self._make_empty()
        self._make_actions()
        self._arrange()
        self._connect()
        self.show_palette(palette)
        self._body.setCurrentWidget(self._empty)  # and not a word, before the log was read
        self._selection_changed()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, newest first; a new one is selected, else what was selected stays."""
        self.table.show_rows(rows)
        self._show_whether_empty(rows)
        self._selection_changed()

    def show_palette(self, palette: Palette) -> None:
        """Tint what is drawn by colour."""
        self._colours = palette
        self.model.show_palette(palette)
        self._show_fold()

    def fold(self, folded: bool) -> None:
        """Fold down to the heading, or open again."""
        if folded == self._folded:
            return
        self._folded = folded
        for widget in (self._body, self.copy_key, self.use, self.reply, self.search_field):
            widget.setHidden(folded)
        self._summary.setHidden(not folded)
        self._show_fold()
        self.folded.emit(folded)

    def is_folded(self) -> bool:
        """Whether only the heading is in sight."""
        return self._folded

    def head_height(self) -> int:
        """Height of the heading in device-independent pixels."""
        return self._head.sizeHint().height()

    def row_height(self) -> int:
        """Height of one table row in device-independent pixels."""
        return self.table.verticalHeader().defaultSectionSize()

    def focus_table(self) -> None:
        """Open the log and put the cursor into the table."""
        self.fold(False)
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.table.selected_index().isValid():
            self.table.select_line(0)

    def focus_search(self) -> None:
        """Open the log and put the cursor into the search field."""
        self.fold(False)
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def _make_head(self) -> None:
        self._head = QWidget(self)
        self._title = QLabel(self.tr("Log"), self._head)
        self._title.setProperty("role", "title")
        self._summary = ElidedLabel(self._head)
        self._summary.setProperty("role", "muted")
        self._summary.hide()
        self.copy_key = self._button(self.tr("Copy key"))
        self.use = self._button(self.tr("Use again"))
        self.reply = self._button(self.tr("Answer with reply buttons"))
        self.reply.setToolTip(
            self.tr("For a template with quick replies: an answer to the customer who tapped one.")
        )
        self.search_field = SearchField(self.tr("Search log"), self._head)
        self.search_field.setPlaceholderText(self.tr("Search log"))
        self.search_field.setObjectName("logSearch")
        self.fold_button = QToolButton(self._head)
        self.fold_button.setObjectName("quietTool")

    def _make_empty(self) -> None:
        self._body = QStackedWidget(self)
        self._empty = QLabel(self._body)
        self._empty.setProperty("role", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        inset = QWidget(self._body)
        around = QVBoxLayout(inset)
        around.setContentsMargins(8, 0, 8, 0)
        around.addWidget(self.table)
        self._body.addWidget(inset)
        self._body.addWidget(self._empty)

    def _make_actions(self) -> None:
        self._copy_action = QAction(self.tr("Copy key"), self)
        self._copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self._copy_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._use_action = QAction(self.tr("Use again"), self)
        self._reply_action = QAction(self.tr("Answer with reply buttons"), self)
        self.table.addAction(self._copy_action)

    def _arrange(self) -> None:
        row = QHBoxLayout(self._head)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._summary, 1)
        self._gap = QWidget(self._head)
        row.addWidget(self._gap, 1)
        for widget in (self.copy_key, self.use, self.reply):
            row.addWidget(widget)
        row.addWidget(self.search_field)
        row.addWidget(self.fold_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._body, 1)

    def _connect(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._search_now)
        self.search_field.textChanged.connect(lambda _: self._pause.start())
        self.search_field.returnPressed.connect(self._search_now)
        self.fold_button.clicked.connect(lambda: self.fold(not self._folded))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._selection_changed())
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.chosen.connect(self._use_again)
        for trigger in (self.copy_key.clicked, self._copy_action.triggered):
            trigger.connect(lambda *_: self._copy_key())
        for trigger in (self.use.clicked, self._use_action.triggered):
            trigger.connect(lambda *_: self._use_again())
        for trigger in (self.reply.clicked, self._reply_action.triggered):
            trigger.connect(lambda *_: self._answer())

    def _button(self, label: str) -> QPushButton:
        button = QPushButton(label, self._head)
        button.setProperty("role", "quiet")
        button.setAccessibleName(label)
        button.setAutoDefault(False)
        return button

    def _show_whether_empty(self, rows: Sequence[Row]) -> None:
        self._body.setCurrentIndex(0 if rows else 1)
        searched = bool(self.search_field.text().strip())
        self._empty.setText(
            self.tr("Nothing in the log matches your search.")
            if searched
            else self.tr("Nothing sent yet. What you send is listed here with its key.")
        )
        self._newest = rows[0] if rows and not searched else None
        self._show_summary()

    def _selected(self) -> Row | None:
        return self.model.row(self.table.selected_index())

    def _selection_changed(self) -> None:
        row = self._selected()
        for thing in (self.use, self._use_action):
            thing.setEnabled(row is not None)
        for thing in (self.copy_key, self._copy_action):
            thing.setEnabled(row is not None and bool(row.key))
        for thing in (self.reply, self._reply_action):
            thing.setEnabled(row is not None and can_be_answered(row))

    def _copy_key(self) -> None:
        row = self._selected()
        if row is not None and row.key:
            QGuiApplication.clipboard().setText(row.key)
            self.key_copied.emit(row.key)

    def _use_again(self, index: QModelIndex | None = None) -> None:
        row = self._selected() if index is None else self.model.row(index)
        if row is not None:
            self.use_again.emit(row.id)

    def _answer(self) -> None:
        row = self._selected()
        if row is not None and can_be_answered(row):
            self.answer.emit(row.id)

    def _search_now(self) -> None:
        self._pause.stop()
        self.search.emit(self.search_field.text().strip())

    def _show_menu(self, place: QPoint) -> None:
        if self._selected() is None:
            return
        menu = QMenu(self)
        menu.addActions([self._use_action, self._reply_action, self._copy_action])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _show_summary(self) -> None:
        row = self._newest
        parts = (short_time(row.time), row.summary, outcome_text(row)) if row else ()
        self._summary.show_text("  ·  ".join(parts))

    def _show_fold(self) -> None:
        self._gap.setHidden(self._folded)
        icon = "chevron_up" if self._folded else "chevron_down"
        self.fold_button.setIcon(shell_icon(icon, self._colours.muted, 16))
        self.search_field.show_magnifier(shell_icon("search", self._colours.muted, 16))
        label = self.tr("Open log") if self._folded else self.tr("Fold log")
        self.fold_button.setAccessibleName(label)
        self.fold_button.setToolTip(label)
