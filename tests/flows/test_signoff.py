"""What a sheet for sign-off says beside its pictures."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QTextLayout
from PySide6.QtWidgets import QFileDialog

from wa_composer.message.library import Entry
from wa_composer.preview.sheet import render_sheet
from wa_composer.ui.sheet_dialog import SheetChoice

LINK = {"type": "URL", "text": "See it", "url": "https://example.com/o/{{1}}"}
CALL = {"type": "PHONE_NUMBER", "text": "Call us", "phone_number": "+12025550140"}
REPLY = {"type": "QUICK_REPLY", "text": "Stop"}
OFFER = {
    "name": "offer",
    "language": "en",
    "category": "MARKETING",
    "components": [
        {"type": "HEADER", "format": "IMAGE"},
        {"type": "BODY", "text": "Hello {{1}}, look."},
        {"type": "BUTTONS", "buttons": [LINK, CALL, REPLY]},
    ],
}
CHOICE = SheetChoice(("android", "web"), ("light",), ("en",), False)


def _described(desk: Any) -> str:
    return str(desk.control("Preview").accessibleDescription())


def _use(desk: Any) -> None:
    desk.program.templates.importing.take_text(json.dumps(OFFER), "a.json")
    desk.until(lambda: desk.window.templates.review is not None)
    desk.click("Import 1")
    desk.click("Use template")


def test_everything_that_is_not_filled_in_counts(desk: Any) -> None:
    _use(desk)
    desk.type_into("Body value 1", "")
    desk.until(lambda: "{{1}}" in desk.control("Preview").accessibleDescription())
    bare = desk.program.picturing.sheet(CHOICE)
    desk.type_into("Body value 1", "Bo")
    desk.until(lambda: "Hello Bo" in desk.control("Preview").accessibleDescription())
    told = desk.program.picturing.sheet(CHOICE)
    stamps = [sheet.rows[0].cells[0].stamps for sheet in (bare, told)]
    assert stamps == [("4 not filled in",), ("3 not filled in",)]
    assert told.legend == ("See it: https://example.com/o/{{1}}", "Call us: +1 202 555 0140")
    assert re.search(r"imported on \d+ \w+ \d{4}", told.rows[0].note)
    assert render_sheet(replace(told, legend=())).height() < render_sheet(told).height()


def test_a_picture_that_was_not_loaded_is_no_picture_that_was_approved(desk: Any) -> None:
    _use(desk)
    desk.type_into("Body value 1", "Bo")
    desk.type_into("Header link", "https://example.com/spring.jpg")
    desk.until(lambda: "spring.jpg" in desk.control("Preview").accessibleDescription())
    cell = desk.program.picturing.sheet(CHOICE).rows[0].cells[0]
    assert cell.stamps == ("Picture not loaded", "2 not filled in")


def test_the_code_that_a_button_copies_is_listed_also_behind_all_options(desk: Any) -> None:
    made = json.loads(json.dumps(OFFER))
    code = {"type": "COPY_CODE", "example": "250FF"}
    made["components"][2]["buttons"] = [LINK, CALL, LINK | {"text": "Or this"}, code]
    desk.program.templates.library.change([Entry("offer", "en", made)])
    desk.program.templates.use(("offer", "en"))
    android = replace(CHOICE, looks=("android",))
    bare = desk.program.picturing.sheet(android)
    (cell,) = bare.rows[0].cells
    assert [button.type for button in cell.scene.more] == ["url", "copy_code"]
    assert bare.legend[-1] == "Copy code: not filled in"
    component = {
        "type": "button",
        "sub_type": "copy_code",
        "index": "3",
        "parameters": [{"type": "coupon_code", "coupon_code": "TULIPS20"}],
    }
    message = desk.pane.message()
    message["template"]["components"].append(component)
    desk.program.composer.load({"messages": [{"phoneNumber": "", "message": message}]})
    desk.program.composing.show_composer()
    given = desk.program.picturing.sheet(android)
    assert given.legend[-1] == "Copy code: TULIPS20"
    stamps = [int(sheet.rows[0].cells[0].stamps[0].split()[0]) for sheet in (bare, given)]
    assert stamps[0] == stamps[1] + 1


def test_no_reply_behind_all_options_is_approved_unseen(desk: Any) -> None:
    replies = [REPLY | {"text": text} for text in ("One", "Two", "Three", "Four")]
    for shown in (replies, replies[:3]):
        made = json.loads(json.dumps(OFFER))
        made["components"][2]["buttons"] = shown
        desk.program.templates.library.change([Entry("offer", "en", made)])
        desk.program.templates.use(("offer", "en"))
        last = "See all options" if shown is replies else "Three"
        desk.until(lambda last=last: last in _described(desk))
        sheet = desk.program.picturing.sheet(replace(CHOICE, looks=("android",)))
        (cell,) = sheet.rows[0].cells
        behind = [button.label for button in cell.scene.more]
        assert sheet.legend == tuple(f"{label}: Quick reply" for label in behind)
        assert behind == (["Three", "Four"] if shown is replies else [])


def test_only_pictures_with_sample_values_are_stamped_so(desk: Any) -> None:
    body = {"type": "BODY", "text": "Hello {{1}}, look.", "example": {"body_text": [["Ada"]]}}
    made = {"name": "hello", "language": "en", "category": "MARKETING", "components": [body]}
    desk.program.templates.library.change([Entry("hello", "en", made)])
    desk.program.templates.use(("hello", "en"))
    stamps = []
    for value, samples in (("", True), ("", False), ("Bo", True)):
        desk.type_into("Body value 1", value)
        desk.until(lambda value=value: (value or "{{1}}") in _described(desk))
        sheet = desk.program.picturing.sheet(replace(CHOICE, samples=samples))
        stamps.append(sheet.rows[0].cells[0].stamps)
    assert stamps == [("Sample values",), ("1 not filled in",), ()]


def test_picture_and_sheet_are_offered_under_names_of_their_own(desk: Any) -> None:
    _use(desk)
    names = []
    for what in ("save", "sheet"):
        desk.window.preview.controls.wanted.emit(what)
        if what == "sheet":
            desk.program.picturing._choose_place_for_sheet(CHOICE)
        dialog = desk.window.findChildren(QFileDialog)[-1]
        names.append(Path(dialog.selectedFiles()[0]).name)
        dialog.reject()
    assert names == ["offer.png", "offer-sheet.png"]


ARABIC: dict[str, Any] = {
    "name": "offer",
    "language": "ar",
    "components": [
        {"type": "BODY", "text": "مرحبا {{1}}"},
        {"type": "BUTTONS", "buttons": [CALL | {"text": "اتصل بنا"}]},
    ],
}


def test_a_number_reads_from_left_to_right_beside_an_arabic_label(desk: Any) -> None:
    desk.program.templates.importing.take_text(json.dumps([OFFER, ARABIC]), "a.json")
    desk.until(lambda: desk.window.templates.review is not None)
    desk.click("Import 2")
    desk.click("Use template")
    sheet = desk.program.picturing.sheet(replace(CHOICE, languages=("en", "ar")))
    (line,) = [one for one in sheet.legend if one.startswith("ar")]
    layout = QTextLayout(line)
    layout.beginLayout()
    drawn = layout.createLine()
    layout.endLayout()
    number = [drawn.cursorToX(line.index(part))[0] for part in ("+1", "202", "555", "0140")]
    assert number == sorted(number)


def test_all_pictures_of_a_row_have_one_edge(desk: Any) -> None:
    _use(desk)  # on the web this template is a short notice
    sheet = replace(desk.program.picturing.sheet(CHOICE), legend=())
    image = render_sheet(sheet, scale=1)
    white, feet = QColor("#FFFFFF").rgb(), []
    for right in (32 + 360, 32 + 360 + 28 + 520):
        column = [image.pixel(right - 10, y) for y in range(140, image.height())]
        feet.append(column.index(white))
    assert feet[0] == feet[1] > 200
