"""The strip on top of the window: which account is in use, and whether anything is real."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygon
from PySide6.QtWidgets import QSizePolicy, QWidget

from wa_composer.ui.account_colour import seen
from wa_composer.ui.theme import LIGHT, Palette

STRIPE = 14
LINE = 3


class PracticeStrip(QWidget):
    """Striped for the practice account; a thin coloured line with the name for a live one."""

    def __init__(self, palette: Palette = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = palette
        self._practice = True
        self._line = palette.warning
        self._text = ""
        self.setObjectName("practiceStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_account("", palette.warning, practice=True)

    def show_account(self, name: str, colour: str, practice: bool) -> None:
        """Say which account is in use; `colour` is "#RRGGBB"."""
        self._practice = practice
        self._line = colour
        self._text = (
            self.tr("Practice account: no message leaves this computer")
            if practice
            else self.tr("{name}: messages are sent to real people").format(name=name)
        )
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def show_palette(self, palette: Palette) -> None:
        """Draw with other colours."""
        self._colours = palette
        self.update()

    def text(self) -> str:
        """The sentence on the strip."""
        return self._text

    def sizeHint(self) -> QSize:
        extra = 10 if self._practice else 8 + LINE
        return QSize(200, self.fontMetrics().height() + extra)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._colours
        painter.fillRect(self.rect(), QColor(colours.surface))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        area = self.rect()
        if self._practice:
            self._paint_stripes(painter)
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))
            painter.setPen(QColor(colours.warning))
        else:
            painter.fillRect(0, 0, self.width(), LINE, seen(self._line, colours))
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))
            painter.setPen(QColor(colours.text))
            area = area.adjusted(0, LINE, 0, 0)
        self._paint_text(painter, area)
        painter.end()

    def _paint_text(self, painter: QPainter, area: QRect) -> None:
        text = painter.fontMetrics().elidedText(
            self._text, Qt.TextElideMode.ElideRight, area.width() - 24
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_stripes(self, painter: QPainter) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.warning_soft))
        height = self.height()
        for x in range(-height, self.width() + height, 2 * STRIPE):
            painter.drawPolygon(
                QPolygon.fromList(
                    [
                        QRect(x, height, 1, 1).topLeft(),
                        QRect(x + STRIPE, height, 1, 1).topLeft(),
                        QRect(x + STRIPE + height, 0, 1, 1).topLeft(),
                        QRect(x + height, 0, 1, 1).topLeft(),
                    ]
                )
            )
        painter.restore()
