"""The list itself: a row of two lines for each name, painted, so that ten thousand are quick."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wa_composer.ui.templates.grouping import Step
from wa_composer.ui.templates.rows import Group
from wa_composer.ui.templates.star import draw_star
from wa_composer.ui.theme import RADIUS, palette_in_use
from wa_composer.ui.widgets.labels import grown, sides

Index = QModelIndex | QPersistentModelIndex
LANGUAGES_SHOWN = 3
PAD = 10


class GroupModel(QAbstractListModel):
    """The groups in their order; each row's text names everything that is painted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.groups: list[Group] = []

    def show_groups(self, groups: Iterable[Group]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self.groups = list(groups)
        self.endResetModel()

    def step(self, step: Step) -> None:
        """Move, bring in, take out or show anew one row; the others stay as they are."""
        root, old, new = QModelIndex(), step.old, step.new
        if step.group is None:
            self.beginRemoveRows(root, old, old)
            del self.groups[old]
            self.endRemoveRows()
        elif old < 0:
            self.beginInsertRows(root, new, new)
            self.groups.insert(new, step.group)
            self.endInsertRows()
        else:
            if new != old:  # Qt counts the place to move to with the row still in its own
                self.beginMoveRows(root, old, old, root, new + (new > old))
            del self.groups[old]
            self.groups.insert(new, step.group)
            if new != old:
                self.endMoveRows()
            self.dataChanged.emit(self.index(new, 0), self.index(new, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self.groups)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.groups):
            return None
        group = self.groups[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return group.name or self.tr("No name yet")
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = [group.name or self.tr("No name yet"), ", ".join(group.languages)]
            if group.favourite:
                said.append(self.tr("favourite"))
            return ". ".join(said)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return group.members[0].text
        return None


class GroupList(QListView):
    """`picked` tells the name of the row that the user goes to; `opened` asks to use it."""

    picked = Signal(str)
    opened = Signal()
    delete_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("templateList")
        self.setAccessibleName(self.tr("Templates"))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._quiet = False
        self.rows = GroupModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        self.activated.connect(lambda _index: self.opened.emit())

    def show_groups(self, groups: Iterable[Group], row: int) -> None:
        """Show these, the one in `row` marked, without a signal."""
        self._quiet = True
        at = self.verticalScrollBar().value()
        self.rows.show_groups(groups)
        self.verticalScrollBar().setValue(at)
        self.choose(row)

    def take(self, steps: Iterable[Step]) -> None:
        """Let the rows follow what changed, without a signal."""
        self._quiet = True
        for step in steps:
            self.rows.step(step)
        self._quiet = False

    def choose(self, row: int) -> None:
        """Mark a row and bring it in sight, without a signal; -1 leaves what is marked."""
        self._quiet = True
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row, 0))
            self.scrollTo(self.rows.index(row, 0))
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to remove the chosen one, which can be undone."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            if not event.isAutoRepeat():  # a key held down is one removal, not one a row
                self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        row = self.currentIndex().row()
        if not self._quiet and 0 <= row < len(self.rows.groups):
            self.picked.emit(self.rows.groups[row].name)


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        widget = self.parent()
        assert isinstance(widget, QWidget)
        return QSize(120, round(2 * widget.fontMetrics().lineSpacing() + grown(widget, 18)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        assert isinstance(view, GroupList)
        group = view.rows.groups[index.row()]
        colours = palette_in_use()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: Any = option.state
        box: QRect = option.rect.adjusted(4, 1, -4, -1)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if chosen else colours.hover))
            painter.drawRoundedRect(QRectF(box), RADIUS.field, RADIUS.field)
        if chosen and view.hasFocus():
            painter.setPen(QColor(colours.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS.field, RADIUS.field
            )
        self._texts(painter, view, group, box.adjusted(PAD, 0, -PAD, 0))
        painter.restore()

    def _texts(self, painter: QPainter, view: GroupList, group: Group, box: QRect) -> None:
        colours = palette_in_use()
        line = view.fontMetrics().lineSpacing()
        top = QRect(box.left(), box.center().y() - line, box.width(), line)
        bold = QFont(view.font())
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = type(view.fontMetrics())(bold)
        name = group.name or self.tr("No name yet")
        tags = self._tags(group, LANGUAGES_SHOWN)
        for count in range(LANGUAGES_SHOWN - 1, 0, -1):  # the name is worth more than they are
            wide = metrics.horizontalAdvance(name) + view.fontMetrics().horizontalAdvance(tags)
            if wide + 3 * PAD < top.width():
                break
            tags = self._tags(group, count)
        room = top.width() - view.fontMetrics().horizontalAdvance(tags) - PAD
        mirrored = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = sides(view)
        middle = Qt.AlignmentFlag.AlignVCenter
        star = 0
        if group.favourite:
            star = round(line * 0.85)
            place = QRectF(0, 0, star, star)
            place.moveCenter(QRectF(top).center())
            place.moveLeft(top.right() - star if mirrored else top.left())
            draw_star(painter, place, colours.warning, filled=True)
            star += 5
        start = top.adjusted(0, 0, -star, 0) if mirrored else top.adjusted(star, 0, 0, 0)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # names and languages are
        painter.setFont(bold)
        painter.setPen(QColor(colours.text if group.name else colours.muted))
        painter.drawText(
            start,
            near | middle,
            metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, room - star),
        )
        painter.setFont(view.font())
        painter.setPen(QColor(colours.warning if group.members[0].draft else colours.muted))
        painter.drawText(top, far | middle, tags)
        below = top.translated(0, line + 1)
        painter.setPen(QColor(colours.muted))
        text = group.members[0].text or self.tr("No text")
        shown = view.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, below.width())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        painter.drawText(below, near | middle, shown)

    def _tags(self, group: Group, count: int) -> str:
        if group.members[0].draft:
            return self.tr("draft")
        languages = group.languages
        shown = " · ".join(languages[:count])
        more = len(languages) - count
        return f"{shown} +{more}" if more > 0 else shown
