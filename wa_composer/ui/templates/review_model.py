"""The list of what an import holds: what needs a look comes first."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from wa_composer.message.importing import Item, Plan
from wa_composer.message.library import Key
from wa_composer.ui.theme import palette_in_use
from wa_composer.ui.widgets.labels import grown

Index = QModelIndex | QPersistentModelIndex
ORDER = ("different", "twice", "draft", "new", "equal")


class ReviewModel(QAbstractListModel):
    """Items in the order of the look they need; the sign before each says what becomes of it."""

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: list[Item] = sorted(plan.items, key=lambda item: ORDER.index(item.kind))
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
        return None

    def title(self, item: Item) -> str:
        """Name and language of an item."""
        name = item.name or self.tr("No name yet")
        return f"{name} ({item.language})" if item.language else name

    def outcome(self, item: Item) -> str:
        """What becomes of an item, in a word or two."""
        if item.kind == "different":
            if item.key in self.replacing:
                return self.tr("is replaced")
            return self.tr("differs, left as it is")
        return {
            "new": self.tr("new"),
            "draft": self.tr("kept as a draft"),
            "equal": self.tr("there already"),
            "twice": self.tr("comes twice, left out"),
        }[item.kind]


class ReviewPainter(QStyledItemDelegate):
    """Name at one end, what becomes of it at the other."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """As high as a row of a list."""
        view = self.parent()
        assert isinstance(view, QWidget)
        return QSize(120, round(grown(view, 32)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground by the style sheet, then both texts."""
        model = index.model()
        assert isinstance(model, ReviewModel)
        item = model.items[index.row()]
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        view = self.parent()
        assert isinstance(view, QWidget)
        style = view.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, ground, painter, view)
        colours = palette_in_use()
        box: QRect = option.rect.adjusted(12, 0, -12, 0)
        mirrored = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        near = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        far = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        outcome = model.outcome(item)
        metrics = view.fontMetrics()
        room = box.width() - metrics.horizontalAdvance(outcome) - 16
        name = metrics.elidedText(model.title(item), Qt.TextElideMode.ElideMiddle, room)
        painter.save()
        painter.setPen(QColor(colours.text))
        painter.drawText(box, near | middle, name)
        tint = {"new": colours.accent, "equal": colours.muted}.get(item.kind, colours.warning)
        painter.setPen(QColor(colours.accent if item.key in model.replacing else tint))
        painter.drawText(box, far | middle, outcome)
        painter.restore()
