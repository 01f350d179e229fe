"""How the log grows with its rows, and a keystroke with its recipients; in one run each.

python tests/benchmarks/bench_growth.py
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from figures import Figure, Growth, median, table

ROWS = (1_000, 10_000, 100_000)
RECIPIENTS = (1, 10, 100, 1_000)
SHOWN = 500


def milliseconds(work: Callable[[], object], rounds: int = 9) -> float:
    """The middle of several rounds."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


def rows() -> Growth:
    """Reading the newest rows, and searching among all of them, for a log of each size."""
    from wa_composer.storage.log import Log
    from wa_composer.storage.tables import NewRow

    newest, found, missing = [], [], []
    for count in ROWS:
        with tempfile.TemporaryDirectory() as folder:
            log = Log(Path(folder) / "log.sqlite3")
            log.open()
            made = [
                NewRow("Practice", "", f"+1202555{n:07d}", "template", f"Template no {n}", "{}")
                for n in range(count)
            ]
            for start in range(0, count, 5_000):
                log.begin(f"batch-{start}", made[start : start + 5_000])
            newest.append((float(count), milliseconds(lambda log=log: log.rows("", SHOWN))))
            found.append((float(count), milliseconds(lambda log=log: log.rows("template", SHOWN))))
            missing.append((float(count), milliseconds(lambda log=log: log.rows("zebra", SHOWN))))
            log.close()
    lines = {"the newest 500": newest, "a word in each row": found, "a word in none": missing}
    return Growth("Reading the log", "rows", "ms", lines)


def recipients() -> Growth:
    """A keystroke in a body value, from the form to the checked draft on the screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from wa_composer.session.composer import Composer

    composer = Composer()
    turn = iter(range(1_000_000))

    def key(numbers: str) -> None:
        image = {"link": "https://example.com/a.png", "caption": f"Hello {next(turn)}"}
        composer.edit(numbers, {"type": "image", "image": image})

    points = []
    for count in RECIPIENTS:
        numbers = "\n".join(f"+1202555{number:04d}" for number in range(count))
        points.append((float(count), milliseconds(partial(key, numbers), 25)))
    return Growth("A keystroke, read and checked", "recipients", "ms", {"one message": points})


def growths() -> list[Growth]:
    """All of them."""
    return [rows(), recipients()]


def figures(found: list[Growth]) -> list[Figure]:
    """Each line's largest size beside its smallest."""
    return [
        Figure(
            f"{each.name}: {name}, {points[-1][0]:,.0f} {each.size}",
            points[-1][1],
            points[0][1],
            each.unit,
            f"{points[0][0]:,.0f} {each.size}",
        )
        for each in found
        for name, points in each.lines.items()
    ]


if __name__ == "__main__":
    print(table(figures(growths())))
