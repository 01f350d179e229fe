"""Stories of the template library, in the real window."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from wa_composer.storage.templates import Templates

ADA = "+12025550123"
CARDS = ({"type": "BODY", "text": "Look"}, {"type": "CAROUSEL", "cards": [{"components": []}]})


def _one(name: str = "offer", text: str = "Hello {{1}}, look.", **more: Any) -> dict[str, Any]:
    body = {"type": "BODY", "text": text, "example": {"body_text": [["Ada"]]}}
    return {"name": name, "language": "en", "category": "MARKETING", "components": [body], **more}


def _import(desk: Any, value: object) -> None:
    desk.program.templates.importing.take_text(json.dumps(value), "a.json")
    desk.until(lambda: desk.window.templates.review is not None)


def _kept(folder: Path) -> dict[str, Any]:
    return {entry.name: entry.definition for entry in Templates(folder).entries()}


def test_a_pasted_definition_is_reviewed_used_and_sent(desk: Any, private_home: Path) -> None:
    QGuiApplication.clipboard().setText(json.dumps({"data": [_one()]}))
    desk.window.paste_requested.emit()
    desk.until(lambda: desk.window.templates.review is not None)
    assert desk.window.page() == "templates"
    desk.click("Import 1")
    assert desk.window.templates.key() == ("offer", "en")
    desk.click("Use template")
    assert desk.window.page() == "compose"
    desk.type_into("Recipients", ADA)
    desk.type_into("Body value 1", "Bo")
    desk.until(lambda: "Hello Bo, look." in desk.control("Preview").accessibleDescription())
    desk.send()
    row = desk.program.services.log.rows("", 1)[0]
    template = json.loads(row.request)["messages"][0]["message"]["template"]
    assert (template["name"], template["language"]["code"]) == ("offer", "en")
    assert "Ada" not in row.request  # an example is a hint and never sent
    desk.until(lambda: _kept(private_home).get("offer") == _one())


def test_what_differs_is_shown_before_it_is_replaced(desk: Any) -> None:
    library = desk.program.templates.library
    _import(desk, _one())
    desk.click("Import 1")
    _import(desk, [_one(text="Bye {{1}} and {{2}}."), _one("new")])
    desk.click("Import 1")
    assert library.entry("offer", "en").definition == _one()
    _import(desk, _one(text="Bye {{1}}."))
    desk.click("Replace the one in the library")
    desk.click("Replace 1")
    assert library.entry("offer", "en").definition == _one(text="Bye {{1}}.")
    notice = desk.window.templates.notice
    desk.qtbot.mouseClick(notice.buttons()[0], Qt.MouseButton.LeftButton)
    assert library.entry("offer", "en").definition == _one()


def test_a_message_being_written_that_would_break_is_named(desk: Any) -> None:
    sample = desk.program.templates.library.entry("order_update", "en")
    _import(desk, dict(sample.definition) | {"category": "MARKETING"})
    desk.click("Import 1")
    changed = json.loads(json.dumps(dict(sample.definition)))
    changed["components"][1]["text"] = "Only {{1}}."
    _import(desk, changed)
    (item,) = desk.window.templates.review.plan.items
    assert item.breaks[0].number == 1


def test_a_removed_template_comes_back(desk: Any) -> None:
    desk.window.show_page("templates")
    page = desk.window.templates
    assert page.key() == ("delivery_slot", "en")
    desk.click("Remove template")
    assert page.key() == ("order_update", "en")
    assert desk.program.templates.library.entry("delivery_slot", "en") is None
    desk.window.keys.undo.trigger()
    assert page.key() == ("delivery_slot", "en")
    desk.qtbot.keyClick(page.browser.list, Qt.Key.Key_Delete)
    assert desk.program.templates.library.entry("delivery_slot", "en") is None


def test_undoing_an_import_never_takes_what_was_typed_since(desk: Any) -> None:
    library = desk.program.templates.library
    _import(desk, [_one(), _one("other")])
    desk.click("Import 2")
    desk.program.templates.editing.edit(("offer", "en"))
    desk.type_into("Footer", "Mine")
    desk.click("Done")
    desk.window.keys.undo.trigger()
    assert library.entry("other", "en") is None
    assert library.entry("offer", "en").definition["components"][1]["text"] == "Mine"
    assert "stays as it is" in desk.window.templates.notice.text()


def test_a_favourite_stands_first_after_the_next_start(
    desk: Any, open_desk: Callable[[], Any]
) -> None:
    desk.window.show_page("templates")
    desk.program.templates.list.go_to(("spring_sale", "en"))
    desk.click("Favourite")
    desk.finish(desk.program.close())
    again = open_desk()
    again.window.show_page("templates")
    assert again.window.templates.key() == ("spring_sale", "en")


def _drop(window: Any, data: QMimeData) -> None:
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window = getattr(window, "viewport", lambda: window)()
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(9, 9), action, data, button, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), action, data, button, none))


@pytest.mark.parametrize("target", ["the window", "Recipients", "Header text"])
def test_files_dropped_on_the_window(desk: Any, tmp_path: Path, target: str) -> None:
    before = desk.program.composer.raw()
    on = desk.window if target == "the window" else desk.control(target)
    file = tmp_path / "offers.json"
    file.write_text(json.dumps([_one(), _one("other")]), encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    _drop(on, data)
    desk.until(lambda: desk.window.page() == "templates" and bool(desk.window.templates.review))
    assert desk.program.composer.raw() == before
    desk.click("Import 2")
    entry = desk.program.templates.library.entry("other", "en")
    assert entry.source == "offers.json"
    text = QMimeData()
    text.setText(json.dumps(_one("third")))
    _drop(desk.window, text)
    desk.until(lambda: desk.window.templates.review is not None)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [("no json", "This is not JSON"), ('{"messages": []}', "holds no template definition")],
)
def test_what_cannot_be_imported_is_said(
    desk: Any, tmp_path: Path, content: str, sentence: str
) -> None:
    file = tmp_path / "bad.json"
    file.write_text(content)
    desk.window.show_page("templates")
    desk.program.templates.importing.open([str(file), str(tmp_path / "missing.json")])
    desk.until(lambda: sentence in desk.window.templates.notice.text())
    assert "bad.json" in desk.window.templates.notice.text()


def test_an_export_can_be_imported_again(desk: Any, tmp_path: Path) -> None:
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    library = desk.program.templates.library
    entries = library.entries()
    desk.window.show_page("templates")
    desk.program.templates.exporting.export(entries[:1], str(one))
    desk.program.templates.exporting.export(entries, str(many))
    desk.until(lambda: str(many) in desk.window.templates.notice.text())
    assert json.loads(one.read_text(encoding="utf-8")) == entries[0].definition
    data = json.loads(many.read_text(encoding="utf-8"))["data"]
    assert data == [entry.definition for entry in entries]


def test_ten_thousand_templates_never_hold_up_the_window(desk: Any) -> None:
    many = [_one(f"template_{number}") for number in range(10_000)]
    desk.program.templates.importing.review([("many.json", many)])
    desk.until(lambda: desk.window.page() == "templates" and bool(desk.window.templates.review))
    desk.click("Import 10000")
    desk.until(lambda: len(desk.window.templates.browser.found()) == 10_003)
    desk.type_into("Search templates", "_9999")
    assert [group.name for group in desk.window.templates.browser.found()] == ["template_9999"]


def test_after_an_import_and_after_its_undo_the_cursor_is_in_the_list(desk: Any) -> None:
    _import(desk, _one())
    desk.window.activateWindow()
    desk.click("Import 1")
    browser = desk.window.templates.browser
    assert desk.window.focusWidget() is browser.list
    undo = desk.window.templates.notice.buttons()[0]
    undo.setFocus()
    desk.qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert desk.window.focusWidget() is browser.list


def test_what_cannot_be_filled_in_is_said_before_it_is_sent(desk: Any) -> None:
    desk.type_into("Recipients", ADA)
    _import(desk, _one() | {"components": [*CARDS]})
    desk.click("Import 1")
    desk.click("Use template")
    said = "has a carousel of cards, whose values this program cannot send"
    desk.until(lambda: said in desk.control("Template name").accessibleDescription())
    assert said in " ".join(f.sentence for f in desk.program.composing.faults)
    assert desk.window.action_bar.send.isEnabled()  # it may be tried all the same
