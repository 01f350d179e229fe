"""Settings, drafts, templates and accounts: what is put in comes out, also in the next run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wa_composer.storage.accounts import PRACTICE, Account, Accounts
from wa_composer.storage.drafts import Drafts
from wa_composer.storage.errors import StorageProblem
from wa_composer.storage.settings import Settings
from wa_composer.storage.templates import Templates

SHOP = Account("a1", "Shop", "https://example.com/send", ("+12025550111",), "#1F6FB2")


def definition(name: str, language: str, text: str) -> dict[str, Any]:
    return {
        "name": name,
        "language": language,
        "category": "UTILITY",
        "components": [{"type": "BODY", "text": text}],
    }


@given(
    state=st.dictionaries(
        st.text(st.characters(codec=None, exclude_categories=()), max_size=8),
        st.text(st.characters(codec=None, exclude_categories=()), max_size=30)
        | st.lists(st.integers() | st.none(), max_size=3),
        max_size=5,
    )
)
def test_any_draft_comes_back(state: dict[str, Any], tmp_path: Path) -> None:
    Drafts(tmp_path).save(state)
    assert Drafts(tmp_path).load() == state


def test_no_draft_at_first(tmp_path: Path) -> None:
    assert Drafts(tmp_path).load() is None


@pytest.mark.logs_warnings
def test_a_draft_that_could_not_be_used_is_never_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "draft.json"
    path.write_text("what somebody typed")
    drafts = Drafts(tmp_path)
    with pytest.raises(StorageProblem, match="no sense"):
        drafts.load()
    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", _refuse)
        with pytest.raises(StorageProblem, match="cannot be set aside"):
            drafts.set_aside()
        with pytest.raises(StorageProblem, match="cannot be set aside"):
            drafts.save({"new": 1})
    assert path.read_text() == "what somebody typed"
    drafts.save({"new": 1})
    (kept,) = tmp_path.glob("draft.json.corrupt-*")
    assert kept.read_text() == "what somebody typed"
    assert drafts.load() == {"new": 1}
    path.unlink()
    assert drafts.set_aside() is None


def _refuse(_path: Path, _target: object) -> None:
    raise OSError(13, "Permission denied")


def test_settings_last(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.get("theme", "light") == "light"
    settings.set("theme", "dark")
    settings.set("splitter", [1, 2])
    again = Settings(tmp_path)
    assert (again.get("theme", None), again.get("splitter", None)) == ("dark", [1, 2])


@pytest.mark.logs_warnings
def test_damaged_settings_are_set_aside(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("[]")
    assert Settings(tmp_path).get("theme", "light") == "light"
    assert len(list(tmp_path.glob("settings.json.corrupt-*"))) == 1


def test_a_users_wording_wins_over_a_sample(tmp_path: Path) -> None:
    shipped = [definition("order", "en", "shipped"), definition("other", "en", "shipped")]
    templates = Templates(tmp_path, shipped)
    templates.put(definition("order", "en", "mine"))
    templates.put(definition("order", "tr", "benim"))
    again = Templates(tmp_path, shipped)
    assert again.get("order", "en") == definition("order", "en", "mine")
    assert again.get("other", "en") == definition("other", "en", "shipped")
    assert again.get("order", "de") is None
    assert [(one["name"], one["language"]) for one in again.all()] == [
        ("order", "en"),
        ("order", "tr"),
        ("other", "en"),
    ]


def test_practice_is_there_first_and_the_default(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path)
    assert accounts.all() == (PRACTICE,)
    assert accounts.default() == PRACTICE
    assert list(tmp_path.iterdir()) == []


def test_accounts_last(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path)
    other = replace(SHOP, id="a2", name="Other")
    accounts.save(SHOP)
    accounts.save(other)
    accounts.set_default("a2")
    again = Accounts(tmp_path)
    assert again.all() == (PRACTICE, SHOP, other)
    assert again.default() == other
    assert again.by_name("shop") == SHOP
    assert again.by_name("Nobody") is None
    assert again.by_id("a1") == SHOP
    again.save(replace(SHOP, name="Renamed"))
    assert [account.name for account in accounts.all()] == ["Practice", "Renamed", "Other"]
    accounts.remove("a2")
    assert accounts.default() == PRACTICE


def test_an_id_is_random_and_a_colour_is_free(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path)
    assert accounts.new_id() != accounts.new_id()
    first = accounts.next_colour()
    accounts.save(replace(SHOP, colour=first))
    assert accounts.next_colour() != first


def test_the_practice_account_is_never_stored(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="practice"):
        Accounts(tmp_path).save(PRACTICE)


def test_an_unknown_default_changes_nothing(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path)
    accounts.set_default("nobody")
    assert accounts.default() == PRACTICE


@pytest.mark.parametrize("name", ["accounts.json", "templates.json"])
def test_a_newer_programs_file_is_left_alone(tmp_path: Path, name: str) -> None:
    content = json.dumps({"version": 99, "later": True})
    (tmp_path / name).write_text(content)
    with pytest.raises(StorageProblem, match="newer"):
        Accounts(tmp_path).all()
        Templates(tmp_path).all()
    assert (tmp_path / name).read_text() == content


@pytest.mark.logs_warnings
@pytest.mark.parametrize(
    "bad", [None, 5, {}, {"id": "x"}, {"id": "", "name": "n"}, ["x"], {"id": "practice"}]
)
def test_one_damaged_account_does_not_take_the_others(tmp_path: Path, bad: object) -> None:
    accounts = Accounts(tmp_path)
    accounts.save(SHOP)
    path = tmp_path / "accounts.json"
    value = json.loads(path.read_text())
    value["accounts"].append(bad)
    path.write_text(json.dumps(value))
    assert accounts.all() == (PRACTICE, SHOP)
    (aside,) = tmp_path.glob("accounts.json.corrupt-*")
    assert json.loads(aside.read_text()) == value
    assert accounts.all() == (PRACTICE, SHOP)
    assert len(list(tmp_path.glob("accounts.json.corrupt-*"))) == 1


def test_no_key_has_a_place_in_the_account_file(tmp_path: Path) -> None:
    Accounts(tmp_path).save(SHOP)
    (entry,) = json.loads((tmp_path / "accounts.json").read_text())["accounts"]
    assert set(entry) == {"id", "name", "endpoint", "senders", "colour"}
