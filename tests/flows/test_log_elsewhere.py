"""What another program writes into the log is seen by whoever turns to the window again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from wa_composer.storage.log import Log
from wa_composer.storage.paths import log_path
from wa_composer.storage.tables import NewRow


def test_a_row_of_the_command_line_appears_when_the_window_is_turned_to(
    desk: Any, private_home: Path
) -> None:
    log = Log(log_path(private_home))
    log.open()
    log.begin("elsewhere", [NewRow("Practice", "", "+12025550177", "image", "Elsewhere", "{}")])
    log.close()
    assert desk.window.log.model.rowCount() == 0
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowActivate))
    desk.until(lambda: desk.window.log.model.rowCount() == 1)
    assert "Elsewhere" in desk.log_row()["Message"]
