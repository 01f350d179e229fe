"""The phone around the picture: bezel, heading, and a screen that scrolls within it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from wa_composer.ui.preview_canvas import WALLPAPER, PreviewCanvas
from wa_composer.ui.theme import RADIUS

BEZEL = 8
WIDEST = 376
TALLEST = 700
AVATAR = 32
BEZEL_COLOUR = {False: "#1F262D", True: "#2B3239"}
HEAD = {False: "#FFFFFF", True: "#1D1F1F"}
HEAD_LINE = {False: "#E6E2DC", True: "#2C2F30"}
HEAD_TEXT = {False: ("#0A0A0A", "#5B6368"), True: ("#FAFAFA", "#A3A9AD")}
AVATAR_COLOUR = {False: ("#0B6E5F", "#FFFFFF"), True: ("#3FBFA8", "#06231E")}


class PhoneFrame(QWidget):
    """Holds the canvas; takes the room it gets, never less than shows a bubble's width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dark = False
        self._name = self.tr("Your business")
        self._kind = self.tr("Business account")
        self.canvas = PreviewCanvas()
        self.screen_area = QScrollArea(self)
        self.screen_area.setObjectName("phoneScroll")
        self.screen_area.setFrameShape(QFrame.Shape.NoFrame)
        self.screen_area.setWidgetResizable(True)
        self.screen_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.screen_area.setAccessibleName(self.tr("Phone"))
        self.screen_area.setWidget(self.canvas)
        self.screen_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its keys reach it from the parts
        self.canvas.parts.wanted.connect(self._scroll_to)
        self._glass = _Glass(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(TALLEST)

    def show_dark(self, dark: bool) -> None:
        """Draw as a phone in dark or light mode."""
        self._dark = dark
        self.canvas.show_dark(dark)
        self._glass.show_dark(dark)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, TALLEST)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def body(self) -> QRect:
        """The phone's outline within the room there is: centred, at the top."""
        width = min(WIDEST, self.width())
        return QRect((self.width() - width) // 2, 0, width, min(TALLEST, self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inner = self.body().adjusted(BEZEL, BEZEL, -BEZEL, -BEZEL)
        self.screen_area.setGeometry(inner.adjusted(0, self._head_height(), 0, 0))
        self._glass.setGeometry(self.rect())
        self._glass.show_body(self.body())
        self._glass.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = self.body().adjusted(BEZEL, BEZEL, -BEZEL, -BEZEL)
        painter.fillPath(_rounded(inner, RADIUS.phone - BEZEL), QColor(WALLPAPER[self._dark]))
        head = QRect(inner.left(), inner.top(), inner.width(), self._head_height())
        painter.setClipPath(_rounded(inner, RADIUS.phone - BEZEL))
        painter.fillRect(head, QColor(HEAD[self._dark]))
        painter.fillRect(head.adjusted(0, head.height() - 1, 0, 0), QColor(HEAD_LINE[self._dark]))
        self._paint_head(painter, head)
        painter.end()

    def _scroll_to(self, box: QRect) -> None:
        middle = box.center()
        self.screen_area.ensureVisible(middle.x(), middle.y(), 0, min(box.height() // 2 + 24, 120))

    def _head_height(self) -> int:
        return max(48, 2 * self.fontMetrics().height() + 12)

    def _paint_head(self, painter: QPainter, head: QRect) -> None:
        mirror = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = head.left() + 12
        disc = QRect(left, head.center().y() - AVATAR // 2, AVATAR, AVATAR)
        text = head.adjusted(12 + AVATAR + 10, 0, -12, 0)
        if mirror:
            disc.moveRight(head.right() - 12)
            text = head.adjusted(12, 0, -(12 + AVATAR + 10), 0)
        ground, ink = AVATAR_COLOUR[self._dark]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawEllipse(disc)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(ink))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._name[:1].upper())
        strong, quiet = HEAD_TEXT[self._dark]
        line = self.fontMetrics().height()
        top = QRect(text.left(), head.center().y() - line + 1, text.width(), line)
        side = Qt.AlignmentFlag.AlignRight if mirror else Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(strong))
        painter.drawText(top, side | Qt.AlignmentFlag.AlignVCenter, self._name)
        small = QFont(self.font())
        small.setPixelSize(max(10, round(self.fontInfo().pixelSize() * 0.85)))
        painter.setFont(small)
        painter.setPen(QColor(quiet))
        painter.drawText(top.translated(0, line), side | Qt.AlignmentFlag.AlignVCenter, self._kind)


class _Glass(QWidget):
    """The bezel, drawn over the screen so that the screen's corners are round."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._body = QRect()
        self._dark = False

    def show_body(self, body: QRect) -> None:
        self._body = body
        self.update()

    def show_dark(self, dark: bool) -> None:
        self._dark = dark
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = self._body.adjusted(BEZEL, BEZEL, -BEZEL, -BEZEL)
        outer = _rounded(self._body, RADIUS.phone)
        ring = outer.subtracted(_rounded(inner, RADIUS.phone - BEZEL))
        painter.fillPath(ring, QColor(BEZEL_COLOUR[self._dark]))
        painter.end()


def _rounded(rect: QRect, radius: int) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    return path
