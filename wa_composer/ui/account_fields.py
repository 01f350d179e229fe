"""The fields of an account's form: a labelled line and a row of colours."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wa_composer.ui.style import set_state
from wa_composer.ui.widgets.line_edit import NO_LIMIT

COLOURS = ("#1F6FB2", "#7A4FB5", "#A3386C", "#2B7A55", "#5B6472", "#9A4A24")


class LabelledLine(QWidget):
    """A label above its field and a line for hint or fault below it; nothing jumps."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(label, self)
        title.setProperty("role", "label")
        self.line = QLineEdit(self)
        self.line.setMaxLength(NO_LIMIT)
        self.line.setAccessibleName(label)
        title.setBuddy(self.line)
        self._below = QLabel(" ", self)
        self._below.setProperty("role", "hint")
        self._below.setTextFormat(Qt.TextFormat.PlainText)
        self._below.setWordWrap(True)
        self._hint = " "
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (title, self.line, self._below):
            layout.addWidget(widget)

    def show_hint(self, text: str) -> None:
        """Show `text` below while there is no fault."""
        self._hint = text or " "
        self.show_fault("")

    def show_fault(self, sentence: str) -> None:
        """Show `sentence` as a fault, or the hint again for ""."""
        self._below.setText(sentence or self._hint)
        set_state(self._below, "role", "fault" if sentence else "hint")
        set_state(self.line, "fault", "error" if sentence else "")
        self.line.setAccessibleDescription(sentence or self._hint.strip())

    def below(self) -> str:
        """The line below the field as it is read."""
        return self._below.text().strip()


class Swatches(QFrame):
    """A row of colours; the chosen one is ringed and ticked, not only coloured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Colour"))
        self._group = QButtonGroup(self)
        self._extra = ""
        title = QLabel(self.tr("Colour"), self)
        title.setProperty("role", "label")
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        names = (
            self.tr("Blue"),
            self.tr("Violet"),
            self.tr("Raspberry"),
            self.tr("Green"),
            self.tr("Slate"),
            self.tr("Copper"),
        )
        for name, colour in zip(names, COLOURS, strict=True):
            self._row.addWidget(self._swatch(name, colour))
        self._row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addLayout(self._row)
        self._group.buttonClicked.connect(lambda _: self._draw())

    def colour(self) -> str:
        """The chosen colour as "#RRGGBB"."""
        chosen = self._group.checkedButton()
        return self._extra or str(chosen.property("colour") if chosen else COLOURS[0])

    def show_colour(self, colour: str) -> None:
        """Choose `colour`; one that is not among the swatches is kept until another is chosen."""
        self._extra = colour if colour.upper() not in COLOURS else ""
        for button in self._group.buttons():
            if str(button.property("colour")) == colour.upper():
                button.setChecked(True)
        self._draw()

    def _swatch(self, name: str, colour: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("swatch")
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("colour", colour)
        button.setIconSize(QSize(22, 22))
        button.setFixedSize(32, 32)
        button.clicked.connect(self._chosen)
        self._group.addButton(button)
        return button

    def _chosen(self) -> None:
        self._extra = ""

    def _draw(self) -> None:
        for button in self._group.buttons():
            button.setIcon(disc(str(button.property("colour")), button.isChecked()))


def disc(colour: str, chosen: bool = False) -> QIcon:
    """A filled circle as an icon, ticked when it is the chosen one."""
    pixmap = QPixmap(66, 66)
    pixmap.setDevicePixelRatio(3)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(1, 1, 20, 20)
    if chosen:
        pen = QPen(QColor("#FFFFFF"), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(7, 11, 10, 14)
        painter.drawLine(10, 14, 15, 8)
    painter.end()
    return QIcon(pixmap)
