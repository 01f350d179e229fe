"""The bar with the last outcome: what happened, what to do next, never a box in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
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

from wa_composer.ui.notice import Notice, Pile
from wa_composer.ui.notice_parts import NoticeActions, announce
from wa_composer.ui.shell_icons import shell_icon
from wa_composer.ui.shell_style import repolish
from wa_composer.ui.theme import LIGHT, Palette
from wa_composer.ui.widgets.breaking_label import BreakingLabel, breakable

SIGNS = {"ok": "✓", "warn": "?", "error": "✕", "info": "i"}
DETAILS_LINES, DETAILS_PADDING = 7, 14
AROUND = 110
LEAST_BESIDE = 180


class NoticeBar(QFrame):
    """Shows one notice until it is dismissed, replaced or has passed, and has it read out.

    Failures that arrive together lie one under the other: how many more there are is said, and
    leads to them.
    """

    action = Signal(str)
    dismissed = Signal()

    def __init__(self, palette: Palette = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Notice"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._pile = Pile()
        self._seen = QElapsedTimer()
        self._time = QTimer(self, singleShot=True)
        self._time.timeout.connect(self._pass)
        self._make_parts()
        self._arrange()
        self._show_more()
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
        topic: str = "",
    ) -> None:
        """Put a notice on top; `level` is ok, warn, error or info, `actions` are (label, id).

        `details` is shown as plain text when asked for; a very long `text` goes there too. For
        `passes` (always so for info) and `topic` see `Notice`.
        """
        notice = Notice(level, text, details, tuple(actions), passes or level == "info", topic)
        self._pile.put(notice, self._is_read())
        self._show_top()
        announce(self, notice.shortened()[0], urgent=level in ("error", "warn"))

    def leave(self) -> None:
        """Something else is done now: a notice that passes goes, all others stay."""
        if self._pile.top is not None and self._pile.top.passes:
            self._pile.take()
            self._show_top()

    def withdraw(self, topic: str) -> None:
        """What was said of this is true no more: take it away, wherever it lies."""
        top = self._pile.top
        self._pile.withdraw(topic)
        if self._pile.top is not top:
            self._show_top()
        elif top is not None:
            self._show_more()

    def dismiss(self) -> None:
        """Take all notices away, whatever they are."""
        self._pile.clear()
        self._show_top()

    def text(self) -> str:
        """The sentence in sight; "" when there is none."""
        return self._text.text()

    def level(self) -> str:
        """The level of the notice last shown."""
        return str(self.property("level") or "")

    def buttons(self) -> list[QPushButton]:
        """The buttons of the notice, in order."""
        return self._buttons.shown()

    def show_palette(self, palette: Palette) -> None:
        """Tint the closing cross anew."""
        self._close.setIcon(shell_icon("close", palette.muted, 16))

    def _show_top(self) -> None:
        notice = self._pile.top
        self._time.stop()
        if notice is None:
            if not self.isHidden():
                self.hide()
                self._text.clear()
                self.setAccessibleDescription("")
                self.dismissed.emit()
            return
        text, details = notice.shortened()
        self._sign.setText(SIGNS[notice.level])
        self._text.setText(text)
        self._buttons.offer(notice.actions, bool(details))
        self._details.setPlainText(details)
        self._details.hide()
        self.setProperty("level", notice.level)
        for part in (self, self._sign, self._text):
            repolish(part)
        self.setAccessibleDescription(f"{SIGNS[notice.level]} {text}")
        self._show_more()
        self.show()
        self._place_buttons()
        self._seen.start()
        if notice.passes:
            self._time.start(notice.milliseconds())

    def _show_more(self) -> None:
        text = self.tr("{count} more").format(count=self._pile.beneath)
        self._more.setText(text)
        self._more.setAccessibleName(text)
        self._more.setVisible(self._pile.beneath > 0)

    def _is_read(self) -> bool:
        """Whether whoever sits there had the time to read what is in sight."""
        top, seen = self._pile.top, self.isVisible() and self.isActiveWindow()
        return top is not None and seen and self._seen.elapsed() >= top.milliseconds()

    def _pass(self) -> None:
        """Go now, unless nobody saw it or somebody is about to use it."""
        focus = QApplication.focusWidget()
        used = focus is not None and self.isAncestorOf(focus)
        if self.isVisible() and not self.underMouse() and not used:
            self.leave()
        else:
            self._time.start()

    def _next(self, step: Callable[[], None]) -> None:
        step()
        self._show_top()

    def _make_parts(self) -> None:
        self._sign = QLabel(self)
        self._sign.setObjectName("noticeSign")
        self._text = BreakingLabel(parent=self)
        self._text.setObjectName("noticeText")
        self._buttons = NoticeActions(self)
        self._buttons.chosen.connect(self.action)
        self._buttons.details_wanted.connect(self._toggle_details)
        self._close = QToolButton(self)
        self._close.setObjectName("quietTool")
        self._close.setAccessibleName(self.tr("Dismiss notice"))
        self._close.setToolTip(self.tr("Dismiss notice"))
        self._close.clicked.connect(partial(self._next, self._pile.take))
        self._more = QToolButton(self)
        self._more.setObjectName("noticeMore")
        self._more.setToolTip(self.tr("Show the notice beneath"))
        self._more.clicked.connect(partial(self._next, self._pile.turn))
        self._more.hide()
        self._details = QPlainTextEdit(self)
        self._details.setObjectName("noticeDetails")
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)

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
        corner = QHBoxLayout()
        corner.setSpacing(4)
        corner.addWidget(self._more)
        corner.addWidget(self._close)
        self._grid.addLayout(corner, 0, 3, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._details, 2, 1, 1, 3)

    def _toggle_details(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self._fit_details()

    def _fit_details(self) -> None:
        """As high as what stands there, in the width that there is."""
        self._grid.activate()
        lines = min(DETAILS_LINES, round(self._details.document().size().height()))
        around = 2 * self._details.frameWidth() + DETAILS_PADDING
        self._details.setFixedHeight(lines * self._details.fontMetrics().lineSpacing() + around)

    def _place_buttons(self) -> None:
        """Beside the text while that leaves it two lines, else on a row of their own."""
        more = 0 if self._more.isHidden() else self._more.sizeHint().width() + 4
        whole = self.width() - AROUND - more
        room = whole - self._buttons.sizeHint().width()
        words = breakable(self._text.text()).split()
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
        wanted = metrics.boundingRect(area, Qt.TextFlag.TextWordWrap, breakable(self._text.text()))
        return wanted.height() / metrics.lineSpacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place_buttons()
            self._fit_details()
