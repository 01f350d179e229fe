"""The window: the frame with everything in it, its keys, and what is kept until next time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget

from wa_composer.ui.theme import LIGHT, Palette
from wa_composer.ui.window_actions import WindowActions, has_system_menu_bar
from wa_composer.ui.window_frame import WindowFrame
from wa_composer.ui.window_pages import PagedWindow
from wa_composer.ui.window_state import WindowState

SMALLEST = (900, 560)
FIRST_SIZE = (1280, 800)


class MainWindow(PagedWindow):
    """Knows where things stand and which keys there are; what they do is wired outside.

    Its parts are attributes: strip, rail, notice, action_bar, preview, request, log, templates,
    accounts, help, keys. It is painted before anything that is slow to import is needed.
    """

    new_requested = Signal()
    open_requested = Signal()
    save_requested = Signal()
    paste_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    type_requested = Signal(int)
    log_requested = Signal()
    find_requested = Signal()
    send_requested = Signal()
    fix_requested = Signal()
    quit_requested = Signal()
    page_changed = Signal(str)
    appearance_requested = Signal(str)
    closed = Signal()

    def __init__(
        self,
        composer_pane: QWidget,
        *,
        palette: Palette = LIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("WA Composer"))
        self._fit_screen()
        self.composer_pane = composer_pane
        self._palette = palette
        self._frame = WindowFrame(composer_pane, palette, self)
        self.strip = self._frame.strip
        self.rail = self._frame.rail
        self.notice = self._frame.notice
        self.action_bar = self._frame.action_bar
        self.preview = self._frame.preview
        self.request = self.preview.request
        self.log = self._frame.log
        self.keys = WindowActions(self)
        self._watched: QObject | None = None
        self._following = False
        self.setCentralWidget(self._frame)
        self._add_menu()
        self._connect_keys()
        self._connect_parts()
        self.rail.page_selected.connect(self.show_page)
        self.show_palette(palette)
        self.resize(QSize(*FIRST_SIZE).boundedTo(self.screen().availableSize()))

    def show_account(self, name: str, colour: str, practice: bool) -> None:
        """Show on top which account is in use; `colour` is "#RRGGBB"."""
        self.strip.show_account(name, colour, practice)

    def form_area(self) -> QScrollArea:
        """The scrolling area around the form."""
        return self._frame.form_area

    def show_palette(self, palette: Palette) -> None:
        """Dress the window; called again when the program turns light or dark."""
        self._palette = palette
        for part in (self.strip, self.rail, self.notice, self.preview, self.log):
            part.show_palette(palette)
        self.dress_pages(palette)

    def state(self) -> bytes:
        """Size, place and splitter as bytes to keep until the next start."""
        chosen, folded, splitter = self._frame.log_choice()
        return WindowState(bytes(self.saveGeometry().data()), splitter, chosen, folded).packed()

    def restore_state(self, state: bytes) -> None:
        """Take up what `state()` gave; anything else is left unused."""
        kept = WindowState.read(state)
        if kept is None:
            return
        self.restoreGeometry(kept.geometry)
        if kept.log_chosen:
            self._frame.restore_log_choice(kept.log_folded, kept.splitter)

    def _add_menu(self) -> None:
        if has_system_menu_bar():
            self.keys.fill(self.menuBar().addMenu(self.tr("Message")))
        else:
            self.rail.set_menu(self.keys.menu())

    def _connect_keys(self) -> None:
        keys = self.keys
        for action, signal in (
            (keys.new, self.new_requested),
            (keys.open, self.open_requested),
            (keys.save, self.save_requested),
            (keys.paste, self.paste_requested),
            (keys.undo, self.undo_requested),
            (keys.redo, self.redo_requested),
            (keys.quit, self.quit_requested),
        ):
            action.triggered.connect(lambda _=False, signal=signal: signal.emit())
        keys.type_requested.connect(self.type_requested)
        keys.appearance_requested.connect(self.appearance_requested)
        keys.copy_json.triggered.connect(self.request.copy_json)
        keys.send.triggered.connect(self._send_by_key)
        keys.log.triggered.connect(self._go_to_log)
        keys.find.triggered.connect(self._go_to_search)
        keys.templates.triggered.connect(lambda: self.show_page("templates"))
        keys.help.triggered.connect(lambda: self.show_page("help"))
        keys.quit.triggered.connect(self.close)

    def _connect_parts(self) -> None:
        self._frame.page_changed.connect(self.page_changed)
        self.action_bar.send_requested.connect(self.send_requested)
        self.action_bar.fix_requested.connect(self.fix_requested)

    def _send_by_key(self) -> None:
        """Never send what is not in sight: from another page the key only leads back."""
        if self.page() == "compose":
            self.action_bar.press()
        else:
            self.show_page("compose")

    def _go_to_log(self) -> None:
        self.show_page("compose")
        self.log.focus_table()
        self.log_requested.emit()

    def _go_to_search(self) -> None:
        if self.page() == "templates":
            self.templates.focus_search()
            return
        self.show_page("compose")
        self.log.focus_search()
        self.find_requested.emit()

    def _fit_screen(self) -> None:
        """A window that cannot be made as small as its screen hides Send beyond the edge."""
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(self.screen().availableSize()))

    def _watch(self, focus: QObject | None) -> None:
        """Watch the focused field, so that undo is the form's and not the single field's."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        inside = isinstance(focus, QWidget) and self.composer_pane.isAncestorOf(focus)
        self._watched = focus if inside else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._forget)

    def _focus_first_text(self) -> None:
        """Begin where a person begins: in the form's first text, that is Recipients."""
        texts = self.composer_pane.findChildren(QPlainTextEdit)
        first = next((text for text in texts if text.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self._watched = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.keys.undoes(QKeySequence(event.keyCombination()))
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None and not self._following:
            self._following = True
            handle.focusObjectChanged.connect(self._watch)
            handle.screenChanged.connect(lambda _: self._fit_screen())
            self._focus_first_text()
            self._watch(self.focusWidget())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()
