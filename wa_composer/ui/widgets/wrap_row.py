"""Controls side by side that go on in the next line where there is no room for all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class WrapRow(QLayout):
    """As wide as its widest control at least; each control is as large as it wants to be.

    Lines begin `hang` pixels before the row, so that words in borderless controls line up.
    """

    def __init__(self, spacing: int, *controls: QWidget, hang: int = 0) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._hang = hang
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for control in controls:
            self.addWidget(control)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), apply=False)

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        wide = sum(each.width() for each in sizes) + self.spacing() * max(0, len(sizes) - 1)
        high = max((each.height() for each in sizes), default=0)
        return QSize(wide, high).grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, apply=True)

    def _place(self, rect: QRect, *, apply: bool) -> int:
        """Where each control goes; gives the height that all take."""
        whole = rect.marginsRemoved(self.contentsMargins())
        inner = QStyle.visualRect(self._direction(), whole, whole.adjusted(-self._hang, 0, 0, 0))
        x, y, line = 0, 0, 0
        for item in self._items:
            size = item.sizeHint()
            if x and x + size.width() > inner.width():
                x, y, line = 0, y + line + self.spacing(), 0
            if apply:
                box = QRect(inner.topLeft() + QPoint(x, y), size)
                item.setGeometry(QStyle.visualRect(self._direction(), inner, box))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        margins = self.contentsMargins()
        return y + line + margins.top() + margins.bottom()

    def _direction(self) -> Qt.LayoutDirection:
        owner = self.parentWidget()
        return Qt.LayoutDirection.LeftToRight if owner is None else owner.layoutDirection()
