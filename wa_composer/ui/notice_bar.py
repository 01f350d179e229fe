"""The bar with the last outcome: what happened, what to do next, never a box in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from wa_composer.ui.notice import BREAK, Notice, breakable
from wa_composer.ui.shell_icons import shell_icon
from wa_composer.ui.shell_style import repolish
from wa_composer.ui.theme import LIGHT, Palette

SIGNS = {"ok": "✓", "warn": "?", "error": "✕", "info": "i"}
DETAILS_HEIGHT = 116
AROUND = 110
LEAST_BESIDE = 180


class NoticeBar(QFrame):
    """Shows one notice until it is dismissed, replaced or has passed, and has it read out."""

    action = Signal(str)
    dismissed = Signal()

    def __init__(self, palette: Palette = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Notice"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._notice: Notice | None = None
        self._beneath: Notice | None = None
        self._time = QTimer(self, singleShot=True)
        self._time.timeout.connect(self._pass)
        self._make_parts()
        self._arrange()
        self.show_palette(palette)
        self.hide()

    def show_notice(
        self,
        level: str,
        text: str,
        *,
        details: str = "",
        actions: Sequence[tuple[str, str]] = (),
        passes: bool = False,
        outcome: bool = False,
    ) -> None:
        """Replace the notice; `level` is ok, warn, error or info, `actions` are (label, id).

        `details` is shown as plain text when asked for; a very long `text` goes there too.
        For `passes` (always so for info) and `outcome` see `Notice`.
        """
        passes = passes or level == "info"
        notice = Notice(level, text, details, tuple(actions), passes, outcome)
        here = None if self.isHidden() else self._notice
        over = here if here is not None and here.outcome else self._beneath
        self._beneath = over if passes and not actions else None
        self._put(notice)
        self._announce(notice.shortened()[0], urgent=level in ("error", "warn"))

    def leave(self) -> None:
        """Something else is done now: a notice that passes goes, all others stay."""
        if self.isHidden() or self._notice is None or not self._notice.passes:
            return
        beneath, self._beneath = self._beneath, None
        if beneath is None:
            self.dismiss()
        else:
            self._put(beneath)

    def dismiss(self) -> None:
        """Take the notice away, whatever it is."""
        self._beneath = None
        self._time.stop()
        if self.isHidden():
            return
        self.hide()
        self._text.clear()
        self.setAccessibleDescription("")
        self.dismissed.emit()

    def text(self) -> str:
        """The sentence in sight; "" when there is none."""
        return self._text.text().replace(BREAK, "")

    def level(self) -> str:
        """The level of the notice last shown."""
        return str(self.property("level") or "")

    def buttons(self) -> list[QPushButton]:
        """The buttons of the notice, in order."""
        return [b for b in self._buttons.findChildren(QPushButton) if not b.isHidden()]

    def show_palette(self, palette: Palette) -> None:
        """Tint the closing cross anew."""
        self._close.setIcon(shell_icon("close", palette.muted, 16))

    def _put(self, notice: Notice) -> None:
        text, details = notice.shortened()
        self._notice = notice
        self._sign.setText(SIGNS[notice.level])
        self._text.setText(breakable(text))
        self._offer(notice.actions, bool(details))
        self._details.setPlainText(details)
        self._details.hide()
        self.setProperty("level", notice.level)
        for part in (self, self._sign, self._text):
            repolish(part)
        self.setAccessibleDescription(f"{SIGNS[notice.level]} {text}")
        self.show()
        self._place_buttons()
        self._time.stop()
        if notice.passes:
            self._time.start(notice.milliseconds())

    def _pass(self) -> None:
        """Go now, unless nobody saw it or somebody is about to use it."""
        focus = QApplication.focusWidget()
        used = focus is not None and self.isAncestorOf(focus)
        if self.isVisible() and not self.underMouse() and not used:
            self.leave()
        else:
            self._time.start()

    def _put_away(self) -> None:
        """The cross: what passes makes room for what it stands over."""
        if self._beneath is not None:
            self.leave()
        else:
            self.dismiss()

    def _make_parts(self) -> None:
        self._sign = QLabel(self)
        self._sign.setObjectName("noticeSign")
        self._text = QLabel(self)
        self._text.setObjectName("noticeText")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QWidget(self)
        self._row = QHBoxLayout(self._buttons)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._close = QToolButton(self)
        self._close.setObjectName("quietTool")
        self._close.setAccessibleName(self.tr("Dismiss notice"))
        self._close.setToolTip(self.tr("Dismiss notice"))
        self._close.clicked.connect(self._put_away)
        self._details = QPlainTextEdit(self)
        self._details.setObjectName("noticeDetails")
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setFixedHeight(DETAILS_HEIGHT)

    def _arrange(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 8, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self._sign, 0, 0)
        self._grid.addWidget(self._text, 0, 1)
        self._grid.addWidget(self._buttons, 0, 2, middle)
        self._grid.addWidget(self._close, 0, 3, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._details, 2, 1, 1, 3)

    def _offer(self, actions: Sequence[tuple[str, str]], details: bool) -> None:
        for old in self._buttons.findChildren(QPushButton):
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        for label, name in actions:
            button = self._button(label)
            button.clicked.connect(lambda _=False, name=name: self.action.emit(name))
        if details:
            self._button(self.tr("Details")).clicked.connect(self._toggle_details)
        self._buttons.setVisible(bool(actions) or details)

    def _button(self, label: str) -> QPushButton:
        button = QPushButton(label, self._buttons)
        button.setProperty("role", "plain")
        button.setAccessibleName(label)
        button.setAutoDefault(False)
        self._row.addWidget(button)
        button.show()
        return button

    def _toggle_details(self) -> None:
        self._details.setVisible(self._details.isHidden())

    def _place_buttons(self) -> None:
        """Beside the text while that leaves it two lines, else on a row of their own."""
        whole = self.width() - AROUND
        room = whole - self._buttons.sizeHint().width()
        words = self._text.text().split()
        longest = max(map(self._text.fontMetrics().horizontalAdvance, words), default=0)
        beside = max(LEAST_BESIDE, longest) < room and self._lines(room) <= 2
        self._grid.removeWidget(self._buttons)
        if beside:
            self._grid.addWidget(self._buttons, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._buttons, 1, 1, 1, 3, Qt.AlignmentFlag.AlignLeading)
        single = self._lines(room if beside else whole) < 2
        height = Qt.AlignmentFlag.AlignVCenter if single else Qt.AlignmentFlag.AlignTop
        self._sign.setAlignment(height | Qt.AlignmentFlag.AlignHCenter)
        self.updateGeometry()

    def _lines(self, width: int) -> float:
        metrics = self._text.fontMetrics()
        area = QRect(0, 0, max(width, 1), 9999)
        wanted = metrics.boundingRect(area, Qt.TextFlag.TextWordWrap, self._text.text())
        return wanted.height() / metrics.lineSpacing()

    def _announce(self, text: str, *, urgent: bool) -> None:
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        event = QAccessibleAnnouncementEvent(self, text)
        event.setPoliteness(
            QAccessible.AnnouncementPoliteness.Assertive
            if urgent
            else QAccessible.AnnouncementPoliteness.Polite
        )
        QAccessible.updateAccessibility(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place_buttons()
