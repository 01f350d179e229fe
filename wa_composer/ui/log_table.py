"""The log's table view: rows of 28, keys shortened in the middle, Enter to use again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from wa_composer.ui import log_model
from wa_composer.ui.log_model import LogModel
from wa_composer.ui.log_words import Row

ROW_HEIGHT = 28


class LogTable(QTableView):
    """Selects whole rows, one at a time; double click or Enter chooses a row."""

    chosen = Signal(QModelIndex)

    def __init__(self, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("logTable")
        self.setAccessibleName(self.tr("Log"))
        self._rows = model
        self._latest: int | None = None
        self.setModel(model)
        self.setItemDelegate(_Shorten(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMinimumHeight(0)
        self.doubleClicked.connect(self.chosen)
        self._size_lines()
        self._size_columns()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, newest first.

        A message that was never shown before is the one just sent: it is selected and comes into
        sight. Otherwise the selected message stays selected; so it does the first time.
        """
        kept = self._rows.row(self.selected_index())
        before, newest = self._latest, rows[0].id if rows else 0
        self._latest = max(before or 0, newest)
        self._rows.show_rows(rows)
        if before is not None and newest > before:
            self.select_line(0)
            self.scrollToTop()
        elif kept is not None:
            self.select_line(self._rows.position(kept.id))

    def selected_index(self) -> QModelIndex:
        """The selected row's first cell; invalid when none is selected."""
        rows = self.selectionModel().selectedRows()
        return rows[0] if rows else QModelIndex()

    def select_line(self, line: int) -> None:
        """Select a line, counted from 0; nothing where there is none."""
        if 0 <= line < self.model().rowCount():
            self.selectRow(line)

    def _size_lines(self) -> None:
        lines = self.verticalHeader()
        lines.setVisible(False)
        lines.setMinimumSectionSize(0)
        lines.setDefaultSectionSize(max(ROW_HEIGHT, self.fontMetrics().height() + 10))
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._rows.show_font(self.font())

    def _size_columns(self) -> None:
        """Widths by what stands in a column, in letters; message and outcome share the rest."""
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(48)
        head.setStretchLastSection(False)
        letter = self.fontMetrics().horizontalAdvance("0")
        for column, letters in (
            (log_model.TIME, 10),
            (log_model.ACCOUNT, 11),
            (log_model.RECIPIENT, 19),
            (log_model.KEY, 18),
            (log_model.DELIVERY, 9),
        ):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, letters * letter + 16)
        for column in (log_model.MESSAGE, log_model.OUTCOME):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if not event.isAutoRepeat() and self.selected_index().isValid():
                self.chosen.emit(self.selected_index())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size_lines()


class _Shorten(QStyledItemDelegate):
    """Cuts a key in its middle, since both of its ends tell it apart.

    Numbers and keys read from left to right in every language.
    """

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if index.column() == log_model.KEY:
            option.textElideMode = Qt.TextElideMode.ElideMiddle
        if index.column() in (log_model.RECIPIENT, log_model.KEY):
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
            option.displayAlignment = side | Qt.AlignmentFlag.AlignVCenter
            option.direction = Qt.LayoutDirection.LeftToRight
        if index.column() == log_model.OUTCOME and option.state & QStyle.StateFlag.State_Selected:
            # A style sheet's colour for selected rows would take the outcome's own away.
            option.backgroundBrush = option.palette.highlight()
            option.state &= ~QStyle.StateFlag.State_Selected
