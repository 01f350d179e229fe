"""All benchmarks with one command: a table, the same as JSON, and plots of growth.

    python tests/benchmarks [FOLDER]

Writes figures.json and growth-*.png into FOLDER (left out: build/benchmarks).
"""

from __future__ import annotations

import json
import platform
import re
import sys
from pathlib import Path

import bench_growth
import bench_preview
import bench_send
import bench_start
import plots
from figures import ROOT, Growth, table


def main(folder: Path) -> None:
    """Measure everything, one after the other: nothing else should run meanwhile."""
    folder.mkdir(parents=True, exist_ok=True)
    found = [*bench_start.figures(), *bench_send.figures()]
    growths = bench_growth.growths()
    found += bench_growth.figures(growths)
    keystrokes, growth = bench_preview.figures()
    found += keystrokes
    _write(folder, [*growths, growth])
    machine = f"Python {platform.python_version()}, {platform.system()}, {platform.machine()}"
    everything = {"machine": machine, "figures": [each.plain() for each in found]}
    (folder / "figures.json").write_text(json.dumps(everything, indent=2) + "\n", encoding="utf-8")
    print(table(found))


def _write(folder: Path, growths: list[Growth]) -> None:
    for each in growths:
        name = re.sub(r"[^a-z]+", "-", each.name.lower()).strip("-")
        plots.save(each, folder / f"growth-{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "benchmarks")
