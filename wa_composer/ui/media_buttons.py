"""The buttons in a medium's place in the picture: load it, try again, use a file from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolButton, QWidget

from wa_composer.ui import icons
from wa_composer.ui.preview_canvas import PreviewCanvas
from wa_composer.ui.widgets.labels import grown

HIGH = 28
CORNER = 30
FOOT, CARD_FOOT = 10, 5
CARD = 120  # a document's card is lower than this, a picture's place is not
LEAST = 22
"""A button is never lower, however small the picture is drawn."""
CLEAR = 4
"""So far a button keeps away from the time."""
_GROUND, _GROUND_OVER, _GROUND_DOWN = 0.62, 0.76, 0.88  # opacity over whatever lies beneath
_SCRIM = "#0B141A"
_ON_SCRIM = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class MediaActions:
    """Which buttons there are: one at the foot, one in the corner."""

    foot: Literal["", "load", "check", "again", "sample"] = ""
    corner: Literal["", "sample", "remove"] = ""
    drop: bool = False  # a picture may be dropped there


class MediaButtons(QObject):
    """Keeps the buttons where the picture has its medium, and takes files dropped onto it."""

    load_requested = Signal()
    sample_requested = Signal()
    sample_removed = Signal()
    dropped = Signal(str)

    PART = "header"

    def __init__(self, canvas: PreviewCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._actions = MediaActions()
        self.foot = PictureButton(canvas)
        self.corner = PictureButton(canvas, round_=True)
        QWidget.setTabOrder(canvas.parts, self.foot)
        QWidget.setTabOrder(self.foot, self.corner)
        self.foot.clicked.connect(lambda: self._press(self._actions.foot))
        self.corner.clicked.connect(lambda: self._press(self._actions.corner))
        canvas.setAcceptDrops(True)
        canvas.installEventFilter(self)
        canvas.drawn.connect(self._place)

    def show_actions(self, actions: MediaActions) -> None:
        """Offer these, from now on."""
        if actions == self._actions:
            return
        self._actions = actions
        use = self.tr("Use a picture on this computer")
        foot = {
            "load": self.tr("Load picture"),
            "check": self.tr("Check link"),
            "again": self.tr("Try again"),
            "sample": use,
        }.get(actions.foot, "")
        corner = {
            "sample": self.tr("Use a picture on this computer in the preview"),
            "remove": self.tr("Remove the local sample"),
        }.get(actions.corner, "")
        tip = self.tr("It is shown in the preview only and never sent.")
        self.foot.show_text(foot, "", tip if actions.foot == "sample" else "")
        icon = {"sample": "image", "remove": "close"}.get(actions.corner, "")
        self.corner.show_text(
            corner, icon, f"{corner}. {tip}" if actions.corner == "sample" else corner
        )
        self._place()

    def _press(self, action: str) -> None:
        if action == "sample":
            self.sample_requested.emit()
        elif action == "remove":
            self.sample_removed.emit()
        elif action:
            self.load_requested.emit()

    def _place(self) -> None:
        box = self._canvas.box_of(self.PART)
        there = not box.isEmpty()
        buttons = ((self.foot, self._actions.foot), (self.corner, self._actions.corner))
        if there and any(action for _button, action in buttons):
            self._measure(box)
        for button, action in buttons:
            shown = there and bool(action)
            if button.hasFocus() and not shown:  # else Qt gives it to whatever comes next
                self._canvas.parts.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setVisible(shown)
            if shown:
                button.raise_()

    def _measure(self, box: QRectF) -> None:
        """Set where the buttons are: at the foot of the medium, clear of the time, and above."""
        zoom = min(1.0, self._canvas.zoom)
        hint, side = self.foot.sizeHint(), self.corner.sizeHint().width()
        wide = min(hint.width(), int(box.width()) - 16)
        high = max(LEAST, round(hint.height() * zoom))
        margin = round((CARD_FOOT if box.height() < CARD * zoom else FOOT) * zoom)
        left = round(box.center().x() - wide / 2)
        place = QRect(left, round(box.bottom()) - margin - high, wide, high)
        time = self._canvas.box_of("time").toAlignedRect().adjusted(-CLEAR, -CLEAR, CLEAR, CLEAR)
        if place.intersects(time):
            place.moveBottom(time.top() - 1)
        self.foot.setGeometry(place)
        side = max(LEAST, round(side * zoom))
        self.corner.setGeometry(round(box.right()) - side - 6, round(box.top()) + 6, side, side)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a file that is dropped onto the picture; everything else goes its way."""
        if watched is self._canvas and isinstance(event, QDropEvent):
            if not self._wants(event):
                if isinstance(event, QDragEnterEvent | QDragMoveEvent):
                    event.ignore()
                return isinstance(event, QDragEnterEvent | QDragMoveEvent)
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.dropped.emit(_file(event))
            return True
        return False

    def _wants(self, event: QDropEvent) -> bool:
        if not self._actions.drop or not _file(event):
            return False
        if event.type() == QEvent.Type.DragEnter:
            return True  # it may still be moved onto the picture
        return self._canvas.box_of(self.PART).contains(event.position())


def _file(event: QDropEvent) -> str:
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""


class PictureButton(QToolButton):
    """A pill, or a disc with an icon, that can be read on any picture in either theme."""

    def __init__(self, parent: QWidget, *, round_: bool = False) -> None:
        super().__init__(parent)
        self._round = round_
        self._icon = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def show_text(self, text: str, icon: str, tip: str) -> None:
        """Say what it does; with an icon the text is only for assistive tools."""
        self._icon = icon
        self.setText("" if icon else text)
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._round:
            side = round(grown(self, CORNER))
            return QSize(side, side)
        wide = QFontMetrics(self._letters()).horizontalAdvance(self.text())
        return QSize(wide + 28, round(grown(self, HIGH)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground = QColor(_SCRIM)
        over = self.underMouse() or self.hasFocus()
        ground.setAlphaF(_GROUND_DOWN if self.isDown() else _GROUND_OVER if over else _GROUND)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        radius = self.height() / 2 if self._round else 8.0
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._icon:
            side = self.height() * 0.54
            place = QRectF(0, 0, side, side)
            place.moveCenter(QRectF(self.rect()).center())
            icons.draw(painter, self._icon, _ON_SCRIM, place)
        else:
            painter.setFont(self._letters())
            painter.setPen(QColor(_ON_SCRIM))
            text = painter.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, self.width() - 12
            )
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _letters(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(grown(self, 12)))
        font.setWeight(QFont.Weight.DemiBold)
        return font
