"""A segmented switch for the picture column: a few words side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from wa_composer.ui.shell_icons import shell_icon
from wa_composer.ui.theme import Palette


class Segments(QFrame):
    """Arrow keys move the choice; `chosen` speaks only of what the user chose."""

    chosen = Signal(int)

    def __init__(self, labels: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._icons: tuple[str, ...] = ()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for index, label in enumerate(labels):
            layout.addWidget(self._segment(index, label))
        self.show_choice(0)
        self._group.idClicked.connect(self._clicked)

    def choice(self) -> int:
        """The chosen segment, counted from 0."""
        return self._group.checkedId()

    def show_choice(self, index: int) -> None:
        """Mark a segment as chosen, without a signal."""
        for button in self.buttons():
            chosen = self._group.id(button) == index
            button.setChecked(chosen)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen else Qt.FocusPolicy.NoFocus)
        self._tint()

    def buttons(self) -> list[QToolButton]:
        """The segments in order."""
        return [b for b in self._group.buttons() if isinstance(b, QToolButton)]

    def describe(self, index: int, text: str) -> None:
        """Give a segment an accessible description."""
        self.buttons()[index].setAccessibleDescription(text)

    def show_icons(self, names: Sequence[str], palette: Palette) -> None:
        """Draw icons in place of the words; the words stay as names and tool tips."""
        self._icons, self._colours = tuple(names), palette
        for button in self.buttons():
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setToolTip(button.text())
            button.setIconSize(QSize(16, 16))
        self._tint()

    def _segment(self, index: int, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("segment")
        button.setText(label)
        button.setAccessibleName(label)
        button.setCheckable(True)
        self._group.addButton(button, index)
        return button

    def _clicked(self, index: int) -> None:
        self.show_choice(index)
        self.chosen.emit(index)

    def _tint(self) -> None:
        for name, button in zip(self._icons, self.buttons(), strict=False):
            colour = self._colours.text if button.isChecked() else self._colours.muted
            button.setIcon(shell_icon(name, colour, 16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        target = self.choice() + step
        if step and 0 <= target < len(self.buttons()):
            self._clicked(target)
            self.buttons()[target].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
