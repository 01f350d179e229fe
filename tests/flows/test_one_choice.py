"""Pictures beside the message, on the page of templates and in the editor are drawn alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

SMALLEST = (1024, 640)


def stages(desk: Any) -> list[Any]:
    page = desk.window.templates
    return [desk.window.preview, page.detail.picture, page.editor.picture]


def how(shown: Any) -> tuple[Any, ...]:
    """What is drawn, and what its controls say."""
    (scene,) = shown.phone.canvas.scenes
    named = shown.controls
    dark = named.theme.current() == "dark"
    head = shown.phone.grab().toImage().pixelColor(shown.phone.body().center().x(), 14)
    assert (head.lightness() < 90) is dark
    assert (named.look.current(), named.side.current()) == (scene.look, scene.side)
    return scene.look, scene.side, dark


def press(desk: Any, segment: QWidget) -> None:
    desk.qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)


def test_one_choice_draws_them_all_and_comes_back(desk: Any, open_desk: Callable[[], Any]) -> None:
    desk.program.templates.editing.edit(("spring_sale", "en"))
    desk.window.templates.show_list()
    message, listed, edited = stages(desk)
    assert {how(one) for one in stages(desk)} == {("android", "customer", False)}
    press(desk, listed.controls.look.button("ios"))
    press(desk, listed.controls.side.button("business"))
    press(desk, listed.controls.theme.button("dark"))
    assert {how(one) for one in stages(desk)} == {("ios", "business", True)}
    desk.window.templates.show_editor()
    press(desk, edited.controls.look.button("web"))
    edited.phone.zoom_stepped.emit(True)
    assert {how(one) for one in stages(desk)} == {("web", "business", True)}
    assert message.phone.canvas.zoom == listed.phone.canvas.zoom == 1.25
    desk.finish(desk.program.close())
    again = open_desk()
    again.window.show_page("templates")
    listed = again.window.templates.detail.picture
    again.until(lambda: bool(listed.phone.canvas.scenes))
    assert how(listed) == ("web", "business", True)


def test_the_smallest_window_has_room_for_the_controls_and_the_whole_phone(desk: Any) -> None:
    desk.window.resize(*SMALLEST)
    desk.program.templates.editing.edit(("spring_sale", "en"))
    page = desk.window.templates
    for show, picture in (
        (page.show_list, page.detail.picture),
        (page.show_editor, page.editor.picture),
    ):
        show()
        for look in ("android", "ios", "web"):
            press(desk, picture.controls.look.button(look))
            desk.qtbot.wait(1)  # layouts are done when Qt's loop turns
            for one in (picture.controls.more, picture.controls.side, picture.controls.theme):
                assert one.isVisible()
                assert picture.rect().contains(one.geometry())
            assert picture.phone.height() >= 400
            assert picture.phone.screen_area.horizontalScrollBar().maximum() == 0


def test_the_cursor_stands_in_the_text_of_a_template_that_is_edited(desk: Any) -> None:
    desk.window.show_page("templates")
    desk.click("Edit template")
    assert desk.window.focusWidget() is desk.control("Template text")
