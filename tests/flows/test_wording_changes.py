"""Another wording under values that are typed already: each stays with its placeholder."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from offer_template import HELLO, TURNED, offer, picture, put, type_message, values
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from wa_composer.storage.templates import Templates


def test_an_import_turns_the_placeholders_round(desk: Any) -> None:
    type_message(desk)
    desk.program.templates.importing.take_text(json.dumps(offer(TURNED)), "a.json")
    desk.until(lambda: desk.window.templates.review is not None)
    (item,) = desk.window.templates.review.plan.items
    assert not item.breaks  # the values know what they were typed for, and follow
    desk.click("Replace the one in the library")
    desk.click("Replace 1")
    desk.window.show_page("compose")
    desk.until(lambda: "Order 42 for Ada is here." in picture(desk))
    assert values(desk) == ["42", "Ada"]
    raw = desk.program.composing.composer.draft.request.messages[0].message
    assert raw.body_values == ("42", "Ada")  # what would be sent


def test_of_a_message_from_a_file_nobody_knows_what_its_values_are_for(
    desk: Any, tmp_path: Path
) -> None:
    put(desk, offer(HELLO))
    given = [{"type": "text", "text": text} for text in ("Ada", "42")]
    body = {"type": "body", "parameters": given}
    template = {"name": "offer", "language": {"code": "en"}, "components": [body]}
    sent = [
        {"phoneNumber": number, "message": {"type": kind, kind: made}}
        for number, kind, made in (("", "image", {"link": ""}), ("", "template", template))
    ]
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"messages": sent}))
    desk.program.filing.open([str(file)])
    desk.until(lambda: "Opened" in desk.notice())
    desk.program.templates.importing.take_text(json.dumps(offer(TURNED)), "b.json")
    desk.until(lambda: desk.window.templates.review is not None)
    (broken,) = desk.window.templates.review.plan.items[0].breaks
    assert broken.number == 2
    assert str(broken.reasons[0]).startswith("Body value 1 was written for {{name}}")
    desk.click("Cancel import")
    desk.window.show_page("compose")
    desk.click("Next message")  # what is shown is seen to stand for this and that, and follows
    desk.click("Previous message")
    desk.program.templates.importing.take_text(json.dumps(offer(TURNED)), "b.json")
    desk.until(lambda: desk.window.templates.review is not None)
    assert not desk.window.templates.review.plan.items[0].breaks


def test_the_editor_puts_a_placeholder_before_the_others(desk: Any) -> None:
    type_message(desk)
    desk.click("Edit template")
    desk.type_into("Template text", "Hi {{title}} {{name}}, order {{order}} is here.")
    desk.click("Done")
    desk.until(lambda: "Hi {{title}} Ada, order 42 is here." in picture(desk))
    desk.type_into("Body value 1", "Dr")
    assert "Hi Dr Ada, order 42 is here." in picture(desk)


def test_undo_to_before_another_wording_brings_the_values_into_its_places(desk: Any) -> None:
    type_message(desk)
    desk.type_into("Body value 2", "43")
    put(desk, offer(TURNED))
    desk.until(lambda: "Order 43 for Ada is here." in picture(desk))
    form = desk.pane.form_of("template")
    while form.undo():
        if values(desk)[:2] == ["42", "Ada"]:
            break
    assert "Order 42 for Ada is here." in picture(desk)


def test_a_placeholder_in_another_word_keeps_its_value(desk: Any) -> None:
    type_message(desk)
    put(desk, offer(HELLO.replace("name", "first_name")))
    desk.until(lambda: "Hi Ada, order 42" in picture(desk))
    assert values(desk) == ["Ada", "42"]


def test_links_that_change_places_take_their_values_along(desk: Any) -> None:
    links = [
        {"type": "URL", "text": label, "url": f"https://{label.lower()}.example.com/{{{{1}}}}"}
        for label in ("Shop", "Track", "Help")
    ]
    put(desk, offer("Hi there.", *links))
    desk.program.templates.use(("offer", "en"))
    for number, value in enumerate(("shoes", "parcel", "me"), start=1):
        desk.type_into(f"Button {number} value", value)
    before = len(values(desk))
    put(desk, offer("Hi there.", links[1], links[0], links[2]))
    desk.until(lambda: values(desk)[-3:] == ["parcel", "shoes", "me"])
    put(desk, offer("Hi there.", links[1], links[2] | {"text": "Help me"}))
    desk.until(lambda: len(values(desk)) == before - 1)
    assert values(desk)[-2:] == ["parcel", ""]  # "shoes" was never for help


def test_an_import_over_a_sample_says_so_and_what_would_break(desk: Any) -> None:
    body = {"type": "BODY", "text": "No values."}
    made = {"name": "order_update", "language": "en", "category": "UTILITY", "components": [body]}
    desk.program.templates.importing.take_text(json.dumps(made), "a.json")
    desk.until(lambda: desk.window.templates.review is not None)
    review = desk.window.templates.review
    shown = review.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert shown == "order_update (en): instead of the sample"
    said = [one.text() for one in review.findChildren(QLabel) if one.isVisible()]
    assert "order_update (en) takes the place of the sample of that name." in said
    assert [one for one in said if one.startswith("Message 1 of your draft would no longer fit")]


def test_what_others_wrote_is_shown_to_whoever_comes_back(desk: Any, private_home: Path) -> None:
    type_message(desk)
    desk.until(lambda: desk.program.library.is_saved)
    Templates(private_home).put(offer(TURNED))
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowActivate))
    desk.until(lambda: "Order 42 for Ada is here." in picture(desk))
    assert values(desk) == ["42", "Ada"]
    Templates(private_home).put(offer("Hi {{name}}, {{order}} and {{third}}."))
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.WindowActivate))
    desk.until(lambda: "Hi Ada, 42 and {{third}}." in picture(desk))
    desk.type_into("Body value 3", "more")
    assert "Hi Ada, 42 and more." in picture(desk)


def test_messages_beside_the_one_on_the_screen_follow_as_well(desk: Any) -> None:
    type_message(desk)
    desk.click("Add message")
    desk.program.templates.use(("offer", "en"))
    desk.click("Edit template")
    desk.type_into("Template text", TURNED)
    desk.click("Done")
    messages = desk.program.composing.composer.draft.request.messages
    assert messages[0].message.body_values == ("42", "Ada")  # what would be sent
    desk.click("Previous message")
    assert "Order 42 for Ada is here." in picture(desk)
    assert values(desk) == ["42", "Ada"]


def test_a_draft_follows_a_wording_that_changed_while_nobody_looked(
    desk: Any, open_desk: Callable[..., Any], private_home: Path
) -> None:
    type_message(desk)
    desk.finish(desk.program.close())
    Templates(private_home).put(offer(TURNED))
    again = open_desk()
    assert values(again) == ["42", "Ada"]
    assert "Order 42 for Ada is here." in picture(again)
    again.type_into("Body value 2", "Bo")
    assert "Order 42 for Bo is here." in picture(again)


def test_names_instead_of_numbers_keep_the_values_and_numbers_take_none_of_a_sample(
    desk: Any,
) -> None:
    type_message(desk, HELLO.replace("name", "1").replace("order}", "2}"))
    put(desk, offer(HELLO))
    desk.until(lambda: "Hi Ada, order 42" in picture(desk))
    assert values(desk) == ["Ada", "42"]
    put(desk, offer("Hi {{1}}, order {{2}} and {{3}} is here."))
    desk.until(lambda: "Hi Ada, order 42 and {{3}}" in picture(desk))
    assert values(desk) == ["Ada", "42", ""]
    put(desk, offer("Hi {{1}}."))
    desk.until(lambda: values(desk) == ["Ada"])
    desk.pane.form.undo()
    assert values(desk) == ["Ada"]


def test_a_wording_with_more_values_takes_none_of_the_sample_message(desk: Any) -> None:
    put(desk, offer("Hi {{1}} is here."))
    desk.program.templates.use(("offer", "en"))
    desk.type_into("Body value 1", "Ada")
    put(desk, offer("Hi {{1}}, order {{2}} is here."))
    desk.until(lambda: "order {{2}}" in picture(desk))
    assert values(desk) == ["Ada", ""]
    assert [fault.level for fault in desk.program.composing.faults] == ["error"]
