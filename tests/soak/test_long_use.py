"""A long shift at the window, compressed: nothing grows once everything has been used.

    python -m pytest tests/soak        (WA_COMPOSER_SOAK_ROUNDS: 120 unless told)

A round writes and sends each of the three types, searches the log, uses a row again, brings a
message back and looks at the other pages. What is counted (by Linux's /proc) is printed: run with
-s to see it.
"""

from __future__ import annotations

import asyncio
import gc
import os
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

ROUNDS = int(os.environ.get("WA_COMPOSER_SOAK_ROUNDS", "120"))
WARM_UP = 180  # by then the table holds as many rows as it ever does
BLOCKS = 5
KIB_A_ROUND_MOST = 6.0


@dataclass(frozen=True)
class Count:
    """What the process holds at one moment; memory in KiB."""

    memory: int
    handles: int
    threads: int
    tasks: int
    timers: int
    qt_objects: int
    python_objects: int


def count(desk: Any) -> Count:
    loop = asyncio.get_running_loop()
    # One is the practice endpoint, keeping its connection; the others end when all is saved.
    desk.until(lambda: len(asyncio.all_tasks(loop)) <= 1)
    gc.collect()
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return Count(
        memory=int(next(line for line in rollup if line.startswith("Rss:")).split()[1]),
        handles=len(os.listdir("/proc/self/fd")),
        threads=threading.active_count(),
        tasks=len(asyncio.all_tasks(loop)),
        timers=sum(timer.isActive() for timer in desk.window.findChildren(QTimer)),
        qt_objects=len(desk.window.findChildren(QObject)),
        python_objects=len(gc.get_objects()),
    )


def one_round(desk: Any, number: int) -> None:
    recipient = f"+120255501{20 + number % 80:02d}"
    desk.click("Template")
    desk.type_into("Recipients", recipient)
    desk.type_into("Header text", f"B-{number}")
    desk.type_into("Body value 1", f"Ada {number}")
    desk.type_into("Body value 2", "Friday, *6 March* \U0001f642")
    send(desk)
    desk.answer("Bring back")
    desk.click("Reply buttons")
    desk.type_into("Recipients", recipient)
    desk.type_into("Body", f"When shall we come? _{number}_ " * 8)
    desk.type_into("Button 1 title", f"At {number % 12}")
    desk.type_into("Button 1 ID", f"at-{number}")
    send(desk)
    desk.click("Image")
    desk.type_into("Recipients", recipient)
    desk.type_into("Image link", f"https://example.com/{number}.png")
    desk.type_into("Caption", f"Parcel {number}")
    send(desk)
    desk.click("Dark" if number % 2 else "Light")
    for page in ("accounts", "help", "compose"):
        desk.window.show_page(page)
    desk.type_into("Search log", recipient)
    desk.until(lambda: desk.window.log.model.rowCount() > 0)
    desk.type_into("Search log", "")
    desk.until(lambda: desk.log_row()["Message"].startswith("Image"))


def send(desk: Any) -> None:
    """Send what is shown, without counting rows: the table shows the newest ones only."""
    desk.window.notice.dismiss()
    desk.qtbot.mouseClick(desk.window.action_bar.send, Qt.MouseButton.LeftButton)
    desk.until(lambda: not desk.program.composing.busy and "whatsapp-" in desk.notice())


def test_nothing_grows_in_a_long_shift(open_desk: Any) -> None:
    desk = open_desk()
    for number in range(WARM_UP):
        one_round(desk, number)
    counts = [count(desk)]
    each = max(ROUNDS // BLOCKS, 1)
    for block in range(BLOCKS):
        for number in range(each):
            one_round(desk, WARM_UP + block * each + number)
        counts.append(count(desk))
        print(f"after {(block + 1) * each:4} rounds: {asdict(counts[-1])}", flush=True)
    first, last = counts[1], counts[-1]
    assert last.handles <= first.handles
    assert last.threads <= first.threads
    assert last.tasks <= first.tasks
    assert last.timers <= first.timers
    assert last.qt_objects <= first.qt_objects
    grown = (last.memory - first.memory) / (each * (BLOCKS - 1))
    assert grown <= KIB_A_ROUND_MOST, f"{grown:.1f} KiB a round"
