"""The log as a table model: one row per message, newest first, read through `data()`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont

from wa_composer.message.outcome import Outcome
from wa_composer.message.phone import pretty
from wa_composer.ui.log_words import Row, outcome_details, outcome_text, short_time
from wa_composer.ui.theme import LIGHT, Palette, fixed_family

TIME, ACCOUNT, RECIPIENT, MESSAGE, OUTCOME, KEY, DELIVERY = range(7)
NOTHING = "–"
Index = QModelIndex | QPersistentModelIndex
TOP = QModelIndex()


class LogModel(QAbstractTableModel):
    """Rows of the log; the whole key is in the data, the view shortens it."""

    def __init__(self, palette: Palette = LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._colours = palette
        self._fixed = QFont(fixed_family())
        self._bold = QFont()
        self._bold.setBold(True)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, newest first, instead of what was there."""
        rows = tuple(rows)
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, DELIVERY))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def show_palette(self, palette: Palette) -> None:
        """Colour outcomes by another palette."""
        self._colours = palette
        if self._rows:
            corner = self.index(len(self._rows) - 1, DELIVERY)
            self.dataChanged.emit(self.index(0, 0), corner, [Qt.ItemDataRole.ForegroundRole])

    def show_font(self, font: QFont) -> None:
        """Size the fixed and the bold face after the view's `font`."""
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._fixed = QFont(font)
        self._fixed.setFamilies([fixed_family()])

    def row(self, index: Index) -> Row | None:
        """The log row at `index`, or None outside of the table."""
        return self._rows[index.row()] if index.isValid() else None

    def position(self, row_id: int) -> int:
        """The line that holds the row with this id; -1 if none does."""
        return next((i for i, row in enumerate(self._rows) if row.id == row_id), -1)

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else 7

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and section == DELIVERY:
            return self._about_delivery()
        return self._titles()[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(row)[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(row, column)
        if role == Qt.ItemDataRole.FontRole:
            return self._font(column)
        return None

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Time"),
            self.tr("Account"),
            self.tr("Recipient"),
            self.tr("Message"),
            self.tr("Outcome"),
            self.tr("Key"),
            self.tr("Delivery"),
        )

    def _texts(self, row: Row) -> tuple[str, ...]:
        return (
            short_time(row.time),
            row.account,
            pretty(row.recipient),
            row.summary,
            outcome_text(row),
            row.key or NOTHING,
            row.delivery or NOTHING,
        )

    def _tip(self, row: Row, column: int) -> str | None:
        """The whole of a text that may be cut off; shown as plain text by the view."""
        if column == TIME:
            moment = QDateTime.fromString(row.time, Qt.DateFormat.ISODate).toLocalTime()
            return QLocale().toString(moment, QLocale.FormatType.LongFormat)
        if column == OUTCOME:
            return outcome_details(row)
        if column == DELIVERY and not row.delivery:
            return self._about_delivery()
        text = self._texts(row)[column]
        return text if text != NOTHING else None

    def _about_delivery(self) -> str:
        return self.tr(
            "Whether the message was delivered is not known here. “Accepted” means that the server "
            "took it over; reports of delivery go to the address that is set for your account in "
            "InOne, which this program does not read."
        )

    def _colour(self, row: Row, column: int) -> QColor | None:
        colours = self._colours
        if column == OUTCOME:
            return QColor(
                {
                    Outcome.ACCEPTED: colours.accent,
                    Outcome.UNKNOWN: colours.warning,
                    Outcome.REFUSED: colours.danger,
                }.get(Outcome(row.outcome), colours.muted)
            )
        if self._texts(row)[column] == NOTHING:
            return QColor(colours.muted)
        return None

    def _font(self, column: int) -> QFont | None:
        if column in (RECIPIENT, KEY):
            return self._fixed
        return self._bold if column == OUTCOME else None
