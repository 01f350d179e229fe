"""Where the wording in the picture comes from, as the line beneath it says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

if TYPE_CHECKING:
    from wa_composer.message.library import Entry

_DAYS_TOLD = 30
"""After this many days the date is said."""


def provenance(entry: Entry, now: datetime | None) -> str:
    """Say whose copy an entry of the library is, and how old; without `now`, of which day."""
    moment = max(entry.edited, entry.imported)
    when = ago(moment, now) if now is not None else dated(moment)
    if entry.sample:
        text = _tr("Sample wording of {name} ({language}), shipped with the program")
    elif entry.imported > entry.edited:
        text = _tr("From your copy of {name} ({language}), imported {when}")
    elif entry.edited:
        text = _tr("From your copy of {name} ({language}), edited {when}")
    else:
        text = _tr("From your copy of {name} ({language})")
    return text.format(name=entry.name, language=entry.language, when=when)


def told(entry: Entry | None, name: str, now: datetime) -> tuple[str, str]:
    """What is said beneath the picture and in the form of the wording of a template named so."""
    if entry is not None:
        return provenance(entry, now), origin(entry, now)
    if name:
        unknown = _tr("Its text is not known here: the picture shows the values alone")
        return unknown, unknown
    return "", _tr("Choose a template, or write the text of one")


def origin(entry: Entry, now: datetime) -> str:
    """Say where an entry comes from: the program, a file, or the person's own hand."""
    if entry.sample:
        return _tr("Sample text, shipped with the program")
    edited = ago(entry.edited, now) if entry.edited else ""
    imported = ago(entry.imported, now) if entry.imported else ""
    if imported and edited:
        text = _tr("From {file}, imported {imported}, edited here {edited}")
    elif imported:
        text = _tr("From {file}, imported {imported}")
    elif edited:
        text = _tr("Written here, edited {edited}")
    else:
        text = _tr("Written here")
    file = entry.source or _tr("a file")
    return text.format(file=file, imported=imported, edited=edited)


def ago(moment: str, now: datetime) -> str:
    """How long ago an ISO moment was, in words; a moment that is none, as it is."""
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    passed = now - then
    if passed < timedelta(minutes=1):  # or to come: clocks differ
        return _tr("just now")
    if passed < timedelta(minutes=2):
        return _tr("a minute ago")
    if passed < timedelta(hours=1):
        return _tr("{count} minutes ago").format(count=int(passed.total_seconds() // 60))
    if passed < timedelta(hours=2):
        return _tr("an hour ago")
    if passed < timedelta(days=1):
        return _tr("{count} hours ago").format(count=int(passed.total_seconds() // 3600))
    if passed < timedelta(days=2):
        return _tr("a day ago")
    if passed.days <= _DAYS_TOLD:
        return _tr("{count} days ago").format(count=passed.days)
    return dated(moment)


def dated(moment: str) -> str:
    """On which day an ISO moment was, in the long form of the locale but for the day of the week.

    A moment that is none comes back as it is.
    """
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    local = (then if then.tzinfo else then.replace(tzinfo=UTC)).astimezone()
    date = QLocale().toString(QDate(local.year, local.month, local.day), "d MMMM yyyy")
    return _tr("on {date}").format(date=date)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Provenance", text)
