"""What an older version kept is opened by this one, whole, with a copy of what is rewritten.

`tests/golden/kept-by-VERSION` was written by that version itself, and is never changed. Each
release that keeps things in another form adds a folder.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from wa_composer.session.composer import Composer
from wa_composer.storage.accounts import Accounts
from wa_composer.storage.drafts import Drafts
from wa_composer.storage.log import Log
from wa_composer.storage.settings import Settings
from wa_composer.storage.tables import SCHEMA
from wa_composer.storage.templates import Templates

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
KEPT = sorted(GOLDEN.glob("kept-by-*"))
FIRST = next(path for path in KEPT if path.name == "kept-by-0.1.0")


@pytest.fixture(params=KEPT, ids=lambda path: path.name)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    shutil.copytree(request.param, folder, ignore=shutil.ignore_patterns("log.sql"))
    with closing(sqlite3.connect(folder / "log.sqlite3")) as database:
        database.executescript((request.param / "log.sql").read_text(encoding="utf-8"))
    return folder


def test_the_log_is_opened_and_what_was_in_it_found(home: Path) -> None:
    log = Log(home / "log.sqlite3")
    log.open()
    try:
        rows = {row.outcome.value: row for row in log.rows()}
        assert set(rows) == {"accepted", "refused", "unknown"}
        assert rows["accepted"].key.startswith("whatsapp-")
        assert log.rows(rows["accepted"].key) == (rows["accepted"],)
    finally:
        log.close()
    with closing(sqlite3.connect(home / "log.sqlite3")) as database:
        (version,) = database.execute("PRAGMA user_version").fetchone()
    assert version == len(SCHEMA)


def test_a_log_in_an_older_form_is_copied_before_it_is_changed(home: Path) -> None:
    path = home / "log.sqlite3"
    later = (*SCHEMA, ("ALTER TABLE log ADD COLUMN later TEXT NOT NULL DEFAULT ''",))
    log = Log(path, steps=later)
    log.open()
    log.close()
    (copy,) = home.glob("log.sqlite3.version-*")
    with closing(sqlite3.connect(copy)) as kept, closing(sqlite3.connect(path)) as now:
        ask = "SELECT id, recipient, outcome, key, request FROM log ORDER BY id"
        assert kept.execute(ask).fetchall() == now.execute(ask).fetchall() != []


def test_accounts_templates_and_settings_are_opened(home: Path) -> None:
    accounts = Accounts(home)
    shop = accounts.by_name("Shop")
    assert shop is not None
    assert (shop.id, shop.endpoint, shop.senders) == (
        "0123456789abcdef",
        "https://example.com/v1/send",
        ("+12025550111",),
    )
    assert accounts.default() == shop
    greeting = Templates(home).get("greeting", "en")
    assert greeting is not None
    assert greeting["components"][0]["text"] == "Good morning {{1}}"
    assert Settings(home).get("appearance") == "dark"


def test_templates_in_an_older_form_are_copied_before_they_are_changed(home: Path) -> None:
    before = (home / "templates.json").read_bytes()
    Templates(home).put(
        {"name": "other", "language": "en", "components": [{"type": "BODY", "text": "Hello"}]}
    )
    if (FIRST / "templates.json").read_bytes() == before:
        (copy,) = home.glob("templates.json.version-1-*")
        assert copy.read_bytes() == before
    kept = {entry.name for entry in Templates(home).own().values()}
    assert kept == {"greeting", "other"}


def test_the_draft_is_on_the_screen_again(home: Path) -> None:
    state = Drafts(home).load()
    assert state is not None
    composer = Composer()
    assert composer.restore(state)
    assert composer.account_id == "0123456789abcdef"
    body = composer.entries[0].state()["bodies"]["interactive"]["interactive"]["body"]["text"]
    assert body.startswith("When shall we bring your parcel?")
    assert composer.entries[0].state()["recipients"] == "+12025550123"
