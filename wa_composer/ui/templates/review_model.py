"""The list of what an import holds: what needs a look comes first."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wa_composer.message.importing import Item, Plan
from wa_composer.message.library import Key
from wa_composer.ui.theme import palette_in_use
from wa_composer.ui.widgets.check_box import draw_box
from wa_composer.ui.widgets.labels import grown, sides

Index = QModelIndex | QPersistentModelIndex
CHECKABLE = Qt.ItemFlag.ItemIsUserCheckable
BOX_SIDE = 17
ORDER = ("different", "twice", "draft", "new", "equal")


class ReviewModel(QAbstractListModel):
    """Items in the order of the look they need; what differs is ticked to be replaced.

    `ticked` tells of an item that a person ticks, or unticks, in its row.
    """

    ticked = Signal(object, bool)

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: list[Item] = sorted(plan.items, key=_weight)
        self.replacing: set[Key] = set()

    def replace(self, keys: Collection[Key]) -> None:
        """Replace these in the library."""
        self.replacing = set(keys)
        if self.items:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.items) - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(item)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.title(item)}: {self.outcome(item)}"
        if role == Qt.ItemDataRole.CheckStateRole and item.kind == "different":
            on = item.key in self.replacing
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What differs can be ticked."""
        flags = super().flags(index)
        if 0 <= index.row() < len(self.items) and self.items[index.row()].kind == "different":
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of a tick; whoever listens replaces."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.flags(index) & CHECKABLE:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        self.ticked.emit(self.items[index.row()].key, on)
        return True

    def title(self, item: Item) -> str:
        """Name and language of an item."""
        name = item.name or self.tr("No name yet")
        return f"{name} ({item.language})" if item.language else name

    def outcome(self, item: Item) -> str:
        """What becomes of an item, in a word or two."""
        if item.kind == "different":
            if item.key in self.replacing:
                return self.tr("is replaced")
            return self.tr("differs, yours stays")
        if item.again is not None:
            return self.tr("comes twice, the same")
        if item.sample:
            return self.tr("instead of the sample")
        return {
            "new": self.tr("new"),
            "draft": self.tr("kept as a draft"),
            "equal": self.tr("there already"),
            "twice": self.tr("comes twice, left out"),
        }[item.kind]


def _weight(item: Item) -> tuple[int, bool]:
    return ORDER.index(item.kind), not item.breaks


class ReviewPainter(QStyledItemDelegate):
    """Name at one end, what becomes of it at the other."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as a row of a list."""
        view = self.parent()
        assert isinstance(view, QWidget)
        return QSize(120, round(grown(view, 32)))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A press on the box, or the space bar on the row, ticks it."""
        if not model.flags(index) & CHECKABLE:
            return False
        if isinstance(event, QMouseEvent):
            if not self._box(option).adjusted(-6, -6, 6, 6).contains(event.position()):
                return False
            if event.type() != QEvent.Type.MouseButtonRelease:
                return event.type() == QEvent.Type.MouseButtonDblClick
        elif not (isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space):
            return False
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)

    def _box(self, option: QStyleOptionViewItem) -> QRectF:
        """Where the tick box of a row is."""
        view = self.parent()
        assert isinstance(view, QWidget)
        side = grown(view, BOX_SIDE)
        row: QRect = option.rect.adjusted(12, 0, -12, 0)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(row).center())
        if view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(row.right())
        else:
            box.moveLeft(row.left())
        return box

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground by the style sheet, then both texts."""
        model = index.model()
        assert isinstance(model, ReviewModel)
        item = model.items[index.row()]
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        ground.features &= ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        view = self.parent()
        assert isinstance(view, QWidget)
        style = view.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, ground, painter, view)
        colours = palette_in_use()
        box: QRect = option.rect.adjusted(12, 0, -12, 0)
        mirrored = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near, far = sides(view)
        middle = Qt.AlignmentFlag.AlignVCenter
        if item.kind == "different":
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_box(painter, self._box(option), checked=item.key in model.replacing)
            painter.restore()
            room = round(grown(view, BOX_SIDE)) + 8
            box = box.adjusted(0, 0, -room, 0) if mirrored else box.adjusted(room, 0, 0, 0)
        outcome = model.outcome(item)
        metrics = view.fontMetrics()
        room = box.width() - metrics.horizontalAdvance(outcome) - 16
        name = metrics.elidedText(model.title(item), Qt.TextElideMode.ElideMiddle, room)
        painter.save()
        painter.setPen(QColor(colours.text))
        painter.drawText(box, near | middle, name)
        tint = {"new": colours.accent, "equal": colours.muted}.get(item.kind, colours.warning)
        tint = colours.warning if item.breaks else tint
        taken = item.kind == "different" and item.key in model.replacing
        painter.setPen(QColor(colours.accent if taken else tint))
        painter.drawText(box, far | middle, outcome)
        painter.restore()
