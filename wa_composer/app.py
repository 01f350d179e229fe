"""The window program: paint first, then load what it does not need for that, then run.

Importing pydantic, httpx and keyring takes longer than showing the whole window. So the
window is painted with nothing but Qt; what is typed meanwhile waits in Qt's queue.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from wa_composer import __version__, assets
from wa_composer.first_look import is_dark, kept_look, place_of
from wa_composer.instance import Claim, Instance
from wa_composer.message.words import words
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.paths import home
from wa_composer.ui import dressing
from wa_composer.ui.composer_pane import ComposerPane
from wa_composer.ui.main_window import MainWindow

APP_ID = "wa-composer"
ICON_SIZES = (48, 128)


def main(files: Sequence[str] = ()) -> int:
    """Open the window with the last draft, or with `files`; the exit code when it closed.

    Where a window is open already, it gets the files and comes to the front: 0. Raises
    StorageProblem when it does not answer, or nothing can be kept.
    """
    app = make_application()
    folder = home()
    instance = Instance(folder, app)
    app.asked.connect(instance.ask)
    claim = instance.claim(files)
    if claim is Claim.HEARD:
        return 0
    if claim is Claim.SILENT:
        raise StorageProblem(
            words("WA Composer is running already and does not answer; close it first.")
        )
    if claim is Claim.UNUSABLE:
        raise StorageProblem(
            words("Nothing can be written into the folder {folder}.", folder=str(folder))
        )
    window, pane = make_window(app)
    window.show()
    wait_for_first_paint(app, window)
    from wa_composer.running import run

    try:
        return run(app, window, pane, list(files), instance)
    finally:
        instance.close()


class Application(QApplication):
    """The one application; `asked` carries each file that macOS wants it to open."""

    asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.asked.emit(event.file())
            return True
        return super().event(event)


def make_application() -> Application:
    """The one QApplication, named and with the program's icon."""
    # qasync picks its binding by this, wherever another one may be installed too.
    os.environ["QT_API"] = "pyside6"
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    if sys.platform == "win32":
        import ctypes

        # The windows of this program are one group in the task bar, whatever has started it.
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)
    app = Application(sys.argv[:1])
    app.setApplicationName("WA Composer")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP_ID)
    if sys.platform != "darwin":  # there the bundle brings a sharper one
        app.setWindowIcon(make_icon())
    app.setQuitOnLastWindowClosed(False)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return app


def make_icon() -> QIcon:
    """The program's own icon; its sizes are read when a window shows it."""
    icon = QIcon()
    for size in ICON_SIZES:
        icon.addFile(str(assets.path(f"icons/{APP_ID}-{size}.png")))
    return icon


def make_window(app: QApplication) -> tuple[MainWindow, ComposerPane]:
    """The window and its form, in the place and the colours of the last time."""
    look = kept_look(home())
    system = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    dark = is_dark(look.get("appearance"), system)
    palette = dressing.prepare(app, dark)
    pane = ComposerPane()
    window = MainWindow(pane, palette=palette)
    window.action_bar.hold()  # until the draft is in sight
    window.restore_state(place_of(look.get("window")))
    dressing.apply(app, dark)  # now that all widgets have their places, each is styled once
    return window, pane


class FirstPaint(QObject):
    """Notes the first time that a window has painted itself."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.seen = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen = True
            watched.removeEventFilter(self)
        return False


def wait_for_first_paint(app: QApplication, window: MainWindow) -> None:
    """Let Qt draw the window once; a display that never asks for it does not hold us up."""
    watch = FirstPaint(window)
    for _ in range(200):
        app.processEvents()
        if watch.seen:
            break
    app.processEvents()
