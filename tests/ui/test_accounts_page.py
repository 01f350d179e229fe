"""The accounts page: a key goes in and never comes out."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from wa_composer.ui.accounts_page import AccountsPage

ENDPOINT = "https://api.example.com/send"


@dataclass(frozen=True)
class Account:
    id: str
    name: str
    endpoint: str = ENDPOINT
    senders: tuple[str, ...] = ()
    colour: str = "#7A4FB5"
    practice: bool = False


PRACTICE = Account("practice", "Practice", "", practice=True)
SHOP = Account("a1", "Shop", senders=("+447700900100", "+447700900101"))


@pytest.fixture
def page(qtbot: QtBot) -> AccountsPage:
    page = AccountsPage(endpoint=ENDPOINT)
    qtbot.addWidget(page)
    page.show_accounts((PRACTICE, SHOP), "practice")
    page.resize(900, 640)
    page.show()
    qtbot.waitExposed(page)
    return page


def line(page: AccountsPage, name: str) -> QLineEdit:
    found = [e for e in page.findChildren(QLineEdit) if e.accessibleName() == name]
    assert len(found) == 1
    return found[0]


def session_button(page: AccountsPage) -> QPushButton:
    return next(
        b for b in page.findChildren(QPushButton) if b.text() == "Use for this session only"
    )


def test_practice_is_shown_and_cannot_be_changed(page: AccountsPage) -> None:
    page.choose("practice")
    assert not page.editor.isVisible()
    assert not page.save.isVisible()
    assert not page.remove.isVisible()


def test_saving_hands_out_what_stands_in_the_fields(page: AccountsPage, qtbot: QtBot) -> None:
    page.choose("a1")
    line(page, "Name").selectAll()
    qtbot.keyClicks(line(page, "Name"), "Shop Berlin")
    qtbot.keyClicks(line(page, "Key"), "secret-1")
    with qtbot.waitSignal(page.save_requested) as asked:
        qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert asked.args == [
        {
            "id": "a1",
            "name": "Shop Berlin",
            "endpoint": ENDPOINT,
            "senders": ["+447700900100", "+447700900101"],
            "colour": "#7A4FB5",
            "key": "secret-1",
        }
    ]


def test_a_new_account_starts_with_the_documented_endpoint(
    page: AccountsPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.add_account, Qt.MouseButton.LeftButton)
    assert line(page, "Name").hasFocus()
    values = page.editor.values()
    assert (values["id"], values["endpoint"], values["key"]) == ("", ENDPOINT, "")


def test_a_key_is_never_shown_and_is_forgotten_once_saved(page: AccountsPage, qtbot: QtBot) -> None:
    page.choose("a1")
    key = line(page, "Key")
    assert key.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(key, "secret-1")
    page.show_saved("Saved.")
    assert key.text() == ""
    key.undo()
    assert key.text() == ""


def test_what_is_known_of_a_key_is_shown_whenever_its_account_is(page: AccountsPage) -> None:
    key = line(page, "Key")
    page.choose("a1")
    page.show_key_state("a1", "kept")
    assert key.placeholderText() == "A key is kept in the keyring"
    page.choose("")
    assert key.placeholderText() == "No key yet"
    page.choose("a1")
    assert key.placeholderText() == "A key is kept in the keyring"
    page.show_key_state("a1", "session")
    assert key.placeholderText() == "A key is kept until the program ends"


def test_a_new_account_survives_a_new_list(page: AccountsPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.add_account, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line(page, "Name"), "Berlin")
    page.show_accounts((PRACTICE, SHOP, Account("b2", "Other")), "practice")
    assert page.editor.values()["name"] == "Berlin"
    assert page.chosen() == ""


def test_another_account_never_gets_the_typed_key(page: AccountsPage, qtbot: QtBot) -> None:
    page.show_accounts((PRACTICE, SHOP, Account("b2", "Other")), "practice")
    page.choose("a1")
    qtbot.keyClicks(line(page, "Key"), "secret-1")
    page.choose("b2")
    assert page.editor.values()["key"] == ""


def test_a_problem_stands_beside_its_field(page: AccountsPage) -> None:
    page.choose("a1")
    page.show_problem("endpoint", "The endpoint must begin with https://")
    assert page.editor.fields["endpoint"].below() == "The endpoint must begin with https://"
    assert line(page, "Endpoint").hasFocus()
    assert "https" in line(page, "Endpoint").accessibleDescription()


def test_removing_asks_in_place(page: AccountsPage, qtbot: QtBot) -> None:
    asked: list[str] = []
    page.remove_requested.connect(asked.append)
    page.choose("a1")
    qtbot.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.remove_no, Qt.MouseButton.LeftButton)
    assert asked == []
    assert not page.remove_yes.isVisible()
    qtbot.mouseClick(page.remove, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.remove_yes, Qt.MouseButton.LeftButton)
    assert asked == ["a1"]


def test_session_only_is_offered_when_the_keyring_fails_and_keeps_the_typed_key(
    page: AccountsPage, qtbot: QtBot
) -> None:
    page.choose("a1")
    assert not session_button(page).isVisible()
    qtbot.keyClicks(line(page, "Key"), "secret-1")
    page.offer_session_only("The keyring did not answer.")
    with qtbot.waitSignal(page.session_requested) as asked:
        qtbot.mouseClick(session_button(page), Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert asked.args[0]["key"] == "secret-1"


def test_the_default_is_marked_in_words_and_typing_survives_choosing_it(
    page: AccountsPage, qtbot: QtBot
) -> None:
    page.choose("a1")
    qtbot.keyClicks(line(page, "Name"), " 2")
    with qtbot.waitSignal(page.default_requested) as asked:
        qtbot.mouseClick(page.make_default, Qt.MouseButton.LeftButton)
    assert asked.args == ["a1"]
    page.show_accounts((PRACTICE, SHOP), "a1")
    assert not page.make_default.isVisible()
    assert line(page, "Name").text() == "Shop 2"


def test_colours_have_names_and_a_foreign_one_is_kept(page: AccountsPage, qtbot: QtBot) -> None:
    page.show_accounts((PRACTICE, Account("c", "C", colour="#123456")), "practice")
    page.choose("c")
    assert page.editor.values()["colour"] == "#123456"
    green = next(b for b in page.editor.swatches.findChildren(object) if _name(b) == "Green")
    qtbot.mouseClick(green, Qt.MouseButton.LeftButton)
    assert page.editor.values()["colour"] == "#2B7A55"


def test_while_saving_a_second_press_does_nothing(page: AccountsPage, qtbot: QtBot) -> None:
    page.choose("a1")
    page.show_busy(True)
    with qtbot.assertNotEmitted(page.save_requested):
        qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
        qtbot.keyClick(line(page, "Name"), Qt.Key.Key_Return)


def _name(thing: object) -> str:
    reader = getattr(thing, "accessibleName", None)
    return str(reader()) if callable(reader) else ""
