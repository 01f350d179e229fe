"""The log's table as data, without a view."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from wa_composer.ui.log_model import (
    DELIVERY,
    KEY,
    OUTCOME,
    RECIPIENT,
    TIME,
    LogModel,
)
from wa_composer.ui.log_words import can_be_answered, short_time
from wa_composer.ui.theme import LIGHT

COLUMNS = ["Time", "Account", "Recipient", "Message", "Outcome", "Key", "Delivery"]


@dataclass(frozen=True)
class Row:
    id: int = 1
    time: str = "2024-03-05T10:21:00Z"
    account: str = "Practice"
    recipient: str = "+447700900123"
    type: str = "template"
    summary: str = "Template order_update (en)"
    outcome: str = "accepted"
    status: int | None = None
    code: str = ""
    reason: str = ""
    key: str = "whatsapp-8c1f0b7e-1d64-4c07-9a35-91ab3d21e02a"
    delivery: str = ""
    request: str = "{}"


def text(model: LogModel, column: int, line: int = 0) -> str:
    return str(model.index(line, column).data())


def model_of(*rows: Row) -> LogModel:
    model = LogModel()
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    model.show_rows(rows)
    return model


def test_the_columns_bear_the_names_that_others_rely_on(qtbot: QtBot) -> None:
    model = model_of()
    titles = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert titles == COLUMNS


@pytest.mark.parametrize(
    ("outcome", "shown"),
    [
        ("sending", "… Sending"),
        ("accepted", "✓ Accepted"),
        ("unknown", "? Unknown: may have gone out"),
        ("refused", "✕ Refused: address not allowed (1088)"),
    ],
)
def test_an_outcome_has_its_sign_beside_its_colour(qtbot: QtBot, outcome: str, shown: str) -> None:
    model = model_of(Row(outcome=outcome, reason="address not allowed (1088)"))
    assert text(model, OUTCOME) == shown


def test_a_refusal_is_in_the_danger_colour(qtbot: QtBot) -> None:
    model = model_of(Row(outcome="refused"))
    colour = model.index(0, OUTCOME).data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name().upper() == LIGHT.danger


def test_the_whole_key_is_in_the_data(qtbot: QtBot) -> None:
    assert text(model_of(Row()), KEY) == Row().key
    assert text(model_of(Row(key="")), KEY) == "–"


def test_numbers_are_grouped_for_reading(qtbot: QtBot) -> None:
    assert text(model_of(Row()), RECIPIENT) == "+44 7700 900123"


def test_no_report_yet_is_a_dash_that_explains_itself(qtbot: QtBot) -> None:
    model = model_of(Row())
    index = model.index(0, DELIVERY)
    assert index.data() == "–"
    assert "report" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_today_shows_the_hour_and_another_day_its_date() -> None:
    now = datetime.now(UTC).astimezone().replace(month=6, day=5, hour=12, minute=5)
    stamp = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert short_time(stamp, now) == "12:05"
    assert short_time(stamp, now + timedelta(days=3)).split()[0] == "5"
    assert short_time(stamp, now + timedelta(days=400)).endswith(str(now.year))


def test_time_is_local_and_whole_in_its_tool_tip(qtbot: QtBot) -> None:
    local = datetime.fromisoformat("2024-03-05T10:21:00+00:00").astimezone()
    model = model_of(Row())
    tip = str(model.index(0, TIME).data(Qt.ItemDataRole.ToolTipRole))
    assert "2024" in tip
    assert f"{local:%M}" in tip


def test_new_states_of_the_same_rows_are_changes_not_a_new_table(qtbot: QtBot) -> None:
    model = model_of(Row(outcome="sending"))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_rows([replace(Row(), outcome="accepted")])
    assert text(model, OUTCOME) == "✓ Accepted"


def request(sub_type: str) -> str:
    button = {"type": "button", "sub_type": sub_type, "index": "0"}
    message = {"type": "template", "template": {"components": [{"type": "body"}, button]}}
    return json.dumps({"messages": [{"phoneNumber": "+447700900123", "message": message}]})


@pytest.mark.parametrize(
    ("row", "answerable"),
    [
        (Row(request=request("quick_reply")), True),
        (Row(request=request("QUICK_REPLY")), True),
        (Row(request=request("url")), False),
        (Row(request="not json"), False),
        (Row(request="[]"), False),
        (Row(request='{"messages":[{"message":{"template":{"components":[1]}}}]}'), False),
        (Row(type="image", request=request("quick_reply")), False),
    ],
)
def test_only_a_template_with_quick_replies_can_be_answered(row: Row, answerable: bool) -> None:
    assert can_be_answered(row) is answerable
