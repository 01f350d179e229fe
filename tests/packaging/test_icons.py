"""The icon is drawn once; each picture of it is that drawing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from wa_composer.app import APP_ID, ICON_SIZES

ROOT = Path(__file__).resolve().parents[2]
FREEZE = ROOT / "packaging" / "freeze"


@pytest.fixture
def icons(monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.syspath_prepend(str(FREEZE))
    import icons

    yield icons
    del sys.modules["icons"]


@pytest.mark.parametrize("size", ICON_SIZES)
def test_the_windows_icon_is_the_drawing(icons: object, size: int, qapp: QApplication) -> None:
    shipped = QImage(str(ROOT / "resources" / "icons" / f"{APP_ID}-{size}.png"))
    drawn = QImage.fromData(icons.png(ROOT, size))
    assert shipped.convertToFormat(drawn.format()) == drawn


def test_the_icons_for_windows_and_macos_hold_each_size(
    icons: object, tmp_path: Path, qapp: QApplication
) -> None:
    ico = icons.write_ico(ROOT, tmp_path / "one.ico").read_bytes()
    assert ico[:6] == bytes([0, 0, 1, 0, len(icons.ICO_SIZES), 0])
    assert ico.count(b"\x89PNG") == len(icons.ICO_SIZES)
    icns = icons.write_icns(ROOT, tmp_path / "one.icns").read_bytes()
    assert icns[:4] == b"icns"
    assert int.from_bytes(icns[4:8], "big") == len(icns)
    assert icns.count(b"\x89PNG") == len(icons.ICNS_KINDS)
