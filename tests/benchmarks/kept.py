"""The figures of the day: kept as JSON, and shown from there in the README beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from figures import Figure, table

KEPT = Path(__file__).with_name("figures.json")
README = Path(__file__).with_name("README.md")
PLACE = re.compile(r"(<!-- figures -->\n).*(<!-- end of figures -->)", re.DOTALL)


def kept() -> str:
    """The kept figures as the README shows them."""
    found = json.loads(KEPT.read_text(encoding="utf-8"))
    figures = []
    for each in found["figures"]:
        del each["ratio"]
        figures.append(Figure(**each))
    said = f"{found['day']}, {found['machine']}, load {found['load']:g} before the start"
    return f"{said}:\n\n```\n{table(figures)}\n```\n"


def show_in_readme() -> None:
    """Put the kept figures into the README."""
    text = README.read_text(encoding="utf-8")
    changed, places = PLACE.subn(lambda found: found[1] + kept() + found[2], text)
    assert places == 1, "the README has no one place for figures"
    README.write_text(changed, encoding="utf-8")
