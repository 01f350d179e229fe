"""The picture of a template goes out of the program as the message's does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from wa_composer.message.library import Entry


def press(controls: Any, label: str) -> None:
    """Choose from the menu over the picture."""
    menu = controls.menu()
    next(action for action in menu.actions() if action.text() == label).trigger()
    menu.deleteLater()


@pytest.fixture(params=["list", "editor"])
def picture(desk: Any, request: pytest.FixtureRequest) -> Any:
    """The picture beside the list, or the one beside the editor."""
    raw = {"name": "a/b: c", "language": "en", "components": [{"type": "BODY", "text": "Hello"}]}
    desk.program.templates.library.change([Entry("a/b: c", "en", raw)])
    desk.program.templates.list.go_to(("a/b: c", "en"))
    page = desk.window.templates
    desk.until(lambda: page.detail.key() == ("a/b: c", "en"))
    if request.param == "list":
        return page.detail.picture
    desk.click("Edit template")
    return page.editor.picture


def test_a_template_is_copied_as_it_is_drawn(desk: Any, picture: Any) -> None:
    QGuiApplication.clipboard().clear()
    press(picture.controls, "Copy picture")
    light = QGuiApplication.clipboard().image()
    assert light.width() == 720
    assert "copied" in desk.window.templates.notice.text()
    picture.controls.look.button("ios").click()
    picture.controls.theme.button("dark").click()
    press(picture.controls, "Copy picture")
    dark = QGuiApplication.clipboard().image()
    assert dark.width() == 780
    assert dark.pixelColor(2, 2).lightness() < light.pixelColor(2, 2).lightness()


def test_a_template_is_saved_under_its_name_as_far_as_a_file_can_bear_it(
    desk: Any, picture: Any, tmp_path: Path
) -> None:
    press(picture.controls, "Save picture…")
    dialog = desk.window.findChild(QFileDialog)
    offered = Path(dialog.selectedFiles()[0])
    assert (offered.parent.is_dir(), offered.name) == (True, "a_b_ c.png")
    dialog.selectFile(str(tmp_path / "a.png"))
    dialog.accept()
    desk.until(lambda: str(tmp_path / "a.png") in desk.window.templates.notice.text())
    assert QImage(str(tmp_path / "a.png")).width() == 720


def test_a_sheet_is_of_the_message_alone(desk: Any, picture: Any) -> None:
    def said(controls: Any) -> list[str]:
        menu = controls.menu()
        texts = [action.text() for action in menu.actions()]
        menu.deleteLater()
        return texts

    assert "Save sheet for sign-off…" not in said(picture.controls)
    assert "Save sheet for sign-off…" in said(desk.window.preview.controls)
