"""Where every part and every line lands, in each look, as it was when it was looked at.

This is the main assertion about layout: the fonts are bundled, so lines break alike everywhere.
After a change that is meant: ``WA_COMPOSER_GOLDEN=write pytest tests/preview``, then read the
difference under ``tests/golden/layouts``.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from pictured import MESSAGES, scene

from wa_composer.preview.broken import Words
from wa_composer.preview.fonts import Fonts
from wa_composer.preview.layout import layout
from wa_composer.preview.placed import Placed
from wa_composer.preview.shapes import Icon
from wa_composer.preview.theme import LOOKS, look_of

pytestmark = pytest.mark.usefixtures("qapp")

LAYOUTS = Path(__file__).parents[1] / "golden" / "layouts"
SLACK = 1.0  # px: engines of other systems round the widths of letters in their own way
SIDES = {"android": "customer", "ios": "business", "web": "customer"}


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts()


def snapshot(placed: Placed) -> dict[str, Any]:
    """The boxes by name, the lines of text and the icons, each with its place."""
    words = [item for item in placed.items if isinstance(item, Words)]
    icons = [item for item in placed.items if isinstance(item, Icon)]
    return {
        "size": [[placed.width, placed.height]],
        "boxes": {
            box.id: [_px(value) for value in (box.x, box.y, box.width, box.height)]
            for box in placed.boxes
        },
        "lines": [line for item in words for line in _lines(item)],
        "icons": [[item.name, _px(item.x), _px(item.y)] for item in icons],
    }


def _lines(words: Words) -> list[list[Any]]:
    units = words.layout.text().encode("utf-16-le")
    found: list[list[Any]] = []
    for number, (_, top, _) in enumerate(words.flow.lines[: words.layout.lineCount()]):
        line = words.layout.lineAt(number)
        end = line.textStart() + line.textLength()
        text = units[line.textStart() * 2 : end * 2].decode("utf-16-le")
        found.append([text, _px(words.x + line.x()), _px(words.y + top)])
    return found


def _px(value: float) -> float:
    return round(value, 1)


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("name", MESSAGES)
def test_parts_and_lines_lie_where_they_lay(name: str, look: str, fonts: Fonts) -> None:
    placed = layout(scene(name, look, SIDES[look]), look_of(look).column, fonts)
    seen = snapshot(placed)
    file = LAYOUTS / f"{name}.json"
    if os.environ.get("WA_COMPOSER_GOLDEN") == "write":
        LAYOUTS.mkdir(parents=True, exist_ok=True)
        kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        file.write_text(_readable(kept | {look: seen}), encoding="utf-8")
    known = json.loads(file.read_text(encoding="utf-8"))[look]
    assert [line[0] for line in seen["lines"]] == [line[0] for line in known["lines"]]
    assert list(seen["boxes"]) == list(known["boxes"])
    assert _numbers(seen) == pytest.approx(_numbers(known), abs=SLACK)


def _readable(value: dict[str, Any]) -> str:
    """JSON with one part or line of text a line."""
    looks = []
    for look in sorted(value):
        parts = []
        for key, found in value[look].items():
            rows = (
                [f"{json.dumps(one)}: {json.dumps(box)}" for one, box in found.items()]
                if isinstance(found, dict)
                else [json.dumps(one, ensure_ascii=False) for one in found]
            )
            left, right = "{}" if isinstance(found, dict) else "[]"
            inside = ",".join(f"\n      {row}" for row in rows)
            parts.append(f"    {json.dumps(key)}: {left}{inside}\n    {right}")
        looks.append(f"  {json.dumps(look)}: {{\n" + ",\n".join(parts) + "\n  }")
    return "{\n" + ",\n".join(looks) + "\n}\n"


def _numbers(value: Any) -> list[float]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [number for one in value for number in _numbers(one)]
    return [float(value)] if isinstance(value, int | float) else []
