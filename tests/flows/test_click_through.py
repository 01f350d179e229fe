"""From the picture into the form and back, by pointer and by keys."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from wa_composer import assets

DOWN, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Return


@pytest.fixture
def open_sample(desk: Any) -> Any:
    def opened(name: str) -> Any:
        desk.finish(desk.program.filing.bring_in([str(assets.path(f"samples/{name}.wamsg"))]))
        return desk

    return opened


def parts(desk: Any) -> Any:
    return desk.control("Parts of the picture")


def middle(desk: Any, part: str) -> QPoint:
    found: QPoint = parts(desk).places(part)[0].center().toPoint()
    return found


def click(desk: Any, part: str) -> None:
    desk.qtbot.mouseClick(parts(desk), Qt.MouseButton.LeftButton, pos=middle(desk, part))


def here() -> str:
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus else ""


def test_a_click_on_the_picture_of_a_template_goes_to_its_field(desk: Any) -> None:
    for part, field in (
        ("header", "Header text"),
        ("body:0", "Body value 1"),
        ("body:1", "Body value 2"),
        ("footer", "Edit template"),
    ):
        click(desk, part)
        assert here() == field
    desk.qtbot.mouseClick(parts(desk), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert here() == "Edit template"  # beside the bubble there is nothing to go to


def test_a_value_that_is_missing_can_be_clicked_too(desk: Any) -> None:
    desk.type_into("Body value 2", "")
    desk.control("Recipients").setFocus()
    click(desk, "body:1")
    assert here() == "Body value 2"


def test_the_text_between_the_values_leads_to_the_wording(desk: Any) -> None:
    box = parts(desk).places("body")[0]
    corner = QPoint(round(box.right()) - 8, round(box.bottom()) - 8)
    desk.qtbot.mouseClick(parts(desk), Qt.MouseButton.LeftButton, pos=corner)
    assert here() == "Edit template"


def test_pictures_and_buttons_go_to_their_rows(open_sample: Any) -> None:
    desk = open_sample("spring_sale")
    click(desk, "header")
    assert here() == "Header link"
    click(desk, "button:0")
    assert here() == "Button 1 value"
    desk.type_into("Header link", "")
    desk.type_into("Header media ID", "1234")
    click(desk, "header")
    assert here() == "Header media ID"


def test_reply_buttons_and_images_too(open_sample: Any) -> None:
    desk = open_sample("reply_buttons")
    for part, field in (
        ("body", "Body"),
        ("footer", "Footer"),
        ("button:1", "Button 2 title"),
    ):
        click(desk, part)
        assert here() == field
        assert parts(desk).lit() == part
    desk = open_sample("image")
    click(desk, "header")
    assert here() == "Image link"
    click(desk, "body")
    assert here() == "Caption"


def test_the_focused_field_lights_its_part_and_nothing_shifts(desk: Any) -> None:
    phone = desk.window.preview.phone
    height = phone.canvas.sizeHint().height()
    desk.control("Recipients").setFocus()
    dull = phone.grab().toImage()
    assert parts(desk).lit() == ""
    for field, part in (
        ("Header text", "header"),
        ("Body value 2", "body:1"),
        ("Template name", ""),
    ):
        desk.control(field).setFocus()
        assert parts(desk).lit() == part
        assert (phone.grab().toImage() == dull) == (part == "")
    assert phone.canvas.sizeHint().height() == height


def test_the_light_stays_on_its_part_while_typing(desk: Any) -> None:
    desk.type_into("Body value 1", "Ada")
    assert parts(desk).lit() == "body:0"
    short = parts(desk).places("body:0")[0].width()
    desk.qtbot.keyClicks(desk.control("Body value 1"), " Lovelace")
    assert parts(desk).places("body:0")[0].width() > short


def test_keys_walk_through_the_parts_and_enter_goes_to_the_field(desk: Any) -> None:
    walk = parts(desk)
    desk.control("Recipients").setFocus()
    walk.setFocus(Qt.FocusReason.TabFocusReason)
    read = [walk.accessibleDescription()]
    for _ in range(4):
        desk.qtbot.keyClick(walk, DOWN)
        read.append(walk.accessibleDescription())
    assert [read[0], *read[2:]] == ["Order A-1042", "Jo", "Friday, 6 March", "Example Store"]
    desk.qtbot.keyClick(walk, Qt.Key.Key_Up)
    desk.qtbot.keyClick(walk, ENTER)
    assert here() == "Body value 2"
    walk.setFocus(Qt.FocusReason.TabFocusReason)
    desk.qtbot.keyClick(walk, Qt.Key.Key_Home)
    desk.qtbot.keyClick(walk, ENTER)
    assert here() == "Header text"


def test_control_enter_in_the_picture_still_sends(desk: Any) -> None:
    parts(desk).setFocus()
    desk.qtbot.keyClick(parts(desk), ENTER, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.window.log.model.rowCount() == 1)


def test_the_parts_are_a_stop_of_the_tab_key(desk: Any) -> None:
    desk.control("Light").setFocus()
    stops = []
    for _ in range(6):
        desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(here())
    assert "Parts of the picture" in stops


def test_a_field_out_of_sight_is_scrolled_to(desk: Any) -> None:
    desk.window.resize(1024, 640)
    click(desk, "body:1")
    field = desk.control("Body value 2")
    area = desk.window.form_area().viewport()
    assert area.rect().contains(field.mapTo(area, field.rect().center()))


def test_the_pointer_says_what_can_be_clicked(desk: Any) -> None:
    over = parts(desk)
    desk.qtbot.mouseMove(over, middle(desk, "body:0"))
    desk.until(lambda: over.cursor().shape() == Qt.CursorShape.PointingHandCursor)
    desk.qtbot.mouseMove(over, QPoint(2, 2))
    desk.until(lambda: over.cursor().shape() == Qt.CursorShape.ArrowCursor)


def test_a_keystroke_paints_only_what_it_changes(desk: Any) -> None:
    desk.control("Body value 2").setFocus()
    desk.qtbot.waitUntil(lambda: parts(desk).lit() == "body:1")
    QApplication.processEvents()
    seen: list[int] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                seen.append(event.region().boundingRect().height())
            return False

    watch = Watch()
    parts(desk).installEventFilter(watch)
    desk.qtbot.keyClick(desk.control("Body value 2"), Qt.Key.Key_X)
    desk.until(lambda: bool(seen))
    assert max(seen) < parts(desk).height() / 2
