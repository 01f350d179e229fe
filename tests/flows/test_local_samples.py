"""A picture on this computer in the place of one that is not on the web yet: shown, never sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from link_server import SVG, png, png_head
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

MIB = 1024 * 1024


@pytest.fixture
def desk(open_desk: Callable[..., Any]) -> Any:
    """The program with an empty image message."""
    desk = open_desk()
    desk.click("Image")
    return desk


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "marked-name.png"
    file.write_bytes(png(60, 30))
    return file


def told(desk: Any) -> str:
    return str(desk.window.preview.phone.canvas.accessibleDescription())


def use(desk: Any, file: Path) -> None:
    """Choose a file in the dialog."""
    desk.click("Use a picture on this computer")
    (dialog,) = desk.window.findChildren(QFileDialog)
    dialog.selectFile(str(file))
    dialog.fileSelected.emit(str(file))
    dialog.close()


def test_a_chosen_file_is_shown_stamped_and_can_be_taken_away(desk: Any, picture: Path) -> None:
    use(desk, picture)
    desk.until(lambda: "local sample" in told(desk))
    assert desk.window.preview.phone.canvas.images
    desk.click("Remove the local sample")
    assert "local sample" not in told(desk)
    assert not desk.window.preview.phone.canvas.images


def test_it_is_in_no_message_no_draft_and_no_file(
    desk: Any, picture: Path, tmp_path: Path, private_home: Path
) -> None:
    before = desk.program.composer.raw()
    use(desk, picture)
    desk.until(lambda: "local sample" in told(desk))
    assert desk.program.composer.raw() == before
    assert "marked-name" not in json.dumps(desk.program.composer.state())
    desk.program.filing.save(str(tmp_path / "out.wamsg"))
    desk.until(lambda: "Saved" in desk.notice())
    desk.finish(desk.program.close())
    kept = [file for file in private_home.rglob("*") if file.is_file()]
    for file in [tmp_path / "out.wamsg", *kept]:
        assert b"marked-name" not in file.read_bytes()


def test_each_message_has_its_own(desk: Any, picture: Path) -> None:
    use(desk, picture)
    desk.until(lambda: "local sample" in told(desk))
    desk.click("Add message")
    assert "local sample" not in told(desk)
    desk.click("Previous message")
    assert "local sample" in told(desk)


def test_a_file_above_the_limit_is_drawn_and_said(desk: Any, tmp_path: Path) -> None:
    file = tmp_path / "big.png"
    file.write_bytes(png(60, 30) + bytes(6 * MIB))
    use(desk, file)
    sentence = "6.1 MB: more than the 5 MB WhatsApp takes."
    desk.until(lambda: sentence in told(desk))
    assert desk.window.preview.phone.canvas.images
    field = desk.pane.form.field("image.link")
    field.touch()
    assert f"The local sample: {sentence}" in [f.sentence for f in desk.program.composing.faults]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.svg", SVG, "SVG file: WhatsApp takes JPEG or PNG."),
        ("a.png", b"", "The file is empty."),
        ("a.png", png_head(30_000, 30_000), "30000 × 30000 points"),
        ("a.png", png()[:-20], "The picture is damaged"),
        ("a.txt", b"only words", "This is no picture"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    desk: Any, tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    use(desk, file)
    desk.until(lambda: why in desk.notice())
    assert name in desk.notice()
    assert "local sample" not in told(desk)


def test_a_file_that_has_gone_is_said(desk: Any, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.png", tmp_path):
        desk.window.notice.dismiss()
        desk.program.media.samples.use(str(path))
        desk.until(lambda: "cannot be shown" in desk.notice())


@pytest.mark.parametrize("inside", [True, False])
def test_a_file_is_dropped_onto_the_picture_and_nowhere_else(
    desk: Any, picture: Path, inside: bool
) -> None:
    canvas = desk.window.preview.phone.canvas
    box = canvas.box_of("header")
    point = box.center() if inside else QPointF(box.right() + 8, box.bottom() + 40)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture))])
    how = (
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(point.toPoint(), *how)
    QApplication.sendEvent(canvas, enter)
    drop = QDropEvent(point, *how)
    QApplication.sendEvent(canvas, drop)
    if inside:
        desk.until(lambda: "local sample" in told(desk))
    else:
        desk.qtbot.wait(0)
        assert not desk.program.media.samples._kept
        assert "local sample" not in told(desk)
