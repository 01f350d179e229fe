"""Accounts that change while they are in use: nothing goes where nobody meant it to go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from drawer import Drawer
from live_endpoint import Endpoint

from wa_composer.storage import keys
from wa_composer.storage.accounts import PRACTICE, Account, Accounts

NUMBER = "+12025550100"


@pytest.fixture
def drawer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Drawer]:
    drawer = Drawer()
    monkeypatch.setattr(keys, "find_backend", lambda: drawer)
    yield drawer
    drawer.gate.set()


@pytest.fixture
def stored(private_home: Path, endpoint: Endpoint, drawer: Drawer) -> Accounts:
    """Accounts as another process sees them: Shop, and Main, which is the default."""
    private_home.mkdir(mode=0o700)
    accounts = Accounts(private_home)
    for name in ("Shop", "Main"):
        accounts.save(Account(name.lower(), name, endpoint.url, (NUMBER,), "#1F6FB2"))
        drawer.kept[keys.SERVICE_PREFIX + name.lower()] = f"key-of-{name}"
    accounts.set_default("main")
    return accounts


@pytest.fixture
def desk(stored: Accounts, open_desk: Callable[..., Any]) -> Any:
    """A window in which Shop is chosen, with its number."""
    desk = open_desk()
    choose(desk, "Shop")
    desk.program.composer.choose_account("shop", NUMBER)
    return desk


def choose(desk: Any, name: str) -> None:
    combo = desk.control("Account")
    index = combo.findText(name)
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def press(desk: Any) -> None:
    """Press Send and wait for what the window says to it."""
    desk.window.action_bar.press()
    desk.until(lambda: bool(desk.notice()))
    desk.until(lambda: not desk.program.composing.busy)


def test_a_press_sends_through_the_account_as_it_is_now(
    desk: Any, stored: Accounts, endpoint: Endpoint
) -> None:
    stored.save(replace(stored.all()[1], name="Shop Berlin"))
    desk.send()
    assert desk.log_row()["Account"] == "Shop Berlin"
    assert desk.control("Account").currentText() == "Shop Berlin"
    ((headers, _body),) = endpoint.seen
    assert headers["X-INS-AUTH-KEY"] == "key-of-Shop"


def test_an_account_that_is_gone_sends_nothing_and_practice_takes_over(
    desk: Any, stored: Accounts, endpoint: Endpoint
) -> None:
    stored.remove("shop")
    press(desk)
    assert "Shop is not there any more" in desk.notice()
    assert endpoint.seen == []
    assert desk.program.accounts.account == PRACTICE
    assert desk.control("Account").currentText() == "Practice"
    assert desk.program.composer.sender is None
    assert desk.program.composer.account_id == PRACTICE.id
    desk.send()
    assert desk.log_row()["Account"] == "Practice"
    assert endpoint.seen == []


def test_an_account_that_another_program_made_the_default_waits_to_be_chosen(
    open_desk: Callable[..., Any], stored: Accounts
) -> None:
    stored.set_default(PRACTICE.id)
    desk = open_desk()
    assert desk.control("Account").currentText() == "Practice"
    stored.set_default("main")
    desk.program.accounts.show()
    assert desk.control("Account").currentText() == "Practice"
    desk.window.show_page("accounts")
    desk.window.accounts.choose("shop")
    desk.click("Make default")
    desk.until(lambda: desk.program.accounts.account.name == "Shop")


def test_choosing_what_is_gone_or_cannot_be_read_leaves_practice_in_use(
    desk: Any, stored: Accounts, private_home: Path
) -> None:
    stored.remove("main")
    choose(desk, "Main")
    assert desk.control("Account").currentText() == "Practice"
    assert "not there any more" in desk.notice()
    file = private_home / "accounts.json"
    file.unlink()
    file.mkdir()
    desk.program.accounts.choose("shop")
    assert "accounts.json" in desk.notice()
    assert desk.control("Account").currentText() == "Practice"


def test_nothing_is_sent_through_an_account_whose_key_is_being_stored(
    desk: Any, endpoint: Endpoint, drawer: Drawer
) -> None:
    drawer.gate.clear()
    desk.window.show_page("accounts")
    desk.window.accounts.choose("shop")
    desk.type_into("Key", "key-new")
    desk.click("Save")
    desk.window.show_page("compose")
    press(desk)
    assert "being changed" in desk.notice()
    assert endpoint.seen == []
    drawer.gate.set()
    desk.until(lambda: "in the keyring" in said(desk))
    desk.send()
    assert endpoint.seen[0][0]["X-INS-AUTH-KEY"] == "key-new"


def said(desk: Any) -> str:
    """What the page of accounts says below the form."""
    return str(desk.window.accounts._said.text())


def test_a_key_never_meets_an_address_it_was_not_entered_for(
    desk: Any, stored: Accounts, drawer: Drawer
) -> None:
    desk.window.show_page("accounts")
    page = desk.window.accounts
    page.choose("shop")
    desk.type_into("Endpoint", "https://example.com/send")
    desk.click("Save")
    desk.until(lambda: "belongs to the endpoint" in page.editor.fields["key"].below())
    assert drawer.kept[keys.SERVICE_PREFIX + "shop"] == "key-of-Shop"
    desk.type_into("Key", "key-new")
    desk.click("Save")
    desk.until(lambda: "in the keyring" in said(desk))
    shop = stored.by_name("Shop")
    assert shop is not None
    assert shop.endpoint == "https://example.com/send"
    assert drawer.kept[keys.SERVICE_PREFIX + shop.id] == "key-new"
    assert "key-of-Shop" not in drawer.kept.values()
    assert page.chosen() == shop.id == desk.program.accounts.account.id
    assert desk.control("Key").placeholderText() == "A key is kept in the keyring"
    assert desk.program.composer.sender == NUMBER


def test_removing_the_account_in_use_takes_its_key_and_leaves_practice(
    desk: Any, stored: Accounts, drawer: Drawer
) -> None:
    desk.window.show_page("accounts")
    desk.window.accounts.choose("shop")
    desk.click("Remove")
    desk.click("Remove account and key")
    desk.until(lambda: desk.program.accounts.account == PRACTICE)
    assert stored.by_name("Shop") is None
    assert drawer.kept == {keys.SERVICE_PREFIX + "main": "key-of-Main"}
    assert desk.program.composer.sender is None
