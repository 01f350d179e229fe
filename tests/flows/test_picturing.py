"""The picture out of the program: copied, saved at the size that was chosen, or on a sheet."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from wa_composer.message.definition import read_definition
from wa_composer.message.draft import read
from wa_composer.message.sampled import with_samples
from wa_composer.preview.sheet import draw_sheet, render_sheet
from wa_composer.ui.sheet_dialog import SheetChoice, SheetDialog


def wanted(desk: Any, what: str) -> None:
    desk.window.preview.controls.wanted.emit(what)


def answer(desk: Any, path: Path, kind: int = 0) -> None:
    """Choose a place in the dialog that is open."""
    dialog = desk.window.findChild(QFileDialog)
    dialog.selectNameFilter(dialog.nameFilters()[kind])
    dialog.selectFile(str(path))
    dialog.accept()


def saved(desk: Any, path: Path) -> QImage:
    desk.qtbot.waitUntil(path.exists, timeout=60_000)
    desk.qtbot.waitUntil(lambda: str(path) in desk.window.notice.text())
    image = QImage(str(path))
    assert not image.isNull()
    return image


def test_the_picture_is_copied(desk: Any) -> None:
    QGuiApplication.clipboard().clear()
    wanted(desk, "copy")
    image = QGuiApplication.clipboard().image()
    assert image.width() == 720
    assert "copied" in desk.window.notice.text()


@pytest.mark.parametrize(("kind", "width"), [(0, 780), (1, 390), (2, 1170)])
def test_the_picture_is_saved_at_one_to_three_times_its_size(
    desk: Any, tmp_path: Path, kind: int, width: int
) -> None:
    look = desk.window.preview.controls.look.button("ios")
    desk.qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    wanted(desk, "save")
    answer(desk, tmp_path / "picture.png", kind)
    assert saved(desk, tmp_path / "picture.png").width() == width


def test_a_place_that_cannot_be_written_is_said(desk: Any, tmp_path: Path) -> None:
    image = desk.program.picturing.picture(1)
    desk.program.tasks.start(desk.program.picturing.write(image, str(tmp_path / "no" / "x.png")))
    desk.qtbot.waitUntil(lambda: "not saved" in desk.window.notice.text())


def test_a_sheet_holds_what_was_ticked(desk: Any, tmp_path: Path) -> None:
    wanted(desk, "sheet")
    dialog = desk.window.findChild(SheetDialog)
    assert dialog.isVisible()
    for box in dialog.themes.values():
        box.setChecked(False)
    assert not dialog.save.isEnabled()
    dialog.themes["light"].setChecked(True)
    dialog.looks["web"].setChecked(False)
    assert dialog.choice().looks == ("android", "ios")
    desk.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    answer(desk, tmp_path / "sheet.png")
    small = saved(desk, tmp_path / "sheet.png")
    every = SheetChoice(("android", "ios", "web"), ("light", "dark"), ("en",), False)
    large = render_sheet(desk.program.picturing.sheet(every))
    assert large.width() > small.width()
    assert large.height() > small.height()


LANGUAGES = ("en", "es", "fr", "de", "pt_BR", "ar")


@pytest.fixture
def heavy(desk: Any) -> Any:
    """A template as long as they may be, in six languages."""
    text = ("Hello {{1}} *bold* 😀 " * 60)[:1024]
    body = [{"type": "BODY", "text": text}]
    wordings = [
        {"name": "heavy", "language": one, "category": "MARKETING", "components": body}
        for one in LANGUAGES
    ]
    desk.program.templates.importing.take_text(json.dumps(wordings), "heavy.json")
    desk.until(lambda: desk.window.templates.review is not None)
    desk.click("Import 6")
    desk.program.templates.use(("heavy", "en"))
    return desk


def test_the_window_goes_on_while_the_largest_sheet_is_drawn(
    heavy: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted in turns of the loop, not in seconds: a busy machine makes each turn longer."""
    happened: list[str] = []

    def noted(*args: Any, **options: Any) -> Generator[None, None, QImage]:
        steps = draw_sheet(*args, **options)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value
            happened.append("step")
            yield

    monkeypatch.setattr("wa_composer.preview.sheet.draw_sheet", noted)
    wanted(heavy, "sheet")
    dialog = heavy.window.findChild(SheetDialog)
    heavy.qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert not happened, "the place is asked for before the sheet is drawn"
    heart = QTimer()
    heart.timeout.connect(lambda: happened.append("beat"))
    heart.start(0)
    answer(heavy, tmp_path / "sheet.png")
    assert saved(heavy, tmp_path / "sheet.png").height() > 10_000
    heart.stop()
    assert happened.count("step") >= 3 * 2 * len(LANGUAGES), "a step for each picture"
    assert ("step", "step") not in pairwise(happened), "the window has its turn after each step"


def test_under_each_row_of_a_sheet_stands_where_its_own_wording_comes_from(heavy: Any) -> None:
    choice = SheetChoice(("android",), ("light", "dark"), ("en", "es", "ar"), False)
    sheet = heavy.program.picturing.sheet(choice)
    named = [row.note.partition("heavy ")[2][:4] for row in sheet.rows]
    assert named == ["(en)", "(en)", "(es)", "(es)", "(ar)", "(ar)"]
    assert "heavy" not in sheet.note
    noted = render_sheet(sheet).height()
    plain = render_sheet(replace(sheet, rows=tuple(replace(row, note="") for row in sheet.rows)))
    assert noted > plain.height()


def test_sample_values_fill_what_is_empty_and_nothing_else() -> None:
    wording = read_definition({
        "name": "a", "language": "en", "components": [
            {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}",
             "example": {"header_text": ["A-1"]}},
            {"type": "BODY", "text": "Hi {{1}}, {{3}}",
             "example": {"body_text": [["Ada", "unused", "Friday"]]}},
        ],
    })  # fmt: skip
    values = [{"type": "text", "text": one} for one in ("Jo", "", " ")]
    data = {
        "name": "a",
        "language": {"code": "en"},
        "components": [{"type": "body", "parameters": values}],
    }
    raw = {"messages": [{"message": {"type": "template", "template": data}}]}
    message: Any = read(raw).request.messages[0].message
    filled = with_samples(message, wording)
    assert filled.body_values == ("Jo", "", "Friday")
    assert filled.header is not None
    assert filled.header.text == "A-1"
    assert with_samples(filled, wording) is filled
    assert message.body_values == ("Jo", "", " ")
