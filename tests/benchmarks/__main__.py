"""All benchmarks with one command: a table, the same as JSON, and plots of growth.

    python tests/benchmarks [FOLDER]
    python tests/benchmarks --keep     # the figures of the day: figures.json and README.md here

Writes figures.json and growth-*.png into FOLDER (left out: build/benchmarks).
"""

from __future__ import annotations

import json
import os
import platform
import re
import sys
from datetime import date
from pathlib import Path

import bench_growth
import bench_installed
import bench_preview
import bench_send
import bench_start
import bench_use
import plots
from figures import ROOT, Growth, table
from kept import KEPT, show_in_readme

FIGURES = "figures.json"


def main(folder: Path) -> Path:
    """Measure everything, one after the other: nothing else should run meanwhile."""
    load = os.getloadavg()[0]
    folder.mkdir(parents=True, exist_ok=True)
    benches = (bench_start, bench_installed, bench_use, bench_send)
    found = [figure for bench in benches for figure in bench.figures()]
    growths = bench_growth.growths()
    found += bench_growth.figures(growths)
    keystrokes, growth = bench_preview.figures()
    found += keystrokes
    _write(folder, [*growths, growth])
    machine = f"Python {platform.python_version()}, {platform.system()}, {platform.machine()}"
    everything = {
        "day": date.today().isoformat(),
        "machine": machine,
        "load": round(load, 1),
        "figures": [each.plain() for each in found],
    }
    written = folder / FIGURES
    written.write_text(json.dumps(everything, indent=2) + "\n", encoding="utf-8")
    print(table(found))
    return written


def _write(folder: Path, growths: list[Growth]) -> None:
    for each in growths:
        name = re.sub(r"[^a-z]+", "-", each.name.lower()).strip("-")
        plots.save(each, folder / f"growth-{name}.png")


if __name__ == "__main__":
    asked = sys.argv[1:]
    keep = asked == ["--keep"]
    made = main(Path(asked[0]) if asked and not keep else ROOT / "build" / "benchmarks")
    if keep:
        KEPT.write_bytes(made.read_bytes())
        show_in_readme()
