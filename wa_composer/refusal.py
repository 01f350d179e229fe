"""Why no window opens, said in a small one: who starts the program by its icon sees no terminal."""

from __future__ import annotations

import asyncio

import qasync
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from wa_composer.app import make_application
from wa_composer.message.words import Words
from wa_composer.ui import dressing
from wa_composer.ui.words import say

UNSEEN = ("offscreen", "minimal")


def show(sentence: Words) -> None:
    """Show the sentence until it is closed; not where a display is only made believe."""
    app = QApplication.instance() or make_application()
    assert isinstance(app, QApplication)
    if app.platformName() in UNSEEN:
        return
    dressing.apply(app, app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app, already_running=False)) as it:
        it.run(_until_closed(say(sentence)))


async def _until_closed(text: str) -> None:
    closed = asyncio.Event()
    box = QMessageBox()
    box.setWindowTitle(QApplication.applicationDisplayName())
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.finished.connect(closed.set)
    box.open()
    await closed.wait()
