"""What the log says of a message: when it was sent, what became of it, and why."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from wa_composer.message.outcome import Outcome

SIGNS = {
    Outcome.SENDING: "…",
    Outcome.ACCEPTED: "✓",
    Outcome.UNKNOWN: "?",
    Outcome.REFUSED: "✕",
}


class Row(Protocol):
    """What the table reads of a log row; times are UTC in ISO 8601."""

    @property
    def id(self) -> int: ...
    @property
    def time(self) -> str: ...
    @property
    def account(self) -> str: ...
    @property
    def recipient(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def status(self) -> int | None: ...
    @property
    def code(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def delivery(self) -> str: ...
    @property
    def request(self) -> str: ...


def short_time(utc: str, now: datetime | None = None) -> str:
    """`utc` (ISO 8601) in local time: today's as hour and minute, else the day."""
    moment = datetime.fromisoformat(utc.replace("Z", "+00:00")).astimezone()
    today = (now or datetime.now()).astimezone().date()
    if moment.date() == today:
        return f"{moment:%H:%M}"
    day = QDate(moment.year, moment.month, moment.day)
    return QLocale().toString(day, "d MMM" if moment.year == today.year else "d MMM yyyy")


def outcome_text(row: Row) -> str:
    """The outcome with its sign, and the reason where the message was not accepted."""
    outcome = Outcome(row.outcome)
    tr = QCoreApplication.translate
    words = {
        Outcome.SENDING: tr("LogModel", "Sending"),
        Outcome.ACCEPTED: tr("LogModel", "Accepted"),
        Outcome.UNKNOWN: tr("LogModel", "Unknown: may have gone out"),
        Outcome.REFUSED: tr("LogModel", "Refused"),
    }
    text = f"{SIGNS[outcome]} {words[outcome]}"
    if outcome is Outcome.REFUSED and row.reason:
        text = f"{text}: {row.reason}"
    return text


def outcome_details(row: Row) -> str:
    """The whole of an outcome: what became of the message, why, and what was answered."""
    tr = QCoreApplication.translate
    lines = [outcome_text(row)]
    if row.reason and row.reason not in lines[0]:
        lines.append(row.reason)
    if row.status is not None:
        lines.append(tr("LogModel", "The server answered HTTP {0}").format(row.status))
    if row.code:
        lines.append(tr("LogModel", "Its code for that: {0}").format(row.code))
    return "\n".join(lines)


def can_be_answered(row: Row) -> bool:
    """Whether the row is a template that went out with quick-reply buttons."""
    return row.type == "template" and _has_quick_reply(row.request)


def _has_quick_reply(request: str) -> bool:
    try:
        raw = json.loads(request)
        messages = raw["messages"]
        parts = messages[0]["message"]["template"]["components"]
        return any(str(part.get("sub_type", "")).lower() == "quick_reply" for part in parts)
    except (ValueError, LookupError, TypeError, AttributeError):
        return False
