"""Where everything stands in the window, and how form, picture and log share its room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wa_composer.ui.action_bar import ActionBar
from wa_composer.ui.log_pane import LogPane
from wa_composer.ui.notice_bar import NoticeBar
from wa_composer.ui.practice_strip import PracticeStrip
from wa_composer.ui.preview_pane import PreviewPane
from wa_composer.ui.rail import Rail
from wa_composer.ui.shell_parts import centred
from wa_composer.ui.theme import Palette

PICTURE = (312, 456)
PICTURE_SHARE = 0.335
LOG_ROWS = (1, 3, 5)
LOW, HIGH = 720, 1000
FORM_LEAST = 120
NO_MOST = 16_777_215


class WindowFrame(QWidget):
    """Strip on top, rail and pages, log under them.

    The picture's column is as wide as a third of the window, 312 to 456; a window lower than
    720 shows one row of the log, one of 1000 five, until the user folds or drags it.
    """

    page_changed = Signal(str)

    def __init__(
        self,
        composer_pane: QWidget,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shell")
        self.strip = PracticeStrip(palette, self)
        self.rail = Rail(palette, self)
        # The order in which they are made is the order of the Tab key.
        self.form_area = self._scrolling(composer_pane)
        self.notice = NoticeBar(palette, self)
        self.action_bar = ActionBar(self)
        self.preview = PreviewPane(palette, self)
        self.log = LogPane(palette, self)
        self.pages = QStackedWidget(self)
        self._page_of: dict[str, QWidget] = {}
        self.add_page("compose", self._compose_page())
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._log_chosen = False
        self._assemble()
        self.log.fold_button.clicked.connect(self._keep_choice)
        self.log.folded.connect(lambda _: self._give_log_room())
        self.splitter.splitterMoved.connect(self._keep_choice)
        self.form_area.verticalScrollBar().rangeChanged.connect(self._align_send)

    def add_page(self, name: str, page: QWidget) -> None:
        """Give a page its place in the stack."""
        self._page_of[name] = page
        self.pages.addWidget(page)

    def show_page(self, page: str) -> None:
        """Show "compose", "templates", "accounts" or "help"; the log belongs to the first."""
        if page != self.page():
            self.notice.leave()
        self.pages.setCurrentWidget(self._page_of[page])
        self.rail.show_page(page)
        self.log.setVisible(page == "compose")
        self.page_changed.emit(page)

    def page(self) -> str:
        """The page in sight."""
        shown = self.pages.currentWidget()
        return next(name for name, page in self._page_of.items() if page is shown)

    def log_choice(self) -> tuple[bool, bool, bytes]:
        """Whether the user chose the log's height, whether it is folded, the splitter's state."""
        return self._log_chosen, self.log.is_folded(), bytes(self.splitter.saveState().data())

    def restore_log_choice(self, folded: bool, splitter: bytes) -> None:
        """Take up a height of the log that the user once chose."""
        self._log_chosen = True
        self.log.fold(folded)
        self._give_log_room()
        if not folded:
            self.splitter.restoreState(splitter)

    def _scrolling(self, composer_pane: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setObjectName("formArea")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Message form"))
        area.setWidget(centred(composer_pane))
        area.setMinimumHeight(FORM_LEAST)
        return area

    def _compose_page(self) -> QWidget:
        page = QWidget(self)
        left = QWidget(page)
        left.setObjectName("formColumn")
        column = _flat(QVBoxLayout(left))
        column.addWidget(self.form_area, 1)
        column.addWidget(self.notice)
        column.addWidget(self.action_bar)
        row = _flat(QHBoxLayout(page))
        row.addWidget(left, 1)
        row.addWidget(self.preview)
        return page

    def _assemble(self) -> None:
        upper = QWidget(self)
        row = _flat(QHBoxLayout(upper))
        row.addWidget(self.rail)
        row.addWidget(self.pages, 1)
        self.splitter.setObjectName("shellSplitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(5)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.log)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        column = _flat(QVBoxLayout(self))
        column.addWidget(self.strip)
        column.addWidget(self.splitter, 1)

    def _align_send(self) -> None:
        bar = self.form_area.verticalScrollBar()
        self.action_bar.leave_room(bar.sizeHint().width() if bar.maximum() > 0 else 0)

    def _keep_choice(self) -> None:
        self._log_chosen = True

    def _give_log_room(self) -> None:
        """Set the log's height: its heading alone when folded, one row in a low window."""
        head, row = self.log.head_height(), self.log.row_height()
        folded = self.log.is_folded()
        least = head if folded else head + 2 * row + 4
        self.log.setMinimumHeight(least)
        self.log.setMaximumHeight(head if folded else NO_MOST)
        rows = LOG_ROWS[(self.height() >= LOW) + (self.height() >= HIGH)]
        wish = head if folded else head + (1 + rows) * row + 4
        total = sum(self.splitter.sizes())
        if total:
            self.splitter.setSizes([total - wish, wish])

    def _give_picture_room(self) -> None:
        least, most = PICTURE
        self.preview.setFixedWidth(max(least, min(most, round(self.width() * PICTURE_SHARE))))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._log_chosen:
            self._give_log_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_picture_room()
        if not self._log_chosen:
            self._give_log_room()


def _flat(layout: QBoxLayout) -> QBoxLayout:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
