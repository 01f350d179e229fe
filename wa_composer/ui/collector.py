"""Collects Python's garbage on the window's thread only.

A collection runs on whichever thread happens to allocate. When that is a worker and the garbage
holds Qt objects, Qt stops their timers from the wrong thread and the process dies.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

REST_MS = 1000


class Collector(QObject):
    """Takes over from the automatic collection; `touch` says that there was work.

    Nothing runs while nothing happens: the timer is started by work and rings once.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # What start-up made stays until the end: no collection needs to look at it, now or again.
        gc.freeze()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.collect)

    def touch(self) -> None:
        """There was work, so there may be garbage: look when there has been a second of it."""
        if not self._timer.isActive():
            self._timer.start()

    def collect(self) -> None:
        """Collect the youngest generation that is due, as the automatic collection would."""
        limits = gc.get_threshold()
        due = [age for age, count in enumerate(gc.get_count()) if count > limits[age]]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Give back to the automatic collection."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
