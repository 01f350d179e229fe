"""ComboBox boxes with an arrow of their own, deaf to the wheel until they have the focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wa_composer.ui import icons
from wa_composer.ui.theme import palette_in_use
from wa_composer.ui.widgets.labels import grown
from wa_composer.ui.widgets.line_edit import LineEdit

_ARROW = 16
_ARROW_ROOM = 30
_ROWS_SHOWN = 12
_BETWEEN, _BESIDE = 9, 10
"""How high the room of a line between rows is, and how far the line stays from the edges."""
_COMING_BACK = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class ComboBox(QComboBox):
    """A choice among fixed words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(_ROWS_SHOWN)
        self._watched: object = None

    def view(self) -> QAbstractItemView:
        """The list; what an assistive tool selects in it while it is closed is chosen."""
        view = super().view()
        if self._watched is not view.selectionModel():
            self._watched = view.selectionModel()
            view.selectionModel().selectionChanged.connect(self._choose_selected)
        return view

    def _choose_selected(self) -> None:
        view = super().view()
        rows = [index.row() for index in view.selectionModel().selectedIndexes()]
        if rows and not view.isVisible() and rows[0] != self.currentIndex():
            self.setCurrentIndex(rows[0])
            self.activated.emit(rows[0])

    def showPopup(self) -> None:
        """Open the list, dressed as all popups are."""
        if not isinstance(self.view(), QListView) or self.view().property("role") != "popup":
            self.view().setProperty("role", "popup")
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page rather than change a choice nobody looks at."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow, which the style sheet could only take from a file."""
        super().paintEvent(event)
        colours = palette_in_use()
        side, room = grown(self, _ARROW), grown(self, _ARROW_ROOM)
        x = self.width() - (room + side) / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = (room - side) / 2
        box = QRectF(x, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        icons.draw(painter, "chevron_down", colours.muted, box)


class EditableCombo(ComboBox):
    """Free text with a list to choose from; what is typed is never replaced by the list's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self._rows = _Rows(self)
        self.line = LineEdit(self)
        self.setLineEdit(self.line)
        # After Qt's own slot, which puts the cursor at the end of what was chosen.
        self.activated.connect(lambda _: self.line.home(False))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Once it is left, a text too long for the box is seen from its beginning."""
        super().focusOutEvent(event)
        if event.reason() not in _COMING_BACK:
            self.line.home(False)

    def offer(self, texts: Sequence[str], apart: int = 0) -> None:
        """Set what the list offers, a line after the first ones that are `apart`.

        The text that stands there stays, and in it the cursor and what is marked.
        """
        blocked = self.blockSignals(True)
        typed, at = self.line.text(), self.line.cursorPosition()
        marked, length = self.line.selectionStart(), self.line.selectionLength()
        self.clear()
        self.addItems(list(texts))
        if 0 < apart < len(texts):
            self.insertSeparator(apart)
            self.setItemDelegate(self._rows)  # of ten thousand names it would take its time
        self._go_to(typed)
        self.line.setCursorPosition(at)
        if marked >= 0:  # the next key takes its place, as before
            from_end = at == marked
            self.line.setSelection(marked + length * from_end, -length if from_end else length)
        self.blockSignals(blocked)
        self._dress_completer()

    def show_text(self, text: str) -> None:
        """Put text there without a signal."""
        blocked = self.blockSignals(True)
        if self.line.text() != text:
            self._go_to(text)
        self.blockSignals(blocked)

    def sizeHint(self) -> QSize:
        """Wide enough for a dozen letters; layouts give it more."""
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().averageCharWidth() * 14 + _ARROW_ROOM)
        return hint

    def _go_to(self, text: str) -> None:
        """The row of a text, and that text whether there is one or not."""
        # The line between the rows is a row without a text.
        row = self.findText(text, Qt.MatchFlag.MatchExactly) if text else -1
        self.setCurrentIndex(row)
        self.line.show_text(text)

    def _dress_completer(self) -> None:
        completer = self.completer()
        if completer is None:
            return
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        popup = completer.popup()
        if popup is not None:
            popup.setProperty("role", "popup")
            widest = max((self.itemText(row) for row in range(self.count())), key=len, default="")
            popup.setMinimumWidth(self.fontMetrics().horizontalAdvance(widest) + 2 * _ARROW_ROOM)


class _Rows(QStyledItemDelegate):
    """Rows as ever; the line between them in the palette's colour, which styles make too dark."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if not _is_line(index):
            super().paint(painter, option, index)
            return
        room: Any = option.rect
        line = room.adjusted(_BESIDE, room.height() // 2, -_BESIDE, 0)
        line.setHeight(1)
        painter.fillRect(line, QColor(palette_in_use().line))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _BETWEEN) if _is_line(index) else super().sizeHint(option, index)


def _is_line(index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether Qt itself takes a row for a line between others."""
    return bool(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator")
